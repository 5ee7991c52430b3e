"""What a question asks of the report's tables, where every word of it is explained by what they name."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot import lexicon, measuring, vocabulary
from bot.asked import AskedWord
from bot.book import Book
from bot.cells import COMMON, Cells, Entry, Name, Named, name_of, tokens
from bot.evidence import Operation
from bot.match import matching, measures_of
from bot.printings import agrees, distinct
from bot.question import Question
from bot.sense import GENERIC, OTHERS, stems
from bot.terms import first_match
from ingest.domain import HEADER_STEP, Cell, Measure, Period, Quantity, Span
from ingest.places import contains, place_named
from ingest.words import stem

Shape = Literal["figures", "series", "ranking", "parts", "passes", "calculation"]
Printed = tuple[Quantity, ...]
"""All that the tables print for one thing at one time: more than one where they disagree."""


@dataclass(frozen=True, slots=True)
class Tabled:
    """What the tables have for a question.

    ``figures`` are in the order they are told: of a ranking the first first, of a calculation as its operation takes
    them. ``top`` is how many of a ranking are asked for.
    """

    shape: Shape
    figures: tuple[Printed, ...]
    operations: tuple[Operation, ...] = ()
    top: int = 0


KINDS = ("figure", "series", "list", "superlative", "explanation")
LEVELS: tuple[Measure, ...] = ("size", "volume", "price", "count")
_OF_TWO = ("growth", "cagr", "sum", "difference", "multiple")
FEWEST = 2
"""Parts of a ranking."""

_LIMITED = re.compile(
    r"\b(?:without|excluding|exclude[sd]?|except|besides|other than|not|never|per (?:capita|head|person|inhabitant)"
    r"|contribut\w+|adjusted|real terms|if|assuming|average of|mean|median)\b|n't\b",
    re.IGNORECASE,
)
"""Asks for something that no cell as such is."""

_PASSES = re.compile(
    r"\b(?:pass(?:es|ed)?|overtak\w*|overtook|surpass\w*|exceed\w*|outgrow\w*|outsell\w*|outstrip\w*|cross(?:es|ed)?"
    r"|catch(?:es)? up with|go(?:es)? (?:past|above|beyond)|reach(?:es|ed)?|top(?:s|ped)?|larger|bigger|higher)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\bwhen\b|\b(?:which|what|in what|the|first) year\b|^\W*year\b", re.IGNORECASE)
_RANKED = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|come[s]? (?:first|out on top)|top|leads?|leading|largest|biggest|highest|smallest|lowest"
    r"|least|slowest|fastest|quickest|most)\b",
    re.IGNORECASE,
)
_LOW = re.compile(r"\b(?:smallest|lowest|least|slowest|weakest|bottom)\b", re.IGNORECASE)
_GROWS = re.compile(
    r"\b(?:fastest|quickest|slowest|grow(?:s|n|ing|th)?|cagr|expand\w*|(?:in|de)creas\w+)\b", re.IGNORECASE
)
_CURRENCY = re.compile(
    r"\b(?:in|of|how many)\s+(?:us |usd|eur|gbp|inr|jpy|cny|dollars?|euros?|pounds?|sterling|yen|yuan|rupees?|crores?"
    r"|francs?|local currency|money)\b|[$€£¥₹]",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"\b(?:top|largest|biggest|highest|leading|first|smallest|lowest|fastest[- ]growing|which|the)\s+"
    rf"(?P<count>{'|'.join(list(measuring.NUMBERS)[1:])}|[2-9]|1\d|20)\b(?!\s*(?:years?|months?))",
    re.IGNORECASE,
)
_SUM = re.compile(r"\b(?:plus|combined|together|sum of|add(?:s|ed)? up)\b|\+", re.IGNORECASE)
_APART = re.compile(r"\b(?:apart|minus|gap between|exceeds?|how much (?:more|less|larger|smaller))\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:and|plus|versus|vs|or|than|that of|over)\b|[&+/]", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.])\d[\d.,]*")
_SAID_ANYWAY = frozenset(
    map(
        stem,
        "pass passes overtake overtakes surpass exceed exceeds outgrow cross reach take takes took change changes rank"
        " ranked ranks lead leads come comes first top three list show year years yearly annual combined together"
        " whole total overall respectively table tables row column entry value figure reported reports report"
        " printed apart minus plus gap percent percentage".split(),
    )
)
"""Words that ask, whatever the tables name."""


def tabled(question: Question, book: Book) -> Tabled | None:
    """What the tables have for it; None where they do not have it, or some word of it is not theirs."""
    if question.kind not in KINDS or lexicon.WHY.search(question.ask) or _LIMITED.search(question.ask):
        return None
    reading = _Reading(question, book)
    if not reading.is_possible:
        return None
    shapes: tuple[Callable[[], Tabled | None], ...] = (reading.passes, reading.ranking)
    if not reading.is_ranked:
        shapes = (*shapes, reading.series, reading.calculation, reading.parts, reading.cells_asked)
    return next((found for shape in shapes if (found := shape())), None)


class _Reading:
    """A question against the names of the tables."""

    def __init__(self, question: Question, book: Book) -> None:
        self.question = question
        self.book = book
        self.cells: Cells = book.cells
        self.ask = question.ask
        spans = self.cells.named(question.ask)
        before = _carried(question, self.cells, spans)
        self.spans = spans
        said_whole = (frozenset(name) for name in book.frame.names if len(name) > 1 and question.stems.issuperset(name))
        market = frozenset[str]().union(*said_whole)
        named = (each.name for each in (*spans, *before) if not market.issuperset(each.name))
        self.names = tuple(dict.fromkeys(named))
        said = frozenset(token for name in self.names for token in name)
        said |= frozenset(t.stem for named in spans for t in tokens(self.ask[named.start : named.end]))
        if first_match(measuring.MEASURES, self.ask) != (
            bare := first_match(measuring.MEASURES, _blanked(self.ask, spans))
        ):
            self.question = question = replace(question, measure=bare)  # "price tier" asks for no price
        self.left = tuple(word for word in question.words if not _is_said(word, said))
        if _place_kind(question.ask):
            self.left = tuple(word for word in self.left if not word.stems & COMMON)
        self.home = (None, book.frame.place) if book.frame.place else (None,)

    @property
    def is_possible(self) -> bool:
        """Whether the tables name anything of it, and every number of it is of a name or a year."""
        asks_places = self.is_ranked and _place_kind(self.ask) is not None
        if not (self.names or self.question.places or asks_places) or self._asks_currency():
            return False
        return all(self._is_expected(match) for match in _NUMBER.finditer(self.ask))

    def _asks_currency(self) -> bool:
        """Whether a currency is named: a report may print one thing in two."""
        return bool(_CURRENCY.search(self.ask)) and not self.question.claims

    def _is_expected(self, match: re.Match[str]) -> bool:
        if any(named.start <= match.start() < named.end for named in self.spans):
            return True
        digits = match[0].rstrip(".,")
        if _PASSES.search(self.ask) and _WHEN.search(self.ask) and len(self.question.claims) == 1:
            return True
        counted = _COUNT.search(self.ask)
        if counted and counted.start("count") == match.start():
            return True
        return digits.isdigit() and int(digits) in self.question.years

    @property
    def is_ranked(self) -> bool:
        """Whether it asks which of several is first."""
        spans = [match.span() for match in _RANKED.finditer(self.ask)]
        named = [(each.start, each.end) for each in self.spans]
        return self.question.kind == "superlative" or any(
            not any(start <= span[0] < end for start, end in named) for span in spans
        )

    def passes(self) -> Tabled | None:
        """The year in which one first is above another."""
        if not (_WHEN.search(self.ask) and _PASSES.search(self.ask)):
            return None
        things = self._things()
        if len(things) == 1 and len(self.question.claims) == 1:
            return self._passes_amount(things[0], self.question.claims[0])
        if len(things) != 2:
            return None
        for measure in self._levels():
            over, under = (self._by_year(names, places, measure) for names, places in things)
            years = sorted(over.keys() & under.keys())
            above = [year for year in years if over[year][0].amount > under[year][0].amount]
            if len(years) > 1 and above:
                at = years.index(above[0])
                kept = years[max(at - 1, 0) : at + 1]
                return Tabled("passes", tuple(figure for year in kept for figure in (over[year], under[year])))
        return None

    def _passes_amount(self, thing: "_Thing", amount: Quantity) -> Tabled | None:
        """The year in which one first is at an amount, with the year before."""
        for measure in self._levels():
            by_year = self._by_year(*thing, measure)
            years = [
                year
                for year in sorted(by_year)
                if (by_year[year][0].kind, by_year[year][0].currency) == (amount.kind, amount.currency)
            ]
            above = [year for year in years if by_year[year][0].amount >= amount.amount]
            if len(years) > 1 and above and above[0] != years[0]:
                return Tabled("passes", tuple(by_year[year] for year in years[years.index(above[0]) - 1 :][:2]))
        return None

    def ranking(self) -> Tabled | None:
        """The parts of what is named, the first first."""
        if not self.is_ranked or len(self.question.periods) > 1:
            return None
        for measure in self._ranked_measures():
            parts = self._parts(measure)
            if len(parts) >= FEWEST:
                ordered = sorted(parts, key=lambda printed: printed[0].amount, reverse=not _LOW.search(self.ask))
                counted = _COUNT.search(self.ask)
                count = counted["count"].lower() if counted else ""
                top = measuring.NUMBERS.get(count) or (int(count) if count else 0)
                if top > len(ordered):
                    return None
                return Tabled("ranking", tuple(ordered), top=top)
        return None

    def parts(self) -> Tabled | None:
        """The parts of what is named, as printed: "revenue by end use in Germany in 2030"."""
        if not re.search(r"\bby\b|\beach\b|\bsplit\b|\bbreakdown\b", self.ask, re.IGNORECASE) or len(self._ends()) > 1:
            return None
        for measure in measures_of(self.question):
            parts = self._parts(measure)
            if len(parts) >= FEWEST:
                return Tabled("parts", tuple(parts))
        return None

    def series(self) -> Tabled | None:
        """One thing over the years."""
        if not (measuring.SERIES.search(self.ask) or self.question.kind == "series"):
            return None
        if self.question.kind != "series" and self._operation() in _OF_TWO:
            return None
        things = self._things(apart=False)
        if len(things) != 1:
            return None
        for measure in self._levels():
            by_year = self._by_year(*things[0], measure)
            years = self.question.years
            within = [year for year in sorted(by_year) if len(years) < 2 or years[0] <= year <= years[-1]]
            if len(within) > 1:
                return Tabled("series", tuple(by_year[year] for year in within))
        return None

    def calculation(self) -> Tabled | None:
        """Figures printed, and what is to be made of them."""
        operation, ends = self._operation(), self._ends()
        if operation is None:
            return None
        if operation in ("growth", "cagr"):
            if published := self._published(operation):
                return Tabled("figures", (published,))
            if matching(self.question, self.book):
                return None  # the text prints it
        if operation == "share" and (published := self._share()):
            return Tabled("figures", (published,))
        things = self._things(apart=operation in ("sum", "difference", "multiple") and len(ends) < 2)
        for measure in self._levels():
            if operation == "share":
                operands = self._part_and_whole(things, measure)
            elif len(things) == 1 and len(ends) == 2 and operation != "sum":
                operands = self._over_time(things[0], measure, ends)
            elif len(things) == 2 or (operation == "sum" and len(things) > 1):
                period = Period(ends[0], ends[0]) if len(ends) == 1 else None
                operands = tuple(self._at(*thing, measure, period) for thing in things)
                operands = _of_one_time(operands)
            else:
                return None
            if operands and all(operands):
                ordered = operands[::-1] if operation in ("difference", "multiple") and len(things) == 2 else operands
                grown = operation == "difference" and len(things) == 1 and _GROWS.search(self.ask)
                return Tabled("calculation", ordered, ("difference", "growth") if grown else (operation,))
        return None

    def cells_asked(self) -> Tabled | None:
        """The cell, or the cells, that are named."""
        if _place_kind(self.ask) or (self.names and all(map(self._is_dimension, self.names))):
            return None  # of whose parts the whole's figure says nothing
        if self._operation() in ("sum", "difference", "multiple") or len(self._ends()) > 2 or self._claims():
            return None
        for measure in measures_of(self.question):
            for apart in (False, True):
                things = self._things(apart=apart)
                if apart and not _BOTH.search(self.ask):
                    continue
                periods = self.question.periods or (None,)
                found = [self._at(*thing, measure, period) for thing in things for period in periods]
                if found and all(found):
                    return Tabled("figures", tuple(found))
        return None

    def _claims(self) -> bool:
        """Whether it asserts a figure, other than one that is a part of a name."""
        starts = (claim.source.start for claim in self.question.claims if isinstance(claim.source, Span))
        return any(not any(named.start <= start < named.end for named in self.spans) for start in starts)

    def _operation(self) -> Operation | None:
        operation, years = self.question.operation, self._ends()
        if _SUM.search(self.ask):
            return "sum"
        if _APART.search(self.ask) and len(years) < 2:
            return "difference"
        if self.question.measure == "cagr" and len(years) == 2:
            return "cagr"
        if operation == "growth" and len(years) == 2 and self.question.asks_rate:
            return "cagr"
        if operation is None and self.question.measure == "growth" and len(years) == 2:
            return "cagr" if self.question.asks_rate else "growth"
        if operation == "difference" and self.question.measure == "growth" and len(years) < 2:
            return "growth"
        if self.question.measure == "share" and operation is None:
            return "share"
        return operation

    def _published(self, operation: Operation) -> Printed:
        """The rate that the tables print for the very span or year."""
        things = self._things(apart=False)
        measure: Measure = "cagr" if operation == "cagr" else "growth"
        periods = self.question.periods
        if len(things) != 1 or (measure == "growth" and len(self._ends()) > 1):
            return ()
        if measure == "cagr" and len(self._ends()) == 2:
            periods = (Period(self._ends()[0], self._ends()[1], "span"),)
        return self._at(*things[0], measure, periods[0]) if len(periods) == 1 else ()

    def _share(self) -> Printed:
        """The share that the tables print."""
        things = self._things(apart=False)
        period = self.question.periods[0] if self.question.periods else None
        return self._at(*things[0], "share", period) if len(things) == 1 and len(self._ends()) < 2 else ()

    def _part_and_whole(self, things: Sequence["_Thing"], measure: Measure) -> tuple[Printed, ...]:
        if len(things) != 1 or len(self._ends()) > 1:
            return ()
        names, places = things[0]
        period = self.question.periods[0] if self.question.periods else None
        part = self._at(names, places, measure, period)
        whole = self._at(frozenset(), places, measure, part[0].period) if part and names else ()
        return (part, whole) if part and whole else ()

    def _over_time(self, thing: "_Thing", measure: Measure, ends: Sequence[int]) -> tuple[Printed, ...]:
        """One thing at two times, of one wording where the tables name it in several, and what else is printed."""
        figures = self._figures(*thing, measure)
        for subject in dict.fromkeys(q.subject for q in figures):
            alike = [q for q in figures if q.subject == subject]
            found = tuple(self._of_year(end, [*alike, *figures]) for end in ends)
            if all(printed and printed[0].subject == subject for printed in found):
                return found
        return ()

    @staticmethod
    def _of_year(year: int, figures: Sequence[Quantity]) -> Printed:
        return tuple(distinct([q for q in figures if _is_same(q.period, Period(year, year))]))

    def _ends(self) -> tuple[int, ...]:
        years = self.question.years
        return years if len(years) < 3 else (years[0], years[-1])

    def _levels(self) -> tuple[Measure, ...]:
        named = first_match(measuring.LEVELS, _blanked(self.ask, self.spans))
        asked = self.question.measure
        if asked in LEVELS or (asked in ("share", "growth") and self.question.kind == "series"):
            return (named or asked,) if asked in LEVELS else (asked,)
        return (named,) if named else ("size",)

    def _ranked_measures(self) -> tuple[Measure, ...]:
        if _GROWS.search(self.ask):
            return ("cagr", "growth")
        named = first_match(measuring.LEVELS, _blanked(self.ask, self.spans))
        asked = self.question.measure
        if named or asked in ("size", "share", "volume", "price", "count"):
            return (named or asked,)  # type: ignore[return-value]
        return ("size", "share", "volume")

    def _things(self, apart: bool = True) -> list["_Thing"]:
        """What is named: each name and place on its own, or together as one thing."""
        names = [name for name in self.names if not self._is_dimension(name)]
        over = frozenset(self.names) - frozenset(names)
        named = [
            place
            for place in self.question.places
            if sum(contains(place, other) and other != place for other in self.question.places) < 2
        ]
        places: list[Sequence[str | None]] = [(place,) for place in named] or [self.home]
        if not apart:
            return [(frozenset(names) | over, place) for place in places]
        each = [frozenset([name]) for name in names] or [frozenset[Name]()]
        return [(name | over, place) for name in each for place in places]

    def _is_dimension(self, name: Name) -> bool:
        return name in self.cells.dimensions and not self.cells.is_needed(name)

    def _parts(self, measure: Measure) -> list[Printed]:
        """The parts a ranking is of: those of the dimension named, or the places of the kind named."""
        dimensions = [name for name in self.names if name in self.cells.dimensions]
        kind = _place_kind(self.ask)
        entries: list[Entry]
        if kind and not dimensions[1:]:
            others = frozenset(name for name in self.names if name not in dimensions)
            outer = self.question.places
            entries = [
                entry
                for entry in self.cells.in_places(others, measure)
                if (place := place_named(entry.quantity.place or ""))
                and place.kind == kind
                and all(contains(each, place.name) and each != place.name for each in outer)
            ]
            return self._one_each(entries, True)
        if not dimensions:
            return []
        tables = frozenset.intersection(*(self.cells.dimensions[name] for name in dimensions))
        others = frozenset(name for name in self.names if name not in dimensions)
        places = self.question.places or self.home
        entries = [
            entry
            for entry in self.cells.beside(others, places, measure)
            if entry.quantity.source.table in tables and not entry.parents - others  # type: ignore[union-attr]
        ]
        return self._one_each(entries, False)

    def _one_each(self, entries: Sequence[Entry], across: bool) -> list[Printed]:
        """Comparable figures of one time: those of the table that has the most, or of all tables together."""
        kept = [q for q in self._fitting(entries) if not any(OTHERS & {*name_of(part)} for part in q.subject[-1:])]
        kept = kept if across else [q for q in kept if q not in self.book.totals]
        kept = self._of_asked_time(kept)
        groups: dict[tuple[object, ...], list[Quantity]] = {}
        for q in kept:
            room = () if across or not isinstance(q.source, Cell) else (q.source.table,)
            groups.setdefault((*room, q.label if not across else "", q.kind, q.currency, q.unit), []).append(q)
        best = max(groups.values(), key=lambda group: len(distinct(group)), default=[])
        by_part: dict[tuple[object, ...], list[Quantity]] = {}
        for q in best:
            by_part.setdefault((q.place, q.subject if not across else ()), []).append(q)
        return [tuple(distinct(printed)) for printed in by_part.values()]

    def _of_asked_time(self, figures: Sequence[Quantity]) -> list[Quantity]:
        periods = self.question.periods
        if periods:
            return [q for q in figures if any(_is_same(q.period, period) for period in periods)]
        return list(figures) if len({q.period for q in figures}) < 2 else []

    def _by_year(self, names: frozenset[Name], places: Sequence[str | None], measure: Measure) -> dict[int, Printed]:
        found: dict[int, list[Quantity]] = {}
        for q in self._figures(names, places, measure):
            if q.period and q.period.kind in ("year", "fiscal year") and q.period.first == q.period.last:
                found.setdefault(q.period.first, []).append(q)
        return {year: tuple(distinct(group)) for year, group in found.items()}

    def _at(
        self, names: frozenset[Name], places: Sequence[str | None], measure: Measure, period: Period | None
    ) -> Printed:
        """What is printed for one thing at one time; without one, of the only one there is."""
        figures = self._figures(names, places, measure)
        if period is not None:
            return tuple(distinct([q for q in figures if _is_same(q.period, period)]))
        return tuple(distinct(self._of_asked_time(figures)))

    def _figures(self, names: frozenset[Name], places: Sequence[str | None], measure: Measure) -> list[Quantity]:
        entries = self.cells.of(names, places, measure)
        own = {entry.parents for entry in entries if entry.parents}
        if len({parents - names for parents in own}) > 1 and not any(parents <= names for parents in own):
            return []
        return self._fitting(entries)

    def _fitting(self, entries: Iterable[Entry]) -> list[Quantity]:
        """The figures whose label, unit and header say the words that no name explains, and little else."""
        good = [
            entry.quantity
            for entry in entries
            if entry.quantity.upper is None and all(_is_said(word, self._said(entry.quantity)) for word in self.left)
        ]
        beyond = [(len(self._unasked(q)), q) for q in good]
        least = min((count for count, _ in beyond), default=0)
        kept = [q for count, q in beyond if count == least]
        if len({self._unasked(q) for q in kept}) > 1:
            return []
        rest = [q for count, q in beyond if count > least]
        return kept + [
            q for label in {q.label for q in rest} for q in _alike([q for q in rest if q.label == label], kept)
        ]

    def _said(self, q: Quantity) -> frozenset[str]:
        column = self.book.report.tables[q.source.table].header[q.source.column] if isinstance(q.source, Cell) else ""
        return stems((q.label, q.unit, *q.tags, *column.split(HEADER_STEP))) | GENERIC | _SAID_ANYWAY

    def _unasked(self, q: Quantity) -> frozenset[str]:
        """What a figure's label says besides what is asked: "export" of "export revenue"."""
        said = stems((q.label,)) - GENERIC - self.question.stems - self.book.market_stems
        return frozenset(word for word in said if not vocabulary.is_frame(word) and word not in _UNITS)


