"""Shows dates and times of a sheet: a day always as 2025-03-31, a month or a year as far as the format names them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

_SILENT = re.compile(r"_.|\*.|\[[^\]]*\]", re.DOTALL)
_SAID = re.compile(r'"([^"]*)"?|\\(.)', re.DOTALL)
_YEAR = re.compile(r"y+", re.IGNORECASE)
_PART = re.compile(r'"([^"]*)"?|\\(.)|([^"\\]+)', re.DOTALL)


def show_time(value: datetime | date | time | timedelta, code: str) -> str:
    """A date, a time of day or a length of time.

    Days are shown in one way, whatever the order of day and month in the format, so that none is misread; years have
    four digits.
    """
    code = _SILENT.sub("", code.split(";")[0])
    marks = re.sub("[^ymdhs]", "", _SAID.sub("", code).lower())
    seconds = "s" in marks
    match value:
        case timedelta():
            return _length(value, seconds)
        case time():
            return _clock(value, seconds)
        case datetime() if set("hs") & set(marks) and not set("yd") & set(marks):
            return _clock(value.time(), seconds)
        case datetime() if value.time() != time() and (set("hs") & set(marks) or not marks):
            return f"{value:%Y-%m-%d} {_clock(value.time(), seconds)}"
        case _:
            return _day(value, code, marks)


def _day(value: date, code: str, marks: str) -> str:
    only_digits = "y" not in marks and "mmm" not in marks
    if "d" in marks or only_digits:
        return f"{value:%Y-%m-%d}"
    if "m" in marks:
        month = _MONTHS[value.month - 1]
        month = month if "mmmm" in marks else month[:3]
        return f"{month} {value:%Y}" if "y" in marks else month
    return "".join(_YEAR.sub(f"{value:%Y}", part) if said is None else said for said, part in _parts(code)).strip()


def _parts(code: str) -> Iterator[tuple[str | None, str]]:
    """A format's literal texts, or else what stands for parts of the date."""
    for quoted, escaped, marks in _PART.findall(code):
        yield (None, marks) if marks else (quoted or escaped, "")


_MONTHS = "January February March April May June July August September October November December".split()
# not strftime's: they would be in the language of the machine


def _clock(value: time, seconds: bool) -> str:
    return f"{value:%H:%M:%S}" if seconds else f"{value:%H:%M}"


def _length(value: timedelta, seconds: bool) -> str:
    sign = "-" if value < timedelta(0) else ""
    minutes, rest = divmod(abs(round(value.total_seconds())), 60)
    shown = f"{sign}{minutes // 60}:{minutes % 60:02d}"
    return f"{shown}:{rest:02d}" if seconds else shown
