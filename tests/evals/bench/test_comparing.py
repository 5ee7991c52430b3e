from evals.bench.comparing import standing
from evals.score import score
from evals.scored import Scored
from tests.evals.answers import asked, money, question, saying


def scored(text: str, took_ms: float) -> Scored:
    return score(question(figure=[money("11.87", period="2025")]), asked(saying(text), took_ms=took_ms), {}.get)


def test_a_standing_counts_what_is_right_and_what_is_a_wrong_figure() -> None:
    found = standing(
        [scored("USD 11.87 billion in 2025.", 1), scored("It was USD 5 billion.", 2), scored("It grew.", 3)]
    )
    assert (found.questions, found.right, found.wrong_figures) == (3, 1, 1)
    assert (found.figure_questions, found.figures_right) == (3, 1)
    assert found.p50_ms == 2


def test_questions_without_a_figure_are_no_figure_questions() -> None:
    silent = score(question(declined=True), asked(saying("It grew.")), {}.get)
    assert standing([silent]).figure_questions == 0
