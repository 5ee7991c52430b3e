"""Ranks the parts of a market by the figures the report prints for them."""

from collections.abc import Iterable, Sequence

from bot import table_cues
from bot.answerers.lists import asked_classes
from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Draft, Evidence, Grid, Paragraph, Sentence
from bot.match import in_periods, measures_of
from bot.phrase import amount, as_printed, capitalised, sentence, the
from bot.printings import current_period, distinct
from bot.question import Question
from bot.retrieve import Found
from bot.sense import GENERIC, OTHERS, Sense
from ingest.domain import Cell, Measure, Quantity
from ingest.places import contains, place_named
from ingest.words import stem

RANKED: dict[str, tuple[Measure, ...]] = {
    "largest": ("size", "share", "volume"),
    "smallest": ("size", "share", "volume"),
    "fastest": ("cagr", "growth"),
}
"""What is compared for each superlative, best first."""

FEWEST = 3
"""Fewer figures side by side are no ranking: the largest may be one that is not printed there."""


def ranking(ranked: list[Quantity], found: Found, sort: bool = True) -> Draft:
    """The first by printed figures, and the whole ranking as a table; ``sort`` unless the order says who is meant."""
    question, book = found.question, found.book
    if question.aspect == "smallest" and sort:
        ranked = ranked[::-1]
    first = ranked[0]
    evidence = evidence_of(book, first)
    named = first.measure in ("size", "share", "cagr", "growth") or not isinstance(first.source, Cell)
    said = Sentence(sentence(first, book, book.until) if named else as_printed(first, evidence), (evidence,))
    table = table_of(sorted(ranked, key=lambda q: -q.amount) if not sort else ranked, book)
    return Draft((Paragraph((said,)), table), answerer="ranking")


def table_of(quantities: Iterable[Quantity], book: Book, names: Sequence[str] = (), title: str = "") -> Grid:
    """Figures side by side, each row cited by its cell or sentence.

    They are named by what they are parts of and the table by what is measured, unless ``names`` and ``title`` say so.
    """
    listed = list(quantities)
    period = listed[0].period
    places = {q.place for q in listed}
    where = f" in {the(place)}" if len(places) == 1 and (place := listed[0].place) and listed[0].subject else ""
    title = title or capitalised(listed[0].label or listed[0].measure) + where
    title = f"{title}, {period}" if period and str(period) not in title else title
    shared = frozenset.intersection(*(frozenset(q.subject) for q in listed))
    rows: list[tuple[tuple[str, ...], tuple[Evidence, ...]]] = [
        ((name, amount(q)), (evidence_of(book, q),))
        for name, q in zip(names or [part_name(q, shared) for q in listed], listed, strict=True)
    ]
    return Grid(title, ("", str(period) if period else title), tuple(rows))


def part_name(quantity: Quantity, shared: frozenset[str] = frozenset()) -> str:
    """What a figure is of: its innermost subject that not all beside it have, else its place."""
    own = [name for name in quantity.subject if name not in shared]
    if own:
        return own[-1]
    return quantity.place or next(iter(quantity.subject[-1:]), "")


def ranked_parts(question: Question, book: Book) -> list[Quantity]:
    """The largest group of comparable figures, the highest first: of one table or section, measure and period."""
    told = measures_of(question) if question.measure == "price" else ()
    if table_cues.SOLD_MOST.search(question.ask):
        told = ("volume", "count")
    for measure in told or RANKED.get(question.aspect) or measures_of(question) or ("size", "share"):
        groups: dict[tuple[object, ...], list[Quantity]] = {}
        for sense in book.senses:
            q = sense.quantity
            if q.measure == measure and q.upper is None and _is_part(sense, question) and in_periods(q, question):
                groups.setdefault((_room(q), q.period, q.kind, q.currency, q.unit), []).append(q)
        best = _best_group([distinct(group) for group in groups.values()], question, book)
        if len(best) >= FEWEST:
            return sorted(best, key=lambda q: -q.amount)
    return []


def _room(quantity: Quantity) -> tuple[str, int]:
    source = quantity.source
    return ("table", source.table) if isinstance(source, Cell) else ("section", source.section)


def _is_part(sense: Sense, question: Question) -> bool:
    """Whether a figure is of one member of the class asked for."""
    q = sense.quantity
    if sense.core & OTHERS or (not sense.path and q.place is None):
        return False
    words = question.words
    if question.places and not any(q.place and contains(place, q.place) for place in question.places):
        return False
    if q.place in question.places and not sense.path:  # the whole, not a part of it
        return False
    if not all(word.stands_in(sense.path | sense.said | sense.above | GENERIC) for word in words):
        return False
    for group in asked_classes(question):
        place = place_named(q.place) if q.place and not sense.path else None
        kinds = {stem(place.kind)} if place else set()
        if not group & (kinds | (sense.path - sense.core) | sense.above):
            return False
    return bool(words or asked_classes(question))


def _best_group(groups: list[list[Quantity]], question: Question, book: Book) -> list[Quantity]:
    """The group of the default period with the most members."""
    periods = sorted({g[0].period for g in groups if g[0].period}, key=lambda p: (p.last, p.first))
    now = current_period((q for g in groups for q in g), book)
    wanted = now if not question.forecast else (periods[-1] if periods else None)
    fitting = [g for g in groups if g[0].period == wanted] or groups
    return max(fitting, key=len, default=[])
