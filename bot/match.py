"""Finds the ledger's quantities that answer a question: same measure, period, place and subject, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.book import GENERIC_TITLE, Book
from bot.question import Question
from ingest.domain import Measure, Period, Quantity
from ingest.words import STOPWORDS, words

ACCEPTED: dict[Measure | None, tuple[Measure, ...]] = {
    "size": ("size",),
    "growth": ("cagr", "growth"),
    "cagr": ("cagr",),
    "share": ("share",),
    "increase": ("increase",),
    "volume": ("volume",),
    "price": ("price",),
    "count": ("count",),
    "ratio": ("ratio",),
}
"""Asked measure → published measures that answer it, best first. "Growth" is asked loosely and published as a CAGR."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a quantity must meet to answer a question."""

    measures: tuple[Measure, ...]
    periods: tuple[Period, ...]
    places: tuple[str, ...]
    subject: frozenset[str]


def constraints(question: Question) -> Constraints:
    """The question's own, as asked."""
    measures = ACCEPTED.get(question.measure, ("size",) if question.periods else ())
    return Constraints(measures, question.periods, question.places, question.subject)


def matching(question: Question, book: Book) -> tuple[Quantity, ...]:
    """Quantities that meet every constraint, in the order of how well the measure fits, then as printed."""
    asked = constraints(question)
    met = [q for q in candidates(asked, book) if in_periods(q, asked)]
    return tuple(sorted(closest(met, asked, book), key=lambda q: asked.measures.index(q.measure)))


def candidates(asked: Constraints, book: Book) -> list[Quantity]:
    """Quantities of the right measure, place and subject, whatever their period."""
    return [
        q
        for q in book.quantities
        if q.measure in asked.measures and at_place(q, asked, book) and of_subject(q, asked, book)
    ]


def closest(met: Sequence[Quantity], asked: Constraints, book: Book) -> list[Quantity]:
    """Those that say least beyond what was asked: "software" before "software as a service"."""
    extra = [len(beyond(q, asked, book)) for q in met]
    return [q for q, n in zip(met, extra, strict=True) if n == min(extra)]


def in_periods(quantity: Quantity, asked: Constraints) -> bool:
    """Whether it speaks of one of the periods asked for, if any."""
    if not asked.periods:
        return True
    if quantity.period is None:
        return False
    return any(same_period(quantity.period, period) for period in asked.periods)


def same_period(published: Period, asked: Period) -> bool:
    """Equal; a bare year also names the fiscal year of that number when the report counts in fiscal years."""
    if published == asked:
        return True
    years = {"year", "fiscal year"}
    return (
        published.kind in years
        and asked.kind in years
        and (published.first, published.last) == (asked.first, asked.last)
    )


def at_place(quantity: Quantity, asked: Constraints, book: Book) -> bool:
    """Whether it speaks of the place asked for, or of the report's whole geography when none is."""
    place = None if quantity.place == book.frame.place else quantity.place
    return place in asked.places if asked.places else place is None


def of_subject(quantity: Quantity, asked: Constraints, book: Book) -> bool:
    """Whether its subject is the one asked for: nothing asked is missing and its innermost name is asked for."""
    subject = subject_stems(quantity, book)
    if not asked.subject:
        return not subject
    described = subject | stems([quantity.label, quantity.unit, *quantity.tags])
    if not asked.subject <= described:
        return False
    inner = stems(quantity.subject[-1:]) - generic(book)
    return (
        not inner or bool(inner & asked.subject) or quantity.measure in ("count", "price", "other", "ratio", "volume")
    )


def beyond(quantity: Quantity, asked: Constraints, book: Book) -> frozenset[str]:
    """Stems of its innermost subject that the question did not name."""
    return stems(quantity.subject[-1:]) - generic(book) - asked.subject


def subject_stems(quantity: Quantity, book: Book) -> frozenset[str]:
    """Stems of what it is about, below the market as a whole."""
    return stems(quantity.subject) - generic(book)


def generic(book: Book) -> frozenset[str]:
    """Stems that name the whole market, and so distinguish nothing."""
    return book.market_stems | stems(GENERIC_TITLE) | stems(["segment sector category total overall"])


def stems(texts: Iterable[str]) -> frozenset[str]:
    """Stems of the words that mean something."""
    return frozenset(w.stem for text in texts for w in words(text) if w.text.lower() not in STOPWORDS)
