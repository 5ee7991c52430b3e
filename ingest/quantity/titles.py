"""Reads a table's title: what it is of without its number and breakdown, and when."""

import re
from dataclasses import replace

from ingest.domain import Table
from ingest.quantity.dates import stretch_of_years
from ingest.quantity.frame import Frame
from ingest.quantity.labels import Label, read_label, without_index_base, yearly
from ingest.quantity.periods import read_periods

_NUMBERED = re.compile(
    r"^(?:table|tab\.?|exhibit|figure|fig\.?|chart|graph|tabelle|tableau)\s*[A-Z]?\d[\d.IVX-]*\s*[:.|)–—-]*\s*",
    re.IGNORECASE,
)
_BREAKDOWN = re.compile(
    r",?\s*\bby\b\s.*?(?=\s*[,(|:;]|\s[–—-]\s|\s(?:in|for|across|within|excluding)\s|$)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s+[|–—]\s+|\s*:\s+")
"""Between the parts of a title: "Brazil – revenue by modality", "Revenue | Worldwide | 2019–2026"."""


def read_title(table: Table, frame: Frame) -> Label:
    """What a title says; where the table has only its section's heading, the unit and the time that has."""
    title = titled(table)
    label = read_label(title or _plain(table), frame, "title")
    if several := stretch_of_years(table.title):
        part, last = several
        label = replace(label, period=last, part=part)
    return _with_period(label if title else replace(label, subject=(), place=None), table)


def titled(table: Table) -> str:
    """The title without its number and breakdown: "Cloud revenue" of "Table 3: Cloud revenue by region"."""
    if table.heading and table.title.strip() == table.heading[-1].strip():
        return ""
    return _plain(table)


def without_rules(title: str) -> str:
    """A title without whose rules the accounts follow, which is no place that they are of: "[Japanese GAAP]"."""
    return _RULES.sub("", title)


_RULES = re.compile(r"\s*[\[(]?\b(?:[A-Z][a-z]+|U\.?S\.?|U\.?K\.?) GAAP\b[\])]?")


def _plain(table: Table) -> str:
    title = without_rules(without_index_base(table.title))
    return ", ".join(_BETWEEN.split(_BREAKDOWN.sub("", _NUMBERED.sub("", title)))).strip(", ")


def _with_period(title: Label, table: Table) -> Label:
    """A title's label with the time that stands behind its breakdown or in brackets: "by country (MW, March 2024)"."""
    if title.period:
        return title
    times = {time for found in read_periods(without_index_base(table.title)) if (time := yearly(found.value))}
    fiscal = {time for time in times if time.kind == "fiscal year"}
    said = fiscal if len(fiscal) == 1 else times
    return replace(title, period=said.pop()) if len(said) == 1 else title
