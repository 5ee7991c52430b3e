"""What a question asks of the report's tables, where every word of it is explained by what they name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot import items, lexicon, measuring, table_cues
from bot.book import Book
from bot.cells import labels_at
from bot.evidence import Operation
from bot.labelled import labelled
from bot.match import matching, measures_of
from bot.measuring import MOVES, OF_SEVERAL
from bot.over_time import in_order, over_time
from bot.question import Question
from bot.ranked import peaks, ranked
from bot.table_figures import Printed, TableFigures, are_comparable
from bot.table_mentions import Mentions, Thing
from ingest.domain import Cell, Measure, Period, Quantity
from ingest.quantity.labels import names_total

Shape = Literal["figures", "cells", "series", "ranking", "parts", "passes", "calculation"]


@dataclass(frozen=True, slots=True)
class Tabled:
    """What the tables have for a question.

    ``figures`` are in the order they are told: of a ranking the first first, of a calculation as its operation takes
    them. ``top`` is how many of a ranking are asked for; ``as_printed``: what is calculated from is told under its own
    labels, whose words may be no part of a sentence.
    """

    shape: Shape
    figures: tuple[Printed, ...]
    operations: tuple[Operation, ...] = ()
    top: int = 0
    as_printed: bool = False


KINDS = ("figure", "series", "list", "superlative", "explanation")
"""Kinds of question that tables may answer."""

FEWEST = 2
"""Parts of a ranking."""

SHOWN, MANY = 3, 6
"""The first of a ranking that are told by labels, and how many are where it is asked which rose or fell."""


def tabled(question: Question, book: Book) -> Tabled | None:
    """What the tables have for it; None where they do not have it, or some word of it is not theirs."""
    named = _by_names(question, book)
    if named and not _misses_change(named, question) and not _is_one_of_several(named, question):
        return named
    if found := by_labels(question, book):
        return found
    return _several(question, book)


def _is_one_of_several(found: Tabled, question: Question) -> bool:
    """Whether one thing is found where several are asked for."""
    return len(found.figures) == 1 and found.shape in ("figures", "cells") and question.asks_amount_and_more


def _several(question: Question, book: Book) -> Tabled | None:
    """The one cell of each item asked for, at each time asked for; None where an item has none, or has several."""
    if len({not {each.measure}.isdisjoint(MOVES | {"share"}) for each in question.items}) > 1:
        return None  # it does not say whether the growth, or the share, is that of all
    found = [() if each.operation else labelled(each, book) for each in question.items]
    figures = tuple(printed for each in found for printed in each)
    is_whole = figures and all(found) and len({printed[0] for printed in figures}) == len(figures)
    return Tabled("cells", figures) if is_whole else None


def _misses_change(found: Tabled, question: Question) -> bool:
    """Whether a level alone is found where it is asked how that changed."""
    if not table_cues.asks_how_changed(question.ask) or found.shape not in ("figures", "cells"):
        return False
    return len(found.figures) == 1 and all(q.measure not in MOVES for q in found.figures[0])


def by_labels(question: Question, book: Book) -> Tabled | None:
    """The cells whose labels have the words of a question, where these are no names of the tables as such."""
    if times := peaks(question, book):
        return Tabled("cells", (times[::-1] if table_cues.asks_lowest_first(question.ask) else times)[:1])
    if parts := ranked(question, book):
        told = _told_of(parts, question)
        return Tabled("cells", told) if told else None
    if series := over_time(question, book):
        return Tabled("cells", series)
    if apart := _apart(question, book):
        return Tabled("calculation", apart, ("difference",), as_printed=True)
    asked = of_cells(labelled(question, book), question)
    if asked is None or asked.shape == "calculation" or _is_of_all(asked.figures, question, book):
        return asked
    return None


def _told_of(parts: tuple[Printed, ...], question: Question) -> tuple[Printed, ...]:
    """Those of a ranking, the highest first, that are asked for; none where it is shorter, or nothing moved so."""
    moved = table_cues.MOVED.search(question.ask)
    asks_fallen = bool(moved and moved["fell"])
    falls = asks_fallen and parts[-1][0].amount < 0
    least = table_cues.asks_lowest_first(question.ask)
    ordered = parts[::-1] if least or falls else parts
    if least and falls:  # the slightest fall is the highest change below nothing
        ordered = tuple(part for part in parts if part[0].amount < 0)
    if asks_fallen and not falls and any(q.measure in MOVES for q in parts[0]):
        return ()
    if moved and question.kind != "superlative" and not table_cues.rankings(question.ask):
        so = tuple(part for part in ordered if (part[0].amount < 0) == asks_fallen)
        return so if len(so) <= MANY else ()
    count, _ = table_cues.counted(question.ask) or (SHOWN, 0)
    first = table_cues.nth(question.ask) - 1
    return ordered[first : max(count, first + 1)] if max(count, first) <= len(parts) else ()


def of_cells(found: tuple[Printed, ...], question: Question) -> Tabled | None:
    """The cells that are asked for, and what is to be made of two."""
    changed: Operation | None = "growth" if table_cues.asks_how_changed(question.ask) else None
    operation: Operation | None = question.operation or (
        "difference" if table_cues.BY_HOW_MUCH.search(question.ask) else changed
    )
    if len(found) == 2 and operation in ("difference", "growth", "cagr"):
        later = tuple(sorted(found, key=lambda printed: in_order(printed[0].period)))
        comparable = are_comparable(found[0][0], found[1][0])
        return Tabled("calculation", later, (operation,), as_printed=True) if comparable else None
    return Tabled("cells", found) if found else None


def made_of(operation: Operation, cells: Sequence[Printed]) -> Tabled | None:
    """What is made of cells of one table: of its rows in one column, of its columns in one row, or of one thing at
    several times. None where they do not go together."""
    places = [printed[0].source for printed in cells]
    if not all(isinstance(place, Cell) for place in places) or len(set(places)) < len(places):
        return None
    at = {(place.table, place.row, place.column) for place in places if isinstance(place, Cell)}
    tables, rows, columns = (len(set(axis)) for axis in zip(*at, strict=True))
    if tables > 1 or min(rows, columns) > 1 or not all(are_comparable(cells[0][0], printed[0]) for printed in cells):
        return None
    ordered = tuple(cells)
    if operation == "difference":
        key = (lambda printed: in_order(printed[0].period)) if _differ_in_time(cells) else (lambda p: p[0].amount)
        ordered = tuple(sorted(cells, key=key))
    return Tabled("calculation", ordered, (operation,), as_printed=True)


def is_part(named: str, cells: Sequence[Printed], book: Book) -> bool:
    """Whether the first of two cells is told apart from the other by what is ``named``, where something is: in the row
    or the column of the part, and not in that of the whole."""
    if not named:
        return True
    stems = items.stems_of(named)
    part, whole = (tuple(map(items.stems_of, _axes_of(printed[0], book))) for printed in cells)
    return any(stems & one and not stems <= other for one, other in zip(part, whole, strict=True) if one != other)


def _axes_of(q: Quantity, book: Book) -> tuple[str, str]:
    """The names of a cell's row, with that of its group, and of its column."""
    row, column = labels_at(q, book.report)
    head = book.items.head_of(q.source.table, q.source.row) if isinstance(q.source, Cell) else ""
    return f"{head} {row} {q.place or ''}", column


