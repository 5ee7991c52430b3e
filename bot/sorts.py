"""Whether figures are of another sort than what is asked for: an amount for a rate, a part for a count, an index for an
amount, a profit for a loss."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot import table_cues
from bot.book import Book
from bot.cells import labels_at
from bot.items import stems_of
from bot.labelled import CHANGE_STEMS, YEARS
from bot.meant import WHOLE
from bot.measuring import MOVES
from bot.question import Question
from ingest.domain import Cell, Quantity
from ingest.words import stem

RATES = re.compile(
    r"(?<!exchange )(?<!day )(?<!daily )(?<!hourly )(?<!freight )(?<!charter )\b"
    r"(?:margins?|ratios?|yields?|rates?|occupancy|churn|coverage|penetration|utili[sz]ation|gearing|leverage)\b",
    re.IGNORECASE,
)
"""What is told as a part or a multiple of something and never as an amount, unless a label calls an amount so."""
_MARGINS = re.compile(r"\b(?:margin|yield)s?\b", re.IGNORECASE)
"""What is told in percent and calculated from nothing but its own amounts."""
_COUNTS = re.compile(r"\b(?:how many|numbers? of|count of)\b", re.IGNORECASE)
_PARTS = re.compile(r"%|\bper ?cent(?:age)?s?\b|\b(?:basis )?points?\b|\bbps\b", re.IGNORECASE)
_INDEX = frozenset(map(stem, "index indices".split()))
_LOST = re.compile(r"\b(?:los[est]|loses|losing|loss|losses)\b", re.IGNORECASE)
_LOSS = stem("loss")
_QUARTER = re.compile(r"\bquarter\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:total|sum|amount|value|worth|how much)\b", re.IGNORECASE)
_BY_VOLUME = re.compile(r"\b(?:by (?:units?|volume)|(?:unit|volume) (?:share|terms))\b", re.IGNORECASE)
_VOLUMES = frozenset(map(stem, "unit units volume tonnes shipment shipments production output capacity".split()))
_GOODS = re.compile(
    r"\b(?:how (?:many|much) [\w -]{2,40}? (?:did|does|do|was|were|is|are) (?:[\w’'.-]+ ){0,4}?"
    r"(?:produced?|mined?|harvest(?:ed)?)"
    r"|units (?:sold|shipped|delivered|produced|made))\b",
    re.IGNORECASE,
)
_WORTH = re.compile(
    r"\b(?:revenues?|sales|turnover|cash|money|profits?|income|worth|values?|costs?|spen[dt]|price|earn\w*)\b|[$€£¥₹]",
    re.IGNORECASE,
)
_EARNED = re.compile(r"\b(?:revenues?|turnover|(?<!cost of )sales)\b", re.IGNORECASE)
_EARNINGS = stems_of("revenue sales turnover income earned received billed")
_SPENT = frozenset(
    map(stem, "cost costs expense expenses tax taxes debt price prices royalty royalties fee fees".split())
)
_POINTS = frozenset({"percentage points", "basis points"})
_CHANGE = re.compile(r"\bchanges? (?:in|of|from)\b", re.IGNORECASE)
_CHANGES = CHANGE_STEMS | frozenset(map(stem, "variance movement difference".split()))
_SOLD = re.compile(r"\b(?:sell|sells|sold)\b", re.IGNORECASE)
_TRADE = frozenset(
    map(
        stem,
        "sale sold sell ship shipment shipped revenue deliver delivery volume market turnover export order demand"
        " consumption consume value unit registration buy bought purchase trade completion".split(),
    )
)
"""Stems of what tables call what is sold."""
_AMOUNTS = frozenset({"money", "number"})
_SHARES = frozenset({"percent", "percentage points", "basis points"})


def is_amount_for_part(cells: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether cells, told or calculated with, are all amounts where a margin is asked for that they do not name."""
    asked = stems_of(" ".join(_MARGINS.findall(question.ask)))
    if not asked or not cells or any(q.kind not in _AMOUNTS for q in cells):
        return False
    return asked.isdisjoint(_named(cells, book))


