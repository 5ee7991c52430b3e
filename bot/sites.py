"""Sites with the widget on them: which pages may ask, what their visitors may read, and how much.

A site's key stands in the page's HTML for all to see, so it is no secret: it opens only what a visitor may see anyway,
from the site's own origins, and is kept as it is.
"""

import re
import secrets
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from markupsafe import Markup
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from bot.answer import Record
from bot.reader import Reader
from bot.records_schema import SiteRow
from ingest.errors import FootnoteError
from ingest.layout import writing
from ingest.moments import in_utc, now

PATTERN = re.compile(r"site_[0-9a-f]{24}")
"""How a site's key looks; it is the site's id."""


class BadOrigin(FootnoteError):  # noqa: N818 - named for what happened
    """That is not the origin of a page."""


class NoSuchSite(FootnoteError):  # noqa: N818 - named for what happened
    """No site in use has that name or key."""


class Site(Record):
    """A site. ``origins`` are those of its pages; ``reports`` the only ones its visitors may read, None for all, and
    licensed ones too if ``licensed``. ``visitor_limit`` and ``day_limit`` are the questions a day (UTC) of one visitor
    and of all together, None for any number."""

    id: str
    name: str
    origins: tuple[str, ...]
    reports: tuple[str, ...] | None = None
    licensed: bool = False
    visitor_limit: int | None = None
    day_limit: int | None = None
    created_at: datetime
    revoked_at: datetime | None = None

    @property
    def reader(self) -> Reader:
        """Who asks by its widget."""
        reports = None if self.reports is None else frozenset(self.reports)
        return Reader(name=self.id, licensed=self.licensed, reports=reports, site=self.id)


class Sites:
    """The sites of a server, in the database of its records."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = now) -> None:
        self._engine = engine
        self._clock = clock

    def create(
        self,
        name: str,
        origins: tuple[str, ...],
        reports: tuple[str, ...] | None = None,
        licensed: bool = False,
        visitor_limit: int | None = None,
        day_limit: int | None = None,
    ) -> Site:
        """A new site with its key. Raises BadOrigin."""
        row = SiteRow(
            id=f"site_{secrets.token_hex(12)}", name=name, origins=list(dict.fromkeys(map(origin_of, origins))),
            reports=None if reports is None else list(reports), licensed=licensed, visitor_limit=visitor_limit,
            day_limit=day_limit, created_at=self._clock(),
        )  # fmt: skip
        with Session(writing(self._engine)) as session, session.begin():
            session.add(row)
            session.flush()
            return _site(row)

    def all(self) -> list[Site]:
        """Every site there was, oldest first."""
        with Session(self._engine) as session:
            return [_site(row) for row in session.scalars(select(SiteRow).order_by(SiteRow.created_at, SiteRow.id))]

    def in_use(self, key: str) -> Site | None:
        """The site of a key; None for one that is unknown or revoked."""
        with Session(self._engine) as session:
            row = session.get(SiteRow, key) if PATTERN.fullmatch(key) else None
            return _site(row) if row and row.revoked_at is None else None

    def revoke(self, named: str) -> list[Site]:
        """Take the sites in use of that key or name out of use; which they were. Raises NoSuchSite."""
        found = [site for site in self.all() if named in (site.id, site.name) and site.revoked_at is None]
        if not found:
            raise NoSuchSite(f"No site in use is named {named!r}.")
        with Session(writing(self._engine)) as session, session.begin():
            ids = [site.id for site in found]
            session.execute(update(SiteRow).where(SiteRow.id.in_(ids)).values(revoked_at=self._clock()))
        return found


def snippet(site: Site, public_url: str, report: str | None = None) -> str:
    """The line of HTML that puts the site's widget on a page, of one report or of all that its visitors may read;
    ``public_url`` is where browsers reach this server."""
    asked = Markup(' data-report="{}"').format(report) if report else Markup()
    line = Markup('<script async src="{}/widget.js" data-site="{}"{}></script>')
    return str(line.format(public_url.rstrip("/"), site.id, asked))


def origin_of(text: str) -> str:
    """An origin as browsers send it: scheme, host and port, lower case. Raises BadOrigin."""
    try:
        parts = urlsplit(text.strip().rstrip("/").lower())
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    own = "https", "http"
    if parts.scheme not in own or not parts.hostname or parts.path or parts.query or parts.fragment or "@" in text:
        raise BadOrigin(f"{text.strip()!r} is not the origin of a page: write it as https://www.example.org.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else _ascii(parts.hostname)
    usual = {"https": 443, "http": 80}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, usual) else "")


def _ascii(host: str) -> str:
    """A host's name as browsers send it. Raises BadOrigin."""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError as error:
        raise BadOrigin(f"{host!r} is not the name of a host.") from error


def _site(row: SiteRow) -> Site:
    return Site(
        id=row.id, name=row.name, origins=tuple(row.origins),
        reports=None if row.reports is None else tuple(row.reports), licensed=row.licensed,
        visitor_limit=row.visitor_limit, day_limit=row.day_limit, created_at=in_utc(row.created_at),
        revoked_at=row.revoked_at and in_utc(row.revoked_at),
    )  # fmt: skip
