"""What a question asks to be ranked by the words of tables' labels: "which segment had the highest profit?"."""

import re
from collections.abc import Iterable, Sequence

from bot import table_cues, vocabulary
from bot.book import Book
from bot.items import Candidate
from bot.labelled import Asked
from bot.printings import distinct
from bot.question import Question
from bot.table_figures import Printed
from ingest.domain import Cell, Quantity
from ingest.places import place_named
from ingest.quantity.labels import names_total
from ingest.words import stem

FEWEST = 3
"""Parts of a ranking found by labels."""

_PLACES = re.compile(r"\b(?:region|country|countries|state|geograph\w+|market|area|continent)s?\b", re.IGNORECASE)
_KINDS = vocabulary.NOUN_STEMS | frozenset(
    map(stem, "segment line item business division unit category group type class geographic geographical area".split())
)
"""Stems of words for the parts of anything."""


def ranked(question: Question, book: Book) -> tuple[Printed, ...]:
    """The parts of the one table that a question ranks, in its rows or its columns; none where several are."""
    if question.kind != "superlative" and not table_cues.rankings(question.ask):
        return ()
    asked = Asked(question, book, without=_said_of_ranks(question.ask))
    if not asked.ranks or question.claims or len(asked.times) > 1:
        return ()
    groups: dict[tuple[object, ...], list[Candidate]] = {}
    for candidate in book.items.beside(asked.said, asked.hard - _KINDS, asked.known):
        if asked.fits(candidate) and _is_timely(candidate.quantity, asked):
            key = (candidate.group, candidate.quantity.kind, candidate.quantity.currency, candidate.quantity.period)
            groups.setdefault(key, []).append(candidate)
    fitting = [group for group in groups.values() if _is_ranking(group, asked, book)]
    least = min((group[0].distance for group in fitting), default=None)
    best = [_by_part(group, book) for group in fitting if group[0].distance == least]
    return best[0] if len(best) == 1 else ()


def _said_of_ranks(ask: str) -> frozenset[str]:
    words = (ask[start:end] for start, end in table_cues.rankings(ask))
    return frozenset(stem(word) for said in words for word in said.lower().split())


def _is_timely(q: Quantity, asked: Asked) -> bool:
    return not asked.times or asked.times[0].rank(q.period) == 0


def _is_ranking(group: Sequence[Candidate], asked: Asked, book: Book) -> bool:
    """Whether cells are of enough parts, of the kind asked for: of places, or of what their table says it lists."""
    parts = [c.quantity for c in group if _is_part(c.quantity, book)]
    if len(parts) < FEWEST:
        return False
    if _PLACES.search(asked.ask) and not any(noun in asked.ask.lower() for noun in ("segment", "product")):
        return sum(place_named(q.place or "") is not None for q in parts) * 2 > len(parts)
    nouns = asked.said & _KINDS
    return not nouns or bool(nouns & frozenset[str]().union(*(c.context for c in group)))


def _is_part(q: Quantity, book: Book) -> bool:
    """Whether a cell is of a part, and of no sum or rest."""
    if not isinstance(q.source, Cell):
        return False
    table = book.report.tables[q.source.table]
    names = (table.rows[q.source.row][0], table.header[q.source.column])
    return q not in book.totals and not any(names_total(name) or _SUM_OR_REST.match(name) for name in names)


_SUM_OR_REST = re.compile(
    r"\W*(?:(?:(?:grand )?total|sub-?total|others?|rest|remaining|inter-?segment|eliminations?|adjustments?"
    r"|unallocated)\b|(?:consolidated|group|corporate (?:and|&|/|costs|expenses)\b.*|reconciliation)\W*$)",
    re.IGNORECASE,
)
"""How the name of a sum, a rest or what is left between segments and the whole begins; "Corporate travel" is a part."""


def _by_part(group: Iterable[Candidate], book: Book) -> tuple[Printed, ...]:
    found: dict[object, list[Quantity]] = {}
    for candidate in group:
        if _is_part(candidate.quantity, book):
            found.setdefault(candidate.part, []).append(candidate.quantity)
    lowest_last = sorted(found.values(), key=lambda printed: -printed[0].amount)
    return tuple(tuple(distinct(printed)) for printed in lowest_last)
