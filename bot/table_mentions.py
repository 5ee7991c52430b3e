"""What a question names that tables name too: parts, dimensions, places, times, and what it leaves unexplained."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import measuring, table_cues
from bot.asked import AskedWord
from bot.book import Book
from bot.cells import COMMON, Cells, Name, Named, tokens
from bot.evidence import Operation
from bot.parts import LEVELS
from bot.question import Question
from bot.terms import first_match
from ingest.domain import Measure, Quantity, Span
from ingest.places import contains

Thing = tuple[frozenset[Name], Sequence[str | None]]
"""What a cell is of: names, and the places that may stand for its place."""


class Mentions:
    """A question by the names of a report's tables.

    ``names`` are those it has, and those of the questions before that it leans on; ``left`` its words that no name
    explains. Its ``question`` takes no measure from a name: "price tier" asks for no price.
    """

    def __init__(self, question: Question, book: Book) -> None:
        self.ask = question.ask
        self._cells: Cells = book.cells
        self._spans = self._cells.named(question.ask)
        before = _carried(question, self._cells, self._spans)
        whole = _market_said(question, book)
        named = (each.name for each in (*self._spans, *before) if not whole.issuperset(each.name))
        self.names = tuple(dict.fromkeys(named))
        self._bare = _blanked(self.ask, self._spans)
        measure = first_match(measuring.MEASURES, self._bare)
        is_named = first_match(measuring.MEASURES, self.ask) != measure
        self.question = replace(question, measure=measure) if is_named else question
        self.left = self._unexplained()
        self.home: Sequence[str | None] = (None, book.frame.place) if book.frame.place else (None,)

    @property
    def is_possible(self) -> bool:
        """Whether tables name anything of it, and every number of it is of a name or a year. What names a currency is
        left to the text: a report may print one thing in two."""
        asks_places = self.is_ranked and table_cues.place_kind(self.ask) is not None
        asks_currency = table_cues.CURRENCY.search(self.ask) and not self.question.claims
        if not (self.names or self.question.places or asks_places) or asks_currency:
            return False
        return all(self._is_expected(match) for match in table_cues.NUMBER.finditer(self.ask))

    @property
    def is_ranked(self) -> bool:
        """Whether it asks which of several is first."""
        if self.question.kind == "superlative":
            return True
        return any(not self._is_in_name(start) for start, _ in table_cues.rankings(self.ask))

    @property
    def asks_when_passed(self) -> bool:
        """Whether it asks when one is first above another, or at an amount."""
        return bool(table_cues.WHEN.search(self.ask) and table_cues.PASSES.search(self.ask))

    @property
    def top(self) -> int:
        """How many of a ranking it asks for; 0 where it does not say."""
        found = table_cues.counted(self.ask)
        return found[0] if found else 0

    @property
    def ends(self) -> tuple[int, ...]:
        """The first and the last year it names, or the one, or none."""
        years = self.question.years
        return years if len(years) < 3 else (years[0], years[-1])

    @property
    def claims(self) -> tuple[Quantity, ...]:
        """The figures it asserts, other than those that are a part of a name."""
        return tuple(
            claim
            for claim in self.question.claims
            if isinstance(claim.source, Span) and not self._is_in_name(claim.source.start)
        )

    @property
    def operation(self) -> Operation | None:
        """What is to be made of the figures it names."""
        asked, years = self.question, self.ends
        if table_cues.SUM.search(self.ask):
            return "sum"
        if table_cues.APART.search(self.ask) and len(years) < 2:
            return "difference"
        if asked.measure == "cagr" and len(years) == 2:
            return "cagr"
        if len(years) == 2 and (asked.operation or asked.measure) == "growth":
            return "cagr" if asked.asks_rate else "growth"
        if (asked.operation, asked.measure) == ("difference", "growth") and len(years) < 2:
            return "growth"
        return asked.operation or ("share" if asked.measure == "share" else None)

    @property
    def levels(self) -> tuple[Measure, ...]:
        """The measures of what is compared, added up or followed over the years."""
        asked, named = self.question.measure, self._level
        if asked in LEVELS:
            return (named or asked,)
        if asked in ("share", "growth") and self.question.kind == "series":
            return (asked,)
        return (named or "size",)

    @property
    def ranked_measures(self) -> tuple[Measure, ...]:
        """The measures that a ranking may go by, best first."""
        if table_cues.GROWS.search(self.ask):
            return ("cagr", "growth")
        asked = self.question.measure
        named = self._level or (asked if asked in (*LEVELS, "share") else None)
        return (named,) if named else ("size", "share", "volume")

    def things(self, apart: bool = True) -> list[Thing]:
        """What is named: each name and place on its own, or together as one thing. A place that only says where two
        others lie is none."""
        names = [name for name in self.names if not self.is_dimension(name)]
        over = frozenset(self.names) - frozenset(names)
        asked = self.question.places
        named = [place for place in asked if sum(contains(place, other) and other != place for other in asked) < 2]
        places: list[Sequence[str | None]] = [(place,) for place in named] or [self.home]
        if not apart:
            return [(frozenset(names) | over, place) for place in places]
        each = [frozenset([name]) for name in names] or [frozenset[Name]()]
        return [(name | over, place) for name in each for place in places]

    def is_dimension(self, name: Name) -> bool:
        """Whether a name is only what tables are divided by."""
        return name in self._cells.dimensions and not self._cells.is_needed(name)

    @property
    def _level(self) -> Measure | None:
        return first_match(measuring.LEVELS, self._bare)

    def _unexplained(self) -> tuple[AskedWord, ...]:
        said = frozenset(token for name in self.names for token in name) | table_cues.SAID_ANYWAY
        said |= frozenset(t.stem for named in self._spans for t in tokens(self.ask[named.start : named.end]))
        left = (word for word in self.question.words if not word.stands_in(said))
        asks_places = table_cues.place_kind(self.ask) is not None
        return tuple(word for word in left if not (asks_places and word.stems & COMMON))

    def _is_in_name(self, at: int) -> bool:
        return any(named.start <= at < named.end for named in self._spans)

    def _is_expected(self, number: re.Match[str]) -> bool:
        """Whether a number is of a name, a year, a count of a ranking, or the amount to be passed."""
        if self._is_in_name(number.start()) or (self.asks_when_passed and len(self.question.claims) == 1):
            return True
        found = table_cues.counted(self.ask)
        if found and found[1] == number.start():
            return True
        digits = number[0].rstrip(".,")
        return digits.isdigit() and int(digits) in self.question.years


def _market_said(question: Question, book: Book) -> frozenset[str]:
    """The stems of the market's own name where a question says it: "pet boarding and grooming" names no parts of it."""
    said = (frozenset(name) for name in book.frame.names if len(name) > 1 and question.stems.issuperset(name))
    return frozenset[str]().union(*said)


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


def _blanked(ask: str, spans: Sequence[Named]) -> str:
    """A question without the names in it."""
    for named in spans:
        ask = ask[: named.start] + " " * (named.end - named.start) + ask[named.end :]
    return ask