def is_of_another_sort(cells: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether none of some cells, told as printed, is of the sort that a question asks for by its words."""
    told = Told(cells, question, book)
    return bool(cells) and any(is_other(told) for is_other in _OTHERS)


def is_silent_on_rate(quotes: Iterable[str], question: Question) -> bool:
    """Whether a rate, or the like, is asked for of which some sentences do not speak."""
    rates = stems_of(" ".join(RATES.findall(question.ask)))
    said = [quote for quote in quotes if quote]
    return bool(rates) and not any(_PARTS.search(each) for each in said) and rates.isdisjoint(stems_of(" ".join(said)))


@dataclass(frozen=True)
class Told:
    """Cells told as printed to a question."""

    cells: Sequence[Quantity]
    question: Question
    book: Book

    @property
    def ask(self) -> str:
        """The question's text."""
        return self.question.ask

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of number the cells are."""
        return frozenset(q.kind for q in self.cells)

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems that name the cells."""
        return _named(self.cells, self.book)

    @cached_property
    def said(self) -> frozenset[str]:
        """The stems of all that the cells stand under, and of their units."""
        found = self.named
        for q in self.cells:
            if isinstance(q.source, Cell):
                table = self.book.report.tables[q.source.table]
                found = found.union(*map(stems_of, (table.title, table.unit or "", q.unit, q.label, *table.heading)))
        return found

    @property
    def are_levels(self) -> bool:
        """Whether none of the cells is a change by its measure or its labels."""
        return all(q.measure not in MOVES for q in self.cells) and self.named.isdisjoint(_CHANGES)


def _is_amount_for_rate(told: Told) -> bool:
    rates = stems_of(" ".join(RATES.findall(told.ask)))
    return bool(rates) and told.kinds <= _AMOUNTS and not _PARTS.search(told.ask) and rates.isdisjoint(told.named)


def _is_part_for_count(told: Told) -> bool:
    return told.kinds <= _SHARES and bool(_COUNTS.search(told.ask)) and not _PARTS.search(told.ask)


def _is_part_of_value(told: Told) -> bool:
    return told.kinds <= _SHARES and bool(_BY_VOLUME.search(told.ask)) and told.said.isdisjoint(_VOLUMES)


def _is_all_of_itself(told: Told) -> bool:
    return all(q.kind == "percent" and q.amount == WHOLE for q in told.cells)


def _is_money_for_goods(told: Told) -> bool:
    """Whether money is told where it is asked how many or how much of a thing there was."""
    return told.kinds == {"money"} and bool(_GOODS.search(told.ask)) and not _WORTH.search(told.ask)


def _is_level_for_change(told: Told) -> bool:
    by_how_much = table_cues.BY_HOW_MUCH.search(told.ask) is not None and len(told.cells) == 1
    is_change = bool(told.kinds & _POINTS) or (not by_how_much and bool(told.kinds - _AMOUNTS))
    return (by_how_much or bool(_CHANGE.search(told.ask))) and not is_change and told.are_levels


def _is_change_for_level(told: Told) -> bool:
    if told.question.measure in MOVES or table_cues.MAY_MOVE.search(told.ask):
        return False
    columns = (labels_at(q, told.book.report)[1] for q in told.cells)
    return all(not CHANGE_STEMS.isdisjoint(stems_of(column)) for column in columns)


def _is_spent_for_earned(told: Told) -> bool:
    earned = told.kinds == {"money"} and _EARNED.search(told.ask) is not None
    return earned and bool(told.named & _SPENT) and told.said.isdisjoint(_EARNINGS)


def _is_gained_for_lost(told: Told) -> bool:
    gained = all(q.kind == "money" and q.amount > 0 for q in told.cells)
    return gained and bool(_LOST.search(told.ask)) and _LOSS not in told.named


def _is_year_for_quarter(told: Told) -> bool:
    of_years = all(q.period is not None and q.period.kind in YEARS for q in told.cells)
    return of_years and bool(_QUARTER.search(told.ask)) and all(p.kind in YEARS for p in told.question.periods)


def _is_not_sold(told: Told) -> bool:
    return told.kinds == {"number"} and bool(_SOLD.search(told.ask)) and told.said.isdisjoint(_TRADE)


def _is_index_for_amount(told: Told) -> bool:
    asks_amount = bool(_AMOUNT.search(told.ask)) and stems_of(told.ask).isdisjoint(_INDEX)
    return asks_amount and all(not _named([q], told.book).isdisjoint(_INDEX) for q in told.cells)


_OTHERS = (
    _is_amount_for_rate,
    _is_part_for_count,
    _is_part_of_value,
    _is_all_of_itself,
    _is_money_for_goods,
    _is_level_for_change,
    _is_change_for_level,
    _is_spent_for_earned,
    _is_gained_for_lost,
    _is_year_for_quarter,
    _is_not_sold,
    _is_index_for_amount,
)
"""Ways to be of another sort, by what is told for what is asked."""


def _named(cells: Iterable[Quantity], book: Book) -> frozenset[str]:
    """The stems of the labels of cells, of what heads their rows, and of their tables' titles where no other row or
    column has these in its name."""
    found = frozenset[str]()
    for q in cells:
        if not isinstance(q.source, Cell):
            continue
        number = q.source.table
        others = book.items.row_words(number).union(*book.items.column_names(number))
        own = (book.items.head_of(number, q.source.row), *labels_at(q, book.report))
        found = found.union(*map(stems_of, own), stems_of(book.report.tables[number].title) - others)
    return found
