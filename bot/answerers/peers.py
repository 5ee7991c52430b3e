"""Who is really first, for a question that takes one for it: ranked among those the report sets beside it."""

import re
from collections.abc import Sequence

from bot.answerers.ranking import RANKED, ranking
from bot.book import Book
from bot.evidence import Draft
from bot.printings import current_period, distinct
from bot.question import Question
from bot.retrieve import Found
from bot.sense import GENERIC, OTHERS, Sense, stems
from ingest.domain import Cell, Measure, Quantity, Span
from ingest.places import find_places

_CLAIMED = re.compile(
    r"^\W*(?:so |and |but |then )*(?:i (?:hear|heard|read|think|thought|believe) (?:that )?)?(?P<name>.+?)\s+"
    r"(?:is|are|was|were|will be|dominates?|leads?|led|grows?|grew|holds?|held|has|had|ranks?|comes?|came)\b",
    re.IGNORECASE,
)
FEWEST = 2
"""Figures side by side that rank one before another."""

OF_ANYTHING: dict[str, tuple[Measure, ...]] = {"largest": ("count", "other"), "smallest": ("count", "other")}
"""What is compared where nothing else is: deliveries, tonnes harvested."""

Row = tuple[object, ...]


def peers(found: Found) -> Draft | None:
    """The ranking of what is claimed to be first among its peers."""
    ranked = ranked_peers(found.question, found.book)
    return ranking(ranked, found) if ranked else None


def ranked_peers(question: Question, book: Book) -> list[Quantity]:
    """Figures of the claimed one and its peers, the highest first; none when it has none beside another's."""
    match = _CLAIMED.search(question.ask)
    if match is None:
        return []
    name = stems((match["name"],)) - GENERIC - book.market_stems
    places = frozenset(place.value.name for place in find_places(match["name"]))
    for measure in (*RANKED.get(question.aspect, ()), *OF_ANYTHING.get(question.aspect, ())):
        senses = [s for s in book.senses if s.quantity.measure == measure and s.quantity.upper is None and _is_one(s)]
        rows = dict.fromkeys(_row(s, book) for s in senses if _is_claimed(s, name, places))
        groups = [[s.quantity for s in senses if _row(s, book) == row] for row in rows]
        best = _best([_without_total(distinct(group)) for group in groups], book)
        if len(best) >= FEWEST:
            return sorted(best, key=lambda q: -q.amount)
    return []


def _is_claimed(sense: Sense, name: frozenset[str], places: frozenset[str]) -> bool:
    if places:
        return sense.quantity.place in places and not sense.path
    return bool(name) and name <= sense.core


def _row(sense: Sense, book: Book) -> Row:
    """What peers share: table and column, bullets, or the sentence; a place's peers may stand anywhere in the text."""
    q = sense.quantity
    if isinstance(q.source, Cell):
        where: Row = (q.source.table, q.source.column)
    elif isinstance(q.quote, Span) and _is_bullet(q.quote, book):
        where = ("bullets", q.quote.section)
    else:
        where = ("places",) if q.place and not sense.path else (q.quote,)
    return (*where, q.period, q.kind, q.currency, q.unit)


def _is_bullet(quote: Span, book: Book) -> bool:
    """Whether a sentence opens an item of a bullet list."""
    return book.report.sections[quote.section].text[: quote.start].endswith("- ")


def _is_one(sense: Sense) -> bool:
    """Whether it is of one part: neither of the whole nor of what is left over."""
    return bool(sense.path or sense.quantity.place) and not sense.core & OTHERS


def _without_total(group: list[Quantity]) -> list[Quantity]:
    """A group without what is the sum of the rest of it, give or take the rounding of each."""
    total = sum(q.amount for q in group)
    return [q for q in group if len(group) <= FEWEST or abs(total - 2 * q.amount) > len(group) * q.quantum]


def _best(groups: Sequence[list[Quantity]], book: Book) -> list[Quantity]:
    """The group of now with the most members."""
    now = current_period((q for group in groups for q in group), book)
    fitting = [group for group in groups if group and group[0].period == now] or groups
    return max(fitting, key=len, default=[])
