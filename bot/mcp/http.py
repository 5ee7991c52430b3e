"""The protocol over HTTP: each POST stands for itself, so that no session outlives its request."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi_problem.error import ForbiddenProblem, StatusProblem
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from bot.machine import is_this_machine

PATH = "/mcp"


class ForeignPage(ForbiddenProblem):
    """A page of another site asks."""

    title = "Pages of this site may not ask here."


class ForeignHost(StatusProblem):
    """A server for this machine alone is called by another name: so do pages that have their own name point here."""

    status = 421
    title = "This server does not go by that name."


class OnlyPost(StatusProblem):
    """There is nothing to listen to, and no session to end."""

    status = 405
    title = "Messages are posted here."


class NotStarted(StatusProblem):
    """The application has not started, or is stopping."""

    status = 503
    title = "This is not open yet."


class McpOverHttp:
    """ASGI application at ``/mcp``. ``host`` is what the server listens on; pages of ``origins`` may ask it."""

    def __init__(self, server: Server[dict[str, Any]], host: str, origins: Sequence[str]) -> None:
        self._server = server
        self._local = is_this_machine(host)
        self._origins = frozenset(origins)
        self._names = frozenset(urlsplit(origin).hostname for origin in origins)
        self._manager: StreamableHTTPSessionManager | None = None

    @asynccontextmanager
    async def lifespan(self, app: FastAPI) -> AsyncIterator[None]:
        """Serve while the application does."""
        manager = StreamableHTTPSessionManager(self._server, json_response=True, stateless=True)
        async with manager.run():
            self._manager = manager
            try:
                yield
            finally:
                self._manager = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if problem := self._refused(scope):
            response = JSONResponse(
                problem.marshal(), problem.status, headers=problem.headers, media_type="application/problem+json"
            )
            await response(scope, receive, send)
        elif self._manager is not None:
            await self._manager.handle_request(scope, receive, send)

    def _refused(self, scope: Scope) -> StatusProblem | None:
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        if scope["method"] != "POST":
            return OnlyPost("Point an MCP client at this address.", headers={"Allow": "POST"})
        if self._local and not self._is_known(host):
            return ForeignHost("Call it localhost, or put its address into BOT_ALLOWED_ORIGINS.")
        if origin is not None and origin not in self._origins and urlsplit(origin).netloc != host:
            return ForeignPage("Put its origin into BOT_ALLOWED_ORIGINS.")
        if self._manager is None:
            return NotStarted("Please try again.", headers={"Retry-After": "1"})
        return None

    def _is_known(self, host: str) -> bool:
        name = urlsplit(f"//{host}").hostname or ""
        return is_this_machine(name) or name in self._names
