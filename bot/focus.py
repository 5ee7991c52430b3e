"""What the answer to "which one is largest?" named: what "it" means in the question after."""

from dataclasses import replace

from bot import lexicon, vocabulary
from bot.answerers.ranking import part_name, ranked_parts
from bot.answerers.superlative import named_first
from bot.asked import AskedWord
from bot.book import Book
from bot.question import Question
from bot.sense import stems
from bot.terms import read_terms
from ingest.places import place_named
from ingest.words import STOPWORDS
from ingest.words import words as read_words


def focused(previous: Question | None, book: Book) -> Question | None:
    """The question before with what its answer named as its subject, when it asked which one; else as it is."""
    if previous is None or previous.kind != "superlative":
        return previous
    if lexicon.CLAIMS_LARGEST.search(previous.ask):
        terms = read_terms(previous.ask, book)
        words = tuple(word for word in terms.content if not word.stems & vocabulary.NOUN_STEMS)
        said = frozenset(stem for word in words for stem in word.stems)
        return replace(previous, kind="figure", measure=None, places=terms.places, words=words, stems=said)
    name = named_first(previous, book)
    if name is None:
        ranked = ranked_parts(previous, book)
        if not ranked:
            return previous
        name = part_name(ranked[-1] if previous.aspect == "smallest" else ranked[0])
    place = place_named(name)
    if place is not None:
        return replace(previous, kind="figure", measure=None, places=(place.name,), words=())
    left_out = STOPWORDS | vocabulary.COMPANY_MARKS
    named = [w for w in read_words(name) if w.text.lower() not in left_out and w.stem not in book.market_stems]
    asked = tuple(AskedWord(word.text, (frozenset([word.stem]),)) for word in named)
    return replace(previous, kind="figure", measure=None, places=(), words=asked, stems=stems((name,)))
