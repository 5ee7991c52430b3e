"""Leads as they are shown."""

from datetime import UTC, datetime

import pytest

from bot.staff.insights import LeadSeen
from bot.staff.views.leads import leads_html
from tests.bot.staff.attacks import ATTACKS, LOADED

CHOSEN = {"days": "30", "report": "", "site": ""}
LEAD = LeadSeen(
    id="l1", email="ada@firm.example", name="Ada", company="Firm & Sons", message="Call me", question="Price?",
    report="bees", site="site_1", page="https://shop.example/bees", received_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
)  # fmt: skip


def test_a_lead_says_who_and_what_for() -> None:
    html = leads_html([LEAD], {"bees": "Bees"}, {"site_1": "Shop"}, CHOSEN)
    for said in ("mailto:ada@firm.example", "Ada, Firm &amp; Sons", "Call me", "Price?", "Bees", "Shop"):
        assert said in html


@pytest.mark.parametrize("page", ["javascript:alert(1)", "data:text/html,x", "//evil.example", None])
def test_only_addresses_of_the_web_become_links(page: str | None) -> None:
    assert "the page</a>" not in leads_html([LEAD.model_copy(update={"page": page})], {}, {}, CHOSEN)


@pytest.mark.parametrize("attack", ATTACKS)
def test_whatever_was_typed_is_text(attack: str) -> None:
    typed = dict.fromkeys(("email", "name", "company", "message", "question", "report", "site", "page"), attack)
    html = leads_html([LEAD.model_copy(update=typed)], {}, {}, CHOSEN)
    assert not [tag for tag in LOADED if tag in html]


def test_none_is_said() -> None:
    assert "Nobody left an address yet" in leads_html([], {}, {}, CHOSEN)
