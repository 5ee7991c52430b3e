"""Lets requests in: finds the reader that a key stands for, and asks for a key where one is needed."""

import base64
import binascii

from fastapi_problem.error import Problem
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.site_gate import BEGINS, KeyNeeded, SiteGate
from bot.api.trust import is_here
from bot.keys import Keys
from bot.reader import Reader
from bot.settings import BotSettings
from bot.sites_in_use import SitesInUse

OPEN_PATHS = frozenset(["/healthz", "/readyz", "/version", "/docs", "/openapi.json", "/privacy"])
"""What tells nothing of reports or readers."""

STAFF = "/staff"
"""Where one signs in with a key, and is then known by a session: its own door asks for that."""

_OURS = "footnote_"


class Gate:
    """ASGI middleware: leaves the reader in the request's state, or answers 401, or 403 to a site's key out of place.

    A server on its own machine asks nobody there for a key, and everybody who comes by another name or by a proxy;
    ``BOT_OPEN`` says otherwise. What is written as a key of ours, and is none that is valid, is refused even where none
    is needed; any other text is then taken for none, because clients of other makers always send one.
    """

    def __init__(self, app: ASGIApp, keys: Keys, sites: SitesInUse, settings: BotSettings) -> None:
        self._app = app
        self._keys = keys
        self._sites = SiteGate(sites, settings)
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        try:
            scope.setdefault("state", {})["reader"] = await self._reader(HTTPConnection(scope))
        except Problem as problem:
            if scope["type"] == "http":
                await _refusal(scope["path"], problem)(scope, receive, send)
            else:
                await send({"type": "websocket.close", "code": 1008})
            return
        await self._app(scope, receive, send)

    def _anybody(self, connection: HTTPConnection) -> Reader | None:
        """Who comes without a key; None where a key is needed."""
        if self._settings.open or is_here(connection, self._settings):
            return Reader(licensed=self._settings.licensed)
        return None

    def _why(self, sent: bool) -> str:
        if sent:
            return "The key is unknown, revoked or expired."
        if self._settings.is_open:
            return "By another name than this machine's own, or by a proxy, one needs a key, unless BOT_OPEN=true."
        return "Send it as Authorization: Bearer KEY; python -m bot keys create makes one."

    async def _reader(self, connection: HTTPConnection) -> Reader:
        """Who comes. Raises KeyNeeded, ForeignSite and NotForSites."""
        token, path = token_of(connection.headers), connection.scope["path"]
        if path == STAFF or path.startswith(f"{STAFF}/"):
            return Reader(reports=frozenset())
        if len(connection.headers.getlist("authorization")) > 1:
            raise KeyNeeded("Send one header Authorization.")
        if token is not None and token.startswith(BEGINS):
            return await self._sites.reader(token, connection)
        anybody = self._anybody(connection)
        ours = token is not None and token.startswith(_OURS)
        if token is not None and (ours or anybody is None):
            key = await run_in_threadpool(self._keys.check, token)
            if key is not None:
                return key.reader
        if path in OPEN_PATHS:
            return anybody or Reader(reports=frozenset())
        if ours or anybody is None:
            raise KeyNeeded(self._why(token is not None))
        return anybody


def token_of(headers: Headers) -> str | None:
    """What was sent as a key: as a bearer, or as the password that a browser asks for."""
    kind, _, rest = headers.get("authorization", "").partition(" ")
    match kind.lower():
        case "bearer":
            return rest.strip() or None
        case "basic":
            try:
                return base64.b64decode(rest, validate=True).decode().partition(":")[2].strip() or None
            except (binascii.Error, UnicodeDecodeError):
                return None
        case _:
            return None


def _refusal(path: str, problem: Problem) -> JSONResponse:
    """Of those who need a key programs are asked for a bearer; at the page a browser asks for a password, which is the
    key."""
    is_api = path.startswith(("/v1/", "/mcp", "/metrics"))
    challenge = "Bearer" if is_api else 'Basic realm="Footnote: the key is the password", charset="UTF-8"'
    headers = {"Cache-Control": "no-store"} | ({"WWW-Authenticate": challenge} if problem.status == 401 else {})
    return JSONResponse(problem.marshal(), problem.status, headers, "application/problem+json")
