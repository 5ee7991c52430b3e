"""While versions go live and are rolled back, each answer is of one of them, and so is what is kept of it."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.recorded import RecordedBot
from bot.records import Records
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.shelf import InUse, Shelf, one_edition
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from tests.bot.sources import report_of

TEXT = (
    "The kite market was valued at USD {n}.5 billion in 2025. In 2026 it is worth USD {n}.7 billion.\n\n"
    "Edition {n} says that the market grows because children like to fly kites."
)
QUESTIONS = (
    "How big was the market in 2025?",
    "How much did it grow from 2025 to 2026?",
    "How big is the market in 2026?",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        yield library


def put(library: Library, number: int) -> None:
    read = replace(report_of(TEXT.format(n=number), "Kite Market"), id="kites", digest=f"d{number}")
    library.replace(read, passages(read), quantities(read), item_lists(read))


def bot_over(library: Library, records: Records) -> RecordedBot:
    return RecordedBot(ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search)), records)


def editions(answer: Answer, library: Library, records: Records) -> set[str]:
    """The digests of the editions that an answer's quotes, and what is kept of it, are of."""
    kept = records.answer(answer.id)
    assert kept is not None
    said = {f"d{n}" for n in (1, 2) if any(f"{n}." in c.quote or f"Edition {n}" in c.quote for c in answer.citations)}
    told = {edition.digest for edition in kept.provenance.editions}
    assert answer.citations and told, answer.text
    texts = {view.address: view.text for view in kept.provenance.passages}
    assert all(texts[c.passage][c.start : c.end] == c.quote for c in answer.citations)
    return said | told


def test_each_answer_is_of_one_version_whatever_goes_live_meanwhile(library: Library, records: Records) -> None:
    put(library, 1)
    put(library, 2)
    bot, stop = bot_over(library, records), threading.Event()

    def turn_over() -> int:
        turns = 0
        while not stop.is_set():
            library.roll_back("kites")
            turns += 1
        return turns

    def ask(worker: int) -> list[set[str]]:
        answers = (bot.ask(QUESTIONS[number % 3]) for number in range(12))
        return [editions(answer, library, records) for answer in answers]

    with ThreadPoolExecutor(5) as threads:
        turning = threads.submit(turn_over)
        try:
            asking = [threads.submit(ask, worker) for worker in range(4)]
            found = [each for asked in asking for each in asked.result()]
        finally:
            stop.set()
        assert turning.result() > 10
    assert all(len(each) == 1 for each in found)
    assert {digest for each in found for digest in each} == {"d1", "d2"}


def test_a_streamed_answer_is_of_one_version_when_another_goes_live_between_its_steps(
    library: Library, records: Records
) -> None:
    put(library, 1)
    put(library, 2)
    parts = bot_over(library, records).stream(QUESTIONS[0])
    *_, answer = (part for part in parts if library.roll_back("kites"))
    assert isinstance(answer, Answer) and len(editions(answer, library, records)) == 1


def test_a_permalink_keeps_the_edition_that_was_rolled_back(library: Library, records: Records) -> None:
    put(library, 1)
    put(library, 2)
    bot = bot_over(library, records)
    answer = bot.ask(QUESTIONS[0])
    library.roll_back("kites")
    kept = records.answer(answer.id)
    assert kept is not None and [edition.digest for edition in kept.provenance.editions] == ["d2"]
    assert "1.5" in bot.ask(QUESTIONS[0]).text
    library.take_down("kites")
    assert records.answer(answer.id) == kept


def test_outside_of_an_answer_the_live_version_is_read(library: Library) -> None:
    put(library, 1)
    put(library, 2)
    shelf = Shelf(library)
    books: InUse = {}
    with one_edition(books):
        second = shelf.book("kites")
        library.roll_back("kites")
        assert shelf.book("kites") is second and list(books.values()) == [second]
    assert shelf.book("kites").report.digest == "d1"
