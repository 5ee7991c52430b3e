"""Weights are fitted to what is right, and judged on reports left out."""

import numpy as np

from bot.clues import CLUES
from evals.fit import Example, example, fitted, is_of_use, is_unpublished, judged, table
from evals.question import Question
from tests.bot.books import book_of


def question(number: int, kind: str = "figure", **expect: object) -> Question:
    facts = {"id": f"q{number}", "report": f"r{number % 7}", "split": "dev", "kind": kind, "turns": ["How many?"]}
    return Question.model_validate({**facts, "expect": expect or {"declined": True}})


def figure(value: str = "5", calculated: bool = False) -> list[dict[str, object]]:
    return [{"value": value, "kind": "number", "calculated": calculated}]


def telling(number: int, right: bool) -> Example:
    """Of two figures the one whose own words are asked for is right, or neither is."""
    clues = np.zeros((2, len(CLUES)))
    clues[:, CLUES.index("constant")] = 1
    clues[0, CLUES.index("own")] = float(right)
    asked = question(number, figure=figure()) if right else question(number, "unanswerable")
    return Example(asked, clues, np.array([right, False]))


def test_what_tells_right_from_wrong_weighs_most() -> None:
    weights = fitted([telling(n, n % 2 == 0) for n in range(40)])
    assert weights[CLUES.index("own")] == max(weights)
    assert weights[CLUES.index("constant")] < 0


def test_reports_left_out_are_judged_right() -> None:
    results = list(judged([telling(n, n % 3 != 0) for n in range(60)]))
    assert len(results) == 60
    assert all(each.right for each in results if each.question.kind == "figure")
    assert "40 questions with a figure, 20 without" in table(results)


def test_a_calculated_figure_is_published_nowhere() -> None:
    assert is_unpublished(question(1, figure=figure(calculated=True)))
    assert not is_unpublished(question(1, figure=figure()))
    assert not is_of_use(question(1, figure=[*figure("5"), *figure("6")]))


def test_an_example_knows_its_gold() -> None:
    book = book_of("Acme sells 38 sorts of widget. Bolt sells 5 sorts of widget.")
    found = example(question(1, figure=figure("38")), book, lambda text, texts: [0.0] * len(texts))
    assert found.right.sum() == 1
