"""Tells percentages that add up to a hundred side by side to be shares, where no word says what they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.domain import Cell, Quantity, Report, Span

FEWEST = 3
"""Parts at least: that two percentages make a hundred says little."""

MOST = 12
"""Parts at most that are looked for in one run."""

WHOLE = Decimal(100)

_OF_PEOPLE = re.compile(
    r"\b(?:respond\w*|survey\w*|poll(?:s|ed)?|interview\w*|questionnaires?|panel|participants?|experts?"
    r"|voted|said|answered)\b",
    re.IGNORECASE,
)
"""Speaks of answers: their parts are no shares of a market."""


def as_shares(found: Sequence[Quantity], report: Report) -> list[Quantity]:
    """The same quantities, those of measure "other" as "share" where they are parts of a whole.

    Parts stand in one run of a section or column of a table, percentages of one period with nothing but shares among
    them, and come to 100 but for the rounding of each.
    """
    quantities = list(found)
    for run in _runs(quantities):
        for at in _parts(run, quantities, report):
            if quantities[at].measure == "other":
                quantities[at] = replace(quantities[at], measure="share")
    return quantities


def _runs(quantities: Sequence[Quantity]) -> Iterator[list[int]]:
    """Numbers of percentages that follow one another in a section or a column, growth rates left out."""
    rooms: dict[tuple[object, ...], list[int]] = {}
    for at, quantity in enumerate(quantities):
        if quantity.kind != "percent" or quantity.upper is not None or quantity.measure not in ("other", "share"):
            continue
        source = quantity.source
        room = ("table", source.table, source.column) if isinstance(source, Cell) else ("section", source.section)
        rooms.setdefault(room, []).append(at)
    yield from rooms.values()


def _parts(run: Sequence[int], quantities: Sequence[Quantity], report: Report) -> Iterator[int]:
    """Numbers of those in stretches that add up to a hundred: the longest first that starts earliest."""
    start = 0
    while start < len(run):
        for end in range(min(len(run), start + MOST), start + FEWEST - 1, -1):
            stretch = [quantities[at] for at in run[start:end]]
            if _is_whole(stretch) and not any(_OF_PEOPLE.search(_text(q, report)) for q in stretch):
                yield from run[start:end]
                start = end - 1
                break
        start += 1


def _is_whole(parts: Sequence[Quantity]) -> bool:
    """Whether they are of one period, of different things, and come to 100 but for rounding."""
    if any(q.value <= 0 for q in parts) or len({q.period for q in parts if q.period}) > 1:
        return False
    if len({(q.subject, q.place) for q in parts}) < len(parts):
        return False
    rounding = sum((q.quantum for q in parts), Decimal(0)) / 2
    return abs(sum((q.amount for q in parts), Decimal(0)) - WHOLE) <= rounding


def _text(quantity: Quantity, report: Report) -> str:
    """What says it, with its heading or its table's title."""
    if isinstance(quantity.quote, Span):
        section = report.sections[quantity.quote.section]
        return " ".join((*section.heading[-1:], section.text[quantity.quote.start : quantity.quote.end]))
    table = report.tables[quantity.quote.table]
    return " ".join((table.title, *table.header, *table.notes))