def whole_of(part: Printed, book: Book) -> Printed:
    """The total of the column that a cell stands in, the largest where there are several; none where the cell is it."""
    source = part[0].source
    if not isinstance(source, Cell):
        return ()
    column = [q for q in book.quantities if _is_in_column(q, source) and are_comparable(q, part[0])]
    totals = [q for q in column if _names_whole(labels_at(q, book.report)[0])]
    whole = max(totals, key=lambda q: q.amount, default=None)
    if whole is None or whole.amount <= part[0].amount or whole.amount < max(q.amount for q in column):
        return ()
    return (whole,)


def _is_in_column(q: Quantity, source: Cell) -> bool:
    return isinstance(q.source, Cell) and (q.source.table, q.source.column) == (source.table, source.column)


def _names_whole(name: str) -> bool:
    """Whether a row is named as all there is: "Total", "World", "Group"."""
    return names_total(name) or _WHOLE.fullmatch(name.strip()) is not None


_WHOLE = re.compile(
    r"(?:world(?:wide)?|global|group|whole (?:country|group|company)|all [\w ]+|consolidated)\W*\d?", re.IGNORECASE
)


def _differ_in_time(cells: Sequence[Printed]) -> bool:
    return len({printed[0].period for printed in cells}) > 1


def _apart(question: Question, book: Book) -> tuple[Printed, ...]:
    """The cells of two things that it asks the difference between, the larger first: "between the high and the low case
    in 2030"; what is said behind both may be of the first too."""
    between = _BETWEEN.search(question.ask)
    if between is None:
        return ()
    one, shared = between["one"], between["other"].split()[1:]
    ways = [f"{one} {' '.join(shared[at:])}" for at in range(len(shared) + 1)]
    found = (labelled(replace(question, ask=f"{way}{between['rest']}", operation=None), book) for way in ways[::-1])
    first = next((cells for cells in found if len(cells) == 1), ())
    second = labelled(replace(question, ask=f"{between['other']}{between['rest']}", operation=None), book)
    if len(first) != 1 or len(second) != 1 or not are_comparable(first[0][0], second[0][0]):
        return ()
    if first[0][0].period != second[0][0].period or first == second:
        return ()
    return tuple(sorted((*first, *second), key=lambda printed: printed[0].amount))


