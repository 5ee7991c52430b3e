"""Finds the ledger's quantities that answer a question: same measure, period, place and subject, or nothing."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.asked import AskedWord, all_stand_in
from bot.book import Book
from bot.measuring import MOVES, ONE_YEAR
from bot.question import Question
from bot.sense import GENERIC, Sense, stems
from bot.statement import Statement
from ingest.domain import Cell, Kind, Measure, Period, Quantity
from ingest.places import contains
from ingest.quantity.periods import read_periods
from ingest.words import stem

ACCEPTED: dict[Measure | None, tuple[Measure, ...]] = {
    "size": ("size",),
    "growth": ("cagr", "growth"),
    "cagr": ("cagr", "growth"),
    "share": ("share",),
    "increase": ("increase",),
    "volume": ("volume",),
    "price": ("price",),
    "count": ("count", "volume"),
    "ratio": ("ratio",),
}
"""Asked measure → published measures that answer it, best first. "Growth" is asked loosely and published as a CAGR."""

KINDS: dict[Measure | None, frozenset[Kind]] = {
    "size": frozenset({"money"}),
    "price": frozenset({"money"}),
    "increase": frozenset({"money", "percent", "percentage points", "basis points", "number"}),
    "share": frozenset({"percent"}),
    "growth": frozenset({"percent"}),
    "cagr": frozenset({"percent"}),
    "volume": frozenset({"number"}),
    "count": frozenset({"number"}),
    "ratio": frozenset({"multiple"}),
}
"""Asked measure → the kinds of number that can answer it."""

_POINTS: frozenset[Kind] = frozenset({"percentage points", "basis points"})
_ASKS_POINTS = re.compile(r"\b(?:basis|percentage) points?\b|\bbps\b", re.IGNORECASE)

NAMED_MEASURE = re.compile(
    r"\b(?:revenues?|sales|turnover|market (?:size|value)|size|valu(?:e|ed|ation)|worth|big|large)\b", re.IGNORECASE
)
"""A size by name: only money that is a size answers it."""

EARNED = re.compile(r"\b(?:revenues?|sales|turnover|earn(?:s|ed)?)\b", re.IGNORECASE)
FINANCE = frozenset(
    map(
        stem,
        "valuation raised raise invested investment acquired acquisition bought funding plant contract order deal award"
        " won signed backlog budget budgeted cost loss lost".split(),
    )
)
"""Words of money that nobody earned."""

_RESPECTIVELY = stem("respectively")

LEVELS: tuple[Measure, ...] = ("size", "volume", "count", "price", "other")
"""What may be asked for by a time or place alone."""

UNASKED = 2
"""Words of a quantity's own name that a question may leave out, when no other name of the report is nearer."""


def matching(question: Question, book: Book) -> tuple[Quantity, ...]:
    """Quantities whose own name and place are the ones asked for, best measure first, then as printed."""
    measures = measures_of(question)
    met = [
        sense
        for statement in candidates(question, book, measures)
        if (sense := statement.sense).quantity.measure in measures
        and (question.periods or not statement.is_left_behind)
        and _is_level(sense.quantity, question)
        and _is_rate_asked(sense.quantity, question)
        and in_periods(sense.quantity, question)
        and at_place(sense, question, book)
        and is_named(sense, question, book)
    ]
    met = met or _totals(question, book)
    if question.measure is None:
        met = _least_beyond(met, question)
    return tuple(sorted((s.quantity for s in closest(met, question)), key=lambda q: measures.index(q.measure)))


def candidates(question: Question, book: Book, measures: Collection[Measure]) -> list[Statement]:
    """The figures that may be of the measure, place, time and words asked for, each found at once for all of a report:
    one by one, those of an edition with 1,590 tables take a tenth of a second."""
    facts = book.ledger_facts
    able = (
        facts.of_measures(measures) & facts.at_places(question.places, book.frame.place) & facts.about(question.words)
    )
    return facts.chosen(able & facts.in_years(_ends(question)) if question.periods else able)


