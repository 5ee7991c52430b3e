"""Lets in the visitors of a site: from its own pages, and to what its widget asks for.

A site's key stands in its page for all to read. What it is worth comes from the browser, which says truly whose page
asks: a page elsewhere that sends the key is refused. A program can say anything; it gets what a visitor gets.
"""

import re
from urllib.parse import urlsplit

from fastapi_problem.error import ForbiddenProblem, StatusProblem
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection

from bot.api.trust import is_own_name
from bot.reader import Reader
from bot.settings import BotSettings
from bot.sites import BadOrigin, Site, origin_of
from bot.sites_in_use import SitesInUse

BEGINS = "site_"
"""What is written as a site's key."""

_ROUTES = (
    ("POST", re.compile(r"/v1/(?:ask|feedback|leads)")),
    ("GET", re.compile(r"/v1/(?:leads/form|widget)")),
    ("GET", re.compile(r"/v1/(?:passages|tables|charts)/[^/]+")),
    ("GET", re.compile(r"/v1/conversations/[^/]+")),
    ("DELETE", re.compile(r"/v1/conversations/[^/]+")),
)


class KeyNeeded(StatusProblem):
    """No key was sent, or one that opens nothing."""

    status = 401
    title = "A key is needed."


class ForeignSite(ForbiddenProblem):
    """The page that asks is none of the site's."""

    title = "Pages of this address may not ask with this site's key."


class NotForSites(ForbiddenProblem):
    """The widget has no need of it."""

    title = "A site's key does not open this."


def is_for_sites(method: str, path: str) -> bool:
    """Whether a site's key opens a route."""
    return any(method == own and pattern.fullmatch(path) for own, pattern in _ROUTES)


class SiteGate:
    """Who comes with a site's key."""

    def __init__(self, sites: SitesInUse, settings: BotSettings) -> None:
        self._sites = sites
        self._settings = settings

    async def reader(self, key: str, connection: HTTPConnection) -> Reader:
        """The reader of the key. Raises KeyNeeded, ForeignSite, NotForSites, and DBAPIError."""
        site = (await self._sites.known()).by_key.get(key)
        if site is None:
            raise KeyNeeded("The site's key is unknown or revoked.")
        if not self._asks_from(site, connection):
            raise ForeignSite("Whoever runs this server can allow it: python -m bot sites create NAME --origin URL.")
        if not is_for_sites(connection.scope.get("method", ""), connection.scope["path"]):
            raise NotForSites("Make a key for programs with python -m bot keys create.")
        return site.reader

    def _asks_from(self, site: Site, connection: HTTPConnection) -> bool:
        """Whether a page of the site asks, or one of this server's own: the page for frames, which only the site's
        pages may frame."""
        sent = connection.headers.getlist("origin")
        own = own_origins(connection, self._settings)
        if sent:
            return len(sent) == 1 and (sent[0] in site.origins or sent[0] in own)
        # a browser names no origin where a page reads from its own: there it says so in words of its own
        return bool(own) and connection.headers.getlist("sec-fetch-site") == ["same-origin"] and _reads(connection)


def own_origins(connection: HTTPConnection, settings: BotSettings) -> frozenset[str]:
    """The origins that a request's own server has: the one it is told to have, and this machine's own name.

    Empty where it is called by any other name: so are pages whose name was made to point here.
    """
    public = {origin_of(settings.public_url)} if settings.public_url else set[str]()
    called = _called(connection)
    if called is None:
        return frozenset()
    if is_own_name(connection.url.hostname or ""):
        return frozenset(public | {called})
    # TLS ends at the proxy in front: of what the request was sent to, the name and the port are known for sure
    return frozenset(each for each in public if urlsplit(each).netloc == urlsplit(called).netloc)


def _called(connection: HTTPConnection) -> str | None:
    hosts = connection.headers.getlist("host")
    try:
        return origin_of(f"{connection.url.scheme}://{hosts[0]}") if len(hosts) == 1 else None
    except BadOrigin:
        return None


def _reads(connection: HTTPConnection) -> bool:
    return connection.scope.get("method") == "GET"


def origin_sent(headers: Headers) -> str | None:
    """The one origin that a request names, as browsers write it; None where it names none, or ``null``, or several."""
    sent = headers.getlist("origin")
    try:
        return sent[0] if len(sent) == 1 and origin_of(sent[0]) == sent[0] else None
    except BadOrigin:
        return None
