"""Tells of a table's columns of changes what they lead to and whether they are amounts or percentages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ingest.domain import HEADER_STEP, Period
from ingest.quantity.dates import YEAR_LONG, is_day, label_time
from ingest.quantity.labels import Label

Numbers = Sequence[Sequence[Decimal | None]]
"""The figures of a table row by row, None where a cell is none."""

_NAMED = re.compile(
    r"\b(?:changes?|chg|variance|variation|veränderung|évolution|variaci[oó]n|variazione)\b|^(?:net )?movements?$"
    r"|[Δ∆]|(?:^|> )\W*(?:\+/[-−–]|±)\W*(?:%\W*)?$|(?:^|> )vs\.?\s",
    re.I,
)
_LAST = re.compile(
    r"^(?:net )?movements?$|\b(?:reported|underlying|nominal|real|currency|excluding\b.*|organic|like-for-like"
    r"|comparable|constant|percent(?:age)?|%|\$)\s+changes?$",
    re.IGNORECASE,
)
"""A change that is told apart by how it was computed."""
_BASIS = re.compile(
    r"(?:^|> )(?:as )?(?:reported|organic(?:ally)?|underlying|like[- ]for[- ]like|comparable|constant currency"
    r"|local currenc(?:y|ies)|adjusted)\W*(?:%\W*)?$",
    re.IGNORECASE,
)
"""How a change was computed, as a header without the word: "Jul–Sep > Organic" beside both years."""
_TIMED = re.compile(r"(?:19|20)\d\d|\bsince\b|\bto date\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:vs\.?|versus|against|compared (?:with|to)|on|from|over)\s+(?P<time>[^()%,;]*(?:19|20)\d\d)"
    r"\W*(?:(?:in )?(?:%|thousands?|per ?cent|pp)\W*)?$",
    re.IGNORECASE,
)
"""A change counted from a time that is named, to the one beside it: "Price change vs. 2023"."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_YEARLY = re.compile(
    r"\b(?:[yqmh]-?o-?[yqmh]|(?P<unit>year|quarter|month|half)[- ](?:on|over|to)[- ](?P=unit)|annual|yearly"
    r"|vorjahr\w*|a/a|n-1"
    r"|(?:prior|previous|preceding) (?:year|quarter|month|period)|(?:year|month|quarter) earlier"
    r"|on (?:the )?(?:year|quarter|month))\b",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b\d{1,2}[- ](?:months?|quarters?|weeks?|years?)\b", re.IGNORECASE)
"""Over how long a change is told, up to the latest time: "% change > 3 months"."""
RATES = frozenset({"cagr", "share", "growth"})
"""Measures that are told in percent, but where figures beside them tell that they are amounts."""

_AGREE = 0.6
"""Share of the rows whose figures must agree with one way to compute a change."""


@dataclass(frozen=True, slots=True)
class Change:
    """A column of changes: the time it leads to, the columns it lies between, and what it is in where its figures tell:
    the difference of those two, or its percentage."""

    period: Period | None
    later: int | None = None
    earlier: int | None = None
    kind: Literal["amount", "percent"] | None = None


def changes_of(headers: Sequence[Label], numbers: Numbers) -> dict[int, Change]:
    """By column of changes what it is; those whose header says their time are not among them. A column of bare
    percentages is one of changes where the figures beside it tell so."""
    found: dict[int, Change] = {}
    for at, header in enumerate(headers):
        told = _BASIS.search(header.text) is not None
        if header.period is not None or not (is_change(header) or is_bare_percent(header) or told):
            continue
        if told and at - 1 in found:  # beside the same change on another basis
            found[at] = Change(found[at - 1].period, kind="percent")
            continue
        since = _counted_from(header.text)
        if _TIMED.search(header.text) and not since:
            continue
        later, earlier = _since(headers, at, since) if since else _between(headers, at)
        if since and since.kind != "year" and later is None:
            later, earlier = _between(headers, at)
        kind = _kind(numbers, at, later, earlier) if later is not None else None
        if later is not None and (is_change(header) or kind == "percent"):
            found[at] = Change(headers[later].period, later, earlier, kind)
    return found


def is_difference(numbers: Numbers, at: int, columns: Sequence[int]) -> bool:
    """Whether a column's figures are, to the last digit they have, the difference of those of two other columns."""
    others = [column for column in columns if column != at]
    pairs = ((one, other) for one in others for other in others if one != other)
    return any(_agrees(numbers, at, one, other) for one, other in pairs)


def _agrees(numbers: Numbers, at: int, one: int, other: int) -> bool:
    met = [(row[at], row[one], row[other]) for row in numbers]
    told = [(own, first, last) for own, first, last in met if own and first is not None and last is not None]
    agreeing = sum(abs(first - last - own) <= _last_digit(own) for own, first, last in told)
    return len(told) >= _FEWEST and agreeing >= _AGREE * len(told)


