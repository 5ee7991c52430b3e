"""What stands around the views."""

from datetime import UTC, datetime

import pytest

from bot.keys import Key
from bot.sites import Site
from bot.staff.views.frame import VIEWS, dated, frame_html
from tests.bot.staff.attacks import ATTACKS, LOADED

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def key(*reports: str) -> Key:
    return Key(
        id="ab", name="Marit", scope="staff", reports=reports or None, created_at=NOON, expires_at=None,
        revoked_at=None, used_at=None,
    )  # fmt: skip


def test_every_view_there_is_can_be_gone_to() -> None:
    html = frame_html(key(), {}, [], list(VIEWS))
    assert all(f'href="#{view}"' in html for view in VIEWS)
    assert html.count('aria-current="page"') == 1
    assert '<option value="30" selected>' in html


def test_who_sees_some_reports_is_told_which() -> None:
    assert "Only Bees" in frame_html(key("bees"), {"bees": "Bees"}, [], ["overview"])
    assert "Only" not in frame_html(key(), {"bees": "Bees"}, [], ["overview"])


@pytest.mark.parametrize("attack", ATTACKS)
def test_names_are_text(attack: str) -> None:
    site = Site(id="site_1", name=attack, origins=("https://a.example",), created_at=NOON)
    html = frame_html(key().model_copy(update={"name": attack}), {attack: attack}, [site], ["overview"])
    assert not [tag for tag in LOADED if tag in html]


def test_the_foot_says_as_of_when() -> None:
    assert dated(NOON).startswith("As of 1 Mar 2026, 12:00 UTC")
