"""The searches that are compared: each part alone, together with others, and without."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bot.book import Book
from bot.fusion import Ranking, fused
from bot.question import Question
from bot.rerank import Rerank
from bot.retrieve import DEPTH, Retrieval, looked_up
from bot.scorer import label_reader, scorers
from ingest.domain import Passage
from ingest.embed import Encoder
from ingest.index import Index, Vectors
from ingest.library import Library
from ingest.versions import Version


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as understood, and ``text``: what of it is searched for."""

    question: Question
    book: Book
    text: str

    @property
    def words(self) -> str:
        """What is looked for by words."""
        return looked_up(self.question.text, self.text)


Search = Callable[[Asked], Sequence[int]]
"""The numbers of the passages found, best first."""

RANK_OFFSET = 60
"""The k of reciprocal rank fusion: 1 / (k + rank), Cormack, Clarke and Büttcher, SIGIR 2009."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the search: what it is worth is how much more a search finds with it than the other without it."""

    name: str
    with_it: str
    without: str


MEANING, WORDS, FUSED = "meaning", "words", "both fused"
BARE = ", without headings"
RANKS, CHANCES, NEIGHBOURS, RERANKED = (
    "both by ranks (RRF)",
    "+ quantities and lines",
    "fused + neighbours",
    "all + cross-encoder",
)

PARTS = (
    Part("meaning", FUSED, WORDS),
    Part("words", FUSED, MEANING),
    Part("fusion by scores, not ranks", FUSED, RANKS),
    Part("headings over a passage", FUSED, FUSED + BARE),
    Part("quantities and lines", CHANCES, FUSED),
    Part("neighbour passages", NEIGHBOURS, FUSED),
    Part("cross-encoder", RERANKED, CHANCES),
)


@contextmanager
def searches(
    library: Library, index: Index, encoder: Encoder, books: Sequence[Book], rerank: Rerank | None
) -> Iterator[dict[str, Search]]:
    """Every search by its name. Questions are embedded once; without headings the passages are embedded anew."""
    read_query = lru_cache(maxsize=1)(encoder.read_query)

    def near(key: str, text: str, limit: int) -> list[tuple[int, float]]:
        return index.search(key, read_query(text).pooled, limit)

    def sharing(of: Version, text: str, limit: int) -> list[tuple[int, float]]:
        return library.search(of, text, limit)

    def retrieval(rerank: Rerank | None = None) -> Retrieval:
        return Retrieval(near, sharing, *scorers(encoder, read_query), label_reader(encoder), rerank)

    def meaning(asked: Asked) -> Ranking:
        return near(asked.book.version.key, asked.text, DEPTH)

    def words(asked: Asked) -> Ranking:
        return sharing(asked.book.version, asked.words, DEPTH)

    whole = retrieval()

    def both(asked: Asked) -> list[int]:
        return numbers(fused(meaning(asked), words(asked), DEPTH))

    with without_headings(books, encoder) as bare:
        found: dict[str, Search] = {
            MEANING + BARE: lambda asked: numbers(bare.near(asked, read_query(asked.text).pooled)),
            WORDS + BARE: lambda asked: numbers(bare.sharing(asked)),
            FUSED + BARE: lambda asked: numbers(
                fused(bare.near(asked, read_query(asked.text).pooled), bare.sharing(asked), DEPTH)
            ),
            MEANING: lambda asked: numbers(meaning(asked)),
            WORDS: lambda asked: numbers(words(asked)),
            RANKS: lambda asked: numbers(by_ranks(meaning(asked), words(asked))),
            FUSED: both,
            NEIGHBOURS: lambda asked: with_neighbours(both(asked), asked.book.passages),
            CHANCES: lambda asked: passages(whole, asked),
        }
        if rerank:
            reread = retrieval(rerank)
            found[RERANKED] = lambda asked: passages(reread, asked)
        yield found


def passages(retrieval: Retrieval, asked: Asked) -> list[int]:
    """What the bot's own retrieval finds."""
    return [hit.passage.number for hit in retrieval.passages(asked.question, asked.book)]


def numbers(ranking: Ranking) -> list[int]:
    """The passages of a ranking, best first."""
    return [number for number, _ in ranking]


def by_ranks(*rankings: Ranking) -> list[tuple[int, float]]:
    """Reciprocal rank fusion, which is what is compared with."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, (number, _) in enumerate(ranking, start=1):
            scores[number] = scores.get(number, 0.0) + 1 / (RANK_OFFSET + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def with_neighbours(found: Sequence[int], of: Sequence[Passage]) -> list[int]:
    """The passages before and after the first one, of the same section or table, put right behind it."""
    if not found:
        return []
    first = of[found[0]]
    beside = [at for at in (first.number - 1, first.number + 1) if 0 <= at < len(of)]
    same = [at for at in beside if of[at].context == first.context]
    return list(dict.fromkeys([first.number, *same, *found]))


@dataclass(frozen=True, slots=True)
class Bare:
    """Searches of passages without the headings over them."""

    library: Library
    vectors: dict[str, Vectors]

    def near(self, asked: Asked, vector: Vectors) -> Ranking:
        """By meaning; ``vector`` is the question's."""
        cosines = self.vectors[asked.book.report.id] @ vector
        return [(int(at), float(cosines[at])) for at in np.argsort(-cosines, kind="stable")[:DEPTH]]

    def sharing(self, asked: Asked) -> Ranking:
        """By words."""
        return self.library.search(asked.book.report.id, asked.words, DEPTH)


@contextmanager
def without_headings(books: Sequence[Book], encoder: Encoder) -> Iterator[Bare]:
    """Passages of books, searchable without the headings over them, in a library that is thrown away."""
    with TemporaryDirectory() as folder, Library(f"sqlite:///{Path(folder) / 'bare.sqlite'}") as library:
        vectors = {}
        for book in books:
            pieces = [replace(passage, context="") for passage in book.passages]
            library.replace(book.report, pieces, (), ())
            vectors[book.report.id] = encoder.encode([piece.text for piece in pieces])
        yield Bare(library, vectors)
