"""The conversations that are kept: enough of each act, on reports and on the library, each split on its own reports."""

import pytest

from evals.question import QUESTIONS, Act, Question, Split, load_questions
from tests.evals.answers import question

FEWEST = {"dev": 80, "test": 50}


def conversations(split: Split) -> list[Question]:
    return [question for question in load_questions(QUESTIONS, [split]) if question.act]


@pytest.mark.parametrize("split", ["dev", "test"])
def test_there_are_enough_of_two_to_five_turns(split: Split) -> None:
    found = conversations(split)
    assert len(found) >= FEWEST[split]
    assert all(1 < len(each.turns) <= 5 for each in found)
    assert any(each.report is None for each in found)


def test_every_act_is_tried() -> None:
    assert {question.act for question in conversations("dev")} | {"reply"} == set(Act.__args__)


def test_what_the_report_does_not_have_must_be_declined() -> None:
    found = [each for split in ("dev", "test") for each in conversations(split) if each.act == "absent"]
    assert all(each.expect.declined for each in found)


@pytest.mark.parametrize("more", [{"trap": "year", "turns": ["a", "b"]}, {"turns": ["a"]}])
def test_an_act_is_of_several_turns_and_no_trap(more: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="an act is of a conversation"):
        question(declined=True, act="time", **more)