def _ends(question: Question) -> frozenset[int]:
    return frozenset(year for period in question.periods for year in (period.first, period.last)) | {*question.years}


def _totals(question: Question, book: Book) -> list[Sense]:
    """Of a question that names no row of a table, the totals of the one table that has such of its measure and time."""
    if question.places or not question.periods:
        return []
    measures = measures_of(question)
    found = [
        sense
        for statement in candidates(replace(question, words=()), book, measures)
        if statement.total
        and (sense := statement.sense).quantity.measure in measures
        and sense.quantity.measure != "share"
        and _is_level(sense.quantity, question)
        and _is_rate_asked(sense.quantity, question)
        and in_periods(sense.quantity, question)
        and at_place(sense, question, book)
        and all_stand_in(question.words, sense.about | statement.header)
    ]
    tables = {sense.quantity.source.table for sense in found if isinstance(sense.quantity.source, Cell)}
    return found if len(tables) == 1 else []


def _least_beyond(met: Sequence[Sense], question: Question) -> list[Sense]:
    """Those that are of the least that was not asked for: "London 2024" is of its plots sooner than of their rents."""
    beyond = [len(unasked(sense.path, question)) for sense in met]
    return [sense for sense, many in zip(met, beyond, strict=True) if many == min(beyond)]


def of_time_unsaid(question: Question, book: Book) -> tuple[Quantity, ...]:
    """As ``matching``, of figures without a period whose sentence, or the one before, is of the time asked."""
    met = [
        sense
        for statement in candidates(without_periods(question), book, measures_of(question))
        if (sense := statement.sense).quantity.period is None
        and _is_of_time(sense, question, book)
        and at_place(sense, question, book)
        and is_named(sense, question, book)
    ]
    return tuple(sense.quantity for sense in closest(met, question))


def _is_level(quantity: Quantity, question: Question) -> bool:
    """Where no measure is asked for, a table's counts and prices are levels like sizes, by their names."""
    if question.measure is not None or quantity.measure in ("size", "volume"):
        return True
    named = stems((quantity.label, quantity.unit))
    return isinstance(quantity.source, Cell) and quantity.kind in ("number", "money") and bool(named & question.stems)


def _is_rate_asked(quantity: Quantity, question: Question) -> bool:
    """Growth over several years is a compound rate, growth of one year is not."""
    if question.measure != "cagr" or quantity.measure != "growth":
        return True
    return quantity.period is not None and quantity.period.last > quantity.period.first + 1


def mentioning(question: Question, book: Book) -> tuple[Sense, ...]:
    """Quantities whose sentence or row has every word, place and year asked for, of a kind that can answer.

    They are to be quoted, not rephrased: the sentence says what the ledger's few fields may not.
    """
    facts = book.ledger_facts
    able = facts.said(question.words)
    if question.periods:
        able &= facts.in_years(_ends(question)) | facts.undated
    return tuple(
        sense
        for statement in facts.chosen(able)
        if _can_answer((sense := statement.sense).quantity, question)
        and not _is_of_another_name(statement, question, book)
        and _is_of_time(sense, question, book)
        and _says_places(sense, question)
        and all_stand_in(question.words, sense.about | sense.around | sense.above)
        and _is_spoken_of(sense, question, book)
        and not (EARNED.search(question.ask) and sense.around & FINANCE)
    )


def _is_of_another_name(statement: Statement, question: Question, book: Book) -> bool:
    """Whether a name is asked for and the figure is of another in its sentence: "Acme has 540 men, ahead of Bolt"."""
    names = [word for word in question.words if word.text[:1].isupper() and word.stems & book.name_stems]
    own = statement.sense.about | statement.clause
    return bool(names and statement.sense.core) and not any(word.stands_in(own) for word in names)


