"""What a turn points at is written out."""

import pytest

from bot.resolved import resolved
from tests.bot.beehives import asked, beehives


@pytest.mark.parametrize(
    ("turn", "before", "written"),
    [
        ("no, I meant 2030", "How big is the market in 2024?", "2030"),
        ("sorry, Europe not North America", "How big is North America in 2024?", "and Europe?"),
        ("not North America, Europe", "How big is North America in 2024?", "and Europe?"),
        ("oops, thermometers i meant", "Revenue of scales in 2024?", "and thermometers?"),
        ("ok, then the year before", "How big is the market in 2024?", "then the year before"),
        ("not the forecast, the actual one", "How big is the market in 2030?", "and in 2024?"),
        ("and now?", "How big is Europe in 2030?", "and in 2024?"),
        ("really?", "How big is the market in 2024?", "Are you sure?"),
        ("what was that figure again?", "How big is the market in 2024?", "Are you sure?"),
        ("can you repeat that please", "How big is the market in 2024?", "Are you sure?"),
        ("what about the second one?", "Which region is the largest?", "what about North America?"),
        ("and the latter?", "Germany and France in 2024?", "and France?"),
    ],
)
def test_corrections_times_and_names(turn: str, before: str, written: str) -> None:
    assert resolved(turn, asked(before), beehives()) == written


def test_the_former_is_what_was_asked_of_first() -> None:
    previous = asked("And Asia-Pacific?", "How big is Europe in 2024?")
    assert resolved("how fast does the former grow?", previous, beehives()) == "how fast does Europe grow?"


@pytest.mark.parametrize(
    "turn",
    [
        "No. of companies?",
        "Which segment is not the largest?",
        "and the second half of 2024?",
        "what about the third one?",  # of two
        "Europe, not Japan",  # nobody spoke of Japan
        "sorry, which regions are covered?",
        "thanks!",
    ],
)
def test_other_turns_stay_as_they_are(turn: str) -> None:
    assert resolved(turn, asked("And France?", "How big is Germany in 2024?"), beehives()) == turn


def test_nothing_is_pointed_at_without_a_question_before() -> None:
    assert resolved("no, I meant 2030", None, beehives()) == "no, I meant 2030"
