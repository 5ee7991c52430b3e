"""Tells kinds of questions apart."""

import pytest

from tests.bot.beehives import asked

KINDS = {
    "figure": (
        "By what factor does the market grow until 2030?",
        "How long is the waiting time for scales?",
        "how far do radio modules reach",
        "How big is the market?",
        "market size 2024",
        "size 2030?",
        "What is the CAGR?",
        "How fast will acoustic sensors grow?",
        "What share did Europe have in 2024?",
        "How much will it grow between 2024 and 2030?",
        "How many companies are profiled?",
        "scales 2030",
        "The market was worth USD 500 million in 2024, right?",
    ),
    "series": (
        "Show the market size over the years",
        "Plot the market size by year",
        "How did the market size develop?",
        "How have sales in Europe changed?",
        "How has the market evolved?",
    ),
    "list": (
        "Who are the key players?",
        "companies",
        "List the end users",
        "What regions are covered?",
        "How is the market segmented?",
        "Name the regions the study splits revenue into.",
        "regions, please",
    ),
    "superlative": (
        "Which region is the largest?",
        "Which product grows fastest?",
        "The largest region is Europe, right?",
        "Europe is the largest region?",
        "Is Europe the largest region?",
        "Scales grew fastest, right?",
    ),
    "coverage": (
        "Does it cover Germany?",
        "Is France covered?",
        "Are hobby keepers part of it?",
        "Is Nectarworks among the companies?",
        "Does the report mention batteries?",
    ),
    "about": (
        "What is the base year?",
        "What is the forecast period?",
        "Who published this report?",
        "When was it published?",
    ),
    "explanation": (
        "Why is the market growing?",
        "What effect do batteries have?",
        "How do radio modules help?",
        "What is beehive monitoring?",
        "biggest worry of the keepers?",
        "What hurts keepers most?",
    ),
    "contact": (
        "How do I buy the report?",
        "How much does the report cost?",
        "Who can I contact?",
        "In what format is it delivered?",
    ),
    "working": ("How did you get that?", "What is the formula?", "Where does that come from?"),
    "small talk": ("Hi", "thanks!", "Who are you?", "bye"),
    "personal": ("Should I invest in Broodline?", "Write me a poem"),
    "empty": ("?", "tell me"),
}


@pytest.mark.parametrize(("kind", "question"), [(kind, text) for kind, texts in KINDS.items() for text in texts])
def test_a_question_is_of_its_kind(kind: str, question: str) -> None:
    assert asked(question).kind == kind


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("Which region is the largest?", "largest"),
        ("Which region grows fastest?", "fastest"),
        ("Which region is the smallest?", "smallest"),
        ("Hello!", "greeting"),
        ("Thank you", "thanks"),
        ("Who are you?", "about"),
        ("What is the base year?", "base year"),
        ("Who is the publisher?", "publisher"),
        ("How much does the report cost?", "price"),
        ("How soon will I receive the report?", "delivery"),
        ("What is beehive monitoring?", "definition"),
    ],
)
def test_variants_of_a_kind_are_told_apart(question: str, aspect: str) -> None:
    assert asked(question).aspect == aspect


def test_the_leading_players_are_a_list_not_a_superlative() -> None:
    assert asked("Who are the leading players?").kind == "list"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What gross premiums did life insurance bring in during 2024?", "figure"),
        ("What were the expenses in 2024?", "figure"),
        ("What are the expenses?", "list"),
    ],
)
def test_sums_of_a_time_are_figures(text: str, kind: str) -> None:
    assert asked(text).kind == kind
