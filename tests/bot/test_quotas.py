"""Questions of a day are counted, and no more than that."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from bot.quotas import Quotas
from bot.records import Records
from bot.sites import Site, Sites
from bot.used_up import QuestionsUsedUp

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SHOP = ("https://shop.example",)


@pytest.fixture
def sites(records: Records) -> Sites:
    return Sites(records.engine)


def quotas(records: Records, now: datetime = NOON) -> Quotas:
    return Quotas(records, lambda: now)


def taken(records: Records, site: Site, visitor: str, times: int = 10, now: datetime = NOON) -> int:
    """How many of so many questions are let in."""
    done = 0
    for _ in range(times):
        try:
            quotas(records, now).take(site, visitor)
            done += 1
        except QuestionsUsedUp:
            pass
    return done


def test_a_visitor_asks_as_much_as_the_site_says_and_another_too(records: Records, sites: Sites) -> None:
    site = sites.create("Shop", SHOP, visitor_limit=3)
    assert [taken(records, site, visitor) for visitor in ("ann", "ben", "ann")] == [3, 3, 0]
    assert taken(records, site, "ann", now=NOON + timedelta(hours=12)) == 3  # on the next day


def test_all_visitors_together_ask_as_much_as_the_site_says(records: Records, sites: Sites) -> None:
    site = sites.create("Shop", SHOP, visitor_limit=3, day_limit=5)
    assert [taken(records, site, visitor) for visitor in ("ann", "ben", "cid")] == [3, 2, 0]
    other = sites.create("Other", SHOP, day_limit=1)
    assert taken(records, other, "ann") == 1
    assert taken(records, sites.create("Free", SHOP), "ann") == 10


def test_what_is_refused_for_all_is_not_counted_for_one(records: Records, sites: Sites) -> None:
    site = sites.create("Shop", SHOP, visitor_limit=2, day_limit=2)
    assert taken(records, site, "ann") == 2
    assert taken(records, site, "ben") == 0
    quotas(records).give_back(site, "ann")
    assert taken(records, site, "ben") == 1


def test_many_at_once_get_no_more(records: Records, sites: Sites) -> None:
    site = sites.create("Shop", SHOP, visitor_limit=7)
    with ThreadPoolExecutor(16) as threads:
        assert sum(threads.map(lambda _: taken(records, site, "ann", 2), range(16))) == 7


def test_it_is_said_how_many_and_when_there_are_more(records: Records, sites: Sites) -> None:
    site = sites.create("Shop", SHOP, visitor_limit=1)
    assert taken(records, site, "ann") == 1
    with pytest.raises(QuestionsUsedUp, match=r"At most 1 questions of one visitor .* in 12 h") as raised:
        quotas(records).take(site, "ann")
    assert raised.value.seconds == 43_200


def test_days_before_are_forgotten(records: Records, sites: Sites) -> None:
    site = sites.create("Shop", SHOP, visitor_limit=1, day_limit=9)
    quotas(records).take(site, "ann")
    assert quotas(records).forget() == 0
    assert quotas(records, NOON + timedelta(days=1)).forget() == 2
