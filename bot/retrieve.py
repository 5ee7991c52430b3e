"""The second step: evidence for a question, quantities from the ledger beside passages found by meaning and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from bot.book import Book
from bot.cite import Hit
from bot.line_odds import LikelyLine, likely_lines, lines_by_clues
from bot.match import matching
from bot.meant import NOTHING, Meaning, ReadLabels, meant
from bot.measuring import asks_for_all
from bot.odds import Close, Likely, by_clues, likely
from bot.question import Question
from bot.tabled import Tabled, tabled
from ingest.domain import Quantity
from ingest.words import words

DEPTH = 20
"""Passages asked of each searcher before fusion."""

RANK_OFFSET = 60
"""The k of reciprocal rank fusion: 1 / (k + rank), Cormack, Clarke and Büttcher, SIGIR 2009."""


UNSEARCHED = ("small talk", "foreign", "personal", "empty", "about", "contact", "working")
"""Kinds of question that no passage answers."""

IN_WORDS = ("explanation", "list", "superlative", "coverage", "series")
"""Kinds of question that a sentence, a list, or a table's row or column may answer."""


class Dense(Protocol):
    """Passage numbers of a version (by its key) nearest to a text in meaning, with their cosine (-1 to 1)."""

    def __call__(self, key: str, text: str, limit: int) -> Sequence[tuple[int, float]]: ...


class Words(Protocol):
    """Passage numbers of a report that share words with a text, best first, with a score."""

    def __call__(self, report: str, text: str, limit: int) -> Sequence[tuple[int, float]]: ...


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


def fused(rankings: Sequence[Sequence[tuple[int, float]]]) -> list[tuple[int, float]]:
    """Reciprocal rank fusion of rankings of passage numbers, best first."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, (number, _) in enumerate(ranking, start=1):
            scores[number] = scores.get(number, 0.0) + 1 / (RANK_OFFSET + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


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
    ) -> None:
        self._labels = labels
        self._dense = dense
        self._words = words
        self._close = close
        self._close_to_lines = close_to_lines

    def __call__(self, question: Question, book: Book, tables: bool = True) -> Found:
        """The evidence; ``tables``: what tables have for it is enough, where they explain every word of it."""
        if tables and question.aspect != "reason" and (found := tabled(question, book)):
            return Found(question, book, tuple(q for printed in found.figures for q in printed), tabled=found)
        quantities = matching(question, book) if question.kind in ("figure", "series") else ()
        every = asks_for_all(question.ask)
        if (quantities and question.periods and not every) or question.kind in UNSEARCHED:
            return Found(question, book, quantities)
        text = searched(question, book)
        hits, similarity = self.search(text, book)
        one = question.kind in ("figure", "explanation") and not question.is_wordy
        figures = likely(question, text, book, self._close) if one or every else ()
        in_words = question.kind in IN_WORDS or every
        lines = likely_lines(question, text, book, hits, self._close_to_lines) if in_words else ()
        return Found(question, book, quantities, hits, similarity, figures, lines)

    def meant(self, question: Question, book: Book) -> Meaning:
        """The cells that most likely are meant, by their labels, whatever words they are asked for in."""
        return meant(question, book, self._labels) if self._labels else NOTHING

    def search(self, text: str, book: Book, limit: int = DEPTH) -> tuple[tuple[Hit, ...], float]:
        """The best passages for a text, dense and words fused, and the best cosine."""
        near = self._dense(book.version.key, text, DEPTH)
        ranked = fused([near, self._words(book.report.id, text, DEPTH)])[:limit]
        by_number = {p.number: p for p in book.passages}
        hits = tuple(Hit(by_number[n], score) for n, score in ranked if n in by_number)
        return hits, float(np.max([s for _, s in near])) if near else 0.0


def searched(question: Question, book: Book) -> str:
    """What is looked for: the question without the market's name, which stands in every passage and so finds none.

    A bare "why is it growing?" is looked for as what drives a market.
    """
    kept = [word.text for word in words(question.ask) if word.stem not in book.market_stems]
    topics = [word.text for word in question.words if word.stems.isdisjoint(question.stems)]
    return " ".join([*kept, *topics]) if len(kept) > 1 else question.ask


class ReportRetriever(BaseRetriever):
    """The same search as a LangChain retriever over one report."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    retrieval: Retrieval
    book: Book
    limit: int = 5

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        hits, _ = self.retrieval.search(query, self.book, self.limit)
        report = self.book.report
        return [
            Document(
                hit.passage.text,
                id=f"{report.id}:p{hit.passage.number}",
                metadata={"report": report.id, "score": hit.score},
            )
            for hit in hits
        ]
