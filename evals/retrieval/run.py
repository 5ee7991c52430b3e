"""Asks every search for the evidence of every question."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tqdm import tqdm

from bot.book import Book
from bot.rerank import Rerank
from bot.retrieve import searched
from bot.shelf import Shelf
from bot.understand import understand
from evals.library import eval_settings, ingest_split
from evals.question import Question, Split
from evals.retrieval.found import Found, Place, rank_of
from evals.retrieval.relevance import is_asked_of, relevant
from evals.retrieval.searches import FUSED, Asked, Search, searches
from ingest.embed import Encoder
from ingest.index import open_index
from ingest.library import Library
from ingest.settings import IngestSettings


@dataclass(frozen=True, slots=True)
class Measured:
    """What each search found for the questions of a split; ``without`` is how many have no evidence in any passage, and
    are not counted. ``passages`` are those of all its reports."""

    split: Split
    searches: dict[str, Found]
    without: int
    reports: int
    passages: int

    @property
    def questions(self) -> int:
        """How many were asked."""
        return max((len(found.places) for found in self.searches.values()), default=0)


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the passages that are evidence for it."""

    asked: Asked
    evidence: frozenset[int]


def measure(
    split: Split, questions: Sequence[Question], user: IngestSettings, rerank: Rerank | None = None
) -> Measured:
    """Every search on the questions of a split that passages can answer. Raises NotIngested."""
    settings = eval_settings(split, user)
    encoder = Encoder(settings.embedding_model)
    ingest_split(split, settings, encoder)
    answerable = [question for question in questions if is_asked_of(question)]
    with Library(settings.library_location) as library, open_index(settings) as index:
        shelf = Shelf(library)
        books = {report: shelf.book(report) for report in sorted({q.report for q in answerable if q.report})}
        cases = [_case(question, books[question.report]) for question in answerable if question.report]
        asked = [case for case in cases if case.evidence]
        with searches(library, index, encoder, list(books.values()), rerank) as compared:
            found = compare(asked, compared, compared[FUSED], split)
    passages = sum(len(book.passages) for book in books.values())
    return Measured(split, found, len(cases) - len(asked), len(books), passages)


def compare(cases: Sequence[Case], compared: Mapping[str, Search], warm: Search, label: str = "") -> dict[str, Found]:
    """What each search finds. Before them ``warm`` is asked, so that none pays for embedding the question."""
    places: dict[str, list[Place]] = {name: [] for name in compared}
    for case in tqdm(cases, desc=label or None, unit="question", disable=None, leave=False):
        warm(case.asked)
        for name, search in compared.items():
            started = time.perf_counter()
            found = search(case.asked)
            took_ms = (time.perf_counter() - started) * 1000
            places[name].append(Place(case.asked.book.report.id, rank_of(found, case.evidence), took_ms))
    return {name: Found(tuple(found)) for name, found in places.items()}


def _case(question: Question, book: Book) -> Case:
    understood = understand(question.turns[-1], book)
    return Case(Asked(understood, book, searched(understood, book)), relevant(question, book))
