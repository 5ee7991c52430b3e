"""Whether figures are of another sort than what is asked for: an amount for a rate, a part for a count, an index for an
amount, a profit for a loss."""

import re
from collections.abc import Iterable, Sequence

from bot.book import Book
from bot.cells import labels_at
from bot.items import stems_of
from bot.labelled import YEARS
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
_COUNTS = re.compile(r"\b(?:how many|numbers? of|no\.? of|count of)\b|#\s?of\b", re.IGNORECASE)
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
_BY_HOW_MUCH = re.compile(r"\bby how (?:much|many)\b", re.IGNORECASE)
_EARNED = re.compile(r"\b(?:revenues?|turnover|(?<!cost of )sales)\b", re.IGNORECASE)
_EARNINGS = stems_of("revenue sales turnover income earned received billed")
_SPENT = frozenset(
    map(stem, "cost costs expense expenses tax taxes debt price prices royalty royalties fee fees".split())
)
_POINTS = frozenset({"percentage points", "basis points"})
_CHANGE = re.compile(r"\bchanges? (?:in|of|from)\b", re.IGNORECASE)
_CHANGES = frozenset(map(stem, "change changes growth increase decrease variance movement difference".split()))
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
    if not cells:
        return False
    ask = question.ask
    rates = stems_of(" ".join(RATES.findall(ask)))
    asks_part = _PARTS.search(ask) is not None
    if rates and not asks_part and all(q.kind in _AMOUNTS for q in cells):
        return rates.isdisjoint(_named(cells, book))
    if all(q.kind in _SHARES for q in cells):
        if _BY_VOLUME.search(ask) and _said(cells, book).isdisjoint(_VOLUMES):
            return True
        if _COUNTS.search(ask) and not asks_part:
            return True
        if all(q.kind == "percent" and q.amount == WHOLE for q in cells):
            return True  # of itself all is a hundred percent, which nobody asks for
    if all(q.kind == "money" for q in cells) and _asks_for_goods(ask):
        return True
    if _BY_HOW_MUCH.search(ask) and all(q.measure not in MOVES and q.kind not in _POINTS for q in cells):
        return len(cells) == 1 and _named(cells, book).isdisjoint(_CHANGES)
    if _EARNED.search(ask) and all(q.kind == "money" for q in cells):
        named = _named(cells, book)
        if named & _SPENT and _said(cells, book).isdisjoint(_EARNINGS):
            return True
    if _LOST.search(ask) and all(q.kind == "money" and q.amount > 0 for q in cells):
        return _LOSS not in _named(cells, book)
    if _QUARTER.search(ask) and all(period.kind in YEARS for period in question.periods):
        return all(q.period is not None and q.period.kind in YEARS for q in cells)
    if _CHANGE.search(ask) and all(q.measure not in MOVES and q.kind in _AMOUNTS for q in cells):
        return _named(cells, book).isdisjoint(_CHANGES)
    if _SOLD.search(ask) and all(q.kind == "number" for q in cells):
        return _said(cells, book).isdisjoint(_TRADE)
    return bool(_AMOUNT.search(ask)) and _is_index(cells, book) and stems_of(ask).isdisjoint(_INDEX)


def _asks_for_goods(ask: str) -> bool:
    """Whether it asks how many or how much of a thing there was, and not what that was worth."""
    return _GOODS.search(ask) is not None and _WORTH.search(ask) is None


def is_silent_on_rate(quotes: Iterable[str], question: Question) -> bool:
    """Whether a rate, or the like, is asked for of which some sentences do not speak."""
    rates = stems_of(" ".join(RATES.findall(question.ask)))
    said = [quote for quote in quotes if quote]
    return bool(rates) and not any(_PARTS.search(each) for each in said) and rates.isdisjoint(stems_of(" ".join(said)))


def _is_index(cells: Iterable[Quantity], book: Book) -> bool:
    """Whether the own labels of all cells say that they are an index."""
    return all(not _named([q], book).isdisjoint(_INDEX) for q in cells)


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


def _said(cells: Iterable[Quantity], book: Book) -> frozenset[str]:
    """The stems of all that cells stand under, and of their units."""
    found = _named(cells, book)
    for q in cells:
        if isinstance(q.source, Cell):
            table = book.report.tables[q.source.table]
            found = found.union(*map(stems_of, (table.title, table.unit or "", q.unit, q.label, *table.heading)))
    return found
