"""Whose visit a request is of, told by a hash of the day."""

import logging

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.asker import reader_of
from bot.api.call import network_of
from bot.api.trust import is_here
from bot.settings import BotSettings
from bot.visitors import VISITOR, Visitors

UNKNOWN = "unknown"
"""Where the salt of the day cannot be read all visitors are taken for one."""

ASKING = ("/v1/", "/mcp")
"""Paths that have a visitor. The page's questions come apart from its requests."""

_log = logging.getLogger(__name__)


class Visits:
    """ASGI middleware that sets ``VISITOR``. It stands behind the one that finds the reader of a key."""

    def __init__(self, app: ASGIApp, visitors: Visitors, settings: BotSettings) -> None:
        self._app = app
        self._visitors = visitors
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(ASKING):
            await self._app(scope, receive, send)
            return
        token = VISITOR.set(await self._visitor(HTTPConnection(scope)))
        try:
            await self._app(scope, receive, send)
        finally:
            VISITOR.reset(token)

    async def _visitor(self, connection: HTTPConnection) -> str:
        if self._visitors.is_ready:
            return visitor_of(connection, self._visitors, self._settings)
        return await run_in_threadpool(visitor_of, connection, self._visitors, self._settings)


def visitor_of(connection: HTTPConnection, visitors: Visitors, settings: BotSettings) -> str:
    """The hash of the address that somebody comes from; empty where they show a key of their own, or use the server on
    their own machine."""
    reader = reader_of(connection)
    if not reader.site and (reader.name or is_here(connection, settings)):
        return ""
    try:
        return visitors.hash_of(network_of(connection))
    except SQLAlchemyError as error:
        _log.warning("No salt of the day, all visitors are taken for one: %s", type(error).__name__)
        return UNKNOWN
