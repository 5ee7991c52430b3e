"""A server that OpenAI's own library talks to: over the fake bot, and over a real one with two reports."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openai
import pytest

from bot.api.app import api
from bot.recorded import RecordedBot
from bot.records import Records
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.settings import BotSettings
from bot.shelf import Shelf
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from tests.bot.fakes import FakeBot
from tests.bot.serving import served
from tests.bot.sources import report_of

REPORTS = {
    "kites": (
        "Kite Market",
        "The kite market was worth USD 2.5 billion in 2025 and reaches USD 4 billion in 2032.",
    ),
    "tides": ("Tidal Market", "The tidal market was valued at USD 1.87 billion in 2025 and USD 2.10 billion in 2026."),
}


@pytest.fixture
def url(bot: FakeBot, settings: BotSettings, records: Records) -> Iterator[str]:
    with served(api(RecordedBot(bot, records), settings, records)) as url:
        yield url


@pytest.fixture
def sdk(url: str) -> Iterator[openai.OpenAI]:
    with _client(url) as client:
        yield client


@pytest.fixture
def reading(tmp_path: Path, settings: BotSettings, records: Records) -> Iterator[openai.OpenAI]:
    """A client of a real bot over two reports, found by their words alone."""
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        for report, (title, text) in REPORTS.items():
            read = replace(report_of(text, title), id=report)
            library.replace(read, passages(read), quantities(read), item_lists(read))
        bot = ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search))
        with (
            served(api(RecordedBot(bot, records), settings, records)) as url,
            _client(url) as client,
        ):
            yield client


def _client(url: str) -> openai.OpenAI:
    """Without certificates: a plain server needs none, and they take longer to read than most tests take."""
    plain = openai.DefaultHttpxClient(verify=False)
    return openai.OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0, http_client=plain)