def _is_spoken_of(sense: Sense, question: Question, book: Book) -> bool:
    """Whether the quantity is of something asked for: a word, else the place, else nothing but measure and time."""
    if question.words:
        named = any(word.stands_in(sense.about if sense.path else sense.around) for word in question.words)
        return named or (all_stand_in(question.words, sense.around) and not _is_of_rival(sense, question, book))
    if question.places:
        listed = sense.quantity.place is None and _RESPECTIVELY in sense.around
        own = sense.quantity.place in question.places and (
            question.measure != "share" or sense.path <= stems(question.places)
        )
        return own or listed
    if question.measure in ("growth", "cagr"):
        return not sense.path and sense.quantity.place is None
    return (
        question.measure in ("price", "volume")
        and sense.quantity.measure == question.measure
        and bool(question.periods)
    )


def _is_of_rival(sense: Sense, question: Question, book: Book) -> bool:
    """Whether the quantity is of another name of the report's lists than those asked for: "hardware" for "software"."""
    return any(name <= sense.core and not any(w.stands_in(name) for w in question.words) for name in book.listed)


def _says_places(sense: Sense, question: Question) -> bool:
    """Whether each place asked for is the quantity's own, around it, or named in its sentence."""
    own = sense.quantity.place
    return all(p in sense.places or (own is not None and contains(p, own)) for p in question.places)


def _is_of_time(sense: Sense, question: Question, book: Book) -> bool:
    """As ``in_periods``; without a period of its own by the years its sentence names, or goes without."""
    if sense.quantity.period is not None or not question.periods:
        return in_periods(sense.quantity, question)
    if any(period.kind in ("quarter", "half") for period in question.periods):
        return False
    years = set(question.years)
    base = book.base_year
    if sense.years:
        later = base is not None and years == {base} and all(year > base for year in sense.years)
        return years <= sense.years or (later and not question.is_of_whole_market)
    return (years == {book.base_year} and not question.is_of_whole_market) or years <= years_before(sense, book)


def years_before(sense: Sense, book: Book) -> set[int]:
    """The year the sentence before leads to, for one that names none: "£506 in 2024, compared with £467 in 2023"."""
    if sense.before is None or sense.years:
        return set()
    named = {
        year for found in read_periods(book.text_at(sense.before)) for year in (found.value.first, found.value.last)
    }
    return {max(named)} if named else named


def measures_of(question: Question) -> tuple[Measure, ...]:
    """The published measures that answer a question."""
    if question.measure == "growth" and ONE_YEAR.search(question.ask):
        return ("growth",)
    if question.operation == "difference" and question.measure in ("size", "growth", "increase", None):
        return ("increase", *ACCEPTED.get(question.measure, ()))
    return ACCEPTED.get(question.measure, LEVELS if question.periods or question.places else ())


def _can_answer(quantity: Quantity, question: Question) -> bool:
    if question.measure is None:
        level = quantity.measure in ("size", "volume") and bool(question.periods or question.places)
        return question.kind == "figure" and (level or quantity.measure in ("other", "price", "share"))
    kinds = _POINTS if _ASKS_POINTS.search(question.ask) else KINDS.get(question.measure)
    if kinds is _POINTS:
        return quantity.kind in kinds
    if kinds is None or quantity.kind not in kinds:
        return False
    if quantity.period is not None and not _is_rate_asked(quantity, question):
        return False
    money = {"size", "price", "other", "increase"}
    if question.measure == "price":
        return quantity.measure in ("price", "other")
    loose = not NAMED_MEASURE.search(question.ask)
    alike = question.measure in ("size", "price") and quantity.measure in (money if loose else {"size", "price"})
    plain = question.measure in ("count", "volume") and quantity.measure in ("count", "volume", "other")
    return alike or plain or quantity.measure in (*measures_of(question), "other")


