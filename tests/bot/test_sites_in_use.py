"""The sites in use, as they were a moment ago."""

import asyncio

from bot.records import Records
from bot.sites import Sites
from bot.sites_in_use import SitesInUse

SHOP = ("https://shop.example",)


def test_what_was_read_is_read_again_after_a_second(records: Records) -> None:
    sites, now = Sites(records.engine), [0.0]
    in_use = SitesInUse(sites, clock=lambda: now[0])
    site = sites.create("Shop", SHOP)

    def known() -> tuple[set[str], frozenset[str]]:
        found = asyncio.run(in_use.known())
        return set(found.by_key), found.origins

    assert known() == ({site.id}, frozenset(SHOP))
    sites.revoke("Shop")
    now[0] = 0.9
    assert known() == ({site.id}, frozenset(SHOP))
    now[0] = 1.0
    assert known() == (set(), frozenset())


def test_the_first_look_reads_whatever_the_clock_says(records: Records) -> None:
    site = Sites(records.engine).create("Shop", SHOP)
    assert site.id in asyncio.run(SitesInUse(Sites(records.engine), clock=lambda: -5.0).known()).by_key
