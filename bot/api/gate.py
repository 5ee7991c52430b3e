"""Lets requests in: finds the reader that a key stands for, and asks for a key where one is needed."""

import base64
import binascii

from fastapi_problem.error import StatusProblem
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.trust import is_here
from bot.api.widget_files import FILES
from bot.keys import Keys
from bot.reader import Reader
from bot.settings import BotSettings

OPEN_PATHS = frozenset(["/healthz", "/readyz", "/version", "/docs", "/openapi.json", "/embed", *FILES])
"""What tells nothing of reports or readers."""

_OURS = "footnote_"


class KeyNeeded(StatusProblem):
    """No key was sent, or one that opens nothing."""

    status = 401
    title = "A key is needed."


class Gate:
    """ASGI middleware: leaves the reader in the request's state, or answers 401.

    A server on its own machine asks nobody there for a key, and everybody who comes by another name or by a proxy;
    ``BOT_OPEN`` says otherwise. What is written as a key of ours, and is none that is valid, is refused even where none
    is needed; any other text is then taken for none, because clients of other makers always send one.
    """

    def __init__(self, app: ASGIApp, keys: Keys, settings: BotSettings) -> None:
        self._app = app
        self._keys = keys
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        token = token_of(Headers(scope=scope))
        connection = HTTPConnection(scope)
        reader = await self._reader(token, scope["path"], self._anybody(connection))
        if reader is not None:
            scope.setdefault("state", {})["reader"] = reader
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await _refusal(scope["path"], self._why(token is not None))(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

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

    async def _reader(self, token: str | None, path: str, anybody: Reader | None) -> Reader | None:
        ours = token is not None and token.startswith(_OURS)
        if token is not None and (ours or anybody is None):
            key = await run_in_threadpool(self._keys.check, token)
            if key is not None:
                return key.reader
        if ours and path not in OPEN_PATHS:
            return None
        return anybody or (Reader(reports=frozenset()) if path in OPEN_PATHS else None)


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


def _refusal(path: str, detail: str) -> JSONResponse:
    """401: programs are asked for a bearer; at the page a browser asks for a password, which is the key."""
    problem = KeyNeeded(detail)
    is_api = path.startswith(("/v1/", "/mcp", "/metrics"))
    challenge = "Bearer" if is_api else 'Basic realm="Footnote: the key is the password", charset="UTF-8"'
    headers = {"WWW-Authenticate": challenge, "Cache-Control": "no-store"}
    return JSONResponse(problem.marshal(), problem.status, headers, "application/problem+json")
