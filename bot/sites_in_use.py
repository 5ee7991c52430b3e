"""The sites in use as the database had them a moment ago, so that no request waits for it."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf

from starlette.concurrency import run_in_threadpool

from bot.sites import Site, Sites

FRESH_SECONDS = 1.0
"""How long a revoked key may go on opening what it opened."""


@dataclass(frozen=True, slots=True)
class Known:
    """Sites by their keys, and the origins of all of them."""

    by_key: Mapping[str, Site] = field(default_factory=dict)
    origins: frozenset[str] = frozenset()


class SitesInUse:
    """Reads the sites again once what was read is ``fresh`` seconds old: an unknown key costs no query of its own."""

    def __init__(self, sites: Sites, fresh: float = FRESH_SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self._sites = sites
        self._fresh = fresh
        self._clock = clock
        self._known = Known()
        self._read_at = -inf

    async def known(self) -> Known:
        """The sites in use. Raises DBAPIError."""
        if self._clock() - self._read_at >= self._fresh:
            begun = self._clock()
            self._known, self._read_at = await run_in_threadpool(self._read), begun
        return self._known

    def _read(self) -> Known:
        in_use = [site for site in self._sites.all() if site.revoked_at is None]
        return Known({site.id: site for site in in_use}, frozenset(o for site in in_use for o in site.origins))
