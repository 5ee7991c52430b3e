"""Who leads a market, in the report's own sentence."""

import pytest

from bot.answerers.leader import leader
from bot.retrieve import Found
from bot.understand import understand
from tests.bot.books import book_of

TEXT = (
    "Tankwell leads with 18.6% of the kite market. Aerie Labs is second with 9.1%. "
    "In Europe Boreas Kites leads with 30%. Trucks led with 71%. Most trucks are rented. "
    "Cord is the leading material with 40%. "
    "Old Mill Co. led in 2021 with 20%."
)


def told(question: str, text: str = TEXT) -> str | None:
    book = book_of(text, "Kite Market")
    draft = leader(Found(understand(question, book), book))
    return draft.cited[0].quote if draft else None


@pytest.mark.parametrize(
    "question",
    [
        "Who leads the kite market?",
        "top kite supplier and its share?",
        "who's no. 1 in kites",
        "Which company is the largest?",
        "kite market leader + share",
    ],
)
def test_however_it_is_asked_the_sentence_that_says_it_answers(question: str) -> None:
    assert told(question) == "Tankwell leads with 18.6% of the kite market."


def test_the_year_asked_for_is_met() -> None:
    assert told("who led the kite market in 2021?") == "Old Mill Co. led in 2021 with 20%."


@pytest.mark.parametrize("question", ["Who leads in rope?", "Who are the leading players?", "which region leads?"])
def test_other_questions_are_left_to_others(question: str) -> None:
    assert told(question) is None


def test_without_a_sentence_on_the_first_the_largest_share_tells() -> None:
    held = "Aerie Labs held 9.1% of the market in 2024. Tankwell had 18.6% of the market in 2024."
    assert told("who is ahead in kites?", held) == "Tankwell had 18.6% of the market in 2024."


def test_segments_regions_and_materials_are_no_companies() -> None:
    assert (
        told("Who leads the kite market?", "Trucks led with 71%. Europe leads with 40%. Big trucks are rare.") is None
    )


def test_a_company_comes_before_what_may_be_a_material() -> None:
    text = "Polypropylene dominated with 52%. Loomstead Geo was the leading player in 2024 with a share of 12.7%."
    assert told("who is no. 1 in kites, with what share", text) == (
        "Loomstead Geo was the leading player in 2024 with a share of 12.7%."
    )


@pytest.mark.parametrize("question", ["Does Tankwell lead?", "is Aerie Labs still number one?", "Did Aerie Labs lead?"])
def test_whether_somebody_leads_is_answered_with_who_does(question: str) -> None:
    assert told(question) == "Tankwell leads with 18.6% of the kite market."


@pytest.mark.parametrize(
    "said",
    [
        "Largest supplier in 2022: Haozhong Forge, with a share of 11.8%.",
        "The market leader is Haozhong Forge with 11.8%.",
        "The biggest maker of kites was Haozhong Forge, which had 11.8%.",
    ],
)
def test_the_name_may_come_last(said: str) -> None:
    assert told("who is the market leader?", f"Kites fly. {said}") == said


@pytest.mark.parametrize("question", ["Is Bolt Cover the largest insurer?", "Who is the top insurer?"])
def test_who_is_first_by_what_a_market_counts_in_is_first(question: str) -> None:
    first = "Acme Cover is the largest insurer by gross premiums with EUR 1.12 billion in 2024."
    book = book_of(f"{first}\n\nInsurers:\n\n- Acme Cover\n- Bolt Cover\n", "Boat Insurance Market")
    said = leader(Found(understand(question, book), book))
    assert said is not None
    assert said.cited[0].quote == first
