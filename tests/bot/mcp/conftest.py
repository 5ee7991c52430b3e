"""The protocol over the fake bot, which one reader is named for."""

from collections.abc import Iterator

import pytest
from mcp.server.lowlevel import Server
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.app import api
from bot.api.asking import Asking
from bot.mcp.server import mcp_server
from bot.reader import Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot
from tests.bot.served import served

OWNER = Reader(name="owner", licensed=True)
READER = Reader(name="reader")


class Named:
    """ASGI middleware in place of the check of keys: every request is the reader's."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("state", {})["reader"] = READER
        await self._app(scope, receive, send)


@pytest.fixture
def server(bot: FakeBot, settings: BotSettings) -> Server:
    return mcp_server(bot, Asking(bot, settings), OWNER)


@pytest.fixture
def url(bot: FakeBot, settings: BotSettings, records: Records) -> Iterator[str]:
    app = api(RecordedBot(bot, records), settings, records)
    app.add_middleware(Named)
    with served(app) as url:
        yield f"{url}/mcp"
