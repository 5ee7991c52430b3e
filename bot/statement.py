"""What stands right around each figure of a report: closer than its sentence, wider than the ledger's fields."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.sense import Sense, stems
from ingest.domain import Cell, Quantity, Report, Span
from ingest.places import place_named
from ingest.quantity.labels import names_total

REACH = 60
"""Characters on either side of a number that are near it."""

BEFORE, BEHIND = 300, 200
"""Characters of its sentence and heading before and behind a figure that are compared in meaning."""

_BREAK = re.compile(r"[,;:()]|\b(?:and|while|but|whereas)\b")
_EARLIER = re.compile(
    r"\b(?:from|against|versus|vs\.?|compared (?:with|to)|than|after|previously|above)\s*"
    r"(?:a |an |the |only |just |about )?$",
    re.IGNORECASE,
)
"""Stands before the figure that another is compared with, which is seldom the one asked for."""


_MOVED_FROM = re.compile(
    r"\b(?:up|down|against|compared (?:with|to)|versus|vs\.?)\b[^.;]{0,20}$|\bto\b[^;]{1,40}\bfrom\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Statement:
    """A figure with the stems ``near`` it, of its own ``clause``, and of its column's ``header``.

    ``earlier``: it is what another figure is compared with. ``text`` is its sentence under its heading, or its row
    under its table's title, for comparing meanings; the figure stands there from ``start`` to ``end``. ``total``: its
    row is that of its table's whole.
    """

    sense: Sense
    near: frozenset[str]
    clause: frozenset[str]
    header: frozenset[str]
    earlier: bool
    text: str
    start: int
    end: int
    total: bool = False

    @cached_property
    def named(self) -> frozenset[str]:
        """What its own fields and its column's header say."""
        return self.sense.about | self.header

    @cached_property
    def headed(self) -> frozenset[str]:
        """What its sentence or row and its column's header say."""
        return self.sense.sentence | self.header

    @cached_property
    def everything(self) -> frozenset[str]:
        """All that it stands under too."""
        return self.sense.everything | self.header

    @cached_property
    def told(self) -> frozenset[str]:
        """What its header, or its label, says without numbers."""
        said = self.header or stems((self.sense.quantity.label,))
        return frozenset(each for each in said if not any(map(str.isdigit, each)))

    @property
    def is_left_behind(self) -> bool:
        """Whether its sentence says that it was so once: 6% of "19%, up from 6% in 2022"."""
        return self.earlier and bool(_MOVED_FROM.search(self.text[: self.start]))


def statement_of(sense: Sense, report: Report) -> Statement:
    """A figure's surroundings."""
    quantity = sense.quantity
    if isinstance(quantity.source, Cell):
        return _in_table(sense, quantity.source, report)
    return _in_text(sense, quantity.source, report)


def _in_table(sense: Sense, cell: Cell, report: Report) -> Statement:
    table = report.tables[cell.table]
    header = stems((table.header[cell.column],))
    labels = "; ".join(each for n, each in enumerate(table.rows[cell.row]) if not n or not any(map(str.isdigit, each)))
    above = f"{table.title}. {labels}; {table.header[cell.column]}: "
    text, start = _cut(above + table.rows[cell.row][cell.column], len(above))
    total = _is_total(sense.quantity, table.rows[cell.row], table.title)
    return Statement(sense, sense.about | header, sense.about, header, False, text, start, len(text), total)


def _is_total(quantity: Quantity, row: Sequence[str], title: str) -> bool:
    """Whether a cell's row is called the total, also of what the table's title names ("Total deposits" of "Deposits by
    type"), or after the place that the whole report is of."""
    if names_total(row[0]) or (quantity.place is None and place_named(row[0]) is not None):
        return True
    of = _TOTAL_OF.fullmatch(row[0].strip())
    return of is not None and stems((of["what"],)) <= stems((title,))


_TOTAL_OF = re.compile(r"(?:grand )?totals?,? (?:of )?(?:all )?(?P<what>[A-Za-z].*)", re.IGNORECASE)


def _in_text(sense: Sense, source: Span, report: Report) -> Statement:
    quantity = sense.quantity
    text, quote = report.sections[source.section].text, _quote(quantity, source)
    start, end = max(quote.start, source.start - REACH), min(quote.end, source.end + REACH)
    before = _BREAK.split(text[quote.start : source.start])[-1]
    behind = _BREAK.split(text[source.end : quote.end])[0]
    heading = report.sections[source.section].heading
    above = f"{heading[-1]}. " if heading else ""
    said = above + text[quote.start : min(quote.end, source.end + BEHIND)]
    whole, at = _cut(said, len(above) + source.start - quote.start)
    return Statement(
        sense=sense,
        near=sense.about | stems((text[start:end],)),
        clause=stems((before, behind)),
        header=frozenset(),
        earlier=bool(_EARLIER.search(text[quote.start : source.start])),
        text=whole,
        start=at,
        end=at + source.end - source.start,
    )


def _cut(text: str, start: int) -> tuple[str, int]:
    """A text from a little before its figure on, and where that then starts."""
    cut = max(0, start - BEFORE)
    return text[cut:], start - cut


def _quote(quantity: Quantity, source: Span) -> Span:
    return quantity.quote if isinstance(quantity.quote, Span) else source
