"""The first step: links a question to the report's own vocabulary."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from ingest.places import find_places

from bot import lexicon
from bot.book import Book
from bot.carry import carry_over
from bot.evidence import Operation
from bot.question import Kind, Question
from bot.spelling import foreign_share, is_english, mend
from ingest.domain import Measure, Period, Quantity
from ingest.quantity import read_quantities
from ingest.quantity.periods import read_periods
from ingest.words import STOPWORDS, Word, stem, words

FOREIGN = 0.5
"""From this share of unknown words on, a question of three words or more is taken to be in another language."""

INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")


def understand(text: str, book: Book, previous: Question | None = None) -> Question:
    """Reads what is asked: kind, measure, periods, places, subject, claims; what is left open comes from ``previous``."""
    clean = " ".join(INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).split())
    foreign = is_foreign(clean, book)
    asked = mended(clean, book)
    terms = read_terms(asked, book)
    kind, aspect = ("foreign", "") if foreign else kind_of(asked, terms)
    question = Question(
        text=clean,
        report=book.report.id,
        kind=kind,
        aspect=aspect,
        measure=terms.measure,
        operation=terms.operation,
        periods=terms.periods,
        places=terms.places,
        subject=frozenset(w.stem for w in terms.content),
        words=tuple(w.text for w in terms.content),
        unknown=tuple(w.text for w in terms.content if not knows(book, w)),
        claims=terms.claims,
        forecast=bool(
            re.search(r"\b(?:will|forecast|project\w*|expect\w*|predict\w*|future|going to|by)\b", asked, re.I)
        ),
        elliptic=is_elliptic(asked, terms),
    )
    return carry_over(question, previous, asked)


@dataclass(frozen=True, slots=True)
class Terms:
    """The parts of a question: what it measures, when, where, of what, and which figures it asserts."""

    measure: Measure | None
    operation: Operation | None
    periods: tuple[Period, ...]
    places: tuple[str, ...]
    content: tuple[Word, ...]
    claims: tuple[Quantity, ...]


def read_terms(asked: str, book: Book) -> Terms:
    """Splits a question into its parts; ``content`` is what no other part explains."""
    periods = read_periods(asked, book.frame)
    places = [p for p in find_places(asked) if p.value.kind != "world"]
    claims = tuple(q for q in read_quantities(asked, book.frame) if q.kind != "number")
    taken = [(f.start, f.end) for f in (*periods, *places)]
    taken += [(q.source.start, q.source.end) for q in claims if hasattr(q.source, "start")]
    home = book.frame.place
    return Terms(
        measure=first_match(lexicon.MEASURES, asked),
        operation=first_match(lexicon.OPERATIONS, asked),
        periods=tuple(dict.fromkeys(f.value for f in periods)),
        places=tuple(dict.fromkeys(p.value.name for p in places if p.value.name != home)),
        content=tuple(w for w in words(asked) if is_content(w, book) and not covered(w, taken)),
        claims=claims,
    )


Label = TypeVar("Label")


def first_match(patterns: Sequence[tuple[re.Pattern[str], Label]], text: str) -> Label | None:
    """The label of the first pattern found in ``text``."""
    return next((label for pattern, label in patterns if pattern.search(text)), None)


def covered(word: Word, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the word stands inside one of the spans."""
    return any(start <= word.start and word.end <= end for start, end in taken)


def is_content(word: Word, book: Book) -> bool:
    """Whether a word names something, rather than asking or naming the report's own market."""
    lower = word.text.lower()
    if lower in STOPWORDS or lower in lexicon.FRAME_WORDS or not any(c.isalnum() for c in lower) or lower.isdigit():
        return False
    return word.stem not in book.market_stems


def knows(book: Book, word: Word) -> bool:
    """Whether the report uses the word, or one people use for it."""
    return word.stem in book.surface or any(word.stem in _class_stems(name) for name in lexicon.CLASSES)


def _class_stems(name: str) -> frozenset[str]:
    return frozenset(stem(member) for member in lexicon.CLASSES[name])


