"""Counts the questions that are asked with a site's key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool

from bot.admission import Crowded
from bot.desk import NotReady
from bot.quotas import Quotas
from bot.reader import Reader
from bot.sites_in_use import SitesInUse
from bot.visitors import VISITOR
from ingest.errors import UnknownReport

_NOT_ANSWERED = (Crowded, NotReady, UnknownReport)
"""What a visitor is not charged for. To leave before the answer is not of it: the work was done."""


class SiteQuotas:
    """Counts by the limits that each site has at the moment."""

    def __init__(self, quotas: Quotas, sites: SitesInUse) -> None:
        self._quotas = quotas
        self._sites = sites

    @asynccontextmanager
    async def counted(self, reader: Reader) -> AsyncIterator[None]:
        """Around what answers a question. Raises QuestionsUsedUp before it begins."""
        site = (await self._sites.known()).by_key.get(reader.site)
        if site is None or (site.visitor_limit is None and site.day_limit is None):
            yield
            return
        visitor = VISITOR.get()
        await run_in_threadpool(self._quotas.take, site, visitor)
        try:
            yield
        except _NOT_ANSWERED:
            await run_in_threadpool(self._quotas.give_back, site, visitor)
            raise
