"""The same questions are asked of a library whoever asks."""

from evals.scale.fiction import library
from evals.scale.run import ASKED_OF, all_asked


def test_questions_are_about_reports_of_the_library() -> None:
    made = list(library(120))
    asked, sought = all_asked(made)
    ids = {each.id for each in made}
    assert len(asked) == ASKED_OF and {one.report for each in asked for one in each} <= ids
    assert {one.report for one in sought} <= ids and len(sought) == 3 * ASKED_OF
    assert all(each[0].way == "market" for each in asked)
