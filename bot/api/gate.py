"""Lets requests in: finds the reader that a key stands for, and asks for a key where one is needed."""

import base64
import binascii

from fastapi_problem.error import Problem
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.own_page import READING, is_own
from bot.api.sign_in import AT_CHAT, AT_STAFF, SIGNING_IN, UNSHARED, signed_in
from bot.api.site_gate import BEGINS, KeyNeeded, SiteGate
from bot.api.trust import is_here
from bot.api.widget_files import FILES
from bot.keys import Key, Keys
from bot.reader import Reader
from bot.sessions import Sessions
from bot.settings import BotSettings
from bot.sites_in_use import SitesInUse

OPEN_PATHS = frozenset(["/healthz", "/readyz", "/version", "/docs", "/openapi.json", "/privacy", "/embed", *FILES])
"""What tells nothing of reports or readers."""

_OURS = "footnote_"


class Gate:
    """ASGI middleware: leaves the reader in the request's state, or answers 401, or 403 to a site's key out of place.

    A server on its own machine asks nobody there for a key, and everybody who comes by another name or by a proxy;
    ``BOT_OPEN`` says otherwise. What is written as a key of ours, and is none that is valid, is refused even where none
    is needed; any other text is then taken for none, because clients of other makers always send one. Who is signed in
    shows the key of their session; who opens the chat page and needs one is led to where one signs in.
    """

    def __init__(self, app: ASGIApp, keys: Keys, sessions: Sessions, sites: SitesInUse, settings: BotSettings) -> None:
        self._app = app
        self._keys = keys
        self._sessions = sessions
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
                await _refusal(HTTPConnection(scope), problem)(scope, receive, send)
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

    async def _signed_in(self, connection: HTTPConnection) -> Key | None:
        """The key of whoever is signed in. What may change something must come from a page of this server."""
        if AT_CHAT.cookie not in connection.cookies:
            return None
        if connection.scope.get("method") not in READING and not is_own(connection, self._settings):
            return None
        return await run_in_threadpool(signed_in, connection, AT_CHAT, self._sessions)

    async def _reader(self, connection: HTTPConnection) -> Reader:
        """Who comes. Raises KeyNeeded, ForeignSite and NotForSites."""
        token, path = token_of(connection.headers), connection.scope["path"]
        if path == AT_STAFF.path or path.startswith(AT_STAFF.home) or path in SIGNING_IN:
            return Reader(reports=frozenset())  # the staff page has a door of its own
        if len(connection.headers.getlist("authorization")) > 1:
            raise KeyNeeded("Send one header Authorization.")
        if token is not None and token.startswith(BEGINS):
            return await self._sites.reader(token, connection)
        if token is None and (key := await self._signed_in(connection)):
            return key.reader
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


def _refusal(connection: HTTPConnection, problem: Problem) -> Response:
    """Programs are asked for a bearer. A browser that opens the chat page is led on; asked for a password, it would ask
    in a window of its own."""
    is_page = connection.scope["method"] in READING and connection.scope["path"] == AT_CHAT.home
    in_browser = "text/html" in connection.headers.get("accept", "") and "authorization" not in connection.headers
    if problem.status == 401 and is_page and in_browser:
        return RedirectResponse(AT_CHAT.sign_in, 303, UNSHARED)
    headers = UNSHARED | ({"WWW-Authenticate": "Bearer"} if problem.status == 401 else {})
    return JSONResponse(problem.marshal(), problem.status, headers, "application/problem+json")
