from evals.failures import failure_list
from evals.score import score
from evals.scored import Scored
from tests.evals.answers import asked, money, question, saying, sources


def scored(text: str, **own: object) -> Scored:
    answered = saying(text)
    return score(question(figure=[money("11.87", period="2025")], **own), asked(answered), sources(answered))


def test_a_failure_says_question_gold_answer_and_why() -> None:
    shown = failure_list([scored("It was USD 5 billion.")])
    for part in ("r-figure-01", "How big is it?", "USD 11.87", "[answered] It was USD 5 billion [1].", "not stated"):
        assert part in shown


def test_right_answers_are_not_listed() -> None:
    assert failure_list([scored("It was USD 11.87 billion in 2025.")]) == ""


def test_long_answers_are_cut() -> None:
    assert "x" * 297 + "..." in failure_list([scored("x" * 400)])


def test_failures_of_the_test_split_are_counted_and_never_shown() -> None:
    shown = failure_list([scored("It was USD 5 billion.", split="test"), scored("No.", split="test")])
    assert shown == "2 failures of the test split, which nobody may read"


def test_what_verification_rejected_is_listed_even_of_right_answers() -> None:
    right = asked(saying("It was USD 11.87 billion in 2025."), ["It grew by 5%."])
    shown = failure_list([score(question(figure=[money("11.87", period="2025")]), right, {}.get)])
    assert "rejected: of a test <- It grew by 5%." in shown
