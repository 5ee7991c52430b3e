from collections.abc import Iterator

import numpy as np

from bot.answer import Answer
from bot.desk import PassageView, ReportInfo, Step
from bot.evidence import Draft, Paragraph, Sentence
from bot.verify import verify
from evals.meter import Meter
from evals.run import asking, passages_of, run
from tests.evals.answers import money, question, saying

HEARD = list[tuple[str, str | None, str | None]]


class ParrotBot:
    """Answers every question with itself, in the conversation "c"; embeds it and has a sentence rejected each time."""

    def __init__(self, meter: Meter | None = None) -> None:
        self.heard: HEARD = []
        self.meter = meter or Meter()
        self.encode = self.meter.timing(lambda text: np.zeros(3, dtype=np.float32))

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        self.heard.append((question, report, conversation))
        self.encode(question)
        self.meter.see(verify(Draft((Paragraph((Sentence(f"{question} 5%."),)),))))
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
    result = asking(bot, Meter())(["How big?", "And in 2030?"], "r")
    assert bot.heard == [("How big?", "r", None), ("And in 2030?", "r", "c")]
    assert result.answer.text == "And in 2030? [1]"
    assert result.took_ms > 0


def test_only_the_last_turn_is_watched() -> None:
    meter = Meter()
    result = asking(ParrotBot(meter), meter)(["a", "b", "c"], None)
    assert [rejection.sentence for rejection in result.rejections] == ["c 5%."]
    assert 0 < result.embedding_ms < result.took_ms


def test_passages_are_opened_by_address() -> None:
    passage_text = passages_of(ParrotBot())
    assert passage_text("r:p1") == "All of it."
    assert passage_text("r:p2") is None


def test_every_question_is_asked_and_scored_in_order() -> None:
    bot = ParrotBot()
    questions = [question(id=name, figure=[money("1")]) for name in "ab"]
    assert [scored.question.id for scored in run(questions, asking(bot, bot.meter), passages_of(bot))] == ["a", "b"]