_Thing = tuple[frozenset[Name], Sequence[str | None]]

_UNITS = stems(
    ("USD EUR GBP INR JPY CNY CHF AUD CAD US dollars euros thousand thousands million millions billion billions bn mn m"
     " share growth rate cagr average annual compound year percent",)
)  # fmt: skip


def _carried(question: Question, cells: Cells, spans: Sequence[Named]) -> list[Named]:
    """Names of the questions before that this one leans on: those whose words it has carried over."""
    said = {token for named in spans for token in named.name}
    missing = {found for word in question.words for found in word.stems} - said
    earlier, found = question.previous, list[Named]()
    while earlier is not None and missing:
        found += [named for named in cells.named(earlier.ask) if missing & set(named.name)]
        missing -= {token for named in found for token in named.name}
        earlier = earlier.previous
    return found


def _alike(others: Sequence[Quantity], known: Sequence[Quantity]) -> Sequence[Quantity]:
    """Figures of another label that is a word for the same, as all show that stand under both: "Unit demand" is the
    "Volume" where they are equal, and exports are no sales."""
    printed: dict[object, Quantity] = {}
    for q in known:
        printed.setdefault((q.place, q.subject[-1:], q.period, q.kind, q.unit, q.currency), q)
    both = [
        (q, printed[key])
        for q in others
        if (key := (q.place, q.subject[-1:], q.period, q.kind, q.unit, q.currency)) in printed
    ]
    return others if both and all(agrees(one, other) for one, other in both) else ()


