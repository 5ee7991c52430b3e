from evals.measures import grouped, measures, measures_by_report, right
from evals.rate import Rate
from evals.score import score
from evals.scored import Scored
from tests.evals.answers import answer, asked, money, question, saying

GOLD = money("11.87")


def scored(text: str, **own: object) -> Scored:
    return score(question(figure=[GOLD], **own), asked(saying(text)), {}.get)


GOOD, BAD = "It was USD 11.87 billion.", "It was USD 5 billion."
SOME = [scored(GOOD, report="a"), scored(BAD, report="a"), scored(GOOD, report=None)]


def test_only_what_was_asked_for_is_measured() -> None:
    found = measures(SOME)
    assert (found["right"], found["figure"]) == (Rate(2, 3), Rate(2, 3))
    assert "contains" not in found
    assert measures([]) == {}


def test_measures_of_reports_add_up_to_those_of_all() -> None:
    silent = score(question(declined=True, report="b"), asked(answer(status="declined")), {}.get)
    found = measures_by_report([*SOME, silent])
    assert found["figure"] == {"": Rate(1, 1), "a": Rate(1, 2), "b": Rate(0, 0)}
    assert found["declined recall"] == {"": Rate(0, 0), "a": Rate(0, 0), "b": Rate(1, 1)}


def test_groups_are_in_order_and_may_overlap() -> None:
    found = grouped(SOME, lambda s: ["z", s.question.report or "any"])
    assert list(found) == ["a", "any", "z"]
    assert [right(some) for some in found.values()] == [Rate(1, 2), Rate(1, 1), Rate(2, 3)]
