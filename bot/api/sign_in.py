"""Where one signs in with a key, and out again: to the chat page, and to that of the staff."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from bot.api.own_page import AnotherSite, is_own
from bot.keys import Key
from bot.sessions import LASTS, Sessions
from bot.settings import BotSettings

UNSHARED = {"Cache-Control": "no-store"}
_STYLE = Path(__file__).with_name("sign_in.css")


@dataclass(frozen=True, slots=True)
class Entrance:
    """Where one signs in to a page, and the words for it.

    The browser sends ``cookie`` with what is asked below ``path``; ``strict``: not even when a link of another site
    leads there.
    """

    path: str
    home: str
    cookie: str
    strict: bool
    title: str
    heading: str
    label: str
    refused: str
    scope: str

    @property
    def sign_in(self) -> str:
        """The address of the form."""
        return f"{self.path}/sign-in"

    @property
    def sign_out(self) -> str:
        """Where one signs out."""
        return f"{self.path}/sign-out"

    @property
    def same_site(self) -> Literal["strict", "lax"]:
        """When a browser sends the cookie."""
        return "strict" if self.strict else "lax"


AT_STAFF = Entrance(
    path="/staff", home="/staff/", cookie="footnote_staff", strict=True, title="Sign in: Footnote for staff",
    heading="For the publisher’s staff", label="Your staff key", scope="staff",
    refused="That is no staff key in use. A key made for readers does not open this page.",
)  # fmt: skip
AT_CHAT = Entrance(
    path="", home="/", cookie="footnote_reader", strict=False, title="Sign in: Footnote",
    heading="Ask the reports", label="Your key", scope="licensed",
    refused="That is no key in use. It may have been revoked, or have ended.",
)  # fmt: skip

SIGN_IN_PAGES = frozenset([AT_STAFF.sign_in, AT_CHAT.sign_in])
SIGNING_IN = frozenset([AT_CHAT.sign_in, f"{AT_CHAT.sign_in}.css", AT_CHAT.sign_out])
"""What one who has no session yet, or none any more, may ask of a closed server."""


def signed_in(connection: HTTPConnection, at: Entrance, sessions: Sessions) -> Key | None:
    """The key of whoever sends a request, if they are signed in there."""
    session = connection.cookies.get(at.cookie)
    return sessions.key(session) if session else None


def sign_in_routes(at: Entrance, sessions: Sessions, settings: BotSettings) -> APIRouter:
    """The page, its style, and what its forms are sent to."""
    router = APIRouter(include_in_schema=False)

    def from_here(request: Request) -> None:
        if not is_own(request, settings):
            raise AnotherSite("Its Origin header must be this server's own.")

    if at.path:

        @router.get(at.path)
        def home() -> Response:
            return RedirectResponse(at.home, 303)

    @router.get(at.sign_in)
    def page() -> Response:
        return HTMLResponse(sign_in_html(at), headers=UNSHARED)

    @router.get(f"{at.sign_in}.css")
    def style() -> Response:
        return Response(_STYLE.read_text(encoding="utf-8"), media_type="text/css")

    @router.post(at.sign_in)
    async def sign_in(request: Request) -> Response:
        from_here(request)
        sent = parse_qs((await request.body()).decode(errors="replace"))
        session = await run_in_threadpool(sessions.begin, sent.get("key", [""])[0])
        if session is None:
            return HTMLResponse(sign_in_html(at, at.refused), 403, UNSHARED)
        response = RedirectResponse(at.home, 303, UNSHARED)
        response.set_cookie(
            at.cookie, session, max_age=int(LASTS.total_seconds()), path=at.path or "/", secure=_is_secure(request),
            httponly=True, samesite=at.same_site,
        )  # fmt: skip
        return response

    @router.post(at.sign_out)
    def sign_out(request: Request) -> Response:
        from_here(request)
        if session := request.cookies.get(at.cookie):
            sessions.end(session)
        response = RedirectResponse(at.sign_in, 303, UNSHARED)
        response.delete_cookie(
            at.cookie, path=at.path or "/", secure=_is_secure(request), httponly=True, samesite=at.same_site
        )
        return response

    return router


def _is_secure(connection: HTTPConnection) -> bool:
    """Whether the browser speaks HTTPS, be it to a proxy that does not say so."""
    return connection.url.scheme == "https" or connection.headers.get("origin", "").startswith("https:")


def sign_in_html(at: Entrance, refused: str = "") -> str:
    """The page, with why a key was refused."""
    why = Markup('<p class="refused" role="alert" id="why">{}</p>').format(refused) if refused else ""
    described = Markup(' aria-invalid="true" aria-describedby="why"') if refused else ""
    return str(_PAGE.format(at=at, why=why, described=described))


_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{at.title}</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" '
    'content="light dark"><meta name="robots" content="noindex"><link rel="icon" href="data:,">'
    '<link rel="stylesheet" href="{at.sign_in}.css"></head><body><main>'
    '<p class="wordmark">Footnote<sup aria-hidden="true">1</sup></p><h1>{at.heading}</h1>'
    '<form method="post" action="{at.sign_in}">{why}<label for="key">{at.label}</label>'
    '<input id="key" name="key" type="password" autocomplete="current-password" spellcheck="false" autofocus '
    'required placeholder="footnote_…"{described}><button type="submit">Sign in</button></form>'
    '<p class="hint">Whoever runs this server makes one: <code>python -m bot keys create NAME --scope {at.scope}</code>'
    "</p></main></body></html>"
)
