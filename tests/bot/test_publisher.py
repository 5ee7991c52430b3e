"""What is asked of the publisher is told from what is asked of the market."""

import pytest

from bot.publisher import errand, is_of_sale
from tests.bot.handoff import Labelled, labelled, scores

QUESTIONS = labelled()
TUNED = [each for each in QUESTIONS if not each.held_out]
HELD_OUT = [each for each in QUESTIONS if each.held_out]


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("Where can I buy this report?", "sale"),
        ("Can I get a quote?", "sale"),
        ("How much does the report cost?", "price"),
        ("How soon will I receive the report?", "delivery"),
        ("May I quote your figures in a presentation?", "delivery"),
        ("Can I talk to someone?", "person"),
        ("please call me back", "person"),
        ("how big is the market?", None),
        ("How much does the US buy?", None),
        ("What is the size of the contact center market?", None),
    ],
)
def test_what_is_asked_of_the_publisher_is_of_a_sort(question: str, sort: str | None) -> None:
    assert errand(question) == sort


def test_the_questions_are_many_and_half_of_them_are_traps() -> None:
    assert len(QUESTIONS) == len({each.text for each in QUESTIONS}) >= 290
    assert len(HELD_OUT) >= 95
    assert {each.language for each in HELD_OUT} == {"en", "de", "fr", "es", "ar"}
    assert 0.45 < sum(not each.of_publisher for each in QUESTIONS) / len(QUESTIONS) < 0.55


@pytest.mark.parametrize("question", TUNED, ids=[each.text for each in TUNED])
def test_what_was_tuned_on_is_told_apart(question: Labelled) -> None:
    assert question.is_taken_so == question.of_publisher


def test_what_was_held_out_is_told_apart_as_docs_leads_says() -> None:
    precision, recall = scores(HELD_OUT)
    assert precision >= 0.97
    assert recall >= 0.9


@pytest.mark.parametrize(
    "text",
    ["The site licence costs USD 5,000.", "An enterprise license is USD 7,950.", "The PDF edition is USD 3,200."],
)
def test_a_kind_of_licence_that_reports_are_sold_by_is_of_the_sale(text: str) -> None:
    assert is_of_sale(text, "", "Licences")


def test_a_licence_of_what_a_market_sells_is_not() -> None:
    assert not is_of_sale("An enterprise licence of the scheduling software costs USD 40.", "", "Software prices")
    assert not is_of_sale("A licence costs USD 40.", "", "Software prices")


@pytest.mark.parametrize(
    ("heading", "is_so"),
    [
        ("Licence options", True),
        ("License types and pricing", True),
        ("Choose your licence type", True),
        ("Buy this report", True),
        ("Licence fees", False),
        ("Pricing and subscription models", False),
        ("Licence options of scheduling software", False),
    ],
)
def test_a_heading_over_what_a_report_is_sold_for_is_told_from_one_of_a_market(heading: str, is_so: bool) -> None:
    assert is_of_sale("One desk USD 4,350; five desks USD 6,200.", "", heading) == is_so
