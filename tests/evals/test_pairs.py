"""Questions with the pairs of figures of their report."""

from evals.pairs import PairExample, asks_to_calculate, may_be_calculated, pair_example
from evals.question import Question
from tests.bot.makers import book
from tests.evals.learning import figure, question

BOOK = book()


def asked(text: str, **expect: object) -> Question:
    return question(1, "calculation", **expect).model_copy(update={"turns": (text,)})


def example(text: str, **expect: object) -> PairExample:
    found = pair_example(asked(text, **expect), lambda report: BOOK)
    assert found is not None
    return found


def test_a_pair_that_comes_to_the_gold_is_right() -> None:
    gold = [{"value": "200", "scale": "1e6", "kind": "money", "currency": "USD", "calculated": True}]
    found = example("How much more did Europe sell than Asia in 2024?", figure=gold)
    assert found.right.any()
    assert not found.right.all()
    assert found.is_of_use
    assert sorted(n for group in found.groups for n in group) == list(range(len(found.right)))


def test_growth_is_worked_out_apart_from_the_bot() -> None:
    gold = [{"value": "11.11", "kind": "percent", "calculated": True}]
    assert example("By how many percent did Europe grow in 2024?", figure=gold).right.any()


def test_a_published_figure_teaches_silence() -> None:
    found = example("How much did Europe sell in 2024?", figure=figure("5"))
    assert found.is_silent
    assert not found.right.any()
    assert found.is_of_use


def test_who_asks_for_words_teaches_nothing() -> None:
    assert pair_example(asked("Why do owners buy steel widgets?", contains=["cold"]), lambda report: BOOK) is None
    assert not asks_to_calculate(question(1, figure=figure()))
    assert may_be_calculated(question(1, figure=figure()))
    assert not may_be_calculated(question(1, figure=[*figure("5"), *figure("6")]))