_BETWEEN = re.compile(
    r"\b(?:difference|gap|spread) between (?:the )?(?P<one>.+?) and (?:the )?(?P<other>.+?)"
    r"(?P<rest>\s+(?:in|for|at|as of|on) .+|\W*)$",
    re.IGNORECASE,
)


def _is_of_all(found: Sequence[Printed], question: Question, book: Book) -> bool:
    """Whether what is found is all of what is asked for, as the costs of "research and development" are, and not one of
    several things."""
    said = frozenset[str]().union(*(items.stems_of(" ".join(labels_at(q, book.report))) for q, *_ in found))
    asked = (items.stems_of(each.ask) for each in question.items)
    return all(any(word in said and word.isalpha() for word in words) for words in asked)


def _by_names(question: Question, book: Book) -> Tabled | None:
    if question.kind not in KINDS or lexicon.WHY.search(question.ask) or table_cues.LIMITED.search(question.ask):
        return None
    asked = Mentions(question, book)
    if not asked.is_possible:
        return None
    figures = TableFigures(asked, book)
    asks_rate = asked.operation in ("growth", "cagr") and question.kind != "series" and not asked.is_ranked
    if asks_rate and not _published(asked, figures) and matching(asked.question, book):
        return None  # the text prints the rate
    shapes: tuple[Callable[[Mentions, TableFigures], Tabled | None], ...]
    shapes = (_passes, _ranking) if asked.is_ranked else (_passes, _series, _calculation, _parts, _cells)
    return next((found for shape in shapes if (found := shape(asked, figures))), None)


def _passes(asked: Mentions, figures: TableFigures) -> Tabled | None:
    """The year in which one is first above another or at an amount, with the year before."""
    things = asked.things() if asked.asks_when_passed else []
    claims = asked.question.claims
    for measure in asked.levels:
        if len(things) == 2:
            found = _first_above(*(figures.by_year(thing, measure) for thing in things))
        elif len(things) == 1 and len(claims) == 1:
            found = _first_at(figures.by_year(things[0], measure), claims[0])
        else:
            return None
        if found:
            return Tabled("passes", found)
    return None


def _first_above(over: dict[int, Printed], under: dict[int, Printed]) -> tuple[Printed, ...]:
    years = [year for year in over if year in under and are_comparable(over[year][0], under[year][0])]
    above = [year for year in years if over[year][0].amount > under[year][0].amount]
    if len(years) < 2 or not above:
        return ()
    at = years.index(above[0])
    return tuple(printed for year in years[max(at - 1, 0) : at + 1] for printed in (over[year], under[year]))


def _first_at(by_year: dict[int, Printed], amount: Quantity) -> tuple[Printed, ...]:
    years = [y for y, (q, *_) in by_year.items() if (q.kind, q.currency) == (amount.kind, amount.currency)]
    reached = [year for year in years if by_year[year][0].amount >= amount.amount]
    if not reached or reached[0] == years[0]:
        return ()
    at = years.index(reached[0])
    return (by_year[years[at - 1]], by_year[years[at]])


def _ranking(asked: Mentions, figures: TableFigures) -> Tabled | None:
    """The parts of what is named, the first first."""
    if len(asked.question.periods) > 1:
        return None
    parts = _first_parts(asked.ranked_measures, figures)
    if not parts or asked.top > len(parts):
        return None
    lowest = table_cues.asks_lowest_first(asked.ask)
    return Tabled("ranking", tuple(sorted(parts, key=lambda p: p[0].amount, reverse=not lowest)), top=asked.top)


def _parts(asked: Mentions, figures: TableFigures) -> Tabled | None:
    """The parts of what is named, as printed: "revenue by end use in Germany in 2030"."""
    if not table_cues.PARTS.search(asked.ask) or len(asked.ends) > 1:
        return None
    parts = _first_parts(measures_of(asked.question), figures)
    return Tabled("parts", tuple(parts)) if parts else None


