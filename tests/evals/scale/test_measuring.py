"""What was found is counted as it was asked for."""

from types import SimpleNamespace
from typing import cast

import pytest

from bot.answer import Answer
from evals.scale.asking import Asked
from evals.scale.measuring import Aim, aim, is_right, resident_mb, times


def test_aim_counts_the_first_and_the_first_five() -> None:
    assert aim([0, 0, 4, 5, None]) == Aim(first=2, among_five=3, of=5)


def test_times_are_the_median_and_the_slowest_but_five_in_a_hundred() -> None:
    found = times([float(number) for number in range(101)])
    assert (found.p50, found.p95) == (50.0, 95.0)


@pytest.mark.parametrize(
    ("text", "report", "right"),
    [("USD 4.20 billion", "kites", True), ("USD 4.20", "tides", False), ("4.2", "kites", False)],
)
def test_a_right_answer_tells_the_figure_and_cites_the_report(text: str, report: str, right: bool) -> None:
    answer = cast(Answer, SimpleNamespace(text=text, citations=[SimpleNamespace(report=report)]))
    assert is_right(answer, Asked("?", "kites", "4.20", "market")) is right


def test_memory_is_told_where_the_system_tells_it() -> None:
    held = resident_mb()
    assert held is None or held > 10
