"""Lets nobody to the staff page who is not signed in, and takes no orders from other sites' pages."""

from fastapi_problem.error import StatusProblem
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.own_page import READING, AnotherSite, is_own
from bot.api.refusal import refuse
from bot.api.sign_in import AT_STAFF, UNSHARED, signed_in
from bot.keys import Key
from bot.sessions import Sessions
from bot.settings import BotSettings


class NotSignedIn(StatusProblem):
    """No session, or one that is over."""

    status = 401
    title = "Sign in first."


class Door:
    """ASGI middleware around the staff page, all its files and events: leaves the reader of the session's key and the
    key itself in the request's state, or answers 401; who opens the page is led to where one signs in."""

    def __init__(self, app: ASGIApp, sessions: Sessions, settings: BotSettings) -> None:
        self._app = app
        self._sessions = sessions
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._let_in(scope, receive, send)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = HTTPConnection(scope)
        key = await run_in_threadpool(signed_in, connection, AT_STAFF, self._sessions)
        if key is None and scope["method"] in READING and scope["path"] == AT_STAFF.home:
            await RedirectResponse(AT_STAFF.sign_in, 303, UNSHARED)(scope, receive, send)
        elif key is None:
            await refuse(NotSignedIn(f"Open {AT_STAFF.sign_in} in a browser."), scope, receive, send)
        elif scope["method"] not in READING and not is_own(connection, self._settings):
            await refuse(AnotherSite("Its Origin header must be this server's own."), scope, receive, send)
        else:
            scope.setdefault("state", {}).update(reader=key.reader, staff_key=key)
            await self._app(scope, receive, send)


def staff_key(connection: HTTPConnection) -> Key | None:
    """The key that the door left with a request."""
    key = connection.scope.get("state", {}).get("staff_key")
    return key if isinstance(key, Key) else None
