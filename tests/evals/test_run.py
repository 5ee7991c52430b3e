from collections.abc import Iterator

from bot.answer import Answer
from bot.desk import PassageView, ReportInfo, Step
from evals.run import asking, passages_of, run
from tests.evals.answers import money, question, saying

HEARD = list[tuple[str, str | None, str | None]]


class ParrotBot:
    """Answers every question with itself, in the conversation "c", and rejects one sentence a time."""

    def __init__(self) -> None:
        self.heard: HEARD = []

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        self.heard.append((question, report, conversation))
        return saying(question)

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        yield self.ask(question, report, conversation)

    def reports(self) -> list[ReportInfo]:
        return []

    def passage(self, address: str) -> PassageView | None:
        known = PassageView(address="r:p1", report="r", title="R", heading=(), text="All of it.", start=0, end=3)
        return known if address == known.address else None


def test_turns_are_asked_in_one_conversation_and_the_last_is_answered() -> None:
    bot = ParrotBot()
    result = asking(bot)(["How big?", "And in 2030?"], "r")
    assert bot.heard == [("How big?", "r", None), ("And in 2030?", "r", "c")]
    assert result.answer.text == "And in 2030?"
    assert result.took_ms > 0


def test_only_the_rejections_of_the_last_turn_count() -> None:
    bot = ParrotBot()
    assert asking(bot, lambda: len(bot.heard))(["a", "b", "c"], None).rejections == 1


def test_passages_are_opened_by_address() -> None:
    passage_text = passages_of(ParrotBot())
    assert passage_text("r:p1") == "All of it."
    assert passage_text("r:p2") is None


def test_every_question_is_asked_and_scored_in_order() -> None:
    bot = ParrotBot()
    questions = [question(id=name, figure=[money("1")]) for name in "ab"]
    assert [scored.question.id for scored in run(questions, asking(bot), passages_of(bot))] == ["a", "b"]
