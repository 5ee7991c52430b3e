"""Makes the public reading of a report: what it is to those who may not read its licensed parts."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.access import Path, is_partly_public
from ingest.domain import Report, Section, Span, Table
from ingest.lists import item_lists
from ingest.quantity.reports import quantities, read_quantities
from ingest.split import passages
from ingest.versions import Reading

HIDDEN = "…"
"""Stands for a figure in the heading or title of a licensed part."""

_NUMBERED = re.compile(
    r"\s*(?:(?:table|chapter|section|part|figure|exhibit|annex|appendix|box|step)\s+[A-Z]?\d{1,3}(?:[.-]\d{1,3})*(?=[\s.:)–—-]|$)"
    r"|\d{1,3}(?:\.\d{1,3})*[.):](?=\s))",
    re.IGNORECASE,
)
"""The number that a heading or a table is counted by."""

_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?:\s?[-–—/]\s?(?:19|20)?\d\d)?(?![\d%]|[.,]\d)")
_DIGITS = re.compile(r"(?<![^\W_])(?<![^\W\d_]-)\d(?:[\d.,'\u00a0\u202f ]*\d)?")
"""Digits that are no part of a name, as "COVID-19" and "CO2" are."""


def public_reading(report: Report) -> Reading | None:
    """What everybody may read of a settled report, read from that alone: nothing in it is derived from what needs a
    licence. None where no part differs from the whole. Its sections, tables and passages are numbered as the whole's.
    """
    if not is_partly_public(report):
        return None
    public = public_parts(report)
    return Reading(public, passages(public), quantities(public), item_lists(public))


def public_parts(report: Report) -> Report:
    """The report with its licensed sections and tables empty but for their headings and titles. Its digest is of that
    alone: one of the files could be tried against guesses of what they say."""
    counted = _counted(report)
    hidden = {path: _shown_path(path, counted) for path in _licensed_paths(report)}

    def heading(path: Path) -> Path:
        return tuple(hidden.get(path[: depth + 1], path)[depth] for depth in range(len(path)))

    sections = tuple(_section(each, heading(each.heading)) for each in report.sections)
    tables = tuple(_table(each, heading(each.heading)) for each in report.tables)
    digest = hashlib.sha256(repr((sections, tables)).encode()).hexdigest()
    return replace(report, access="public", notices=(), sections=sections, tables=tables, digest=digest)


def without_figures(title: str, counted: bool = False) -> str:
    """A heading or title with its figures hidden: all numbers but years, its own number, and those in names.
    ``counted``: that it opens with its own number is known from the headings beside it."""
    own = _STEPS.match(title) if counted else _NUMBERED.match(title)
    start = own.end() if own else 0
    rest = title[start:]
    years = [match.span() for match in _YEARS.finditer(rest)]
    spans = [(q.source.start, q.source.end) for q in read_quantities(rest) if isinstance(q.source, Span)]
    for match in _DIGITS.finditer(rest):
        if not any(first <= match.start() and match.end() <= last for first, last in years):
            spans.append(match.span())
    return title[:start] + _AGAIN.sub(HIDDEN, "".join(_hidden(rest, spans)))


def own_number(shown: str) -> int:
    """Where the number ends that a heading or title is counted by, 0 without one; its figures are hidden."""
    own = _NUMBERED.match(shown) or _STEPS.match(shown)
    return own.end() if own else 0


_STEPS = re.compile(r"\s*(?P<over>\d{1,2}(?:\.\d{1,2}){0,2})\.(?P<last>\d{1,2})(?=\s+[A-Z])")
_STEP_OVER = re.compile(r"\s*(?:(?:chapter|section|part)\s+)?(\d{1,2}(?:\.\d{1,2}){0,2})(?=[.):\s–—-])", re.IGNORECASE)


def _counted(report: Report) -> frozenset[Path]:
    """The headings that a bare number counts, as one alone cannot show ("4.2 Europe", "4.2 Gigawatts"): those beside
    each other, two at least, that are counted from one under the number of the heading above."""
    paths = [part.heading for part in report.parts]
    below: dict[Path, dict[Path, None]] = {}
    for path in paths:
        for depth in range(1, len(path)):
            below.setdefault(path[:depth], {})[path[: depth + 1]] = None
    return frozenset(path for above, each in below.items() if _counts(above[-1], list(each)) for path in each)


def _counts(above: str, below: Sequence[Path]) -> bool:
    over = _STEP_OVER.match(above)
    steps = [_STEPS.match(path[-1]) for path in below]
    numbers = [(step["over"], int(step["last"])) for step in steps if step]
    return over is not None and len(below) > 1 and numbers == [(over[1], at) for at in range(1, len(below) + 1)]


_AGAIN = re.compile(rf"{HIDDEN}(?:[\s.,]*{HIDDEN})+")


def _hidden(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in sorted(spans):
        if start >= at:
            yield text[at:start] + HIDDEN
        at = max(at, end)
    yield text[at:]


def _licensed_paths(report: Report) -> set[Path]:
    """The heading paths of licensed parts and those above them, without those of public sections."""
    licensed = (part.heading for part in report.parts if part.access == "licensed")
    above = {path[:depth] for path in licensed for depth in range(1, len(path) + 1)}
    return above - {section.heading for section in report.sections if section.access == "public"}


def _shown_path(path: Path, counted: frozenset[Path]) -> Path:
    return tuple(without_figures(title, path[: depth + 1] in counted) for depth, title in enumerate(path))


def _section(section: Section, heading: Path) -> Section:
    if section.access == "public":
        return replace(section, heading=heading)
    return replace(section, heading=heading, text="", pages=())


def _table(table: Table, heading: Path) -> Table:
    if table.access == "public":
        return replace(table, heading=heading)
    title = without_figures(table.title)
    return replace(table, title=title, heading=heading, header=("",), rows=(), unit=None, notes=(), depths=(), pages=())
