"""What speaks for and against calculating with a pair of figures, as numbers that can be weighed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.book import Book
from bot.clues import Array
from bot.conditions import own_place
from bot.inquest import Inquest
from bot.measuring import CUES
from bot.pairs import OPERATIONS, Pair, Pool, as_level, column_of, is_total, is_whole, row_of
from bot.question import Question
from bot.sense import GENERIC, OTHERS, stems
from bot.statement import Statement
from ingest.domain import Cell, Quantity
from ingest.places import contains

WORDS = ("words of both", "words of either", "only first", "only second", "missing", "names missing")
ROOMS = (
    "same sentence",
    "adjacent",
    "second before first",
    "same row",
    "same column",
    "same table",
    "in text",
    "mixed",
)
TIMES = (
    "same time", "later", "no time", "one without time", "asked of both", "asked of either", "asked of neither",
    "time not asked", "first to last", "year before", "last asked", "both now", "last now", "first forecast",
    "first past", "first earlier", "second earlier",
)  # fmt: skip
SCOPES = (
    "same scope", "same place", "same core", "same label", "part of second", "first whole", "second whole",
    "both whole", "first total", "second total", "rest", "places asked", "place not asked",
)  # fmt: skip
SORTS = (
    "same unit", "unit asked", "units asked", "unit not asked", "counted", "same measure", "measures asked",
    "measure other", "both sizes", "money", "number", "percent", "money for money", "no money for money", "larger",
)  # fmt: skip
RELEVANCE = ("first", "second", "least", "most")

OF_BOTH = (*RELEVANCE, *WORDS, *ROOMS, *TIMES, *SCOPES, *SORTS)
"""Clues whatever is to be done with the two."""

BY_OPERATION = (
    "least", "most", "words of both", "only first", "only second", "same sentence", "same row", "same column",
    "same time", "later", "no time", "asked of either", "first to last", "year before", "last asked", "both now",
    "first earlier", "same scope", "same place", "same core", "same label", "part of second", "first whole",
    "second whole", "both whole", "second total", "unit asked", "money", "number", "percent", "larger",
)  # fmt: skip
"""Those of them that speak for one operation and against another."""

SAID = (
    "constant", "its own", "none", "of share", "of growth", "of rate", "of size", "of all",
    *(f"says {cue}" for cue in CUES),
)  # fmt: skip
"""How the question asks, which too speaks for one operation and against another."""

PAIR_CLUES = (*OF_BOTH, *(f"{operation}: {name}" for operation in OPERATIONS for name in (*BY_OPERATION, *SAID)))
"""Their names, in the order of the columns."""

STEEP = 5.0
"""Scores by clues alone run from about -15 to 10; this much tells likely from unlikely."""

NEAR = 80
"""Characters between figures that stand next to each other."""

MOST_MISSING = 3


def pair_clues(question: Question, book: Book, pool: Pool, pairs: Sequence[Pair]) -> Array:
    """Clues of each pair, shape (len(pairs), len(PAIR_CLUES))."""
    sides = _Sides(Inquest(question, book), pool, pairs)
    known = {name: values.astype(np.float64) for part in _PARTS for name, values in part(sides).items()}
    said = {name: np.full(len(pairs), float(value)) for name, value in _said(question).items()}
    columns = [known[name] for name in OF_BOTH]
    for operation in OPERATIONS:
        chosen = np.array([pair.operation == operation for pair in pairs], dtype=np.float64)
        own = {**said, "its own": np.full(len(pairs), float(question.operation == operation))}
        columns += [chosen * known[name] for name in BY_OPERATION]
        columns += [chosen * own[name] for name in SAID]
    return np.stack(columns, axis=1) if pairs else np.zeros((0, len(PAIR_CLUES)))


def _said(question: Question) -> dict[str, bool]:
    return {
        "constant": True,
        "none": question.operation is None,
        "of share": question.measure == "share",
        "of growth": question.measure in ("growth", "increase"),
        "of rate": question.measure == "cagr",
        "of size": question.measure == "size",
        "of all": question.is_of_whole_market,
        **{f"says {name}": bool(cue.search(question.ask)) for name, cue in CUES.items()},
    }


@dataclass(frozen=True)
class _Sides:
    """The figures of a pool as columns, and the two sides of its pairs."""

    inquest: Inquest
    pool: Pool
    pairs: Sequence[Pair]

    @cached_property
    def first(self) -> list[int]:
        """The number of each pair's first figure."""
        return [pair.first for pair in self.pairs]

    @cached_property
    def second(self) -> list[int]:
        """The number of each pair's second figure."""
        return [pair.second for pair in self.pairs]

    @cached_property
    def used(self) -> tuple[int, ...]:
        """The numbers of all figures in pairs."""
        return tuple(sorted({*self.first, *self.second}))

    def statement(self, number: int) -> Statement:
        """A figure with its surroundings."""
        return self.pool.statements[number]

    def apiece(self, facts: dict[int, bool]) -> tuple[Array, Array]:
        """A fact about each figure, of the first and of the second figure of each pair, as 0 or 1."""
        return np.array([facts[n] for n in self.first], float), np.array([facts[n] for n in self.second], float)

    def together(self) -> Iterator[tuple[Quantity, Quantity]]:
        """The two figures of each pair."""
        return ((self.pool.quantity(a), self.pool.quantity(b)) for a, b in zip(self.first, self.second, strict=True))

    def facts(self, name: str) -> tuple[list[object], list[object]]:
        """What ``_FACTS`` tells of each figure, for both sides of each pair."""
        told = {number: _FACTS[name](self.statement(number), self.inquest.book) for number in self.used}
        return [told[n] for n in self.first], [told[n] for n in self.second]


