"""Tells whose dollars a report means by "$": it says so, or it is of a country that has its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.domain import Cell, Quantity, Report, Span, Table
from ingest.places import find_places
from ingest.quantity.framing import home_place
from ingest.quantity.units import DOLLARS

_OF = {
    "Australia": "AUD", "Canada": "CAD", "New Zealand": "NZD", "Singapore": "SGD", "Hong Kong": "HKD", "Taiwan": "TWD",
}  # fmt: skip
"""The dollars of countries that call them so."""

OTHER_DOLLARS = frozenset(_OF.values())

_NATION = rf"(?P<nation>{'|'.join(DOLLARS)}) dollars\b"
_STATED = (
    re.compile(
        r"(?:\bdollars?\b|\b(?:amounts?|figures|values|prices|currency|money|statements|tables?)\b)[^.;]{0,60}?"
        rf"(?:\bin|\bare|\bis|\bas|\bto|\bmeans?|:)\s+(?:\w+ ){{0,2}}?{_NATION}",
        re.IGNORECASE,
    ),
    re.compile(rf"[“\"'‘]\$[”\"'’][^.;]{{0,30}}?\b{_NATION}", re.IGNORECASE),
)
"""Says what "$" is: "“$” Australian dollars", "all amounts are in Canadian dollars"."""

_US = re.compile(
    r"\bUS ?\$|\bU\.S\. ?\$|\$US\b|\bUSD\b|\bUS[ -]dollars?\b|\bU\.S\. dollars?\b|\bAmerican dollars?\b", re.IGNORECASE
)


def in_own_dollars(found: Sequence[Quantity], report: Report) -> list[Quantity]:
    """The quantities, those in a bare "$" in the dollars that the report means; who says US dollars means these."""
    texts = list(_texts(report))
    matches = (match for text in texts for pattern in _STATED for match in pattern.finditer(text))
    stated = {_dollars_of(match["nation"]) for match in matches}
    if len(stated) == 1:
        own = stated.pop()
    elif stated or any(map(says_us, texts)):
        return list(found)
    else:
        own = _OF.get(home_place(report.title) or "", "USD") if home_place(report.title) else _of_only(texts)
    if own == "USD":
        return list(found)
    return [replace(q, currency=own) if q.currency == "USD" and not _says_us(q, report) else q for q in found]


def says_us(text: str) -> bool:
    """Whether a text says that its dollars are those of the United States; a bare "$" does not."""
    return _US.search(text) is not None


def _dollars_of(nation: str) -> str:
    return next(code for pattern, code in DOLLARS.items() if re.fullmatch(pattern, nation, re.IGNORECASE))


def _of_only(texts: Sequence[str]) -> str:
    """The dollars of the one country that is named at all."""
    named = {found.value.name for text in texts for found in find_places(text) if found.value.kind == "country"}
    return _OF.get(named.pop(), "USD") if len(named) == 1 else "USD"


def _texts(report: Report) -> Iterator[str]:
    yield report.title
    yield from (section.text for section in report.sections)
    for table in report.tables:
        yield from _around(table)
        yield from (" ".join(row) for row in table.rows)


def _around(table: Table) -> tuple[str, ...]:
    return (table.title, table.unit or "", *table.notes, *table.header)


def _says_us(q: Quantity, report: Report) -> bool:
    """Whether what stands at a figure says that it is in US dollars."""
    if isinstance(q.source, Cell):
        table = report.tables[q.source.table]
        own = (table.title, table.unit or "", table.header[q.source.column], *table.rows[q.source.row])
        return any(map(says_us, own))
    quote = q.quote if isinstance(q.quote, Span) else q.source
    return says_us(report.sections[quote.section].text[quote.start : quote.end])
