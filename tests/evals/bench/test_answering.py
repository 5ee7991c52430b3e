import time
from collections.abc import Sequence

import numpy as np
import pytest

from evals.bench.answering import Timing, answering, scored, time_answers
from evals.library import EvalDesk
from evals.scored import AskResult
from ingest.index import Vectors
from tests.evals.answers import asked, money, question, saying

RIGHT = saying("It was USD 11.87 billion in 2025.")


class Desk:
    """Answers at once, and takes down in which order it is asked and embeds."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def ask(self, turns: Sequence[str], report: str | None) -> AskResult:
        self.heard.append(f"ask {turns[-1]}")
        return asked(RIGHT, took_ms=4.0, embedding_ms=2.0)

    def encode(self, text: str) -> Vectors:
        self.heard.append(f"embed {text}")
        time.sleep(0.002)
        return np.zeros(3, dtype=np.float32)


def desk(fake: Desk) -> EvalDesk:
    return EvalDesk(fake.ask, {}.get, fake.encode)


def test_each_question_is_answered_and_embedded_by_turns() -> None:
    fake = Desk()
    time_answers([question(figure=[money("1")], turns=["How big?"])], desk(fake), rounds=2)
    assert fake.heard == ["ask How big?", "embed How big?", "embed How big?", "ask How big?"]


def test_the_embedding_alone_is_timed_beside_the_answer() -> None:
    ((timing,),) = time_answers([question(figure=[money("1")])], desk(Desk()), rounds=1)
    assert timing.alone_ms >= 2
    assert timing.searched


def timing(took_ms: float, embedding_ms: float, alone_ms: float = 2.0) -> Timing:
    result = asked(RIGHT, took_ms=took_ms, embedding_ms=embedding_ms)
    return Timing(question(figure=[money("11.87", period="2025")]), result, alone_ms)


def test_ratios_are_of_medians_by_round_over_all_and_over_those_that_searched() -> None:
    rounds = [
        [timing(1.0, 0.0), timing(1.0, 0.0), timing(8.0, 2.0)],
        [timing(2.0, 0.0), timing(2.0, 0.0), timing(10.0, 4.0)],
    ]
    found = answering(rounds)
    assert (found.questions, found.searched) == (3, 1)
    assert (found.ratio.low, found.ratio.high) == (0.5, 1.0)
    assert (found.searched_ratio.low, found.searched_ratio.high) == (4.0, 5.0)
    assert found.embedding_p50_ms == 2.0
    assert found.share == pytest.approx(6 / 24)


def test_without_a_search_there_is_no_ratio_of_searches() -> None:
    assert answering([[timing(1.0, 0.0)]]).searched_ratio.middle == 0.0


def test_the_answers_that_were_timed_are_scored() -> None:
    (right,) = scored([timing(1.0, 0.0)], desk(Desk()))
    assert right.right
