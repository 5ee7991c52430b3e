"""The default and a model, both scripted, on the same questions."""

import pytest

from evals.comparison import as_json, compare, table
from evals.library import EvalDesk
from evals.rate import Rate
from evals.run import run
from evals.scored import Scored
from tests.evals.answers import answer, asked, money, question, saying
from tests.evals.learning import tokens

GOOD, BAD = saying("It was USD 11.87 billion."), saying("It was USD 5 billion.")
QUESTIONS = [
    question(figure=[money("11.87")], id=f"q{n}", turns=[f"Question {n}?"], report=f"r{n % 6}") for n in range(24)
] + [question(declined=True, trap="silence", id="trap", turns=["Trap?"])]
DECLINES = answer(status="declined")


def desk(right: set[int]) -> EvalDesk:
    """Answers the questions of some numbers right, and declines the trap when there are any."""
    script = {f"Question {n}?": GOOD if n in right else BAD for n in range(24)}
    script["Trap?"] = DECLINES if right else BAD
    return EvalDesk(lambda turns, report: asked(script[turns[-1]]), {}.get, tokens)


def asked_of(right: set[int]) -> list[Scored]:
    scripted = desk(right)
    return run(QUESTIONS, scripted.ask, scripted.passage_text)


DEFAULT, MODEL = asked_of(set(range(12))), asked_of(set(range(1, 24)))


def test_both_sides_have_every_measure() -> None:
    found = compare("dev", "p:m", DEFAULT, MODEL).ordinary["right"]
    assert (found.default, found.model) == (Rate(12, 24), Rate(23, 24))
    assert found.value == pytest.approx(11 / 24)


def test_the_difference_has_an_interval_from_both_on_the_same_reports() -> None:
    found = compare("dev", "p:m", DEFAULT, MODEL)
    low, high = found.ordinary["right"].interval or (1, 0)
    assert 0 < low < 11 / 24 < high
    assert found.ordinary["right"].is_told_apart
    same = compare("dev", "p:m", DEFAULT, DEFAULT).ordinary["right"]
    assert (same.interval, same.is_told_apart) == ((0, 0), False)


def test_what_only_one_of_them_gets_right_is_named() -> None:
    found = compare("dev", "p:m", DEFAULT, MODEL)
    assert (found.gained, found.lost) == (tuple(f"q{n}" for n in range(12, 24)), ("q0",))


def test_adversarial_questions_are_compared_apart() -> None:
    found = compare("dev", "p:m", asked_of(set()), MODEL).adversarial["declined recall"]
    assert (found.default, found.model, found.interval) == (Rate(0, 1), Rate(1, 1), None)


def test_answers_to_other_questions_are_not_compared() -> None:
    with pytest.raises(ValueError):
        compare("dev", "p:m", DEFAULT, DEFAULT[::-1])


def test_a_reader_and_a_program_get_both_sides() -> None:
    found = compare("dev", "p:m", DEFAULT, MODEL)
    assert "the default beside p:m" in table(found)
    assert "50.0%     95.8%   +45.8 (" in table(found)
    assert "only p:m right 12   only the default 1" in table(found)
    plain = as_json(found)
    assert (plain["model"], plain["gained"], plain["lost"]) == ("p:m", 12, 1)
