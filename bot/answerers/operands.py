"""The published figures a calculation is made of: two years, two places, two parts, or a part and the whole."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import permutations

from bot import measuring
from bot.book import Book
from bot.cells import labels_at
from bot.match import at_place, in_periods, matching, mentioning, of_time_unsaid, unasked
from bot.pairs import column_of
from bot.parts import LEVELS
from bot.printings import current_period, distinct
from bot.question import Question
from bot.sense import GENERIC, OTHERS, Sense, stems
from bot.terms import first_match
from ingest.domain import Cell, Measure, Period, Quantity
from ingest.places import contains


def level(question: Question, book: Book, period: Period | None) -> Quantity | None:
    """The amount published for one period, for the question's measure, place and subject; of now without a period."""
    named = first_match(measuring.LEVELS, question.ask)
    wanted = (named,) if named else _levels(question)
    for measure in wanted:
        asked = replace(question, measure=measure, periods=(period,) if period else ())
        found = [q for q in matching(asked, book) if q.upper is None and q.measure == measure]
        found = found or [q for q in of_time_unsaid(asked, book) if q.upper is None]
        if period is None:
            now = current_period(found, book)
            found = [q for q in found if q.period == now]
        if found:
            return distinct(found)[0]
    return None


def _levels(question: Question) -> tuple[Measure, ...]:
    """What may be calculated with: shares only where they are added up, or set against each other in points."""
    if question.measure == "share" and question.operation in ("sum", "difference"):
        return ("share",)
    return (question.measure,) if question.measure in LEVELS else LEVELS


def over_time(question: Question, book: Book) -> tuple[Quantity, Quantity] | None:
    """The levels of the first and the last year asked for, or published when none is."""
    if len(question.periods) == 2 and all(period.kind in ("quarter", "half") for period in question.periods):
        ends = sorted(question.periods, key=lambda period: (period.first, period.part or 0))
        first, last = (level(question, book, period) for period in ends)
        return _ends(first, last)
    years = question.years
    grown = question.operation == "growth" or question.measure in ("growth", "increase")
    if len(years) == 1 and grown and question.operation != "multiple":
        years = (years[0] - 1, years[0])
    if len(years) == 1 and (_moved_within(question) or years[0] <= (book.base_year or 0)):
        years = (years[0] - 1, years[0])
    if len(years) == 1 and question.operation in ("difference", "multiple", "cagr"):
        published = _published_years(question, book)
        years = (*years, *published[-1:]) if years == published[:1] else (*published[:1], *years)
    if not years and question.operation in ("multiple", "difference", "growth", "cagr"):
        years = _published_years(question, book)
    years = tuple(sorted(years))
    if len(years) < 2 or years[0] == years[-1]:
        return None
    first, last = (level(question, book, Period(year, year)) for year in (years[0], years[-1]))
    return _ends(first, last)


def _ends(first: Quantity | None, last: Quantity | None) -> tuple[Quantity, Quantity] | None:
    """Two levels of different, stated times; None where one is missing."""
    if first is None or last is None or first.period is None or last.period is None:
        return None
    return (first, last) if first.period != last.period else None


def _moved_within(question: Question) -> bool:
    """Whether a move is asked for that took place within a year: "how much did it fall in 2024?"."""
    if _YEAR_BEFORE.search(question.ask):
        return True
    return question.historic and bool(_MOVED.search(question.ask)) and not _UP_TO.search(question.ask)


