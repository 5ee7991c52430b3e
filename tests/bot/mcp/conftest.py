"""The protocol over the fake bot, which one reader is named for."""

from collections.abc import Iterator

import pytest
from mcp.server.lowlevel import Server

from bot.api.app import api
from bot.api.asking import Asking
from bot.mcp.server import mcp_server
from bot.reader import Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot
from tests.bot.serving import served

OWNER = Reader(name="owner", licensed=True)
READER = Reader(licensed=True)
"""Who comes to ``url`` without a key: others than the owner."""


@pytest.fixture
def server(bot: FakeBot, settings: BotSettings) -> Server:
    return mcp_server(bot, Asking(bot, settings), OWNER)


@pytest.fixture
def url(bot: FakeBot, settings: BotSettings, records: Records) -> Iterator[str]:
    licensed = settings.model_copy(update={"licensed": True})
    with served(api(RecordedBot(bot, records), licensed, records)) as url:
        yield f"{url}/mcp"
