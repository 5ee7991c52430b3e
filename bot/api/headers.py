"""Headers that keep what is served to its own origin, whatever a report or a question holds."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.sign_in import SIGN_IN_PAGES

_ALWAYS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""For what a program reads: a browser that is led there loads and runs nothing."""

MANUAL_POLICY = f"style-src 'unsafe-inline'; img-src data:; {DATA_POLICY}"

SIGN_IN_POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""For the pages where a key is sent: they run nothing at all."""

# Gradio compiles its templates with Function() and styles inline: hence the two unsafe words.
PAGE_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)

STAFF_POLICY = PAGE_POLICY.replace("frame-ancestors 'self'", "frame-ancestors 'none'")
"""As the page's, and no other page may put it into a frame."""

_DATA = (
    "/v1/", "/widget", "/mcp", "/openapi.json", "/healthz", "/readyz", "/version", "/metrics", "/staff/export/",
)  # fmt: skip
_UNSHARED = ("/v1/", "/staff/")


class SecurityHeaders:
    """ASGI middleware that adds the headers to every response; the page's looser policy is on its own paths only."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_ALWAYS)
                headers.setdefault("Content-Security-Policy", policy_of(scope["path"]))  # pages may say their own
                if scope["path"].startswith(_UNSHARED):  # what a key may read is not for a cache that others share
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def policy_of(path: str) -> str:
    """The content security policy of a path."""
    if path == "/docs":
        return MANUAL_POLICY
    if path in SIGN_IN_PAGES:
        return SIGN_IN_POLICY
    if path.startswith(_DATA):
        return DATA_POLICY
    return STAFF_POLICY if path.startswith("/staff") else PAGE_POLICY
