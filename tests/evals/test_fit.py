"""Weights are fitted to what is right, and judged on reports left out."""

from bot.clues import CLUES
from evals.fit import fitted, judged, table
from tests.evals.learning import telling


def test_what_tells_right_from_wrong_weighs_most() -> None:
    weights = fitted([telling(n, n % 2 == 0) for n in range(40)])
    assert weights[CLUES.index("own")] == max(weights)
    assert weights[CLUES.index("constant")] < 0


def test_reports_left_out_are_judged_right() -> None:
    results = list(judged([telling(n, n % 3 != 0) for n in range(60)]))
    assert len(results) == 60
    assert all(each.right for each in results if each.question.kind == "figure")
    assert "40 questions with a figure, 20 without" in table(results)
