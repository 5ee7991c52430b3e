"""Lets nobody to the staff page who is not signed in, and takes no orders from other sites' pages."""

from urllib.parse import urlsplit

from fastapi_problem.error import StatusProblem
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.refusal import refuse
from bot.keys import Key
from bot.settings import BotSettings
from bot.staff.sessions import Sessions

COOKIE = "footnote_staff"
HOME, SIGN_IN = "/staff/", "/staff/sign-in"

_READING = frozenset(["GET", "HEAD"])


class NotSignedIn(StatusProblem):
    """No session, or one that is over."""

    status = 401
    title = "Sign in first."


class AnotherSite(StatusProblem):
    """A page of another site sent this."""

    status = 403
    title = "This was not sent by the staff page."


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
        key = await run_in_threadpool(signed_in, connection, self._sessions)
        if key is None and scope["method"] in _READING and scope["path"] == HOME:
            await RedirectResponse(SIGN_IN, 303, _UNSHARED)(scope, receive, send)
        elif key is None:
            await refuse(NotSignedIn(f"Open {SIGN_IN} in a browser."), scope, receive, send)
        elif scope["method"] not in _READING and not is_own(connection, self._settings):
            await refuse(AnotherSite("Its Origin header must be this server's own."), scope, receive, send)
        else:
            scope.setdefault("state", {}).update(reader=key.reader, staff_key=key)
            await self._app(scope, receive, send)


_UNSHARED = {"Cache-Control": "no-store"}


def signed_in(connection: HTTPConnection, sessions: Sessions) -> Key | None:
    """The key of whoever sends a request, if they are signed in."""
    session = connection.cookies.get(COOKIE)
    return sessions.key(session) if session else None


def staff_key(connection: HTTPConnection) -> Key | None:
    """The key that the door left with a request."""
    key = connection.scope.get("state", {}).get("staff_key")
    return key if isinstance(key, Key) else None


def is_own(connection: HTTPConnection, settings: BotSettings) -> bool:
    """Whether a page of this server sends a request, by the Origin that browsers add to what may change something.

    A proxy may have another scheme, so the host is compared, and the address that the settings name for this server.
    """
    origin = connection.headers.get("origin", "")
    try:
        host = urlsplit(origin).netloc
    except ValueError:
        return False
    return bool(host) and (host == connection.headers.get("host") or origin == settings.public_url)


def remember(response: Response, session: str, connection: HTTPConnection, seconds: int) -> None:
    """Have the browser send a session with what it asks of the staff page, and of nothing else."""
    response.set_cookie(
        COOKIE, session, max_age=seconds, path="/staff", secure=_is_secure(connection), httponly=True,
        samesite="strict",
    )  # fmt: skip


def forget(response: Response, connection: HTTPConnection) -> None:
    """Have the browser drop its session."""
    response.delete_cookie(COOKIE, path="/staff", secure=_is_secure(connection), httponly=True, samesite="strict")


def _is_secure(connection: HTTPConnection) -> bool:
    """Whether the browser speaks HTTPS, be it to a proxy that does not say so."""
    return connection.url.scheme == "https" or connection.headers.get("origin", "").startswith("https:")
