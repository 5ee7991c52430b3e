"""Reads what the headers of columns say, level by level where they have several."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.domain import HEADER_STEP, Period, Table
from ingest.quantity.changes import is_bare_percent, is_change
from ingest.quantity.dates import YEAR_LONG, change_year, is_day, label_time, of_year
from ingest.quantity.frame import Frame
from ingest.quantity.labels import Label, read_label
from ingest.quantity.named_units import NamedUnit, whole_unit, without_unit
from ingest.quantity.periods import read_periods

_QUARTERS = 3
"""Days at the ends of as many quarters are read as these."""


def read_headers(table: Table, frame: Frame, units: Mapping[int, NamedUnit]) -> tuple[Label, ...]:
    """The labels of all columns; ``units`` are those that stand in a row below the header, by column."""
    labels = [read_header(header, frame) for header in _with_quarters_named(table.header)]
    labels = [replace(label, period=None, part=None) if _is_counted_from(label) else label for label in labels]
    in_units = [replace(label, unit=units[at]) if at in units else label for at, label in enumerate(labels)]
    return _with_shares(_with_trailing(_with_quarters(in_units)))


_ORDINALS = ("first", "second", "third", "fourth")


def _with_quarters_named(headers: Sequence[str]) -> list[str]:
    """The headers, those that count to four under one year as its quarters: "Fiscal 2024 > First"."""
    parted = [header.rpartition(HEADER_STEP) for header in headers]
    counted = {above: {last.lower() for over, _, last in parted if over == above} for above, _, _ in parted if above}
    of_quarters = {above for above, said in counted.items() if said.issuperset(_ORDINALS)}
    return [
        f"{header} quarter" if above in of_quarters and last.lower() in _ORDINALS else header
        for header, (above, _, last) in zip(headers, parted, strict=True)
    ]


def units_below(table: Table) -> dict[int, NamedUnit]:
    """The units of the columns, by column, where the first row holds nothing else: "1,000 t", "number"."""
    first = table.rows[0] if len(table.rows) > 1 else ()
    cells = {at: cell.strip() for at, cell in enumerate(first) if at and cell.strip()}
    units = {at: whole_unit(cell) for at, cell in cells.items()}
    found = {at: unit for at, unit in units.items() if unit is not None}
    return found if len(found) > 1 and len(found) == len(units) else {}


def read_header(text: str, frame: Frame) -> Label:
    """A header's label. Of "Revenue (USD million) > 2024" the inner level says when, the outer one what and in what."""
    parts = _without_vintage(_without_reference(_with_times_joined(text.split(HEADER_STEP)), frame))
    levels = [read_label(level, frame, "header") for level in parts]
    if len(levels) == 1:
        return replace(levels[0], text=text) if HEADER_STEP in text else levels[0]
    inner = levels[::-1]
    measured = next((level for level in inner if level.measure), None)
    subject = tuple(dict.fromkeys(name for level in levels for name in level.subject))
    place = next((level.place for level in inner if level.place), None)
    return Label(
        text=text,
        period=period_of(inner),
        part=next((level.part for level in inner if level.part), None),
        projected=any(level.projected for level in levels),
        unit=_unit_of(inner),
        measure=measured.measure if measured else None,
        measured=measured.measured if measured else "",
        subject=subject,
        place=place,
        total=any(level.total for level in levels) and not subject and place is None,
        untold=any(level.untold for level in levels),
    )


def _unit_of(inner: Sequence[Label]) -> NamedUnit | None:
    """The innermost unit; a rate's is in percent whatever the currency it is told in: "Growth in %" over "CHF"."""
    units = [level.unit for level in inner if level.unit]
    rates = [level.unit for level in inner if level.unit and level.unit.kind == "percent" and level.measure == "growth"]
    if rates and units[0].kind == "money" and units[0].scale == 1:
        return rates[0]
    return units[0] if units else None


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _with_times_joined(levels: Sequence[str]) -> list[str]:
    """The levels, those that are a time together as one: "Fiscal year ended" over "February 1, 2025"."""
    for start in range(len(levels) - 1):
        for end in range(len(levels), start + 1, -1):
            whole = " ".join(levels[start:end])
            time = label_time(without_unit(whole))
            if time and (time.period or (time.part is None and _YEAR.search(levels[end - 1]))):
                return [*levels[:start], whole, *levels[end:]]
    return list(levels)


_FROM = re.compile(r"\b(?:from|since|over|on|against|than|compared (?:with|to)|vs\.?)\s*$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|[-–—])\s+")
_UNIT_BEHIND = re.compile(r"\([^()]*\)|%$")


def _without_reference(levels: list[str], frame: Frame) -> list[str]:
    """The levels without the time that a change is counted from: of "Change from" over "May to June" June stays, of
    "% change" over "May to June 2025" that too."""
    levels = [_VERSUS.sub("vs", level) if _VERSUS.fullmatch(level) else level for level in levels]
    at = next((at for at, level in enumerate(levels[:-1]) if _FROM.search(level)), None)
    if at is not None and _is_time(parts := _TO.split(" ".join(levels[at + 1 :]))):
        units = [unit[0] for unit in _UNIT_BEHIND.finditer(parts[0])] if len(parts) == 1 else []
        return [*levels[: at + 1], *units, *parts[1:]]
    if not any(is_change(read_label(level, frame, "header")) for level in levels):
        return levels
    later = [_later(level) for level in levels]
    bare = [_counted_from(level) for level in later]
    return bare if any(label_time(level) or read_periods(level) for level in bare) else later


