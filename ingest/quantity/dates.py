"""Reads the times that labels of tables are: months, days, parts of a year that another label names, "year ended"."""

import re
from dataclasses import dataclass

from ingest.domain import Period, PeriodKind

_NAMES = (
    *("january|jan|januar", "february|feb|februar", "march|mar|märz", "april|apr", "may|mai", "june|jun|juni"),
    *("july|jul|juli", "august|aug", "september|sept|sep", "october|oct|oktober|okt", "november|nov"),
    *("december|dec|dezember|dez",),
)
_MONTH_OF = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split("|")}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d|['’]\d\d)"
_COUNTS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}

_ENDED = re.compile(
    rf"(?:for\s+(?:the\s+)?)?(?:(?P<count>three|six|nine|twelve|3|6|9|12)[\s-]*months?|(?P<unit>fiscal\s+year|financial\s+year"
    rf"|years?|quarters?))\s+(?:ended|ending|to)\s*(?:on\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTH})?\s*(?:\d{{1,2}})?\s*,?\s*{_YEAR}?",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?:as\s+(?:of|at)\s+|at\s+)?(?:\d{{1,2}}[\s.-]*)?{_MONTH}[\s-]*(?:\d{{1,2}}\s*,)?\s*,?[\s-]*(?:{_YEAR}|(?P<short>\d\d))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])(?:-\d\d)?")
_PART = re.compile(r"(?:Q(?P<q1>[1-4])|(?P<q2>[1-4])Q|H(?P<h1>[12])|(?P<h2>[12])H|(?P<m>[369])M)", re.IGNORECASE)
_TO_DATE = re.compile(r"(?P<m>[369])M[\s'’-]*(?:FY)?(?P<year>(?:19|20)\d\d|\d\d)", re.IGNORECASE)
_SEASON = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[-–—/]\s?(?P<short>\d\d)\s?(?:\(?[EFPR]\)?)?", re.IGNORECASE)
_BACKWARDS = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?/\s?(?P<short>(?:19|20)?\d\d)(?!\d)")
_SHORT_SPAN = re.compile(r"(?<![\d.,])['’]?(?P<first>\d\d)[AEFP]?\s?[-–—/]\s?['’]?(?P<last>\d\d)[AEFP]?(?![\d.,%])")


@dataclass(frozen=True, slots=True)
class LabelTime:
    """What a label says of time and nothing else. ``part`` is a part of a year that another label names; both are None
    where it only announces the time ("Year ended")."""

    period: Period | None = None
    part: tuple[PeriodKind, int] | None = None


def label_time(text: str) -> LabelTime | None:
    """The time a label is, None where it is something else."""
    bare = re.sub(r"\s*\((?:unaudited|audited|restated|ungeprüft)\)", "", text.strip(), flags=re.IGNORECASE).strip(" ,")
    if match := _ENDED.fullmatch(bare):
        return _ended(match)
    if match := _PART.fullmatch(bare):
        return LabelTime(part=_part(match))
    if match := _TO_DATE.fullmatch(bare):
        return LabelTime(Period(_full(match["year"]), _full(match["year"]), "months", int(match["m"])))
    if match := _ISO.fullmatch(bare):
        return LabelTime(Period(int(match["year"]), int(match["year"]), "month", int(match["number"])))
    if match := _DAY.fullmatch(bare):
        return _dated("month", _MONTH_OF[match["month"].lower()], match["year"] or match["short"])
    if (match := _SEASON.fullmatch(bare)) and int(match["short"]) == (int(match["year"]) + 1) % 100:
        return LabelTime(Period(int(match["year"]) + 1, int(match["year"]) + 1, "fiscal year"))
    return None


def _ended(match: re.Match[str]) -> LabelTime:
    """ "Three months ended March 31, 2024" is the first quarter where its month ends one; a year's is that year."""
    count = _COUNTS.get((match["count"] or "").lower())
    if count is None and match["unit"].lower().startswith("quarter"):
        count = 3
    month = _MONTH_OF[match["month"].lower()] if match["month"] else None
    if count in (None, 12):
        year = match["year"]
        return LabelTime(Period(_full(year), _full(year), "fiscal year" if month != 12 else "year") if year else None)
    if count == 3 and month and month % 3 == 0:
        return _dated("quarter", month // 3, match["year"])
    if month == count:
        return _dated("months", count, match["year"])
    return LabelTime()


def _dated(kind: PeriodKind, part: int, year: str | None) -> LabelTime:
    if year is None:
        return LabelTime(part=(kind, part))
    return LabelTime(Period(_full(year), _full(year), kind, part))


def _part(match: re.Match[str]) -> tuple[PeriodKind, int]:
    if quarter := match["q1"] or match["q2"]:
        return "quarter", int(quarter)
    if half := match["h1"] or match["h2"]:
        return "half", int(half)
    return "months", int(match["m"])


def _full(year: str) -> int:
    digits = int(year.lstrip("'’"))
    return digits if digits > 99 else 2000 + digits


def of_year(part: tuple[PeriodKind, int], year: Period) -> Period:
    """A part of a year that another label names."""
    return Period(year.first, year.first, part[0], part[1])


def change_year(text: str) -> Period | None:
    """The year that a change is said to lead to, where both years are named the later one first: "Growth 2024/23"."""
    match = _BACKWARDS.search(text)
    if match is None:
        return None
    year, other = int(match["year"]), int(match["short"]) % 100
    return Period(year, year) if other == (year - 1) % 100 else None


def short_span(text: str) -> Period | None:
    """The span of a compound rate whose years have two digits: "CAGR 24A–30E"."""
    match = _SHORT_SPAN.search(text)
    if match is None or int(match["first"]) >= int(match["last"]):
        return None
    return Period(2000 + int(match["first"]), 2000 + int(match["last"]), "span")
