"""The second step: evidence for a question, quantities from the ledger beside passages found by meaning and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bot.book import Book
from bot.cite import Hit, passage_of
from bot.fusion import fused
from bot.line_odds import LikelyLine, likely_lines, lines_by_clues
from bot.match import matching
from bot.meant import NOTHING, Meaning, ReadLabels, meant
from bot.measuring import asks_for_all
from bot.odds import Close, Likely, by_clues, likely
from bot.patience import check
from bot.question import Question
from bot.rerank import Rerank
from bot.tabled import Tabled, tabled
from ingest.domain import Quantity
from ingest.versions import Version
from ingest.words import words
from ingest.wordsearch import terms_of

DEPTH = 20
"""Passages asked of each searcher before fusion."""

UNSEARCHED = ("small talk", "foreign", "personal", "empty", "about", "contact", "working")
"""Kinds of question that no passage answers."""

IN_WORDS = ("explanation", "list", "superlative", "coverage", "series")
"""Kinds of question that a sentence, a list, or a table's row or column may answer."""


class Dense(Protocol):
    """Passage numbers of a version (by its key) nearest to a text in meaning, with their cosine (-1 to 1)."""

    def __call__(self, key: str, text: str, limit: int) -> Sequence[tuple[int, float]]: ...


class Words(Protocol):
    """Passage numbers of a version that share words with a text, best first, with a score."""

    def __call__(self, of: Version, text: str, limit: int) -> Sequence[tuple[int, float]]: ...


@dataclass(frozen=True, slots=True)
class Found:
    """A question with its evidence. ``similarity`` is the best passage's cosine (0 when not searched).

    ``likely`` are figures that may be the one asked for though the ledger's fields do not say so, likeliest first;
    ``lines`` are sentences, lists, and rows and columns of tables that may be the answer; ``tabled`` is what the tables
    have where they explain every word of the question.
    """

    question: Question
    book: Book
    quantities: tuple[Quantity, ...] = ()
    hits: tuple[Hit, ...] = ()
    similarity: float = 0.0
    likely: tuple[Likely, ...] = ()
    lines: tuple[LikelyLine, ...] = ()
    tabled: Tabled | None = None

    @property
    def chances(self) -> dict[int, float]:
        """Passage number → the probability that it has the answer, of those whose figures or lines were found: that of
        the likeliest in it, and 1 where it has what the ledger was asked for."""
        told = [(quantity.quote, 1.0) for quantity in self.quantities]
        told += [(each.quantity.quote, each.probability) for each in self.likely]
        told += [(each.line.source, each.probability) for each in self.lines]
        chances: dict[int, float] = {}
        for source, chance in told:
            number = passage_of(self.book, source)
            if number is not None:
                chances[number] = max(chance, chances.get(number, 0.0))
        return chances


class Retrieval:
    """Finds evidence.

    Where the ledger has what was asked for, of the time asked for, nothing is searched: that saves an embedding.
    Without a time its choice is read closer: of 19 such choices that the odds spoke against, 11 were wrong; of 15 with
    one, 2.
    """

    def __init__(
        self,
        dense: Dense,
        words: Words,
        close: Close = by_clues,
        close_to_lines: Close = lines_by_clues,
        labels: ReadLabels | None = None,
        rerank: Rerank | None = None,
    ) -> None:
        self._labels = labels
        self._rerank = rerank
        self._dense = dense
        self._words = words
        self._close = close
        self._close_to_lines = close_to_lines

    def __call__(self, question: Question, book: Book, tables: bool = True) -> Found:
        """The evidence; ``tables``: what tables have for it is enough, where they explain every word of it."""
        check()
        if tables and question.aspect != "reason" and (found := tabled(question, book)):
            return Found(question, book, tuple(q for printed in found.figures for q in printed), tabled=found)
        quantities = matching(question, book) if question.kind in ("figure", "series") else ()
        every = asks_for_all(question.ask)
        if (quantities and question.periods and not every) or question.kind in UNSEARCHED:
            return Found(question, book, quantities)
        text = searched(question, book)
        hits, similarity = self.search(text, book, asked=question.text)
        one = question.kind in ("figure", "explanation") and not question.is_wordy
        figures = likely(question, text, book, self._close) if one or every else ()
        in_words = question.kind in IN_WORDS or every
        lines = likely_lines(question, text, book, hits, self._close_to_lines) if in_words else ()
        return Found(question, book, quantities, hits, similarity, figures, lines)

    def meant(self, question: Question, book: Book) -> Meaning:
        """The cells that most likely are meant, by their labels, whatever words they are asked for in."""
        return meant(question, book, self._labels) if self._labels else NOTHING

    def passages(self, question: Question, book: Book, limit: int = DEPTH) -> tuple[Hit, ...]:
        """The passages that have the answer most likely: those of the search, and those of the figures and lines found,
        by the sum of the fused score and of that probability."""
        found = self(question, book)
        hits = found.hits or self.search(searched(question, book), book, asked=question.text)[0]
        scores = {hit.passage.number: hit.score for hit in hits}
        least = min(scores.values(), default=0.0)
        for number, chance in found.chances.items():
            scores[number] = scores.get(number, least) + chance
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Hit(book.passages[number], score) for number, score in ranked[:limit])

    def search(self, text: str, book: Book, limit: int = DEPTH, asked: str = "") -> tuple[tuple[Hit, ...], float]:
        """The best passages for a text, dense and words fused, and the best cosine.

        ``asked`` is the question as typed: its words are looked for too, and who reads the best passages again reads
        them beside it.
        """
        near = self._dense(book.version.key, text, DEPTH)
        sharing = self._words(book.version, looked_up(asked, text), DEPTH)
        by_number = {p.number: p for p in book.passages}
        ranked = fused(near, sharing, DEPTH)
        hits: Sequence[Hit] = [Hit(by_number[n], score) for n, score in ranked if n in by_number]
        if self._rerank:
            hits = self._rerank(asked or text, hits)
        return tuple(hits[:limit]), float(np.max([s for _, s in near])) if near else 0.0


def looked_up(asked: str, text: str) -> str:
    """What is looked for by words: those of the question as typed too, unless it names nothing but the market."""
    return f"{asked} {text}" if terms_of(text) else text


def searched(question: Question, book: Book) -> str:
    """What is looked for: the question without the market's name, which stands in every passage and so finds none.

    A bare "why is it growing?" is looked for as what drives a market.
    """
    kept = [word.text for word in words(question.ask) if word.stem not in book.market_stems]
    topics = [word.text for word in question.words if word.stems.isdisjoint(question.stems)]
    return " ".join([*kept, *topics]) if len(kept) > 1 else question.ask