_FACTS: dict[str, Callable[[Statement, Book], object]] = {
    "place": lambda statement, book: own_place(statement.sense.quantity, book),
    "core": lambda statement, book: statement.sense.core,
    "row": lambda statement, book: row_of(statement.sense.quantity),
    "column": lambda statement, book: column_of(statement.sense.quantity),
}


def _relevance(sides: _Sides) -> dict[str, Array]:
    score = np.tanh(sides.pool.relevance / STEEP)
    first, second = score[sides.first], score[sides.second]
    return {"first": first, "second": second, "least": np.minimum(first, second), "most": np.maximum(first, second)}


def _words(sides: _Sides) -> dict[str, Array]:
    """How much of what is asked for is said by both, by one alone, by neither."""
    inquest, asked = sides.inquest, sides.inquest.question.words
    weight = np.array(inquest.weights) / (sum(inquest.weights) or 1.0)
    said, own = (np.zeros((len(sides.pool.statements), len(asked))) for _ in range(2))
    for number in sides.used:
        statement = sides.statement(number)
        sense = statement.sense
        near = sense.about | statement.header
        said[number] = [word.stands_in(near | sense.around | sense.above) for word in asked]
        own[number] = [word.stands_in(near | statement.clause) for word in asked]
    first, second = own[sides.first], own[sides.second]
    either = np.maximum(said[sides.first], said[sides.second])
    named = np.array([bool(word.stems & inquest.book.name_stems) for word in asked], dtype=np.float64)
    return {
        "words of both": np.minimum(first, second) @ weight,
        "words of either": either @ weight,
        "only first": (first * (1 - second)) @ weight,
        "only second": (second * (1 - first)) @ weight,
        "missing": np.minimum(MOST_MISSING, (1 - either).sum(1)) / MOST_MISSING,
        "names missing": ((1 - either) @ named > 0).astype(np.float64),
    }


def _rooms(sides: _Sides) -> dict[str, Array]:
    """Where the two stand to each other."""
    rows, columns = sides.facts("row"), sides.facts("column")
    cells = sides.apiece({n: isinstance(sides.pool.quantity(n).source, Cell) for n in sides.used})
    both, none = cells[0] * cells[1], (1 - cells[0]) * (1 - cells[1])
    beside = np.array([one == other for one, other in zip(*rows, strict=True)], float)
    below = np.array([one == other for one, other in zip(*columns, strict=True)], float)
    apart = np.array([_apart(one, other) for one, other in sides.together()])
    tables = np.array([_table(one) == _table(other) for one, other in sides.together()], float)
    return {
        "same sentence": none * beside,
        "adjacent": none * beside * (np.abs(apart) < NEAR),
        "second before first": none * beside * (apart < 0),
        "same row": both * beside,
        "same column": both * below,
        "same table": both * tables,
        "in text": none,
        "mixed": 1 - both - none,
    }


def _apart(one: Quantity, other: Quantity) -> int:
    if isinstance(one.source, Cell) or isinstance(other.source, Cell):
        return 0
    return other.source.start - one.source.start


def _table(quantity: Quantity) -> int | None:
    return quantity.source.table if isinstance(quantity.source, Cell) else None


