"""Where staff sign in with their key, and sign out again."""

from pathlib import Path
from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool

from bot.settings import BotSettings
from bot.staff.door import COOKIE, HOME, SIGN_IN, AnotherSite, forget, is_own, remember
from bot.staff.sessions import LASTS, Sessions

_STYLE = Path(__file__).with_name("sign_in.css")
_REFUSED = "That is no staff key in use. A key made for readers does not open this page."


def sign_in_routes(sessions: Sessions, settings: BotSettings) -> APIRouter:
    """The page, its style, and what its forms are sent to."""
    router = APIRouter(include_in_schema=False)

    def from_here(request: Request) -> None:
        if not is_own(request, settings):
            raise AnotherSite("Its Origin header must be this server's own.")

    @router.get("/staff")
    def home() -> Response:
        return RedirectResponse(HOME, 303)

    @router.get(SIGN_IN)
    def page() -> Response:
        return HTMLResponse(sign_in_html())

    @router.get(f"{SIGN_IN}.css")
    def style() -> Response:
        return Response(_STYLE.read_text(encoding="utf-8"), media_type="text/css")

    @router.post(SIGN_IN)
    async def sign_in(request: Request) -> Response:
        from_here(request)
        sent = parse_qs((await request.body()).decode(errors="replace"))
        session = await run_in_threadpool(sessions.begin, sent.get("key", [""])[0])
        if session is None:
            return HTMLResponse(sign_in_html(_REFUSED), 403)
        response = RedirectResponse(HOME, 303)
        remember(response, session, request, int(LASTS.total_seconds()))
        return response

    @router.post("/staff/sign-out")
    def sign_out(request: Request) -> Response:
        from_here(request)
        if session := request.cookies.get(COOKIE):
            sessions.end(session)
        response = RedirectResponse(SIGN_IN, 303)
        forget(response, request)
        return response

    return router


def sign_in_html(refused: str = "") -> str:
    """The page, with why a key was refused."""
    why = Markup('<p class="refused" role="alert" id="why">{}</p>').format(refused) if refused else ""
    described = Markup(' aria-invalid="true" aria-describedby="why"') if refused else ""
    return str(_PAGE.format(why=why, described=described))


_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in: Footnote for staff</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" '
    'content="light dark"><meta name="robots" content="noindex"><link rel="icon" href="data:,">'
    '<link rel="stylesheet" href="/staff/sign-in.css"></head><body><main>'
    '<p class="wordmark">Footnote<sup aria-hidden="true">1</sup></p><h1>For the publisher’s staff</h1>'
    '<form method="post" action="/staff/sign-in">{why}<label for="key">Your staff key</label>'
    '<input id="key" name="key" type="password" autocomplete="current-password" spellcheck="false" autofocus '
    'required placeholder="footnote_…"{described}><button type="submit">Sign in</button></form>'
    '<p class="hint">Whoever runs this server makes one: <code>python -m bot keys create NAME --scope staff</code></p>'
    "</main></body></html>"
)
