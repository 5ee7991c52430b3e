"""Which passages are evidence."""

from typing import Any

import pytest

from evals.question import Question
from evals.retrieval.relevance import inside, is_asked_of, relevant
from tests.bot.beehives import beehives


def question(expect: dict[str, Any], kind: str = "figure", **more: object) -> Question:
    """A question about the report on beehives."""
    given = {"id": "q", "report": "beehives", "split": "dev", "kind": kind, "turns": ["?"], "expect": expect, **more}
    return Question.model_validate(given)


def money(value: str, period: str = "", scale: str = "1e6", currency: str = "USD") -> dict[str, Any]:
    """The gold of a size."""
    figure = {"value": value, "scale": scale, "kind": "money", "currency": currency, "period": period}
    return {"figure": [figure]}


def texts(asked: Question) -> list[str]:
    """The beginnings of the passages that are evidence."""
    found = relevant(asked, beehives())
    return [passage.text[:24] for passage in beehives().passages if passage.number in found]


SIZE, EUROPE = "The beehive monitoring m", "Region: Europe; 2023: 15"


@pytest.mark.parametrize(
    ("gold", "evidence"),
    [
        (money("468.0", "2024"), [SIZE]),
        (money("0.468", "2024", scale="1e9"), [SIZE]),
        (money("468.0", "2023"), []),
        (money("468.0", "2024", currency="EUR"), []),
        (money("468.0", "2024", scale="1e9"), []),
        (money("176.0", "2024"), [EUROPE]),
        (money("176.0", "2030"), []),
        (money("176.0"), [EUROPE]),
    ],
)
def test_a_figure_is_stated_with_its_unit_and_its_period(gold: dict[str, Any], evidence: list[str]) -> None:
    assert texts(question(gold)) == evidence


def test_a_share_is_no_amount() -> None:
    percent = {"figure": [{"value": "41.0", "kind": "percent", "period": "2024"}]}
    assert texts(question(percent)) == ["Scales led the market in"]
    assert texts(question(money("41.0", "2024", scale="1"))) == []


def test_of_alternatives_and_of_several_figures_one_is_enough() -> None:
    both = {"figure": [money("176.0", "2024")["figure"], *money("412.5", "2023")["figure"]]}
    assert texts(question(both)) == [SIZE, EUROPE]


def test_words_are_found_in_the_passage_that_is_to_be_cited() -> None:
    expect = {"contains": [["coverage", "colony"]]}
    assert texts(question(expect, "explanation")) == ["Falling colony numbers d", "Weak rural coverage is t"]
    assert texts(question(expect, "explanation", must_cite=["mast"])) == ["Weak rural coverage is t"]


def test_names_are_found_however_they_are_spelled() -> None:
    expect = {"items": [["Apiscan"], ["Drone and Daughters"]]}
    assert texts(question(expect, "list")) == ["The companies profiled i"]


@pytest.mark.parametrize(
    ("asked", "is_counted"),
    [
        (question(money("468.0")), True),
        (question({"contains": ["coverage"]}, "explanation"), True),
        (question({"declined": True}, "unanswerable"), False),
        (question({"contains": ["Ines Varga"]}, "contact"), False),
        (question(money("468.0"), turns=["How big was it?", "And in 2024?"]), False),
        (question(money("468.0"), report=None), False),
        (question(money("468.0"), trap="year"), False),
        (question({"figure": [{**money("55.5")["figure"][0], "calculated": True}]}, "calculation"), False),
    ],
)
def test_questions_count_that_a_passage_of_one_report_can_answer(asked: Question, is_counted: bool) -> None:
    assert is_asked_of(asked) == is_counted


def test_the_quantities_of_a_row_are_those_of_its_cells() -> None:
    (row,) = [passage for passage in beehives().passages if passage.text.startswith(EUROPE)]
    assert [quantity.text for quantity in inside(row, beehives())] == ["158.0", "176.0", "350.1"]
