"""Takes orders from the server's own pages, and from no other site's."""

from urllib.parse import urlsplit

from fastapi_problem.error import StatusProblem
from starlette.requests import HTTPConnection

from bot.settings import BotSettings

READING = frozenset(["GET", "HEAD"])
"""Methods that change nothing."""


class AnotherSite(StatusProblem):
    """A page of another site sent this."""

    status = 403
    title = "This was not sent by a page of this server."


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
