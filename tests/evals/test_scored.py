from evals.scored import Score, Scored
from tests.evals.answers import asked, question, saying

RIGHT, WRONG = Score(1.0, "", "said"), Score(0.5, "half", "not said")


def scored(required: dict[str, Score], counted: dict[str, Score]) -> Scored:
    return Scored(question(declined=False), asked(saying("It grew.")), required, counted)


def test_an_answer_is_right_when_all_that_is_required_is() -> None:
    assert scored({"figure": RIGHT, "cited": RIGHT}, {"verbatim": WRONG}).right
    assert not scored({"figure": RIGHT, "cited": WRONG}, {}).right


def test_failures_are_what_is_wrong_of_both_kinds_but_for_the_reason() -> None:
    failing = scored({"figure": RIGHT, "cited": WRONG}, {"verbatim": WRONG, "reason": WRONG}).failures
    assert set(failing) == {"cited", "verbatim"}