def _first_parts(measures: tuple[Measure, ...], figures: TableFigures) -> list[Printed]:
    """The parts by the first measure that tables print for some."""
    by_measure = (figures.parts(measure) for measure in measures)
    return next((parts for parts in by_measure if len(parts) >= FEWEST), [])


def _series(asked: Mentions, figures: TableFigures) -> Tabled | None:
    """One thing over the years."""
    is_series = asked.question.kind == "series"
    of_two = asked.operation in (*OF_SEVERAL, "growth", "cagr")
    things = asked.things(apart=False)
    if not (is_series or (measuring.SERIES.search(asked.ask) and not of_two)) or len(things) != 1:
        return None
    years = asked.question.years
    for measure in asked.levels:
        by_year = figures.by_year(things[0], measure)
        within = [by_year[year] for year in by_year if len(years) < 2 or years[0] <= year <= years[-1]]
        if len(within) > 1:
            return Tabled("series", tuple(within))
    return None


def _calculation(asked: Mentions, figures: TableFigures) -> Tabled | None:
    """What the tables print for the rate or share asked for, else figures and what is to be made of them."""
    operation = asked.operation
    if operation is None:
        return None
    if published := _published(asked, figures):
        return Tabled("figures", (published,))
    things = asked.things(apart=operation in OF_SEVERAL and len(asked.ends) < 2)
    found = (_operands(operation, asked, things, measure, figures) for measure in asked.levels)
    operands = next((each for each in found if each and all(each)), ())
    if not operands:
        return None
    grown = operation == "difference" and len(things) == 1 and table_cues.GROWS.search(asked.ask)
    return Tabled("calculation", operands, ("difference", "growth") if grown else (operation,))


def _operands(
    operation: Operation, asked: Mentions, things: list[Thing], measure: Measure, figures: TableFigures
) -> tuple[Printed, ...]:
    """The figures an operation takes, in its order; empty, or with an empty one, where the tables lack some."""
    ends = asked.ends
    if operation == "share":
        return _part_and_whole(asked, things, measure, figures)
    if len(things) == 1 and len(ends) == 2 and operation != "sum":
        return figures.at_ends(things[0], measure, ends)
    if len(ends) > 1 or len(things) < 2 or (len(things) > 2 and operation != "sum"):
        return ()
    period = Period(ends[0], ends[0]) if ends else None
    printed = tuple(figures.at(thing, measure, period) for thing in things)
    if len({q.period for group in printed for q in group[:1]}) > 1:
        return ()
    return printed[::-1] if operation in ("difference", "multiple") else printed


def _part_and_whole(
    asked: Mentions, things: list[Thing], measure: Measure, figures: TableFigures
) -> tuple[Printed, ...]:
    if len(things) != 1 or len(asked.ends) > 1 or not things[0][0]:
        return ()
    names, places = things[0]
    part = figures.at((names, places), measure, _period(asked))
    return (part, figures.at((frozenset(), places), measure, part[0].period)) if part else ()


def _published(asked: Mentions, figures: TableFigures) -> Printed:
    """The rate or share that the tables print for the very time."""
    things, ends, operation = asked.things(apart=False), asked.ends, asked.operation
    if len(things) != 1:
        return ()
    if operation == "cagr" and len(ends) == 2:
        return figures.at(things[0], "cagr", Period(ends[0], ends[1], "span"))
    if operation == "growth" and len(ends) == 1:
        return figures.at(things[0], "growth", _period(asked))
    return figures.at(things[0], "share", _period(asked)) if operation == "share" and len(ends) < 2 else ()


def _cells(asked: Mentions, figures: TableFigures) -> Tabled | None:
    """The cell, or the cells, that are named."""
    of_parts = asked.names and all(map(asked.is_dimension, asked.names))
    if table_cues.place_kind(asked.ask) or of_parts:  # of which the whole's figure says nothing
        return None
    if asked.operation in OF_SEVERAL or asked.claims:
        return None
    periods = asked.question.periods or (None,)
    ways = [asked.things(apart=False), *([asked.things()] if table_cues.BOTH.search(asked.ask) else [])]
    for measure in measures_of(asked.question):
        if measure == "share" and asked.question.measure != "share" and table_cues.AMOUNT.search(asked.ask):
            continue
        for things in ways:
            found = [figures.at(thing, measure, period) for thing in things for period in periods]
            if all(found):
                return Tabled("figures", tuple(found))
    return None


def _period(asked: Mentions) -> Period | None:
    return asked.question.periods[0] if asked.question.periods else None
