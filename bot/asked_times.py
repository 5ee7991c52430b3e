"""The times a question names, as tables may write them: "the first half of 2024" is what others call six months."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.book import Book
from ingest.domain import Cell, Period, Quantity, Report
from ingest.quantity.dates import YearPart, is_day, label_time, of_year
from ingest.quantity.periods import Mention, read_mentions

_YEAR_UP_TO = re.compile(r"(?<!\bover the )(?<!\bover )\b(?:year|(?:twelve|12) months) to (?:the )?\Z", re.IGNORECASE)
"""Before the month or day that a year ends with; "over the year to March" asks for a change that leads to March."""
_END = re.compile(r"\b(?:(?:end|close) of (?:the )?(?:year )?|year[- ]end )\Z", re.IGNORECASE)
_AT = re.compile(
    r"\b(?:(?:end|close|as) (?:of|at) (?:the )?|at (?:the )?|by "
    r"|(?:months|quarter|half|year|period)\b[^?]{0,12}\b(?:to|ended|ending) )\Z",
    re.IGNORECASE,
)
"""Before the month at whose end something stood, or that ends a quarter."""
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", re.IGNORECASE)


DECEMBER = 12

LATEST = re.compile(r"\b(?:latest|last|most recent|current)\b", re.IGNORECASE)
"""Asks for the last time there is."""


@dataclass(frozen=True, slots=True)
class AskedTime:
    """A time of a question at ``start`` to ``end`` and the periods that say the same, the likeliest first; ``by_date``
    are those of a fiscal year's quarter by the calendar, as labels tell them that name no fiscal year."""

    start: int
    end: int
    periods: tuple[Period, ...]
    by_date: tuple[Period, ...] = ()

    def rank(self, q: Quantity, report: Report) -> int | None:
        """How likely a figure's time is what is meant, 0 the most; None where it is not."""
        dated = self.by_date and isinstance(q.source, Cell) and not _names_fiscal(q.source, report)
        periods = self.by_date if dated else self.periods
        return periods.index(q.period) if q.period in periods else None


def _names_fiscal(cell: Cell, report: Report) -> bool:
    """Whether a cell's labels say that a time is a fiscal year's."""
    table = report.tables[cell.table]
    return _FISCAL.search(" ".join((table.header[cell.column], table.rows[cell.row][0]))) is not None


def asked_times(ask: str, book: Book) -> tuple[AskedTime, ...]:
    """Every time a question names, in order."""
    return tuple(
        AskedTime(
            mention.start,
            mention.end,
            tuple(dict.fromkeys(_alike(mention, mention.period, ask, book))),
            _by_date(mention.period, ask[mention.start : mention.end], book),
        )
        for mention in read_mentions(ask, book.question_frame)
        if mention.period
    )


def _alike(mention: Mention, period: Period, ask: str, book: Book) -> tuple[Period, ...]:
    """A period and those that are other words for it."""
    year, before, said = period.first, ask[: mention.start], ask[mention.start : mention.end]
    annual = (Period(year, year), Period(year, year, "fiscal year"))
    season = label_time(said) if period.kind == "span" else None
    if season and season.period:  # "2024-25"
        return (season.period, Period(period.last, period.last))
    if mention.dated:
        return _of_date(period, said, before, book)
    if period.end:
        halves = (Period(of, of, "half", number) for of in (period.last, period.last + 1) for number in (1, 2))
        return (period, *(half for half in halves if period in _fiscal(6, 6 * (half.part or 0), half.first, book)))
    match (period.kind, period.part):
        case ("year", _) | ("fiscal year", _):
            closing = (Period(year, year, "quarter", 4), Period(year, year, "month", 12)) if _END.search(before) else ()
            return (period, *annual, *closing)
        case ("half", 1) | ("months", 6):
            return (Period(year, year, "half", 1), Period(year, year, "months", 6), *_fiscal(6, 6, year, book, said))
        case ("quarter", 1) | ("months", 3):
            return (Period(year, year, "quarter", 1), Period(year, year, "months", 3))
        case ("half", 2):
            return (period, *_fiscal(6, 12, year, book, said))
        case ("months", int(count)):
            return (period, *_fiscal(count, count, year, book, said))
        case _:
            return (period,)


def _twelve_to(period: Period) -> tuple[Period, ...]:
    """The twelve months up to a month within a year."""
    if period.kind != "month" or period.part in (None, 12):
        return ()
    return (of_year(YearPart("months", 12, period.part), Period(period.last, period.last)),)


_FISCAL = re.compile(r"FY|fiscal|financial", re.IGNORECASE)


def _fiscal(count: int, behind: int, year: int, book: Book, said: str = "FY") -> tuple[Period, ...]:
    """So many months of a fiscal year, where one is ``said``, up to the one that is so far behind its beginning: the
    first half of a year that ends in March is the six months to September. None where it is the calendar's."""
    close = book.frame.fiscal_end
    if close in (None, 12) or not _FISCAL.search(said):
        return ()
    end = (close + behind - 1) % 12 + 1
    last = year + book.frame.fiscal_lag - (close < end)
    return (of_year(YearPart("months", count, end), Period(last, last)),)


def _by_date(period: Period, said: str, book: Book) -> tuple[Period, ...]:
    """A quarter of a fiscal year by the calendar: the second of one that ends in March is that to September."""
    if period.kind != "quarter" or period.part is None:
        return ()
    three = _fiscal(3, 3 * period.part, period.first, book, said)
    ends = [each.end for each in three if each.end]
    return (*(Period(three[0].last, three[0].last, "quarter", end // 3) for end in ends if end % 3 == 0), *three)


def _fiscal_year(year: int, book: Book) -> Period:
    """The fiscal year that ends in a year, by the report's own number of it."""
    number = year - book.frame.fiscal_lag
    return Period(number, number, "fiscal year")


def _of_date(period: Period, said: str, before: str, book: Book) -> tuple[Period, ...]:
    """A day or month, the quarter that it ends where something stood then, and the year that it may end; the year that
    it ends where that is said."""
    year = period.first
    if _YEAR_UP_TO.search(before):
        return (_fiscal_year(year, book), Period(year, year), *_twelve_to(period))
    month = (period.part or DECEMBER) if period.kind == "month" else DECEMBER
    is_of_day = is_day(" ".join(_ORDINAL.sub("", said).split()))
    found = [Period(year, year, "month", month)]
    if month % 3 == 0 and (is_of_day or _AT.search(before) or not book.tells_months):
        found.append(Period(year, year, "quarter", month // 3))
    closes_own = month == book.frame.fiscal_end
    if is_of_day or (closes_own and _END.search(before)):
        found += [Period(year, year)] if closes_own or month == DECEMBER else []
        found.append(_fiscal_year(year, book))
    return tuple(found)


def blanked(ask: str, spans: Sequence[tuple[int, int]]) -> str:
    """A question with blanks for some stretches, as for its times; what remains stands where it did."""
    for start, end in spans:
        ask = f"{ask[:start]}{' ' * (end - start)}{ask[end:]}"
    return ask
