"""Questions for what is made of several figures, taken apart."""

import pytest

from bot.taken_apart import Apart, taken_apart
from tests.bot.accounts import accounts


@pytest.mark.parametrize(
    ("question", "apart"),
    [
        (
            "combined profit of Drives, Pumps and Valves in 2024?",
            Apart("sum", ("profit of Drives in 2024", "profit of Pumps in 2024", "profit of Valves in 2024")),
        ),
        (
            "Sum of the heads employed in Norte and Sul at the end of 2024",
            Apart("sum", ("heads employed in Norte at the end of 2024", "heads employed in Sul at the end of 2024")),
        ),
        (
            "What was the gross margin in Q2 2025?",
            Apart("share", ("gross profit in Q2 2025", "total revenue in Q2 2025")),
        ),
        (
            "Drives EBITDA margin 2024 in %",
            Apart("share", ("Drives EBITDA 2024", "Drives total revenue 2024")),
        ),
        (
            "gap between Drives and Pumps in operating profit, 2024",
            Apart("difference", ("of Drives in operating profit 2024", "of Pumps in operating profit 2024")),
        ),
        (
            "price gap between petrol and diesel 2024",
            Apart("difference", ("price of petrol 2024", "price of diesel 2024")),
        ),
        (
            "How much more profit did Drives make than Pumps in 2024?",
            Apart("difference", ("profit of Drives make in 2024", "profit of Pumps in 2024")),
        ),
        (
            "reduction in inventories from March to June 2025",
            Apart("difference", ("inventories at the end of March 2025", "inventories at the end of June 2025")),
        ),
        (
            "By how much did inventories rise from year-end to June 30, 2025?",
            Apart("difference", ("inventories at the end of 2024", "inventories at the end of June 30, 2025")),
        ),
        (
            "Share of Pumps in total operating profit in 2024?",
            Apart("share", ("operating profit of Pumps in 2024", "total operating profit in 2024"), "Pumps"),
        ),
        (
            "Pumps' share of operating profit in 2024",
            Apart("share", ("operating profit of Pumps in 2024", "total operating profit in 2024"), "Pumps"),
        ),
        (
            "what % of operating profit came from Pumps in 2024",
            Apart("share", ("operating profit of Pumps in 2024", "total operating profit in 2024"), "Pumps"),
        ),
        (
            "Pumps as a percentage of operating profit 2024",
            Apart("share", ("operating profit of Pumps 2024", "total operating profit 2024"), "Pumps"),
        ),
        (
            "Germany's share of EU production 2024",
            Apart("share", ("production of Germany 2024", "total EU production 2024"), "Germany"),
        ),
    ],
)
def test_a_question_asks_for_each_operand(question: str, apart: Apart) -> None:
    assert apart in list(taken_apart(question, accounts()))


@pytest.mark.parametrize(
    "question",
    [
        "What was the operating profit of Pumps in 2024?",
        "By how many percent did inventories rise from March to June 2025?",  # no amount
        "profit of Drives and Pumps in 2024",  # of each
    ],
)
def test_other_questions_are_whole(question: str) -> None:
    assert list(taken_apart(question, accounts())) == []
