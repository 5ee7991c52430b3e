"""What a question takes for granted."""

import pytest

from bot.answerers.premise import claimed_measure, premise, says
from ingest.quantity.reports import read_quantities
from tests.bot.beehives import answer, asked, found


@pytest.mark.parametrize(
    "question",
    [
        "The CAGR is 13.2%, right?",
        "Is Europe worth USD 176.0 million in 2024?",
        "The market was worth USD 468 million in 2024, correct?",
    ],
)
def test_a_true_premise_is_confirmed(question: str) -> None:
    verified = answer(question)
    assert verified.text.startswith("Yes")
    assert verified.citations


@pytest.mark.parametrize(
    ("question", "published"),
    [
        ("The CAGR is 19%, right?", "13.2%"),
        ("The market was worth USD 500 million in 2024, right?", "USD 468.0 million"),
        ("The report says Europe had USD 200 million in 2024, correct?", "USD 176.0 million"),
        ("Is it true that scales had a share of 55% in 2024?", "41.0%"),
    ],
)
def test_a_false_premise_is_denied_with_what_the_report_says(question: str, published: str) -> None:
    verified = answer(question)
    assert verified.text.startswith("No")
    assert published in verified.text


def test_a_question_without_a_claim_has_no_premise() -> None:
    assert premise(found("How big is the market in 2024?")) is None


@pytest.mark.parametrize(
    ("published", "claim", "said"),
    [
        ("USD 468.0 million", "USD 468 million", True),
        ("USD 468.0 million", "USD 500 million", False),
        ("13.2%", "13%", True),
        ("13.2%", "14%", False),
        ("USD 468.0 million", "EUR 468.0 million", False),
    ],
)
def test_a_claim_may_be_rounded_and_no_more(published: str, claim: str, said: bool) -> None:
    assert says(read_quantities(published)[0], read_quantities(claim)[0]) is said


def test_a_claimed_number_can_only_be_of_measures_of_its_kind() -> None:
    (claim,) = asked("The CAGR is 19%, right?").claims
    assert claimed_measure("cagr", claim) == "cagr"
    assert claimed_measure("size", claim) == "growth"


def test_a_fall_that_is_told_before_it_is_asked_why_is_denied() -> None:
    text = answer("The market shrank in 2024, why?").text
    assert text.startswith("No, the report does not say that the market falls")
