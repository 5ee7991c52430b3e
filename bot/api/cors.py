"""Tells browsers which pages of other origins may call, and read what they are answered."""

from collections.abc import Sequence

from sqlalchemy.exc import SQLAlchemyError
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.gate import token_of
from bot.api.site_gate import BEGINS, is_for_sites, origin_sent
from bot.sites_in_use import Known, SitesInUse

METHODS = ("GET", "POST", "DELETE")
HEADERS = ("Accept", "Accept-Language", "Authorization", "Content-Language", "Content-Type")
EXPOSED = ("RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID")
MAX_AGE = 600
"""Seconds that a browser need not ask again before it sends the same."""


class Cors:
    """ASGI middleware around all that answers, refusals and defects too, so that a page can say what happened.

    Pages of ``allowed`` origins may read everything. Those of a site may read what is answered to that very site's key,
    and no others. Before it sends anything a browser asks without the key: then pages of any site may go on. Cookies
    and passwords are never let through, nor pages of no origin (``null``), nor the way from a public page into a
    private network.
    """

    def __init__(self, app: ASGIApp, sites: SitesInUse, allowed: Sequence[str]) -> None:
        self._app = app
        self._sites = sites
        self._allowed = frozenset(allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if "origin" in headers and scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await (await self._preflight(scope["path"], headers))(scope, receive, send)
            return
        reader = await self._reader(headers)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = MutableHeaders(scope=message)
                own.add_vary_header("Origin")
                if reader is not None:
                    own["Access-Control-Allow-Origin"] = reader
                    own["Access-Control-Expose-Headers"] = ", ".join(EXPOSED)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    async def _reader(self, headers: Headers) -> str | None:
        """The origin whose pages may read the answer."""
        origin = origin_sent(headers)
        if origin is None or self._is_allowed(origin):
            return origin
        token = token_of(headers) or ""
        if not token.startswith(BEGINS):
            return None
        known = await self._known()
        site = known.by_key.get(token)
        may = origin in (known.origins if site is None else site.origins)  # to be told that a key is out of use
        return origin if may else None

    async def _preflight(self, path: str, headers: Headers) -> Response:
        origin, method = origin_sent(headers), headers["access-control-request-method"]
        names = {name.strip().lower() for name in headers.get("access-control-request-headers", "").split(",")} - {""}
        plain = method in METHODS and names <= {name.lower() for name in HEADERS}
        vary = {"Vary": "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"}
        if origin is None or not plain or "access-control-request-private-network" in headers:
            return PlainTextResponse("This is not allowed.", 400, vary)
        if not self._is_allowed(origin):
            of_site = is_for_sites(method, path) and origin in (await self._known()).origins
            if not of_site:
                return PlainTextResponse("This is not allowed.", 400, vary)
        allowed = {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Methods": ", ".join(METHODS),
            "Access-Control-Allow-Headers": ", ".join(HEADERS),
            "Access-Control-Max-Age": str(MAX_AGE),
        }
        return PlainTextResponse("OK", 200, vary | allowed)

    def _is_allowed(self, origin: str) -> bool:
        return origin in self._allowed or "*" in self._allowed

    async def _known(self) -> Known:
        try:
            return await self._sites.known()
        except SQLAlchemyError:  # whoever needs the records to answer says so
            return Known()
