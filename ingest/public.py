"""Makes the public reading of a report: what it is to those who may not read its licensed parts."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.access import Path, is_partly_public
from ingest.domain import Report, Section, Span, Table
from ingest.lists import item_lists
from ingest.quantity import quantities, read_quantities
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
    hidden = {path: _shown_path(path) for path in _licensed_paths(report)}

    def heading(path: Path) -> Path:
        return tuple(hidden.get(path[: depth + 1], path)[depth] for depth in range(len(path)))

    sections = tuple(_section(each, heading(each.heading)) for each in report.sections)
    tables = tuple(_table(each, heading(each.heading)) for each in report.tables)
    digest = hashlib.sha256(repr((sections, tables)).encode()).hexdigest()
    return replace(report, access="public", notices=(), sections=sections, tables=tables, digest=digest)


def without_figures(title: str, above: str = "") -> str:
    """A heading or title with its figures hidden: all numbers but years, its own number, and those in names. ``above``
    is the heading it stands under."""
    start = own_number(title, above)
    rest = title[start:]
    years = [match.span() for match in _YEARS.finditer(rest)]
    spans = [(q.source.start, q.source.end) for q in read_quantities(rest) if isinstance(q.source, Span)]
    for match in _DIGITS.finditer(rest):
        if not any(first <= match.start() and match.end() <= last for first, last in years):
            spans.append(match.span())
    return title[:start] + _AGAIN.sub(HIDDEN, "".join(_hidden(rest, spans)))


def own_number(title: str, above: str = "") -> int:
    """Where the number ends that a heading or title is counted by, 0 without one. A bare "4.2" is one only under a
    "4.", and where it is no figure of something: "4.2 Europe"."""
    if own := _NUMBERED.match(title):
        return own.end()
    bare, over = _STEPS.match(title), _STEP_OVER.match(above)
    if bare is None or over is None or not bare["steps"].startswith(f"{over['steps']}."):
        return 0
    return 0 if any(q.text.strip() != bare["steps"] for q in read_quantities(title)[:1]) else bare.end("steps")


_STEPS = re.compile(r"\s*(?P<steps>\d{1,2}(?:\.\d{1,2}){1,3})(?=\s+[A-Z])")
_STEP_OVER = re.compile(
    r"\s*(?:(?:chapter|section|part)\s+)?(?P<steps>\d{1,2}(?:\.\d{1,2}){0,2})(?=[.):\s–—-])", re.IGNORECASE
)
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


def _shown_path(path: Path) -> Path:
    return tuple(without_figures(title, above) for above, title in zip(("", *path), path, strict=False))


def _section(section: Section, heading: Path) -> Section:
    if section.access == "public":
        return replace(section, heading=heading)
    return replace(section, heading=heading, text="", pages=())


def _table(table: Table, heading: Path) -> Table:
    if table.access == "public":
        return replace(table, heading=heading)
    title = without_figures(table.title)
    return replace(table, title=title, heading=heading, header=("",), rows=(), unit=None, notes=(), depths=(), pages=())