_MOVED = re.compile(
    r"\b(?:fall|fell|drop|dropped|declin\w+|decreas\w+|shrink|shrank|rise|rose|increas\w+|climb\w*|chang\w+|lose|gain)\b"
    r".*\b(?:in|during|over|for) (?:(?:fy|fiscal|calendar|the|year) ?)*\d{4}\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"\b(?:since|from|until|till|by the|to|up to|between|compared|against|versus|vs)\b(?! how)", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"\b(?:year (?:before|earlier)|(?:previous|prior|preceding|last) year)\b", re.IGNORECASE)


def _published_years(question: Question, book: Book) -> tuple[int, ...]:
    """The first and the last year with a published level, from the base year on; without one, of those that are over
    where a year is named."""
    levels: Sequence[Quantity] = matching(replace(question, measure="size", periods=()), book)
    if book.base_year is None and question.years and not question.forecast:
        levels = [q for q in levels if not q.forecast] or levels
    years = sorted({q.period.first for q in levels if q.period and q.period.kind == "year"})
    base = book.base_year
    ahead = [year for year in years if base is None or year >= base]
    if question.operation == "growth" and base is None:  # the last year's growth may be meant as well
        return ()
    return (ahead[0], ahead[-1]) if len(ahead) > 1 else ()


def part_and_whole(question: Question, book: Book) -> tuple[Quantity, Quantity] | None:
    """A part asked for and what it is a part of: the wider place asked for, the market in that place, or all of it."""
    period = question.periods[0] if len(question.periods) == 1 else None
    for part, whole in _parts(question):
        part_level = level(part, book, period)
        whole_level = level(whole, book, part_level.period) if part_level else None
        if part_level and whole_level and part_level != whole_level and not _is_ahead_of(whole_level, part_level):
            if _is_of_its_own(part_level, question, book):
                continue
            return part_level, whole_level
    return None


def _is_of_its_own(part: Quantity, question: Question, book: Book) -> bool:
    """Whether a cell is of what is asked for by its table's title alone, as in a company's profile: all that one sells
    is no part of one market."""
    if not isinstance(part.source, Cell) or question.places or not question.words:
        return False
    labels = stems(labels_at(part, book.report))
    return not any(word.stems & labels for word in question.words)


def _is_ahead_of(whole: Quantity, part: Quantity) -> bool:
    """Whether the whole is a forecast, and the part, which says no time, is not."""
    return part.period is None and whole.forecast and not part.forecast


def _parts(question: Question) -> Iterable[tuple[Question, Question]]:
    for inner in question.places:
        for outer in question.places:
            if inner != outer and contains(outer, inner):
                yield replace(question, places=(inner,)), replace(question, places=(outer,))
    if question.words:
        yield question, replace(question, words=(), stems=frozenset())
    if question.places:
        yield question, replace(question, places=())


def portion(question: Question, book: Book) -> tuple[Quantity, Quantity] | None:
    """The whole market's size and the share of it that a part has, where the part's own size is asked for."""
    in_money = bool(measuring.MONEY_OF_SHARE.search(question.ask))
    if (
        question.is_of_whole_market
        or (question.operation and not in_money)
        or (question.measure != "size" and not in_money)
    ):
        return None
    if question.context or (not in_money and mentioning(question, book)):  # it is of something else, or printed
        return None
    shares = [q for q in matching(replace(question, measure="share"), book) if _is_of_revenue(q, book)]
    shares = shares or [q for q in of_time_unsaid(replace(question, measure="share"), book) if _is_of_revenue(q, book)]
    if len(distinct(shares)) != 1 or unasked(stems(shares[0].subject[-1:]), question) - book.market_stems:
        return None
    period = shares[0].period or (question.periods[0] if len(question.periods) == 1 else None)
    whole = level(replace(question, measure="size", words=(), places=(), stems=frozenset()), book, period)
    return (whole, shares[0]) if whole and whole.kind == "money" else None


_REVENUE = re.compile(r"\b(?:market|revenues?|sales|value|turnover|spending|share)\b", re.IGNORECASE)
_NOT_REVENUE = re.compile(
    r"\b(?:respondents?|survey\w*|households?|people|users|units?|volumes?|tonn\w*|shipments?|employees|exports?"
    r"|of them)\b",
    re.IGNORECASE,
)


def _is_of_revenue(share: Quantity, book: Book) -> bool:
    """Whether a share is one of the market's money, rather than of units, people or answers."""
    text = book.text_at(share.quote)
    if isinstance(share.quote, Cell):
        table = book.report.tables[share.quote.table]
        text = " ".join((table.title, *table.header, *table.notes, share.label))
    return share.upper is None and bool(_REVENUE.search(text)) and not _NOT_REVENUE.search(text)


def side_by_side(question: Question, book: Book) -> list[Quantity]:
    """The levels of each place, or of each part of the market, that a question names, in its order."""
    period = question.periods[0] if len(question.periods) == 1 else None
    if len(question.places) > 1:
        found = [level(replace(question, places=(place,)), book, period) for place in question.places]
    else:
        found = [level(part, book, period) for part in _named_parts(question, book)]
    levels = [q for q in found if q]
    return levels if len(levels) == len(found) and len(set(levels)) == len(levels) > 1 else []


def _named_parts(question: Question, book: Book) -> list[Question]:
    """A question for each part of the market named in full; none unless together they use every word."""
    cores = {
        sense.core
        for sense in book.senses
        if sense.core
        and sense.quantity.measure in _levels(question)
        and not unasked(sense.core, question)
        and at_place(sense, question, book)
        and (len(question.periods) != 1 or in_periods(sense.quantity, question))
    }
    longest = [core for core in cores if not any(core < other for other in cores)]
    used = frozenset[str]().union(*longest) | GENERIC
    if len(longest) < 2 or not all(word.stands_in(used) for word in question.words):
        return []
    asked = [[word for word in question.words if word.stands_in(core)] for core in longest]
    order = sorted(asked, key=lambda words: question.words.index(words[0]) if words else len(question.words))
    return [
        replace(question, words=tuple(words), stems=frozenset(s for word in words for s in word.stems))
        for words in order
        if words
    ]


def largest(question: Question, book: Book) -> list[Quantity]:
    """The first few of the figures that a report sets side by side, for "the top three together"; none without such.

    Of several such rows those are taken whose names or title have most of the words asked for, then the latest.
    """
    match = measuring.TOP.search(question.ask)
    if match is None or question.operation != "sum" or question.measure not in ("share", "size", "volume"):
        return []
    count = measuring.NUMBERS.get(match["count"].lower()) or int(match["count"])
    groups: dict[object, list[Sense]] = {}
    for sense in book.senses:
        quantity = sense.quantity
        is_part = (sense.path or quantity.place) and not sense.core & OTHERS
        if quantity.measure == question.measure and is_part and in_periods(quantity, question):
            groups.setdefault((column_of(quantity) or quantity.quote, quantity.period), []).append(sense)
    ranked = [group for group in groups.values() if len(group) > count]
    best = max(ranked, key=lambda group: (_met(question, group), _last(group)), default=[])
    if any(holds(one, other) for one, other in permutations(best, 2)):  # a part would be counted twice
        return []
    return sorted((sense.quantity for sense in best), key=lambda q: -q.amount)[:count]


def holds(one: Sense, other: Sense) -> bool:
    """Whether what one figure is of has that of another as a part: Europe and Germany in one column."""
    place, inner = one.quantity.place, other.quantity.place
    return bool(place and inner and place != inner and contains(place, inner)) or one.path < other.path


def _met(question: Question, group: Sequence[Sense]) -> int:
    said = frozenset[str]().union(*(sense.about | sense.around | sense.above for sense in group))
    return sum(word.stands_in(said) for word in question.words)


def _last(group: Sequence[Sense]) -> tuple[int, int]:
    period = group[0].quantity.period
    return (period.last, period.part or 0) if period else (0, 0)


def of_one_period(levels: Sequence[Quantity]) -> bool:
    """Whether levels can be added or divided: all of one period."""
    return len({q.period for q in levels}) == 1
