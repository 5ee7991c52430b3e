"""What staff may give to others: sites and keys that are no wider than their own key, and an end to those."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.answer import Record
from bot.keys import Key, Keys, Scope
from bot.sites import Site, Sites
from ingest.errors import FootnoteError

_NAME = re.compile(r"[\w][\w .@-]{0,99}")
_MOST_DAYS, _MOST_QUESTIONS = 3_650, 1_000_000
_SCOPES: dict[str, Scope] = {"public": "public", "licensed": "licensed", "staff": "staff"}


class NotGiven(FootnoteError):  # noqa: N818 - named for what happened
    """What was asked for cannot be given, and the message says why."""


class KeyWish(Record):
    """A key as it is wished for; without ``reports`` for all that staff may see themselves, without ``days`` for as
    long as they may."""

    name: str
    scope: str
    reports: tuple[str, ...] = ()
    days: str = ""


class SiteWish(Record):
    """A site as it is wished for; ``origins`` are apart by blanks, limits empty for none."""

    name: str
    origins: str
    reports: tuple[str, ...] = ()
    licensed: bool = False
    visitor_limit: str = ""
    day_limit: str = ""


class Desk:
    """Gives out and takes back, for whoever is signed in with a key: ``by``. ``known`` are the ids of the reports that
    they see."""

    def __init__(self, keys: Keys, sites: Sites, by: Key, known: Sequence[str], now: datetime | None = None) -> None:
        self._keys = keys
        self._sites = sites
        self._by = by
        self._known = frozenset(known)
        self._now = now or datetime.now(UTC)

    def seen_keys(self) -> list[Key]:
        """The keys they may see: those no wider than their own, newest first."""
        return [key for key in reversed(self._keys.all()) if self._within(key.reports)]

    def seen_sites(self) -> list[Site]:
        """The sites they may see, newest first."""
        return [site for site in reversed(self._sites.all()) if self._within(site.reports)]

    def make_key(self, wish: KeyWish) -> tuple[Key, str]:
        """The key, and what is to be sent as it. Raises NotGiven, NameTaken."""
        scope = _SCOPES.get(wish.scope)
        if scope is None:
            raise NotGiven("Say what the key opens.")
        days = _number(wish.days, "The days a key lasts", _MOST_DAYS)
        ends = self._now + timedelta(days=days) if days else None
        own = self._by.expires_at
        if own is not None:
            ends = min(ends, own) if ends else own
        return self._keys.create(_name(wish.name), scope, self._reports(wish.reports), ends)

    def make_site(self, wish: SiteWish) -> Site:
        """The site. Raises NotGiven, BadOrigin."""
        origins = tuple(wish.origins.replace(",", " ").split())
        if not origins:
            raise NotGiven("Say on which pages the widget is to stand, as https://www.example.org.")
        return self._sites.create(
            _name(wish.name),
            origins,
            self._reports(wish.reports),
            wish.licensed,
            _number(wish.visitor_limit, "Questions of a visitor", _MOST_QUESTIONS),
            _number(wish.day_limit, "Questions a day", _MOST_QUESTIONS),
        )

    def revoke_key(self, key: str) -> list[Key]:
        """Make a key worthless, by its id. Raises NotGiven, NoSuchKey."""
        for each in self._keys.all():
            if key in (each.id, each.name) and not self._within(each.reports):
                raise NotGiven("That key opens more than yours.")
        return self._keys.revoke(key)

    def revoke_site(self, site: str) -> list[Site]:
        """Take a site out of use, by its key. Raises NotGiven, NoSuchSite."""
        for each in self._sites.all():
            if site in (each.id, each.name) and not self._within(each.reports):
                raise NotGiven("That site shows more than your key opens.")
        return self._sites.revoke(site)

    def _within(self, reports: tuple[str, ...] | None) -> bool:
        own = self._by.reports
        return own is None or (reports is not None and set(reports) <= set(own))

    def _reports(self, wished: tuple[str, ...]) -> tuple[str, ...] | None:
        """The reports as they are kept; of those who may not see all, only what they may."""
        if not wished:
            return self._by.reports
        if not self._known.issuperset(wished) or not self._within(wished):
            raise NotGiven("There is no such report that your key opens.")
        return tuple(dict.fromkeys(wished))


def _name(text: str) -> str:
    name = text.strip()
    if not _NAME.fullmatch(name):
        raise NotGiven("A name has 1 to 100 letters, digits, blanks and . @ - _")
    return name


def _number(text: str, what: str, most: int) -> int | None:
    """A number that was typed; None for nothing."""
    if not text.strip():
        return None
    if not text.strip().isdecimal() or not 1 <= int(text) <= most:
        raise NotGiven(f"{what} must be a number from 1 to {most:,}, or nothing.")
    return int(text)
