"""Conversations that a client brings along."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.erasing import Eraser
from bot.hooks import Hooks
from bot.leads import Leads
from bot.reader import Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.shelf import Shelf
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from tests.bot.sources import report_of

REPORTS = {
    "kites": ("Kite Market", "The kite market was worth USD 2.5 billion in 2025 and reaches USD 4 billion in 2032."),
    "tides": ("Tidal Market", "The tidal market was worth USD 1.87 billion in 2025 and reaches USD 9 billion in 2032."),
}
KITES = ("How big is the kite market in 2025?", None)
TIDES = ("How big is the tidal market in 2025?", None)


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[ReportBot]:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        for report, (title, text) in REPORTS.items():
            read = replace(report_of(text, title), id=report)
            library.replace(read, passages(read), quantities(read), item_lists(read))
        yield ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search))


@pytest.mark.parametrize(
    ("asked", "figure"),
    [
        ([KITES], "USD 4 billion"),
        ([TIDES], "USD 9 billion"),
        ([TIDES, KITES], "USD 4 billion"),
        ([KITES, ("And the tidal market?", None)], "USD 9 billion"),
        ([("How big is the market in 2025?", "tides")], "USD 9 billion"),
        ([KITES, ("How many whales are there?", None)], "whales"),
        ([KITES, ("How big is the market in 2025?", "a report that is gone")], "USD 4 billion"),
    ],
)
def test_a_follow_up_is_understood_as_if_all_had_been_asked_here(
    bot: ReportBot, asked: list[tuple[str, str | None]], figure: str
) -> None:
    here = None
    for question, report in asked:
        if report is None or report in REPORTS:
            here = bot.ask(question, report, here).conversation
    assert figure in bot.ask("And in 2032?", None, here).text
    assert figure in bot.ask("And in 2032?", None, bot.resume(asked)).text


def test_a_question_back_is_open_still(bot: ReportBot) -> None:
    assert "1.87 billion" in bot.ask("Tidal Market", None, bot.resume([("How big is the market in 2025?", None)])).text


def test_it_is_another_conversation_each_time(bot: ReportBot) -> None:
    assert bot.resume([KITES]) != bot.resume([KITES])


def test_what_another_process_deleted_is_not_gone_on_with(tmp_path: Path, records: Records) -> None:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        for report, (title, text) in REPORTS.items():
            read = replace(report_of(text, title), id=report)
            library.replace(read, passages(read), quantities(read), item_lists(read))

        def is_kept(reader: Reader, conversation: str) -> bool:
            return records.has(conversation, reader.name)

        own = ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search), Hooks(is_kept=is_kept))
        bot = RecordedBot(own, records)
        talk = bot.ask(KITES[0]).conversation
        assert "USD 4 billion" in bot.ask("And in 2032?", None, talk).text
        other = Records(str(records.engine.url))
        Eraser(other, Leads(other.engine)).conversation(talk)
        other.close()
        assert "USD 4 billion" not in bot.ask("And in 2032?", None, talk).text
        assert "USD 4 billion" in bot.ask("And in 2032?", None, bot.resume([KITES])).text  # of which nothing is kept