def _last_digit(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


_FEWEST = 3
"""Rows that must have all of a difference."""


def is_bare_percent(header: Label) -> bool:
    """Whether a header says nothing but that its figures are percentages."""
    named = header.period or header.measure or header.subject
    return header.unit is not None and header.unit.kind == "percent" and not named


def is_change(header: Label) -> bool:
    """Whether a column's header says that its figures are changes."""
    named = _NAMED.search(header.text) is not None and (not header.subject or _LAST.search(header.text))
    return header.measure in {"growth", "increase"} or bool(named)


def _between(headers: Sequence[Label], column: int) -> tuple[int | None, int | None]:
    """The columns that a change is between, the later one first.

    Of two times before it these; of one, that and the next older one behind it, as in "2024 | Change | 2023 | Change |
    2022", or the one before the change in front of it. Of more times the latest, where the header says it is yearly.
    """
    own, others = _times_before(headers, column)
    distinct = {headers[at].period for at in own}
    if any(period is None or period.kind == "span" for period in distinct) or not own:
        return None, None
    latest = max(own, key=lambda at: _order(headers[at].period))
    if len(distinct) == 1:
        behind = next((at for at in range(column + 1, len(headers)) if not is_change(headers[at])), None)
        if (
            behind is not None
            and headers[behind].period
            and _order(headers[behind].period) < _order(headers[latest].period)
        ):
            return latest, behind
        ahead = [at for at in others if _order(headers[at].period) > _order(headers[latest].period)]
        if ahead:
            a_year = (at for at in ahead if _is_year_before(headers[latest].period, headers[at].period))
            return next(a_year, max(ahead, key=lambda at: _order(headers[at].period))), latest
        return latest, others[0] if others else None
    if len({period.kind for period in distinct if period}) > 1:
        return _between_days(headers, own)
    rest = [at for at in own if headers[at].period != headers[latest].period]
    if len(distinct) == 2:
        return latest, rest[0]
    if not _YEARLY.search(headers[column].text):
        return (latest, None) if _OVER.search(headers[column].text) else (None, None)
    return latest, next((at for at in rest if _is_year_before(headers[at].period, headers[latest].period)), None)


def _counted_from(header: str) -> Period | None:
    """The time that a header says its changes are counted from."""
    found = _SINCE.search(header.replace(HEADER_STEP, " "))
    time = label_time(found["time"]) if found else None
    year = Period(int(found["time"]), int(found["time"])) if found and found["time"].isdigit() else None
    return year or (time.period if time else None)


def _between_days(headers: Sequence[Label], own: Sequence[int]) -> tuple[int | None, int | None]:
    """The later and the earlier of two days, of which a year's last one is told as that year."""
    if len(own) != 2 or not all(is_day(headers[at].text.split(HEADER_STEP)[-1]) for at in own):
        return None, None
    later, earlier = sorted(own, key=lambda at: _day_order(headers[at].period), reverse=True)
    return later, earlier


def _day_order(period: Period | None) -> tuple[int, int]:
    return (period.first, period.part or YEAR_LONG) if period else (0, 0)


def _since(headers: Sequence[Label], column: int, start: Period) -> tuple[int | None, int | None]:
    """The column that a change counted from a time leads to: of a year the nearest before it of a later time, of a part
    of a year the latest such; and that time's own."""
    own, _ = _times_before(headers, column)
    after = [at for at in own if _order(headers[at].period) > _order(start) and headers[at].period != start]
    later = next(iter(after), None)
    if is_day(_BRACKETS.sub("", headers[column].text.split(HEADER_STEP)[-1])):
        return _since_day(headers, own, start)
    if start.part:
        alike = [at for at in after if (period := headers[at].period) and period.kind == start.kind]
        later = max(alike, key=lambda at: _order(headers[at].period), default=None)
    earlier = next((at for at in own if headers[at].period == start), None)
    return (later, earlier) if later != earlier else (None, None)


def _since_day(headers: Sequence[Label], own: Sequence[int], start: Period) -> tuple[int | None, int | None]:
    """The latest of the days that columns are of, and that which a change is counted from."""
    days = [at for at in own if is_day(headers[at].text.split(HEADER_STEP)[-1])]
    later = max(days, key=lambda at: _month_order(headers[at].period), default=None)
    earlier = next((at for at in days if _month_order(headers[at].period) == _month_order(start)), None)
    return (later, earlier) if later != earlier else (None, None)


def _month_order(period: Period | None) -> tuple[int, int]:
    """A day's year and month, of one that is told as a quarter or a year the last."""
    if period is None or period.part is None:
        return _day_order(period)
    return period.first, period.part * {"quarter": 3, "half": 6}.get(period.kind, 1)


def _times_before(headers: Sequence[Label], column: int) -> tuple[list[int], list[int]]:
    """The columns with times right before one past other changes, and those before the changes in front of them."""
    runs: list[list[int]] = [[]]
    for at in range(column - 1, -1, -1):
        header = headers[at]
        if header.period is not None and not is_change(header):
            runs[-1].append(at)
        elif not is_change(header):
            break
        elif runs[-1]:
            runs.append([])
    return runs[0], runs[1] if len(runs) > 1 else []


def _order(period: Period | None) -> tuple[int, int]:
    return (period.first, period.part or 0) if period else (0, 0)


def _is_year_before(period: Period | None, later: Period | None) -> bool:
    return bool(period and later and period.first == later.first - 1 and period.part == later.part)


def _kind(numbers: Numbers, column: int, later: int, earlier: int | None) -> Literal["amount", "percent"] | None:
    if earlier is None:
        return None
    amounts = percents = rows = 0
    for row in numbers:
        change, high, low = row[column], row[later], row[earlier]
        if change is None or high is None or low is None:
            continue
        rows += 1
        slack = _half_digit(change) + _half_digit(high) + _half_digit(low)
        amounts += abs(abs(change) - abs(high - low)) <= slack
        percents += (
            bool(low)
            and abs(abs(change) - abs((high - low) / low * 100)) <= _half_digit(change) * 2 + slack / abs(low) * 100
        )
    if rows and max(amounts, percents) >= _AGREE * rows and amounts != percents:
        return "amount" if amounts > percents else "percent"
    return None


def _half_digit(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
