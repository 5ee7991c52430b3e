"""Tells of what stretch the movements are that stand between two balances: "Granted" between "Outstanding at December
31, 2024" and "Outstanding at September 30, 2025"."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ingest.domain import Period
from ingest.quantity.dates import YEAR_LONG, YearPart, label_time, of_year

_QUARTER = 3
"""Months."""

_MONTH = timedelta(days=365.25 / YEAR_LONG)
_NUMBER = re.compile(r"\d+")

_DATE = re.compile(
    r"(?:[A-Z][a-z]+\.? \d{1,2},? (?:19|20)\d\d|\d{1,2}\.? [A-Z][a-z]+\.? (?:19|20)\d\d"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
_LEADS = re.compile(
    r"\b(?:as|at|of|on|the|beginning|opening|closing|end|ending|start|balances?|year|period)\b|\W", re.IGNORECASE
)
"""What a balance is called besides what it is of."""


@dataclass(frozen=True, slots=True)
class _Balance:
    """A label that says on what day, and of what."""

    at: int
    day: date
    of: str


def movements(labels: Sequence[str], fiscal_lag: int = 0) -> dict[int, Period]:
    """By number of a label the time between the balances before and behind it; those of no such two are left out.

    ``fiscal_lag`` is by how much the number of a fiscal year is less than that of the year it ends in.
    """
    found: dict[int, Period] = {}
    for first, last in pairwise(_balances(labels)):
        months = round((last.day - first.day) / _MONTH)
        if first.of == last.of and 0 < months <= YEAR_LONG:
            between = _between(months, last.day, fiscal_lag)
            found.update((at, between) for at in range(first.at + 1, last.at))
    return found


def _balances(labels: Sequence[str]) -> Iterator[_Balance]:
    for at, label in enumerate(labels):
        dates = list(_DATE.finditer(label))
        day = _day(dates[0][0]) if len(dates) == 1 else None
        if day is not None:
            of = _LEADS.sub("", label[: dates[0].start()] + label[dates[0].end() :]).casefold()
            yield _Balance(at, day, of)


def _day(text: str) -> date | None:
    """A day as printed; None where its month cannot be told."""
    time = label_time(text)
    if time is None or time.period is None or time.period.kind not in ("month", "year"):
        return None
    year, month = time.period.first, time.period.part or YEAR_LONG
    numbers = [int(number) for number in _NUMBER.findall(text) if len(number) < 3]
    named = next((number for number in numbers if number != month), numbers[0])
    return date(year, month, min(named, monthrange(year, month)[1]))


def _between(months: int, end: date, fiscal_lag: int) -> Period:
    """The period of so many months up to a day; the first of a month ends the one before."""
    last = end - timedelta(days=1) if end.day == 1 else end
    year, month = last.year, last.month
    if months == YEAR_LONG:
        return Period(year, year) if month == YEAR_LONG else Period(year - fiscal_lag, year - fiscal_lag, "fiscal year")
    if months == _QUARTER and month % _QUARTER == 0:
        return Period(year, year, "quarter", month // _QUARTER)
    return of_year(YearPart("months", months, month if month != months else None), Period(year, year))
