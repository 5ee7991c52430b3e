"""Several who watch, and what is watched."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.answer import Answer
from bot.watch import NOBODY, Watch, Watches, reports_of, stepped
from tests.bot.fakes import DECLINED, FIGURE, REPORT


class Diary(Watch):
    """Writes down what it is shown."""

    def __init__(self, name: str, said: list[str]) -> None:
        self._name = name
        self._said = said

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self._said.append(f"{self._name} begins {name}")
        yield
        self._said.append(f"{self._name} ends {name}")

    def answered(self, question: str, answer: Answer) -> None:
        self._said.append(f"{self._name} read {question}")


def test_all_are_shown_it_and_the_first_holds_longest() -> None:
    said: list[str] = []
    watch = Watches([Diary("a", said), Watch(), Diary("b", said)])
    with watch.step("verify"):
        watch.answered("How big?", FIGURE)
    assert said == [
        "a begins verify", "b begins verify", "a read How big?", "b read How big?", "b ends verify", "a ends verify",
    ]  # fmt: skip


def test_a_step_is_watched_and_gives_what_the_function_gives() -> None:
    said: list[str] = []
    assert stepped(Diary("a", said), "retrieve", lambda number: number + 1)(2) == 3
    assert said == ["a begins retrieve", "a ends retrieve"]


def test_where_nobody_watches_the_function_is_the_function() -> None:
    assert stepped(NOBODY, "retrieve", len) is len


def test_an_answers_reports_are_those_it_cites() -> None:
    assert reports_of(FIGURE) == (REPORT.id,)
    assert reports_of(DECLINED.model_copy(update={"citations": ()})) == ()
