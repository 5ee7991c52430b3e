"""Sites and keys as they are shown."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.keys import Key
from bot.sites import Site, snippet
from bot.staff.views.access import Given, access_html
from tests.bot.staff.attacks import ATTACKS, LOADED

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SITE = Site(id="site_1", name="Shop", origins=("https://shop.example",), visitor_limit=20, created_at=NOON)
KEY = Key(
    id="ab12cd34", name="Analyst", scope="licensed", reports=("bees",), created_at=NOON,
    expires_at=NOON + timedelta(days=1), revoked_at=None, used_at=None,
)  # fmt: skip


def shown(site: Site = SITE, key: Key = KEY, given: Given | None = None, now: datetime = NOON) -> str:
    line = lambda each: snippet(each, "https://bot.example")  # noqa: E731
    return str(access_html([site], [key], {"bees": "Bees"}, line, now, given))


def test_a_site_has_its_line_to_copy_and_a_way_to_end_it() -> None:
    html = shown()
    assert html.count("&lt;script async src=") == 2
    assert 'data-do="end-site" data-named="site_1"' in html
    assert "20 questions a day each visitor" in html


def test_what_ended_has_neither() -> None:
    html = shown(SITE.model_copy(update={"revoked_at": NOON}), KEY.model_copy(update={"revoked_at": NOON}))
    assert "data-copy" not in html and 'data-do="end-' not in html
    assert html.count(">revoked</span>") == 2
    assert ">expired</span>" in shown(now=NOON + timedelta(days=2))


def test_a_new_key_is_shown_once_and_a_refusal_is_said() -> None:
    assert "footnote_x" in shown(given=Given(said="Made:", token="footnote_x"))
    assert "footnote_x" not in shown()
    assert 'role="alert"' in shown(given=Given(said="No.", failed=True))


@pytest.mark.parametrize("attack", ATTACKS)
def test_names_are_text(attack: str) -> None:
    html = shown(
        SITE.model_copy(update={"name": attack, "origins": (attack,), "id": attack, "reports": (attack,)}),
        KEY.model_copy(update={"name": attack, "id": attack}),
        Given(said=attack, token=attack),
    )
    assert not [tag for tag in LOADED if tag in html]
