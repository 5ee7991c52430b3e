"""Gives every request an id, and shows it to who watches."""

import re
import time
from contextlib import ExitStack
from uuid import uuid4

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.asker import reader_of
from bot.api.cors import Cors
from bot.api.headers import SecurityHeaders
from bot.api.trust import trusted
from bot.settings import BotSettings
from bot.sites_in_use import SitesInUse
from bot.watch import REQUEST, Exchange, Watch

HEADER = "X-Request-ID"

LEFT = 499
"""Status of a request whose client left before there was one."""

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Watching:
    """ASGI middleware, the outermost of all: a defect's response has the id too.

    The id stays with the task when it ends: so the server's own line on a defect has it.
    """

    def __init__(self, app: ASGIApp, watch: Watch, settings: BotSettings) -> None:
        self._app = app
        self._watch = watch
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        exchange = Exchange(self._id_of(scope, headers), scope["method"], scope["path"], headers)
        REQUEST.set(exchange.id)
        started = time.perf_counter()
        with self._watch.request(exchange), ExitStack() as held:

            async def watched_send(message: Message) -> None:
                if message["type"] == "http.response.start":
                    exchange.status = message["status"]
                    exchange.route = _route_of(scope)
                    own = MutableHeaders(scope=message)
                    own[HEADER] = exchange.id
                    if own.get("content-type", "").startswith("text/event-stream"):
                        held.enter_context(self._watch.streaming(exchange))
                await send(message)
                if message["type"] == "http.response.body":
                    exchange.whole = not message.get("more_body", False)

            try:
                await self._app(scope, receive, watched_send)
            finally:
                exchange.status = exchange.status or LEFT
                exchange.route = _route_of(scope)
                exchange.reader = reader_of(HTTPConnection(scope)).name
                exchange.seconds = time.perf_counter() - started

    def _id_of(self, scope: Scope, headers: Headers) -> str:
        """That which a trusted proxy gave it, or one of our own."""
        given = headers.get(HEADER, "")
        peer = scope.get("client")
        return given if _ID.fullmatch(given) and trusted(self._settings, peer and peer[0]) else uuid4().hex


def surround(app: FastAPI, watch: Watch, settings: BotSettings, sites: SitesInUse) -> None:
    """Let an app's requests be seen, and its responses have their headers, from outside of all of its middleware and of
    what answers for a defect."""
    inner = app.build_middleware_stack

    def build() -> ASGIApp:
        return Watching(SecurityHeaders(Cors(inner(), sites, settings.allowed_origins)), watch, settings)

    app.build_middleware_stack = build  # type: ignore[method-assign]


def _route_of(scope: Scope) -> str:
    """The template of the route that took a request; empty where none did."""
    template = getattr(scope.get("route"), "path", "")
    return template if isinstance(template, str) else ""
