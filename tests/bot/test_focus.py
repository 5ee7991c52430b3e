"""What "it" means behind "which one is largest?"."""

import pytest

from bot.focus import focused
from tests.bot.beehives import asked, beehives


@pytest.mark.parametrize(
    ("question", "place"),
    [("Which region is the largest?", "Europe"), ("Which region is growing fastest?", "Asia-Pacific")],
)
def test_it_is_the_place_that_was_named(question: str, place: str) -> None:
    after = focused(asked(question), beehives())
    assert after is not None
    assert (after.kind, after.places) == ("figure", (place,))


def test_it_is_the_part_of_the_market_that_was_named() -> None:
    after = focused(asked("Which product grows fastest?"), beehives())
    assert after is not None
    assert [word.text for word in after.words] == ["Acoustic", "sensors"]


def test_other_questions_keep_their_subject() -> None:
    question = asked("How big is Europe in 2024?")
    assert focused(question, beehives()) is question
    assert focused(None, beehives()) is None
