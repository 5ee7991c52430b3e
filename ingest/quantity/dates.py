"""Reads the times that labels of tables are: months, days, parts of a year that another label names, "year ended"."""

import re
from calendar import month_abbr, month_name
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from ingest.domain import Period, PeriodKind

WITHIN_YEAR = frozenset({"quarter", "half", "months"})
"""Kinds of periods that are parts of a year."""

YEAR_LONG = 12
"""Months of a year."""

_NAMES = (
    *("january|jan|januar|janvier|janv|enero|ene|gennaio|gen|januari|janeiro",),
    *("february|feb|februar|février|févr|febrero|febbraio|februari|fevereiro|fev",),
    *("march|mar|märz|mars|marzo|maart|março", "april|apr|avril|avr|abril|abr|aprile", "may|mai|mayo|maggio|mei|maio"),
    *("june|jun|juni|juin|junio|giugno|junho", "july|jul|juli|juillet|juil|julio|luglio|julho"),
    *("august|aug|août|agosto|ago|augustus|augusti", "september|sept|sep|septembre|septiembre|settembre|setembro|set"),
    *("october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out",),
    *("november|nov|novembre|noviembre|novembro", "december|dec|dezember|dez|décembre|déc|diciembre|dicembre|dezembro"),
)
_MONTH_OF = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split("|")}
_MONTH_NAMES = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_MONTH = rf"(?P<month>{_MONTH_NAMES})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d|['’]\d\d)"
_MONTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}
_WEEKS = {"13": 3, "thirteen": 3, "26": 6, "39": 9, "52": 12, "53": 12, "fifty-two": 12, "fifty-three": 12}
_UNITS = {"quarter": 3, "half": 6}
_COUNT = rf"(?:(?P<count>{'|'.join(_MONTHS)})[\s-]*months?|(?P<weeks>{'|'.join(_WEEKS)})[\s-]*weeks?)(?:\s+periods?)?"