def _times(sides: _Sides) -> dict[str, Array]:
    """Of what times the two are, and whether those were asked for."""
    book, asked = sides.inquest.book, set(sides.inquest.question.years)
    ordered = sorted(asked)
    rows = []
    for a, b, one, other in zip(sides.first, sides.second, *zip(*sides.together(), strict=True), strict=True):
        first, second = sides.statement(a), sides.statement(b)
        years, others = _years(first), _years(second)
        last = tuple(q.period.last if q.period else None for q in (one, other))
        rows.append(
            (
                one.period == other.period and one.period is not None,
                bool(one.period and other.period) and _moment(one) < _moment(other),
                one.period is None and other.period is None,
                (one.period is None) != (other.period is None),
                bool(asked & years) and bool(asked & others),
                bool(asked) and asked <= years | others,
                bool(asked) and not asked & (years | others),
                bool(asked) and bool((years | others) - asked),
                len(asked) > 1 and last == (ordered[0], ordered[-1]),
                len(asked) == 1 and last == (ordered[0] - 1, ordered[0]),
                bool(asked) and last[1] == ordered[-1],
                not asked and last == (book.base_year, book.base_year) and book.base_year is not None,
                not asked and last[1] == book.base_year is not None,
                one.forecast,
                bool(book.base_year and last[0]) and (last[0] or 0) < (book.base_year or 0),
                first.earlier,
                second.earlier,
            )
        )
    return _columns(TIMES, rows)


def _moment(quantity: Quantity) -> tuple[int, int]:
    return (quantity.period.last, quantity.period.part or 0) if quantity.period else (0, 0)


def _years(statement: Statement) -> set[int]:
    """Of its period, else the one that its sentence names."""
    period, said = statement.sense.quantity.period, statement.sense.years
    if period:
        return {period.first, period.last}
    return set(said) if len(said) == 1 else set()


def _scopes(sides: _Sides) -> dict[str, Array]:
    """Whether the two are of the same, or one of a part of the other."""
    asked = set(sides.inquest.question.places)
    book = sides.inquest.book
    wholes = sides.apiece({n: is_whole(sides.statement(n), book) for n in sides.used})
    rests = sides.apiece({n: bool(sides.statement(n).sense.core & OTHERS) for n in sides.used})
    totals = sides.apiece({n: is_total(sides.statement(n)) for n in sides.used})
    rows = []
    for one, other, place, outer, core, wider in zip(
        *zip(*sides.together(), strict=True), *sides.facts("place"), *sides.facts("core"), strict=True
    ):
        here, named = place == outer, core == wider
        places = {place, outer} - {None}
        rows.append(
            (
                here and one.subject == other.subject,
                here,
                named,
                one.label == other.label,
                _is_part(place, outer, core, wider),
                bool(asked) and asked <= places,
                bool(places - asked),
            )
        )
    found = _columns(("same scope", "same place", "same core", "same label", "part of second", "places asked",
                      "place not asked"), rows)  # fmt: skip
    return found | {
        "first whole": wholes[0], "second whole": wholes[1], "both whole": wholes[0] * wholes[1],
        "first total": totals[0], "second total": totals[1], "rest": np.maximum(*rests),
    }  # fmt: skip


def _is_part(place: object, outer: object, core: object, wider: object) -> bool:
    """Whether one place or thing lies inside the other, all else being the same."""
    if core == wider:
        return place is not None and (outer is None or (place != outer and contains(str(outer), str(place))))
    return place == outer and isinstance(core, frozenset) and isinstance(wider, frozenset) and core > wider


def _sorts(sides: _Sides) -> dict[str, Array]:
    """What sort of numbers the two are, and whether such are asked for."""
    question, counted = sides.inquest.question, sides.inquest.counted
    wanted = as_level(question).measure
    for_money = bool(CUES["money"].search(question.ask))
    rows = []
    for one, other in sides.together():
        units = [stems((q.unit,)) - GENERIC for q in (one, other)]
        of_unit = [bool(unit & question.stems) for unit in units]
        measures = [q.measure == wanted for q in (one, other)]
        rows.append(
            (
                one.unit == other.unit,
                any(of_unit),
                all(of_unit),
                all(units) and not any(of_unit),
                bool(counted & (units[0] | units[1])),
                one.measure == other.measure,
                wanted is not None and all(measures),
                wanted is not None and not any(measures),
                one.measure == other.measure == "size",
                one.kind == "money",
                one.kind == "number",
                one.kind == "percent",
                for_money and one.kind == "money",
                for_money and one.kind != "money",
                one.amount < other.amount,
            )
        )
    return _columns(SORTS, rows)


def _columns(names: Sequence[str], rows: Sequence[tuple[bool, ...]]) -> dict[str, Array]:
    table = np.array(rows, dtype=np.float64).reshape(len(rows), len(names))
    return {name: table[:, at] for at, name in enumerate(names)}


_PARTS = (_relevance, _words, _rooms, _times, _scopes, _sorts)