def _counted_from(level: str) -> str:
    """A level without the time that a change is counted from: "Change, %" of "Change on August 2024, %"."""
    return _COUNTED_FROM.sub(lambda match: "" if _is_time([match["time"]]) else match[0], level)


def _is_counted_from(label: Label) -> bool:
    """Whether the only time in the header of a change is the one it is counted from: "Change from Q2 2024"."""
    times = read_periods(label.text)
    bare = " ".join(map(_counted_from, label.text.split(HEADER_STEP)))
    return len(times) == 1 and label.period == times[0].value and is_change(label) and not read_periods(bare)


_VERSUS = re.compile(r"(?:vs\.?|versus) [QH][1-4] (?:19|20)\d\d", re.IGNORECASE)
"""A column of changes that is named by what they are counted from alone: "vs Q3 2024"."""
_COUNTED_FROM = re.compile(
    r"\s*\b(?:on|over|from|since|against|than|vs\.?|versus|compared (?:to|with))\s+(?P<time>[^,;()]*(?:19|20)\d\d)",
    re.IGNORECASE,
)


def _later(level: str) -> str:
    """Of two times that a change is between the later one: "June 2025" of "May to June 2025", of "'25 vs. '24" and
    "2025 compared to 2024" 2025."""
    if short := _SHORT_YEARS.fullmatch(level.strip()):
        return f"20{max(short['one'], short['two'])}"
    if backwards := _BARE_YEARS.fullmatch(level.strip()) and change_year(level):
        return str(backwards)
    if compared := _COMPARED.fullmatch(level.strip()):
        return compared["one"]
    parts = _TO.split(level)
    between = len(parts) == 2 and _is_time(parts) and not _STRETCH.search(parts[0])
    return parts[1] if between else level


_COMPARED = re.compile(
    r"(?P<one>.*(?:19|20)\d\d)\s+(?:as )?(?:compared (?:to|with)|versus|vs?\.?|over|against)\s+.*(?:19|20)\d\d",
    re.IGNORECASE,
)
_STRETCH = re.compile(r"\b(?:months?|weeks?|years?)\b|^(?:the )?(?:quarter|half)\b", re.IGNORECASE)
"""Before "to" what a stretch is, which then ends there: "three months to June 2025"."""


_SHORT_YEARS = re.compile(
    r"['’](?P<one>\d\d)\s*(?:/|vs\.?|versus|over|against|to|[-–])\s*['’](?P<two>\d\d)", re.IGNORECASE
)
_BARE_YEARS = re.compile(r"\d\d\s?/\s?\d\d")
_FORESEEN = re.compile(r"\b(?:est|proj|prel|fcst|f['’]?cast|forecast)[a-z]*\b\.?\)?$", re.IGNORECASE)


def _without_vintage(levels: list[str]) -> list[str]:
    """The levels without the month that an estimate was made in: of "2024/25 Proj." over "March" the season stays."""
    at = next((at for at, level in enumerate(levels[:-1]) if _FORESEEN.search(level)), None)
    if at is None or not (label_time(levels[at]) or read_periods(levels[at])):
        return levels
    times = [label_time(level) for level in levels[at + 1 :]]
    return levels[: at + 1] if all(time and time.part and time.part.kind == "month" for time in times) else levels


def _is_time(parts: Sequence[str]) -> bool:
    return len(parts) < 3 and all(label_time(part) or read_periods(part) for part in parts)


def period_of(labels: Sequence[Label]) -> Period | None:
    """The period that labels name together, the innermost first: "Q4" under "2023" is a quarter of that year."""
    periods = [label.period for label in labels if label.period]
    part = next((label.part for label in labels if label.part), None)
    if periods and part and (periods[0].kind in {"year", "fiscal year"} or (part.kind == periods[0].kind == "month")):
        return of_year(part, periods[0])
    return periods[0] if periods else None


def _with_quarters(headers: Sequence[Label]) -> tuple[Label, ...]:
    """The headers, those that are the last days of several quarters as these quarters."""
    days = {at: header.period for at, header in enumerate(headers) if header.period and is_day(header.text)}
    months = {_month(period) for period in days.values()}
    if len(months) < _QUARTERS or not months <= {3, 6, 9, 12}:
        return tuple(headers)
    return tuple(
        replace(header, period=Period(days[at].first, days[at].first, "quarter", _month(days[at]) // 3))
        if at in days
        else header
        for at, header in enumerate(headers)
    )


def _with_trailing(headers: Sequence[Label]) -> tuple[Label, ...]:
    """The headers, those of twelve months up to one that say no year as up to that of the latest beside them: "R12
    Oct–Sep"."""
    latest = max((header.period.last for header in headers if header.period), default=None)
    if latest is None:
        return tuple(headers)
    return tuple(
        replace(header, period=of_year(header.part, Period(latest, latest)))
        if header.part and header.part.number == YEAR_LONG and header.part.kind == "months" and not header.period
        else header
        for header in headers
    )


def _with_shares(headers: Sequence[Label]) -> tuple[Label, ...]:
    """The headers, each "%" that stands behind a time of its own as of that time: "2025 | % | 2024 | %"."""
    bare = [at for at, header in enumerate(headers) if is_bare_percent(header)]
    times = [at for at, header in enumerate(headers) if header.period and not is_change(header)]
    if len(bare) < 2 or [at - 1 for at in bare] != times:
        return tuple(headers)
    return tuple(
        replace(header, period=headers[at - 1].period) if at in bare else header for at, header in enumerate(headers)
    )


def _month(period: Period) -> int:
    return period.part or 12 if period.kind == "month" else 12
