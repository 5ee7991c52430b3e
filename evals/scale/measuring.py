"""Asks an invented library, and takes the time and the aim of every step."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.answer import Answer
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.routing.router import Router
from bot.scorer import label_reader, scorers
from bot.shelf import Shelf
from evals.bench.spread import percentile
from evals.scale.asking import Asked, Sought
from ingest.embed import Encoder, Tokens
from ingest.index import Index, open_index
from ingest.library import Library
from ingest.settings import IngestSettings

DEEP = 5
"""Places from the top that are looked at."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Aim:
    """In how many of some cases the right one was the first, and among the first five."""

    first: int
    among_five: int
    of: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured over one library.

    ``routed`` and ``route_ms`` are by the way a question says which report it means. ``first_ms`` are answers from a
    report that was not in memory, ``again_ms`` answers to the same questions asked again; ``open_s`` is what
    the catalogue of all reports takes at the start. ``embed_ms`` is the part of a search that no library changes.
    """

    routed: dict[str, Aim]
    route_ms: dict[str, Times]
    found: Aim
    search_first_ms: Times
    search_again_ms: Times
    embed_ms: Times
    right: int
    wrong: int
    questions: int
    first_ms: Times
    again_ms: Times
    open_s: float
    memory_mb: float | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A library with its index and the model's encoder, as a bot has them."""

    library: Library
    index: Index
    encoder: Encoder

    def retrieval(self) -> Retrieval:
        """Finds evidence, and remembers nothing yet."""
        return self.retrieval_by(lru_cache(maxsize=1)(self.encoder.read_query))

    def retrieval_by(self, read_query: Callable[[str], Tokens]) -> Retrieval:
        """The same with what reads questions given."""
        return Retrieval(
            lambda key, text, limit: self.index.search(key, read_query(text).pooled, limit),
            lambda report, text, limit: self.library.search(report, text, limit),
            *scorers(self.encoder, read_query),
            labels=label_reader(self.encoder),
        )


@contextmanager
def opened(settings: IngestSettings) -> Iterator[Opened]:
    """The library of some settings, with the model loaded."""
    encoder = Encoder(settings.embedding_model)
    encoder.encode_query("warm")
    with Library(settings.library_location) as library, open_index(settings) as index:
        yield Opened(library, index, encoder)


def measure(asked: Sequence[Sequence[Asked]], sought: Sequence[Sought], settings: IngestSettings) -> Measured:
    """Measure a library by the questions about each of some reports, and by what is sought in them."""
    with opened(settings) as at_hand:
        shelf = Shelf(at_hand.library)
        started = time.perf_counter()
        _ = shelf.catalogue
        open_s = time.perf_counter() - started
        ReportBot(Shelf(at_hand.library), at_hand.retrieval()).ask(asked[0][0].text)  # so that all code is loaded
        every = [question for questions in asked for question in questions]
        routed, route_ms = _routing(every, Router(shelf))
        found, search_first, search_again, embed = _searching(sought, shelf, at_hand)
        bot = ReportBot(Shelf(at_hand.library), at_hand.retrieval())
        bot.ask("thanks")  # its catalogue is made
        first = [_timed(lambda text=questions[0].text: bot.ask(text))[1] for questions in asked]  # type: ignore[misc]
        again, right, wrong = [], 0, 0
        for question in every:
            bot.ask(question.text)
            answer, took = _timed(lambda text=question.text: bot.ask(text))  # type: ignore[misc]
            again.append(took)
            right += is_right(answer, question)
            wrong += answer.status == "answered" and not is_right(answer, question)
        return Measured(
            routed, route_ms, found, times(search_first), times(search_again), times(embed),
            right, wrong, len(every), times(first), times(again), open_s, resident_mb(),
        )  # fmt: skip


def is_right(answer: Answer, question: Asked) -> bool:
    """Whether an answer tells the figure, and cites the report."""
    return question.figure in answer.text and any(each.report == question.report for each in answer.citations)


def times(milliseconds: Sequence[float]) -> Times:
    """The median and what 95 of 100 do not exceed."""
    return Times(percentile(milliseconds, 50), percentile(milliseconds, 95))


def aim(places: Sequence[int | None]) -> Aim:
    """The aim of what was found at some places, from 0; None where it was not."""
    return Aim(
        sum(place == 0 for place in places),
        sum(place is not None and place < DEEP for place in places),
        len(places),
    )


def resident_mb() -> float | None:
    """The memory this process holds now, in MB; None where there is no /proc."""
    try:
        status = Path(f"/proc/{os.getpid()}/status").read_text(encoding="ascii")
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:")), None)


def _timed(run: Callable[[], Answer]) -> tuple[Answer, float]:
    started = time.perf_counter()
    made = run()
    return made, (time.perf_counter() - started) * 1000


def _routing(questions: Sequence[Asked], router: Router) -> tuple[dict[str, Aim], dict[str, Times]]:
    places: dict[str, list[int | None]] = {}
    took: dict[str, list[float]] = {}
    for question in questions:
        started = time.perf_counter()
        route = router.route("scale", question.text, None, ())
        took.setdefault(question.way, []).append((time.perf_counter() - started) * 1000)
        ids = [entry.id for entry in route.entries] if route.how != "none" else []
        places.setdefault(question.way, []).append(ids.index(question.report) if question.report in ids else None)
    return {way: aim(found) for way, found in places.items()}, {way: times(each) for way, each in took.items()}


def _searching(
    sought: Sequence[Sought], shelf: Shelf, at_hand: Opened
) -> tuple[Aim, list[float], list[float], list[float]]:
    """The aim of passage search, its times in a report first asked and asked again, and those of embedding alone."""
    vectors: dict[str, Tokens] = {}
    embed: list[float] = []
    for each in sought:
        started = time.perf_counter()
        vectors[each.text] = at_hand.encoder.read_query(each.text)
        embed.append((time.perf_counter() - started) * 1000)
    retrieval = at_hand.retrieval_by(vectors.__getitem__)
    places: list[int | None] = []
    took: dict[bool, list[float]] = {True: [], False: []}
    known: set[str] = set()
    for each in sought:
        book = shelf.book(each.report)
        for _ in range(2):
            started = time.perf_counter()
            hits, _ = retrieval.search(each.text, book)
            took[each.report in known].append((time.perf_counter() - started) * 1000)
            known.add(each.report)
        right = (place for place, hit in enumerate(hits) if each.passage in hit.passage.text)
        places.append(next(right, None))
    return aim(places), took[False], took[True], embed