def mended(text: str, book: Book) -> str:
    """The question with mistyped words put right."""
    vocabulary = set(book.surface.values())

    def fix(match: re.Match[str]) -> str:
        word = match.group()
        lower = word.lower()
        if lower in STOPWORDS or stem(lower) in book.surface:
            return word
        return mend(lower, vocabulary) or word

    return re.sub(r"[^\W\d_]{4,}", fix, text)


def is_foreign(text: str, book: Book) -> bool:
    """Whether most words are neither English nor the report's."""
    tokens = [w.text.lower() for w in words(text)]
    vocabulary = frozenset(book.surface.values())
    unmended = [t for t in tokens if is_english(t) or mend(t, vocabulary) is None]
    names = {w.text.lower() for p in find_places(text) for w in words(text[p.start : p.end])}
    open_words = [t for t in unmended if t not in names and t not in vocabulary]
    return (
        len(tokens) >= 3 and foreign_share(open_words or ["the"], vocabulary) * len(open_words) / len(tokens) >= FOREIGN
    )


def is_elliptic(asked: str, terms: Terms) -> bool:
    """Whether a question leans on the one before: "and in 2032?", "what about Europe?", "who are they?"."""
    if lexicon.ELLIPSIS.search(asked):
        return True
    bare = terms.measure is None and len(terms.content) + len(terms.places) + len(terms.periods) <= 2
    return bool(lexicon.PRONOUN.search(asked)) or (bare and len(asked.split()) <= 4)


def kind_of(asked: str, terms: Terms) -> tuple[Kind, str]:
    """The kind of question, and the variant of it where the kind has variants. The order of the tests is their precedence."""
    for pattern, aspect in SMALL_TALK:
        if pattern.search(asked):
            return "small talk", aspect
    if lexicon.WORKING.search(asked):
        return "working", ""
    figure = terms.measure is not None and bool(lexicon.STRONG_FIGURE.search(asked) or terms.claims)
    about = first_match(lexicon.ABOUT, asked)
    if about and not (figure and terms.measure not in ("count", "price")):
        return "about", about
    if lexicon.DELIVERY.search(asked):
        return "contact", "delivery"
    if lexicon.CONTACT.search(asked) and not terms.periods:
        return "contact", "price" if re.search(
            r"\b(?:price|cost|how much|expensive|pricing|fee|discount|pay)\w*", asked, re.I
        ) else "contact"
    if superlative := superlative_of(asked):
        return "superlative", superlative
    return substance(asked, terms, figure), ""


SMALL_TALK = (
    (lexicon.GREETING, "greeting"),
    (lexicon.THANKS, "thanks"),
    (lexicon.FAREWELL, "farewell"),
    (lexicon.ABOUT_BOT, "about"),
)


def superlative_of(asked: str) -> str | None:
    """ "largest", "fastest" or "smallest" when the question asks which one is; None for "the leading players"."""
    if not lexicon.WHICH.search(asked) or lexicon.LEADERS.search(asked) or re.search(r"\bwhy\b", asked, re.I):
        return None
    for pattern, name in ((lexicon.FASTEST, "fastest"), (lexicon.SMALLEST, "smallest"), (lexicon.LARGEST, "largest")):
        if pattern.search(asked):
            return name
    return None


def substance(asked: str, terms: Terms, figure: bool) -> Kind:
    """Tells figures, lists, coverage and explanations apart."""
    if re.search(r"\bwhy\b", asked, re.I):
        return "explanation"
    if figure:
        return "series" if lexicon.SERIES.search(asked) and not terms.claims else "figure"
    if lexicon.COVERAGE.search(asked) or lexicon.MEMBER.search(asked):
        return "coverage"
    if lexicon.WHY.search(asked):
        return "explanation"
    if lexicon.LIST_HEAD.search(asked):
        return "list"
    if terms.measure or terms.periods or terms.claims:
        return "series" if lexicon.SERIES.search(asked) else "figure"
    return "explanation" if terms.content or terms.places else "empty"
