"""Tells whose dollars a report means by "$": it says so, or it is of a country that has its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.domain import Cell, Quantity, Report, Span, Table
from ingest.quantity.framing import home_place

_OF = {
    "Australia": "AUD", "Canada": "CAD", "New Zealand": "NZD", "Singapore": "SGD", "Hong Kong": "HKD", "Taiwan": "TWD",
}  # fmt: skip
"""The dollars of countries that call them so."""

OTHER_DOLLARS = frozenset(_OF.values())

_NATIONS = {
    "australian": "AUD", "canadian": "CAD", "new zealand": "NZD", "singapore": "SGD", "hong kong": "HKD",
    "taiwan": "TWD", "taiwanese": "TWD", "us": "USD", "u.s.": "USD", "american": "USD", "united states": "USD",
}  # fmt: skip
_NATION = rf"(?P<nation>{'|'.join(sorted(map(re.escape, _NATIONS), key=len, reverse=True))}) dollars\b"
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
    stated = {_NATIONS[match["nation"].lower()] for match in matches}
    if len(stated) == 1:
        own = stated.pop()
    elif stated or any(_US.search(text) for text in texts):
        return list(found)
    else:
        own = _OF.get(home_place(report.title) or "", "USD") if home_place(report.title) else _of_only(texts)
    if own == "USD":
        return list(found)
    return [replace(q, currency=own) if q.currency == "USD" and not _says_us(q, report) else q for q in found]


def _of_only(texts: Sequence[str]) -> str:
    """The dollars of the one country with some of its own that is named, where the United States are not."""
    named = {code for country, code in _OF.items() if any(re.search(rf"\b{country}\b", text) for text in texts)}
    elsewhere = any(_AMERICA.search(text) for text in texts)
    return named.pop() if len(named) == 1 and not elsewhere else "USD"


_AMERICA = re.compile(r"\bUnited States\b|\bU\.S\.|\bUSA?\b|\bAmerica[ns]?\b")


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
        return any(map(_US.search, own))
    quote = q.quote if isinstance(q.quote, Span) else q.source
    return _US.search(report.sections[quote.section].text, quote.start, quote.end) is not None
