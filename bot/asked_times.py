"""The times a question names, as tables may write them: "the first half of 2024" is what others call six months."""

import re
from dataclasses import dataclass

from bot.book import Book
from ingest.domain import Period
from ingest.quantity.dates import label_time
from ingest.quantity.masks import MONTH
from ingest.quantity.periods import read_mentions

_YEAR = r"(?:19|20)\d\d"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{MONTH}\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?\s+{_YEAR}"
_STRETCH = re.compile(
    rf"(?:the\s+)?(?:(?:first\s+)?(?:three|six|nine|twelve|3|6|9|12)[\s-]+months?|quarter|half[\s-]year"
    rf"|(?:fiscal\s+|financial\s+)?year)\s+(?:ended|ending|to|through|until)\s+(?P<date>{_DATE})",
    re.IGNORECASE,
)
_YEAR_TO = re.compile(rf"\bover\s+the\s+(?:year|twelve\s+months|12\s+months)\s+to\s+(?P<date>{_DATE})", re.IGNORECASE)
"""What a change of a year leads to."""
_FIRST_MONTHS = re.compile(
    rf"(?:the\s+)?first\s+(?P<count>three|six|nine|3|6|9)\s+months\s+of\s+(?P<year>{_YEAR})", re.IGNORECASE
)
_DAY = re.compile(rf"(?:as\s+(?:of|at)\s+|at\s+|on\s+|(?:the\s+)?end\s+of\s+)?(?P<date>{_DATE})", re.IGNORECASE)
_YEAR_END = re.compile(
    rf"(?:at\s+|by\s+)?(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:year\s+|fiscal\s+(?:year\s+)?)?(?P<year>{_YEAR})"
    rf"|\byear[- ]end\s+(?P<closed>{_YEAR})",
    re.IGNORECASE,
)
_MONTH_END = re.compile(r"(?P<month>[A-Za-z]+)\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?,?\s+(?P<year>\d{4})$")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", re.IGNORECASE)
_COUNTS = {"three": 3, "3": 3, "six": 6, "6": 6, "nine": 9, "9": 9}


@dataclass(frozen=True, slots=True)
class AskedTime:
    """A time of a question at ``start`` to ``end`` and the periods that say the same, the likeliest first."""

    start: int
    end: int
    periods: tuple[Period, ...]

    def rank(self, period: Period | None) -> int | None:
        """How likely a period is what is meant, 0 the most; None where it is not."""
        return self.periods.index(period) if period in self.periods else None


def asked_times(ask: str, book: Book) -> tuple[AskedTime, ...]:
    """Every time a question names, in order."""
    found: list[AskedTime] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(ask):
            periods = read(match)
            if periods and not any(time.start < match.end() and match.start() < time.end for time in found):
                found.append(AskedTime(match.start(), match.end(), periods))
    for mention in read_mentions(ask, book.question_frame):
        if mention.period and not any(time.start < mention.end and mention.start < time.end for time in found):
            found.append(AskedTime(mention.start, mention.end, _also(mention.period)))
    return tuple(sorted(found, key=lambda time: time.start))


def _stretch(match: re.Match[str]) -> tuple[Period, ...]:
    said = _ORDINAL.sub("", re.sub(r"^the\s+(?:first\s+)?", "", match[0], flags=re.IGNORECASE))
    said = re.sub(r"\b(?:through|until)\b", "to", said)
    time = label_time(" ".join(said.split()))
    return _also(time.period) if time and time.period else ()


def _first_months(match: re.Match[str]) -> tuple[Period, ...]:
    year, count = int(match["year"]), _COUNTS[match["count"].lower()]
    return _also(Period(year, year, "quarter", 1) if count == 3 else Period(year, year, "months", count))


def _year_end(match: re.Match[str]) -> tuple[Period, ...]:
    year = int(match["year"] or match["closed"])
    return (
        Period(year, year),
        Period(year, year, "fiscal year"),
        Period(year, year, "quarter", 4),
        Period(year, year, "month", 12),
    )


def _day(match: re.Match[str]) -> tuple[Period, ...]:
    """A day or a month: that month, the quarter it ends, and the year that it ends."""
    time = label_time(" ".join(_ORDINAL.sub("", match["date"]).split()))
    if time is None or time.period is None:
        return ()
    year = time.period.first
    month = (time.period.part or 12) if time.period.kind == "month" else 12
    found = [Period(year, year, "month", month)]
    if month % 3 == 0:
        found.append(Period(year, year, "quarter", month // 3))
    if any(map(str.isdigit, match["date"][: -len(str(year))])):  # a day: what stands at the end of a year is the year's
        found += [Period(year, year)] if month == 12 else []
        found.append(Period(year, year, "fiscal year"))
    return tuple(found)


_READERS = (
    (_YEAR_TO, _day),
    (_STRETCH, _stretch),
    (_FIRST_MONTHS, _first_months),
    (_YEAR_END, _year_end),
    (_DAY, _day),
)


def _also(period: Period) -> tuple[Period, ...]:
    """A period and those that are other words for it."""
    year = period.first
    match (period.kind, period.part):
        case ("year", _):
            return (period, Period(year, year, "fiscal year"))
        case ("fiscal year", _):
            return (period, Period(year, year))
        case ("half", 1) | ("months", 6):
            return (Period(year, year, "half", 1), Period(year, year, "months", 6))
        case ("quarter", 1) | ("months", 3):
            return (Period(year, year, "quarter", 1), Period(year, year, "months", 3))
        case _:
            return (period,)
