"""Figures that the report gives side by side, for who asks for all of them: "with their shares", "the split"."""

from collections.abc import Sequence

from bot.answerers.quote import said
from bot.answerers.ranking import FEWEST, table_of
from bot.book import Book
from bot.evidence import Draft, Paragraph
from bot.measuring import asks_for_all
from bot.odds import Likely
from bot.retrieve import Found
from ingest.domain import Cell, Quantity

ENOUGH = 0.5
"""Least probability that the figure asked for is one of those side by side."""

Row = tuple[object, ...]


def together(found: Found) -> Draft | None:
    """The sentence or the column whose figures are likeliest together."""
    if not asks_for_all(found.question.ask):
        return None
    groups: dict[Row, list[Likely]] = {}
    for each in found.likely:
        groups.setdefault(_row(each.quantity), []).append(each)
    best = max(groups.values(), key=_chance, default=[])
    if _chance(best) < ENOUGH:
        return None
    beside = _beside(best[0].quantity, found.book)
    if len(beside) < FEWEST:
        return None
    if isinstance(beside[0].source, Cell):
        return Draft((table_of(beside, found.book),), answerer="together")
    return Draft((Paragraph((said(best[0].quantity, found.question, found.book),)),), answerer="together")


def _chance(group: Sequence[Likely]) -> float:
    return sum(each.probability for each in group)


def _row(quantity: Quantity) -> Row:
    """What figures side by side share: their sentence, or their table's column; and their kind."""
    source = quantity.source
    place = (source.table, source.column) if isinstance(source, Cell) else (quantity.quote,)
    return (*place, quantity.kind, quantity.currency)


def _beside(quantity: Quantity, book: Book) -> list[Quantity]:
    return [other for other in book.quantities if _row(other) == _row(quantity)]