def closest(met: Sequence[Sense], question: Question) -> list[Sense]:
    """Those whose names say least beyond what was asked, and of each period those whose label is worded as asked."""
    extra = [len(unasked(sense.core, question)) for sense in met]
    nearest = [sense for sense, n in zip(met, extra, strict=True) if n == min(extra)]
    worded: dict[tuple[Measure, Period | None], int] = {}
    for sense in nearest:
        key = (sense.quantity.measure, sense.quantity.period)
        worded[key] = max(worded.get(key, 0), len(sense.said & question.stems))
    return [s for s in nearest if len(s.said & question.stems) == worded[s.quantity.measure, s.quantity.period]]


def is_named(sense: Sense, question: Question, book: Book) -> bool:
    """Whether the question names what the quantity is about: all words asked are its own, and it is not narrower."""
    naming = [word for word in question.words if not word.stands_in(sense.said)]
    if not naming:
        if sense.quantity.measure == "share" and not question.places and question.elliptic:
            return False  # the whole has no share of itself
        counted = sense.quantity.measure != "count" or bool(sense.said & question.stems)
        cell = question.stems if isinstance(sense.quantity.source, Cell) else frozenset[str]()
        return sense.path <= stems(question.places) | cell and counted
    if not all_stand_in(naming, sense.about | GENERIC) or not any(word.stands_in(sense.core) for word in naming):
        return False
    left = unasked(sense.core, question)
    return not left or (len(left) <= UNASKED and len(left) <= _nearest(naming, question, book))


def unasked(core: frozenset[str], question: Question) -> frozenset[str]:
    """Stems of a name that the question did not say."""
    said = question.stems | frozenset(stem for word in question.words for stem in word.stems)
    return core - said - GENERIC


def _nearest(naming: Sequence[AskedWord], question: Question, book: Book) -> int:
    """The fewest words that any name of the report with all the words asked for has beyond them."""
    having = [name for name in book.names if all_stand_in(naming, name | GENERIC)]
    return min((len(unasked(name, question)) for name in having), default=UNASKED)


def in_periods(quantity: Quantity, question: Question) -> bool:
    """Whether it speaks of one of the periods asked for, if any."""
    if not question.periods:
        return True
    if quantity.period is None:
        return False
    if (quantity.measure == "cagr" and len(question.years) > 1) or (quantity.measure in MOVES and is_over(question)):
        return (quantity.period.first, quantity.period.last) == (question.years[0], question.years[-1])
    return any(same_period(quantity, period) for period in question.periods)


_FROM_TO = re.compile(r"\b(?:from|between|since)\b|\d\s*(?:to|through|till|until|[-–])\s", re.IGNORECASE)


def is_over(question: Question) -> bool:
    """Whether a change over several years is asked for, which that of one year is not: "from 2021 to 2025"."""
    years = question.years
    return len(years) == 2 and years[1] - years[0] > 1 and _FROM_TO.search(question.ask) is not None


def same_period(quantity: Quantity, asked: Period) -> bool:
    """Equal; a bare year also names the fiscal year of that number, and the last year of a compound rate's span."""
    published = quantity.period
    if published is None or published == asked:
        return published is not None
    if quantity.measure == "cagr" and published.kind == "span" and asked.kind == "year":
        return published.last == asked.first
    if quantity.measure == "growth" and asked.kind == "span" and asked.last == asked.first + 1:
        return published.first == published.last == asked.last
    years = {"year", "fiscal year"}
    alike = (published.first, published.last) == (asked.first, asked.last)
    return alike and published.kind in years and asked.kind in years


def at_place(sense: Sense, question: Question, book: Book) -> bool:
    """Whether it speaks of the place asked for, or of the report's whole geography when none is.

    Of several places asked for, the quantity's own is the innermost, and the others are around it or in its subject.
    """
    own = sense.quantity.place
    place = None if own == book.frame.place else own
    if not question.places:
        return place is None
    if place not in question.places:
        return False
    others = [other for other in question.places if other != place and not contains(other, place)]
    return not others


def without_periods(question: Question) -> Question:
    """The same question of any time."""
    return replace(question, periods=())
