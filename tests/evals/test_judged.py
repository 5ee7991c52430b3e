"""Each report is judged by what was fitted to the others."""

from collections.abc import Callable

from evals.examples import Example
from evals.judged import Judged, left_out, table
from tests.evals.learning import telling


def test_no_report_is_judged_by_what_was_fitted_to_it() -> None:
    def judges(kept: list[Example]) -> Callable[[Example], Judged]:
        reports = {each.question.report for each in kept}

        def judge(example: Example) -> Judged:
            assert example.question.report not in reports
            return Judged(example.question, example.is_silent, 0.9, True)

        return judge

    examples = [telling(n, n % 3 != 0) for n in range(30)]
    results = list(left_out(examples, 3, judges))
    assert len(results) == 30
    assert "20 questions with an answer, 10 without" in table(results)


def test_a_threshold_parts_what_is_answered_from_what_is_not() -> None:
    asked = telling(1, True).question
    rows = table([Judged(asked, False, 0.95, True), Judged(asked, False, 0.6, False), Judged(asked, True, 0.85, False)])
    last = rows.splitlines()[-1].split()
    assert last == ["0.90", "50.0%", "0.0%", "0.0%"]