_ENDED = re.compile(
    rf"(?:for\s+(?:the\s+)?)?(?:{_COUNT}|(?P<unit>fiscal\s+year|financial\s+year|years?|quarters?|half[\s-]years?))\s+"
    rf"(?:ended|ending|to)\s*(?:on\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTH})?\s*(?:\d{{1,2}})?\s*,?\s*{_YEAR}?",
    re.IGNORECASE,
)
_LED = r"(?:(?:as\s+(?:of|at)|at|au|al|zum|per|am|den|il|le|on)\s+)?"
_DAY = re.compile(
    rf"{_LED}(?:(?P<before>\d{{1,2}})(?:er|º)?[\s.-]*(?:de\s+)?)?{_MONTH}[\s-]*(?:(?P<behind>\d{{1,2}})\s*,)?\s*,?[\s-]*(?:de\s+)?"
    rf"(?:{_YEAR}|(?P<short>\d\d))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
_NUMERIC = re.compile(
    rf"{_LED}(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)(?P<year>(?:19|20)\d\d)", re.IGNORECASE
)
_NUMERIC_SHORT = re.compile(
    rf"{_LED}(?P<one>\d{{1,2}})(?P<mark>/)(?P<two>\d{{1,2}})/(?P<year>\d\d)"
    rf"|{_LED}(?P<day>[0-3]\d)\.(?P<number>0[1-9]|1[0-2])\.(?P<short>\d\d)",
    re.IGNORECASE,
)
"""A date with two digits for its year: "6/30/25", "30.09.25"."""
_NUMERIC_END = re.compile(
    r"(?P<led>\b(?:ended|ending)\s+)(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_ORDINAL = (
    r"(?:(?P<first>first|1st|premier|première|1er|1\.|1º|erstes)|(?P<second>second|2nd|2e|2ème|2\.|2º|segundo|zweites)"
)
_ORDINAL += r"|(?P<third>third|3rd|3e|3\.|3º|drittes)|(?P<fourth>fourth|4th|4e|4\.|4º|viertes))"
_SPELLED = re.compile(
    rf"(?:the\s+)?{_ORDINAL}[\s-]*(?:(?P<quarter>quarter|trimest(?:re|er|ri)|quartal|kwartaal)|half(?:[\s-]year)?|semestre|halbjahr)",
    re.IGNORECASE,
)
_MONTH_QUARTER = re.compile(
    rf"(?:the\s+)?(?P<month>mar(?:ch)?|june?|sept?(?:ember)?|dec(?:ember)?)\.?[\s-](?:quarter|qtr)\.?,?\s*{_YEAR}?",
    re.IGNORECASE,
)
"""A quarter named by the month that ends it: "June quarter 2025"."""
_PART = re.compile(
    r"(?:[QT](?P<q1>[1-4])|(?P<q2>[1-4])[QT]|[HS](?P<h1>[12])|(?P<h2>[12])[HS]|(?P<m>[369])M)"
    r"(?:[\s'’]*(?P<year>(?:19|20)\d\d|(?<=\s)\d\d|(?<=['’])\d\d))?",
    re.IGNORECASE,
)
_ONLY_MONTHS = re.compile(rf"(?:first\s+)?{_COUNT}", re.IGNORECASE)
_TO_DATE = re.compile(r"(?P<m>[369]|12)M[\s'’-]*(?:FY)?(?P<year>(?:19|20)\d\d|\d\d)", re.IGNORECASE)
TRAILING_MONTHS = (
    r"LTM|TTM|R12M?|(?:last|trailing|rolling|past) (?:twelve|12)[ -]months?|(?:twelve|12)[ -]months? rolling"
)
"""How the twelve months up to a date are called, whatever that is."""
_MONTH_RANGE = re.compile(
    rf"(?:(?:{TRAILING_MONTHS})\s+)?(?P<from>{_MONTH_NAMES})\.?\s*(?:[-–—−]|to|through)\s*{_MONTH}[\s,-]*"
    rf"(?:(?:(?:19|20)?\d\d/)?(?:{_YEAR}|(?P<short>(?<=[\s/-])\d\d)))?",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"(?:from\s+)?(?:\d{{1,2}}\s+)?(?P<from>{_MONTH_NAMES})\.?(?:\s+\d{{1,2}})?,?\s+(?P<first>(?:19|20)\d\d)"
    rf"\s*(?:[-–—−]|to|through|until)\s*(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{1,2}})?,?\s+{_YEAR}",
    re.IGNORECASE,
)
"""From one day or month to another, each of its year: "October 1, 2025 – October 31, 2025", "Oct 2024–Sep 2025"."""
_DAY_RANGE = re.compile(
    rf"\d{{1,2}}\.(?P<from>0?[1-9]|1[0-2])\.?\s*[-–—−]\s*\d{{1,2}}\.(?P<to>0?[1-9]|1[0-2])\.?(?:\s*{_YEAR})?"
)
"""From one day to another of a year: "01.01.–30.09."."""
_WHOLE_YEAR = re.compile(
    rf"(?:full[\s-]*year|12\s*months|gesamtjahr|année entière|año completo|helår(?:et)?|hele året)(?:[\s,]+{_YEAR})?",
    re.IGNORECASE,
)
_LAST_TWELVE = re.compile(
    rf"(?:{TRAILING_MONTHS})(?:\s+(?:to|ended|ending|up\s+to))?\s+(?:{_MONTH}|Q(?P<quarter>[1-4]))[\s,]*{_YEAR}",
    re.IGNORECASE,
)
_YEAR_NAMED = re.compile(
    r"(?:exercice|geschäftsjahr|gj|ejercicio|esercizio|exercício|boekjaar|räkenskapsår|jahr|année|año|anno|ano|fiscal)"
    rf"\s+{_YEAR}",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(
    r"(?:in\s+)?(?:fiscal|FY|financial)?\s*(?:years?\s+)?(?P<first>(?:19|20)\d\d)\s+and\s+(?:fiscal\s+)?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""Two years together: "Fiscal 2027 and 2028"."""
_MONTH_CLOSED = re.compile(
    r"FY\s?(?P<year>(?:19|20)\d\d)/(?P<number>1[0-2]|[1-9])(?!\d)|FYE?\s?(?P<month>1[0-2]|[1-9])/(?P<last>(?:19|20)?\d\d)"
)
"""A fiscal year named by the month that closes it, as in Japan: "FY2025/3", "FY3/25"."""

_SEASON = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?[-–—/]\s?(?P<short>\d\d)\s?(?:\(?[EFPR]\)?|\(?(?:est|proj|prel|fcst)[a-z]*\.?\)?)?",
    re.IGNORECASE,
)
_BACKWARDS = re.compile(r"(?<![\d./])(?P<year>(?:19|20)?\d\d)\s?/\s?(?P<short>(?:19|20)?\d\d)(?![\d./])")
_SHORT_SPAN = re.compile(r"(?<![\d.,])['’]?(?P<first>\d\d)[AEFP]?\s?[-–—/]\s?['’]?(?P<last>\d\d)[AEFP]?(?![\d.,%])")


class YearPart(NamedTuple):
    """A part of a year: a quarter, half or month by its number, so many months, up to ``end`` where not its first."""

    kind: PeriodKind
    number: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class LabelTime:
    """What a label says of time and nothing else. ``part`` is a part of a year that another label names; both are None
    where it only announces the time ("Year ended")."""

    period: Period | None = None
    part: YearPart | None = None


_STATUS = (
    r"(?:un)?audited|restated|revised|actuals?|provisional|preliminary|ungeprüft|geprüft|angepasst|retraitée?s?|publiée?s?"
    r"|reexpresado|rideterminato|adjusted for \w+"
)
_BRACKETED = re.compile(rf"\s*[(\[](?:{_STATUS}|[*†‡]+|\d{{1,2}}|(?-i:[a-zAC-JLN-Z]))[)\]]", re.IGNORECASE)
_BEHIND = re.compile(rf"(?<=\d)\s+(?:{_STATUS})$", re.IGNORECASE)


def label_time(text: str, fiscal_lag: int = 0) -> LabelTime | None:
    """The time a label is, None where it is something else.

    ``fiscal_lag`` is by how much the number of a fiscal year is less than that of the year it ends in.
    """
    bare = _OR_FOR.sub("", _NUMERIC_END.sub(_in_words, without_status(text)))
    for pattern, read in _READERS:
        if (match := pattern.fullmatch(bare)) and (time := read(match)):
            return _lagged(time, fiscal_lag) if pattern is _ENDED else time
    return None


_OR_FOR = re.compile(r"^(?:as of|at) (?:or|and) for (?:the )?", re.IGNORECASE)
"""Heads stocks and flows together: "As of or for the Three Months Ended"."""


def month_of(name: str) -> int:
    """The number of a month by its name or what that is shortened to, in any of the languages read here."""
    return _MONTH_OF[name.lower()]


def _in_words(match: re.Match[str]) -> str:
    """The end of a stretch as a month's name with the year: "31.03.2025"."""
    time = _numeric(match)
    period = time.period if time else None
    month = (period.part or 12) if period else None
    return f"{match['led']}{_NAMES[month - 1].split('|')[0]} {match['year']}" if month else match[0]


def _lagged(time: LabelTime, lag: int) -> LabelTime:
    if time.period is None or time.period.kind != "fiscal year":
        return time
    return LabelTime(Period(time.period.first - lag, time.period.last - lag, "fiscal year"))


def without_status(text: str) -> str:
    """A label without what only says how final its figures are: "2023" of "2023 (restated)"."""
    return _BEHIND.sub("", _BRACKETED.sub("", text.strip())).strip(" ,")


def is_day(text: str) -> bool:
    """Whether a label is a day, "31 March 2024", such as stocks are counted on."""
    bare = without_status(text)
    day = _DAY.fullmatch(bare)
    iso = _ISO.fullmatch(bare)
    in_numbers = _NUMERIC.fullmatch(bare) or _NUMERIC_SHORT.fullmatch(bare)
    return bool((day and (day["before"] or day["behind"])) or (iso and iso["day"]) or in_numbers)


def _ended(match: re.Match[str]) -> LabelTime:
    """ "Three months ended March 31, 2024" is the first quarter where its month ends one; a year's is that year."""
    count = _count(match)
    if count is None:
        count = next((months for unit, months in _UNITS.items() if match["unit"].lower().startswith(unit)), None)
    month = _MONTH_OF[match["month"].lower()] if match["month"] else None
    if count in (None, 12):
        year = match["year"]
        return LabelTime(Period(_full(year), _full(year), "fiscal year" if month != 12 else "year") if year else None)
    if count == 3 and month and month % 3 == 0:
        return _dated("quarter", month // 3, match["year"])
    if count and month:
        return _stretch(count, month, match["year"])
    return LabelTime()


def _stretch(count: int, month: int, year: str | None) -> LabelTime:
    """So many months up to one."""
    part = YearPart("months", count, month if month != count else None)
    return LabelTime(of_year(part, Period(_full(year), _full(year)))) if year else LabelTime(part=part)


def _count(match: re.Match[str]) -> int | None:
    if match["weeks"]:
        return _WEEKS[match["weeks"].lower()]
    return _MONTHS[match["count"].lower()] if match["count"] else None


_ENGLISH = frozenset((*month_name, *month_abbr, "Sept"))
_ALSO_WORDS = frozenset("set out ago gen mars".split())
"""Months of other languages, shortened, that are words by themselves."""

_LAST_DAYS = 28
"""Numbers behind a month from which on they are the last days of months, and not years."""


def _day(match: re.Match[str]) -> LabelTime | None:
    """A month; the last day of a year stands for the year."""
    named = match["month"]
    if (
        match[0].strip(".") == named
        and (named.isupper() or named.lower() in _ALSO_WORDS)
        and named.title() not in _ENGLISH
    ):
        return None  # "ABR" is a base rent, "Set" a word
    month = _MONTH_OF[named.lower()]
    year, behind = match["year"] or match["short"], match["behind"]
    if match["short"] and int(match["short"]) >= _LAST_DAYS and match[0][-3] == " ":
        year, behind = None, match["short"]  # "June 30": a day, and no year
    if month == 12 and "31" in (match["before"], behind):
        return LabelTime(Period(_full(year), _full(year)) if year else None)
    return _dated("month", month, year)


def _iso(match: re.Match[str]) -> LabelTime:
    return _of_numbers(int(match["number"]), match["day"], match["year"])


def _numeric(match: re.Match[str]) -> LabelTime | None:
    """A date in numbers; where both may be the month, the first is the day unless they are parted by strokes."""
    one, two = int(match["one"]), int(match["two"])
    if two > 12 >= one or (one == two <= 12):
        return _of_numbers(one, match["two"], match["year"])
    if one > 12 >= two or (two <= 12 and match["mark"] != "/"):
        return _of_numbers(two, match["one"], match["year"])
    return LabelTime() if one <= 12 and two <= 12 else None


def _numeric_short(match: re.Match[str]) -> LabelTime | None:
    return _of_numbers(int(match["number"]), match["day"], match["short"]) if match["day"] else _numeric(match)


def _of_numbers(month: int, day: str | None, year: str) -> LabelTime:
    if month == 12 and day == "31":
        return LabelTime(Period(_full(year), _full(year)))
    return _dated("month", month, year)


def _spelled(match: re.Match[str]) -> LabelTime | None:
    number = next(at for at, name in enumerate(("first", "second", "third", "fourth"), start=1) if match[name])
    if match["quarter"]:
        return LabelTime(part=YearPart("quarter", number))
    return LabelTime(part=YearPart("half", number)) if number < 3 else None


def _month_quarter(match: re.Match[str]) -> LabelTime:
    return _dated("quarter", _MONTH_OF[match["month"].lower()] // 3, match["year"])


def _part_dated(match: re.Match[str]) -> LabelTime:
    kind, part = _part(match)
    return _dated(kind, part, match["year"])


def _only_months(match: re.Match[str]) -> LabelTime | None:
    count = _count(match)
    return LabelTime(part=YearPart("months", count)) if count in (6, 9) else LabelTime()


def _to_date(match: re.Match[str]) -> LabelTime:
    """The first months of a year; twelve are the year."""
    if match["m"] == "12":
        return LabelTime(Period(_full(match["year"]), _full(match["year"])))
    return _dated("months", int(match["m"]), match["year"])


def _month_range(match: re.Match[str]) -> LabelTime | None:
    """ "Jan–Mar 2025" is a quarter, "January to June" a half year, "January to August" eight months, "Jan–Dec" the
    year, "Oct–Sep 2025" the twelve months up to September."""
    first, last = _MONTH_OF[match["from"].lower()], _MONTH_OF[match["month"].lower()]
    return _of_months(first, last, match["year"] or match["short"])


def _of_months(first: int, last: int, year: str | None) -> LabelTime:
    if (first, last) == (1, 12):
        return LabelTime(Period(_full(year), _full(year)) if year else None)
    if last % 3 == 0 and first == last - 2:
        return _dated("quarter", last // 3, year)
    if last % 6 == 0 and first == last - 5:
        return _dated("half", last // 6, year)
    return _stretch((last - first) % 12 + 1, last, year)


def _days(match: re.Match[str]) -> LabelTime:
    """The month, quarter, half, year or other stretch that two days or months enclose."""
    first, last = _MONTH_OF[match["from"].lower()], _MONTH_OF[match["month"].lower()]
    months = (int(match["year"]) - int(match["first"])) * 12 + last - first + 1
    if match["first"] != match["year"]:
        return _stretch(months, last, match["year"]) if 0 < months <= 12 else LabelTime()
    return _dated("month", last, match["year"]) if first == last else _of_months(first, last, match["year"])


def _day_range(match: re.Match[str]) -> LabelTime:
    return _of_months(int(match["from"]), int(match["to"]), match["year"])


def _whole_year(match: re.Match[str]) -> LabelTime:
    year = match["year"]
    return LabelTime(Period(_full(year), _full(year)) if year else None)


def _last_twelve(match: re.Match[str]) -> LabelTime:
    """The twelve months up to December are that year."""
    month = 3 * int(match["quarter"]) if match["quarter"] else _MONTH_OF[match["month"].lower()]
    year = match["year"]
    if month == 12:
        return LabelTime(Period(_full(year), _full(year)))
    return _stretch(12, month, year)


def _season(match: re.Match[str]) -> LabelTime | None:
    year = int(match["year"]) + 1
    return LabelTime(Period(year, year, "fiscal year")) if int(match["short"]) == year % 100 else None


def _two_years(match: re.Match[str]) -> LabelTime | None:
    first, last = int(match["first"]), int(match["year"])
    return LabelTime(Period(first, last, "span")) if last == first + 1 else None


def _year_named(match: re.Match[str]) -> LabelTime:
    year = _full(match["year"])
    fiscal = match[0].lower().startswith(("geschäftsjahr", "gj", "fiscal", "boekjaar"))
    return LabelTime(Period(year, year, "fiscal year" if fiscal else "year"))


def _month_closed(match: re.Match[str]) -> LabelTime:
    year = _full(match["year"] or match["last"])
    return LabelTime(Period(year, year, "fiscal year"))


def _dated(kind: PeriodKind, part: int, year: str | None) -> LabelTime:
    if year is None:
        return LabelTime(part=YearPart(kind, part))
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


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], LabelTime | None]], ...] = (
    (_ENDED, _ended),
    (_PART, _part_dated),
    (_TO_DATE, _to_date),
    (_MONTH_RANGE, _month_range),
    (_DAYS, _days),
    (_DAY_RANGE, _day_range),
    (_WHOLE_YEAR, _whole_year),
    (_ISO, _iso),
    (_NUMERIC, _numeric),
    (_NUMERIC_SHORT, _numeric_short),
    (_DAY, _day),
    (_SEASON, _season),
    (_SPELLED, _spelled),
    (_MONTH_QUARTER, _month_quarter),
    (_ONLY_MONTHS, _only_months),
    (_LAST_TWELVE, _last_twelve),
    (_MONTH_CLOSED, _month_closed),
    (_YEAR_NAMED, _year_named),
    (_TWO_YEARS, _two_years),
)


def of_year(part: YearPart, year: Period) -> Period:
    """A part of a year that another label names; of a month those up to it are of its year, later ones of the last."""
    if part.end:
        return Period(year.last - (part.end < part.number), year.last, part.kind, part.number, part.end)
    first = year.first - 1 if year.kind == "month" and part.number > (year.part or 12) else year.first
    return Period(first, first, part.kind, part.number)


def part_within(text: str) -> YearPart | None:
    """The part of a year that a label names among other words: "Bushels handled, nine months"."""
    match = _MONTHS_WITHIN.search(text)
    return YearPart("months", _MONTHS[match["count"].lower()]) if match else None


_MONTHS_WITHIN = re.compile(
    r"\b(?:first\s+)?(?P<count>six|nine|6|9)[\s-]+months\b(?!\s+(?:ended|ending|to|ago|old))", re.I
)


def months_within(text: str) -> YearPart | None:
    """The months of a year that a title names among other words: "Imports of cement, January–June"."""
    found = [time for match in _RANGE_WITHIN.finditer(text) if (time := label_time(match[0])) and time.part]
    return found[0].part if len({time.part for time in found}) == 1 else None


def stretch_of_years(text: str) -> tuple[YearPart, Period] | None:
    """The part that a title names of several years, and that of the last: "For the three months ended September 30,
    2025 and 2024"."""
    match = _OF_YEARS.search(text)
    time = label_time(match["one"]) if match else None
    if match is None or time is None or time.period is None or time.period.kind not in WITHIN_YEAR:
        return None
    years = {time.period.last, *map(int, _YEARS.findall(match["others"]))}
    part = YearPart(time.period.kind, time.period.part or 0, time.period.end)
    return part, of_year(part, Period(max(years), max(years)))


_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_OF_YEARS = re.compile(
    rf"\b(?P<one>(?:{_COUNT}|quarters?|half[\s-]years?)\s+(?:ended|ending|to)\s+"
    rf"(?:\d{{1,2}}\s+)?(?:{_MONTH_NAMES})\.?\s*(?:\d{{1,2}})?\s*,?\s*(?:19|20)\d\d)"
    r"(?P<others>(?:,\s*(?:19|20)\d\d)*,?\s+(?:and|vs\.?|versus)\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)


_RANGE_WITHIN = re.compile(
    rf"\b(?:{_MONTH_NAMES})\.?\s*(?:[-–—−]|to|through)\s*(?:{_MONTH_NAMES})\b(?!\s+(?:\d{{1,2}}\b|(?:19|20)\d\d))"
    rf"|\b(?:first|1st) half\b|\bfirst (?:six|nine|6|9) months\b",
    re.IGNORECASE,
)


def change_year(text: str) -> Period | None:
    """The year that a change leads to, where both years are named the later one first: "Growth 2024/23", "24/23"."""
    match = _BACKWARDS.search(text)
    if match is None:
        return None
    year, other = _full(match["year"]), int(match["short"]) % 100
    return Period(year, year) if other == (year - 1) % 100 else None


def short_span(text: str) -> Period | None:
    """The span of a compound rate whose years have two digits: "CAGR 24A–30E"."""
    match = _SHORT_SPAN.search(text)
    if match is None or int(match["first"]) >= int(match["last"]):
        return None
    return Period(2000 + int(match["first"]), 2000 + int(match["last"]), "span")