def _blanked(ask: str, spans: Sequence[Named]) -> str:
    """A question without the names in it."""
    for named in spans:
        ask = ask[: named.start] + " " * (named.end - named.start) + ask[named.end :]
    return ask


def _is_said(word: AskedWord, said: frozenset[str]) -> bool:
    return word.stands_in(said | _SAID_ANYWAY)


def _is_same(one: Period | None, other: Period) -> bool:
    """Whether two periods are the same, a fiscal year that a question does not call one too."""
    if one is None:
        return False
    return one == other or (
        {one.kind, other.kind} <= {"year", "fiscal year"} and (one.first, one.last) == (other.first, other.last)
    )


def _of_one_time(operands: tuple[Printed, ...]) -> tuple[Printed, ...]:
    periods = {q.period for printed in operands for q in printed[:1]}
    return operands if len(periods) == 1 else ()


_KINDS_OF_PLACE = (
    (re.compile(r"\b(?:countr(?:y|ies)|nations?)\b", re.IGNORECASE), "country"),
    (re.compile(r"\b(?:regions?|continents?)\b", re.IGNORECASE), "region"),
    (re.compile(r"\b(?:us |federal |(?<!united )(?<!gulf ))states\b|\bwhich state\b", re.IGNORECASE), "state"),
)


def _place_kind(ask: str) -> str | None:
    return next((kind for pattern, kind in _KINDS_OF_PLACE if pattern.search(ask)), None)
