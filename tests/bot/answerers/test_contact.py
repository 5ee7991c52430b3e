"""The person to ask, and what the report says of its own sale."""

import pytest

from bot.answerers.contact import front_evidence
from tests.bot.beehives import answer, beehives, kinds_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How much does the report cost?", "USD 3,450"),
        ("In what format is it delivered?", "PDF"),
        ("How soon will I receive the report?", "within two working days"),
        ("Who can I contact?", "Ines Varga"),
        ("email", "ines.varga@meadow.example"),
        ("Where can I buy this report?", "Ines Varga"),
    ],
)
def test_what_is_known_is_said_and_the_person_is_named(question: str, said: str) -> None:
    verified = answer(question)
    assert verified.status == "answered"
    assert said in verified.text
    assert "handoff" in kinds_of(verified.blocks)


def test_a_way_to_reach_the_person_that_is_not_there_is_not_made_up() -> None:
    verified = answer("What is the phone number of Ines Varga?")
    assert verified.status == "declined"
    assert "no phone number" in verified.text


def test_front_matter_is_cited_verbatim() -> None:
    evidence = front_evidence(beehives())
    assert evidence.quote in beehives().front_matter
    assert evidence.passage == "beehives:front"
