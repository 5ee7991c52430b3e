"""Who comes behind the leader, in the report's own sentence."""

import pytest

from bot.answerers.leader import leader
from bot.answerers.runner_up import runner_up
from bot.retrieve import Found
from bot.understand import understand
from ingest.domain import Section
from tests.bot.books import book_of

SAID = (
    "Skyline Kites Ltd. led with 17.3% in 2024, followed by Windward GmbH with 13.8%. In 2019 Windward was ahead of"
    " Skyline. Windward employs 90 people.\nThe companies profiled are:\n\n- Skyline Kites Ltd.\n- Windward GmbH"
    "\n- Zephyr Inc."
)
BOOK = book_of("Kites fly.", "Kite Market", sections=(Section(("Companies",), SAID, "a.md"),))


def told(question: str) -> list[str]:
    draft = runner_up(Found(understand(question, BOOK), BOOK))
    return [each.quote for each in draft.cited] if draft else []


@pytest.mark.parametrize(
    "question",
    [
        "Who is the runner-up?",
        "who comes second behind Skyline?",
        "Which is the second largest company?",
        "who is number two",
        "next biggest player?",
    ],
)
def test_the_sentence_that_names_both_is_told(question: str) -> None:
    found = told(question)
    assert found
    assert found[0].startswith("Skyline Kites Ltd. led with 17.3% in 2024")


@pytest.mark.parametrize("question", ["Who leads the market?", "Who makes kites?", "Who is second in stunt kites?"])
def test_who_is_first_and_who_is_second_in_a_part_is_left_to_others(question: str) -> None:
    assert told(question) == []


def test_who_leads_is_not_told_to_who_asks_for_the_second() -> None:
    assert leader(Found(understand("Who is the second largest company?", BOOK), BOOK)) is None
