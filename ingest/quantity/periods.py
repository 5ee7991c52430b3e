"""Reads the years, quarters and spans a text speaks of."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.domain import Period
from ingest.found import Found
from ingest.quantity.dates import label_time
from ingest.quantity.frame import UNFRAMED, Frame
from ingest.quantity.mentions import MENTION
from ingest.quantity.units import PHYSICAL, SCALE_WORD


@dataclass(frozen=True, slots=True)
class Mention:
    """A time named in a text. ``period`` is None when it cannot be told ("last year").

    ``dated``: a day or month, such as an event has. ``projected``: marked as a forecast ("2026F").
    """

    period: Period | None
    start: int
    end: int
    dated: bool = False
    projected: bool = False


_TIME = re.compile(r"\d|year|period|quarter|half|decade|time\s?(?:frame|line|span)|horizon|month|then", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|INR|JPY|CNY|RMB|Rs\.?))\s?\Z")
_AMOUNT_AFTER = re.compile(rf"\s?(?:%|(?:{SCALE_WORD}|percent|per\s+cent|basis\s+points|bps|times)\b)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:over|more than|nearly|almost|about|approximately|around|some|at least|up to|than)\s\Z", re.I
)
_PLURAL = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]{3,}s\b")
_PREPOSITION_AFTER = re.compile(r"\s*(?:[,.;:)]|$|and\b|to\b|at\b|as\b|was\b|is\b|has\b|levels\b)", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:Vision|Agenda|Horizon|Expo|ISO|Windows|Office|Regulation|Plan|Strategy|Compact|Act)\s\Z")


def read_periods(text: str, frame: Frame = UNFRAMED) -> list[Found[Period]]:
    """The periods named in a text; "the forecast period" needs ``frame.forecast``, "last year" is not read."""
    return [
        Found(mention.period, mention.start, mention.end)
        for mention in read_mentions(text, frame)
        if mention.period is not None
    ]


def read_mentions(text: str, frame: Frame = UNFRAMED) -> list[Mention]:
    """Every time named in a text, in order, those that cannot be told too (``period`` None)."""
    if not _TIME.search(text):
        return []
    found = (_mention(match, text, frame) for match in MENTION.finditer(text))
    return [mention for mention in found if mention]


def _mention(match: re.Match[str], text: str, frame: Frame) -> Mention | None:
    start, end = match.span()
    kind = match.lastgroup or ""
    for name in _GROUPS:
        if match[name] is not None:
            kind = name
            break
    if kind in {"year", "attached", "span"} and _is_amount(text, match, kind):
        return None
    if kind == "year" and _TITLED.search(text[max(0, start - 12) : start]):
        return Mention(None, start, end)
    projected = any((match[mark] or "").strip(" ()").upper() in {"E", "F", "P"} for mark in ("mark", "smark", "fmark"))
    period = _READERS[kind](match, frame)
    return Mention(period, start, end, dated=kind == "date", projected=projected)


def _is_amount(text: str, match: re.Match[str], kind: str) -> bool:
    """Whether digits that look like a year are a number: "USD 2025 million", "over 2000 hospitals"."""
    start = match.start({"year": "y", "attached": "ay", "span": "y1"}[kind])
    before = text[max(0, start - 16) : start]
    after = text[match.end() : match.end() + 24]
    if _CURRENCY_BEFORE.search(before) or _AMOUNT_AFTER.match(after):
        return True
    unit = PHYSICAL.match(after.lstrip()) if after[:1] == " " else None
    if unit and len(unit[0]) > 1:
        return True
    return bool(_COUNTED.search(before) and _PLURAL.match(after) and not _PREPOSITION_AFTER.match(after))


def _full(year: str, like: int | None = None) -> int:
    """A year from two or four digits: "24" is 2024, and "30" behind 2023 is 2030."""
    if len(year) == 4:
        return int(year)
    century = (like // 100 if like else 20) * 100
    return century + int(year)


def _span(first: int, last: int) -> Period | None:
    if first == last:
        return Period(first, first)
    return Period(first, last, "span") if first < last <= first + 100 else None


def _read_span(match: re.Match[str], frame: Frame) -> Period | None:
    first = int(match["y1"])
    return _span(first, _full(match["y2"] or match["short"], first))


def _read_fiscal(match: re.Match[str], frame: Frame) -> Period | None:
    first = _full(match["fy"])
    later = match["fy2"] or match["fy3"]
    if later is None:
        return Period(first, first, "fiscal year")
    last = _full(later, first)
    if last == first + 1 and match["fy3"] is None:
        return Period(last, last, "fiscal year")
    return _span(first, last)


def _fiscal_year(ends: int, frame: Frame) -> Period:
    """The fiscal year that ends in a year, by the number the report gives it."""
    return Period(ends - frame.fiscal_lag, ends - frame.fiscal_lag, "fiscal year")


def _read_quarter(match: re.Match[str], frame: Frame) -> Period | None:
    return _part("quarter", match, [("q1", "qy1"), ("q2", "qy2"), ("q3", "qy3"), ("q4", "qy4"), ("q5", "qy5")])


def _read_half(match: re.Match[str], frame: Frame) -> Period | None:
    return _part("half", match, [("h1", "hy1"), ("h2", "hy2"), ("h3", "hy3"), ("h4", "hy4")])


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINALS |= {
    "last": 4,
    "final": 4,
    "mar": 1,
    "jun": 2,
    "sep": 3,
    "dec": 4,
}  # "the last quarter of 2024", "the June quarter of 2025"


def _part(kind: str, match: re.Match[str], groups: list[tuple[str, str]]) -> Period:
    part, year = next((match[part], match[year]) for part, year in groups if match[part])
    number = _ORDINALS.get(part.lower()) or _ORDINALS.get(part.lower()[:3]) or int(part)
    first = _full(year)
    return Period(first, first, "quarter" if kind == "quarter" else "half", number)


def _read_season(match: re.Match[str], frame: Frame) -> Period | None:
    first = int(match["sy"])
    last = _full(match["sy2"], first)
    return Period(last, last, "fiscal year") if last == first + 1 else None


def _read_year(match: re.Match[str], frame: Frame) -> Period | None:
    year = int(next(match[name] for name in ("y", "ay", "dy", "dy2", "dy3") if match[name]))
    return Period(year, year)


def _read_horizon(match: re.Match[str], frame: Frame) -> Period | None:
    return Period(frame.forecast.last, frame.forecast.last) if frame.forecast else None


def _read_base(match: re.Match[str], frame: Frame) -> Period | None:
    return Period(frame.base_year, frame.base_year) if frame.base_year else None


_OF = re.compile(r"^(?:the\s+)?first\s+(\w+)\s+months\s+of\s+", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", re.IGNORECASE)
_FIRST_MONTHS = {
    name: count for count, name in enumerate("two three four five six seven eight nine ten eleven".split(), start=2)
}


def _read_months(match: re.Match[str], frame: Frame) -> Period | None:
    """ "Six months ended June 30, 2024"; None where the stretch does not begin with the year."""
    said = " ".join(match["months"].split())
    if opening := _OF.match(said):
        year, count = int(said[-4:]), _FIRST_MONTHS[opening[1].lower()]
        return Period(year, year, "quarter", 1) if count == 3 else Period(year, year, "months", count)
    time = label_time(said.replace(" through ", " to "), frame.fiscal_lag)
    return time.period if time else None


def _read_date(match: re.Match[str], frame: Frame) -> Period | None:
    """The month of a date; the last day of a year stands for the year."""
    time = label_time(" ".join(_ORDINAL.sub("", match["date"]).split()))
    return time.period if time and time.period else _read_year(match, frame)


_READERS: dict[str, Callable[[re.Match[str], Frame], Period | None]] = {
    "horizon": _read_horizon,
    "forecast": lambda match, frame: frame.forecast,
    "base": _read_base,
    "quarter": _read_quarter,
    "half": _read_half,
    "months": _read_months,
    "ended": lambda match, frame: _fiscal_year(int(match["ey"]), frame),
    "closed": lambda match, frame: Period(_full(match["cy"]), _full(match["cy"]), "fiscal year"),  # "FY3/24"
    "fiscal": _read_fiscal,
    "date": _read_date,
    "season": _read_season,
    "span": _read_span,
    "between": lambda match, frame: _span(int(match["b1"]), int(match["b2"])),
    "year": _read_year,
    "attached": _read_year,
    "vague": lambda match, frame: None,
}
_GROUPS = tuple(_READERS)
