"""Staff give no more than they have: a key for some reports makes keys and sites for these, and ends no wider one."""

from datetime import timedelta

import pytest

from bot.keys import Key, Keys
from bot.records import Records
from bot.sites import BadOrigin, Sites
from bot.staff.access import Desk, KeyWish, NotGiven, SiteWish
from tests.bot.staff.turns import Clock

KNOWN = ("bees", "tidal-energy")
PAGE = "https://shop.example"


@pytest.fixture
def keys(timed: Records, clock: Clock) -> Keys:
    return Keys(timed.engine, clock)


@pytest.fixture
def sites(timed: Records, clock: Clock) -> Sites:
    return Sites(timed.engine, clock)


@pytest.fixture
def everything(keys: Keys, sites: Sites, clock: Clock) -> Desk:
    return Desk(keys, sites, keys.create("Marit", "staff")[0], KNOWN, clock.now)


def limited_key(keys: Keys, clock: Clock, days: int | None = None) -> Key:
    return keys.create("Ola", "staff", ("bees",), clock.now + timedelta(days=days) if days else None)[0]


@pytest.fixture
def limited(keys: Keys, sites: Sites, clock: Clock) -> Desk:
    return Desk(keys, sites, limited_key(keys, clock), ("bees",), clock.now)


def test_a_key_and_a_site_are_made_as_wished(everything: Desk, keys: Keys, clock: Clock) -> None:
    key, token = everything.make_key(KeyWish(name=" Analyst ", scope="licensed", reports=("bees",), days="30"))
    assert keys.check(token) is not None
    assert (key.name, key.scope, key.reports, key.expires_at) == (
        "Analyst", "licensed", ("bees",), clock.now + timedelta(days=30)
    )  # fmt: skip
    site = everything.make_site(
        SiteWish(name="Shop", origins=f"{PAGE}, https://www.shop.example", licensed=True, day_limit="500")
    )
    assert (site.origins, site.reports, site.licensed, site.visitor_limit, site.day_limit) == (
        (PAGE, "https://www.shop.example"), None, True, None, 500
    )  # fmt: skip


@pytest.mark.parametrize("scope", ["public", "licensed", "staff"])
@pytest.mark.parametrize("wished", [(), ("bees",), ("bees", "bees")])
def test_of_some_reports_no_wider_key_is_made(limited: Desk, scope: str, wished: tuple[str, ...]) -> None:
    assert limited.make_key(KeyWish(name="New", scope=scope, reports=wished))[0].reports == ("bees",)


@pytest.mark.parametrize("wished", [("tidal-energy",), ("bees", "tidal-energy"), ("nothing",), ("",)])
def test_of_some_reports_no_other_is_given(limited: Desk, wished: tuple[str, ...]) -> None:
    with pytest.raises(NotGiven):
        limited.make_key(KeyWish(name="New", scope="public", reports=wished))
    with pytest.raises(NotGiven):
        limited.make_site(SiteWish(name="New", origins=PAGE, reports=wished))


def test_of_some_reports_no_wider_site_is_made(limited: Desk) -> None:
    assert limited.make_site(SiteWish(name="New", origins=PAGE)).reports == ("bees",)


@pytest.mark.parametrize("days", ["", "1", "400"])
def test_no_key_outlasts_the_one_it_was_made_with(keys: Keys, sites: Sites, clock: Clock, days: str) -> None:
    own = limited_key(keys, clock, days=7)
    made, _ = Desk(keys, sites, own, ("bees",), clock.now).make_key(KeyWish(name="New", scope="staff", days=days))
    assert made.expires_at is not None and own.expires_at is not None
    assert made.expires_at <= own.expires_at


def test_of_some_reports_wider_ones_are_neither_seen_nor_ended(everything: Desk, limited: Desk, keys: Keys) -> None:
    wide, _ = everything.make_key(KeyWish(name="Wide", scope="public"))
    other, _ = everything.make_key(KeyWish(name="Other", scope="public", reports=("tidal-energy",)))
    site = everything.make_site(SiteWish(name="Wide", origins=PAGE))
    assert {each.name for each in limited.seen_keys()} == {"Ola"}
    assert limited.seen_sites() == []
    for named in (wide.id, wide.name, other.id):
        with pytest.raises(NotGiven):
            limited.revoke_key(named)
    for named in (site.id, site.name):
        with pytest.raises(NotGiven):
            limited.revoke_site(named)
    assert len({each.name for each in keys.all() if each.revoked_at is None}) == 4


def test_nobody_ends_a_key_by_giving_its_id_to_one_of_theirs_as_a_name(
    everything: Desk, limited: Desk, keys: Keys, sites: Sites
) -> None:
    wide, _ = everything.make_key(KeyWish(name="Wide", scope="public"))
    limited.make_key(KeyWish(name=wide.id, scope="public"))
    site = everything.make_site(SiteWish(name="Wide", origins=PAGE))
    limited.make_site(SiteWish(name=site.id, origins=PAGE))
    with pytest.raises(NotGiven):
        limited.revoke_key(wide.id)
    with pytest.raises(NotGiven):
        limited.revoke_site(site.id)
    assert sites.in_use(site.id) is not None


def test_what_is_within_reach_can_be_ended(limited: Desk, keys: Keys, sites: Sites) -> None:
    key, token = limited.make_key(KeyWish(name="New", scope="public"))
    site = limited.make_site(SiteWish(name="New", origins=PAGE))
    limited.revoke_key(key.id)
    limited.revoke_site(site.id)
    assert keys.check(token) is None
    assert sites.in_use(site.id) is None


@pytest.mark.parametrize(
    "wish",
    [
        KeyWish(name="", scope="public"), KeyWish(name="<b>", scope="public"), KeyWish(name="x" * 101, scope="public"),
        KeyWish(name="New", scope="root"), KeyWish(name="New", scope="public", days="0"),
        KeyWish(name="New", scope="public", days="-1"), KeyWish(name="New", scope="public", days="1e9"),
        KeyWish(name="New", scope="public", days="99999"),
    ],
)  # fmt: skip
def test_a_wish_that_makes_no_sense_is_not_given(everything: Desk, wish: KeyWish) -> None:
    with pytest.raises(NotGiven):
        everything.make_key(wish)


def test_pages_are_named_by_their_origin(everything: Desk) -> None:
    with pytest.raises(BadOrigin):
        everything.make_site(SiteWish(name="New", origins="shop.example"))
    with pytest.raises(NotGiven):
        everything.make_site(SiteWish(name="New", origins=" , "))
