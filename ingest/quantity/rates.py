"""Finds the span a growth rate was computed over, by computing it again."""

from collections.abc import Iterable
from decimal import Decimal

from ingest.domain import Period, Quantity


def consistent_span(rate: Quantity, levels: Iterable[Quantity], forecast: Period | None = None) -> Period | None:
    """The years between two levels that give this compound rate within the printed digits.

    None when no two levels do, or several and the report's forecast period is not among them.

    A rate r over n years is (last / first) ** (1 / n) - 1; each level is taken with half of its last digit either way.
    """
    dated = [
        level for level in levels if level.period and level.period.kind in {"year", "fiscal year"} and level.value > 0
    ]
    found = {
        Period(first.period.first, last.period.first, "span")
        for first in dated
        for last in dated
        if first.period and last.period and _fits(rate, first, last)
    }
    if forecast in found:
        return forecast
    return found.pop() if len(found) == 1 else None


def _fits(rate: Quantity, first: Quantity, last: Quantity) -> bool:
    if first.period is None or last.period is None or _sort(first) != _sort(last):
        return False
    years = last.period.first - first.period.first
    if years < 2:
        return False
    low = _rate(first.amount + first.quantum / 2, last.amount - last.quantum / 2, years)
    high = _rate(first.amount - first.quantum / 2, last.amount + last.quantum / 2, years)
    slack = float(rate.quantum) / 2
    return low - slack <= float(rate.value) <= high + slack


def _sort(level: Quantity) -> tuple[str, str | None, str, tuple[str, ...], str | None]:
    return level.kind, level.currency, level.unit, level.subject, level.place


def _rate(first: Decimal, last: Decimal, years: int) -> float:
    if first <= 0 or last <= 0:
        return float("nan")
    growth: float = float(last / first) ** (1 / years)
    return (growth - 1) * 100


def stated_span(levels: Iterable[Quantity], forecast: Period | None, ahead: bool) -> Period | None:
    """The span a sentence suggests for a rate when arithmetic does not decide; None when it suggests none.

    The report's forecast period when it ends in the sentence's last year, or the rate looks ``ahead`` and no other year
    is named; else from the year the sentence names last before its last.
    """
    years = sorted({level.period.first for level in levels if level.period and level.period.kind != "span"})
    if forecast and years and years[-1] == forecast.last:
        return forecast
    if len(years) > 1:
        return Period(years[-2], years[-1], "span") if years[-1] - years[-2] > 1 else None
    return forecast if ahead and forecast and (not years or years[0] <= forecast.first) else None
