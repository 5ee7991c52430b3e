"""Lists, whole."""

import pytest

from bot.answerers.itemise import count, itemise, who
from bot.evidence import Draft, Listing
from tests.bot.beehives import found

COMPANIES = ["Apiscan GmbH", "Broodline Inc.", "Combsense Ltd.", "Drone & Daughters", "Everhive S.A."]


def items(proposal: Draft | None) -> list[str]:
    assert proposal is not None
    (listing,) = (block for block in proposal.blocks if isinstance(block, Listing))
    return [item.text for item in listing.items]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Who are the key players?", COMPANIES),
        ("companies", COMPANIES),
        ("List the vendors", COMPANIES),
        ("List the end users", ["Commercial apiaries", "Hobby keepers", "Research institutes"]),
        ("Which products are there?", ["Scales", "Acoustic sensors", "Thermometers"]),
        ("What regions are covered?", ["Europe", "North America", "Asia-Pacific", "Rest of the World"]),
    ],
)
def test_the_list_asked_for_is_given_whole_and_in_order(question: str, named: list[str]) -> None:
    assert items(itemise(found(question))) == named


def test_every_item_is_cited() -> None:
    proposal = itemise(found("Who are the key players?"))
    assert proposal is not None
    (listing,) = (block for block in proposal.blocks if isinstance(block, Listing))
    assert all(item.evidence for item in listing.items)


def test_what_is_listed_is_counted() -> None:
    proposal = count(found("How many companies are profiled?"))
    assert items(proposal) == COMPANIES
    assert proposal is not None
    assert isinstance(proposal.blocks[0], Listing)
    assert "5" in proposal.blocks[0].intro.text


@pytest.mark.parametrize("question", ["How many companies use them?", "how many companies have closed"])
def test_how_many_do_a_thing_is_told_by_no_list(question: str) -> None:
    assert count(found(question)) is None


def test_who_leads_is_answered_with_those_there_are() -> None:
    assert items(who(found("Who leads the market?"))) == COMPANIES


def test_a_list_that_is_not_there_is_not_made_up() -> None:
    assert itemise(found("List the trade associations")) is None
