"""Times answers beside the embedding of the same questions, which is the least a search can cost."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from evals.bench.spread import Spread, percentile, spread
from evals.library import EvalDesk
from evals.meter import Encode
from evals.question import Question
from evals.score import score
from evals.scored import AskResult, Scored


@dataclass(frozen=True, slots=True)
class Timing:
    """One question: its answer, and how long its embedding alone took just before or after."""

    question: Question
    result: AskResult
    alone_ms: float

    @property
    def searched(self) -> bool:
        """Whether passages were searched; what the ledger answers needs no embedding."""
        return self.result.embedding_ms > 0


@dataclass(frozen=True, slots=True)
class Answering:
    """Times in milliseconds.

    ``ratio`` is the p50 of the answers over the p50 of embedding the same questions, by round; ``searched_ratio`` the
    same over the questions that searched passages; ``share`` is the part of all answering that was spent embedding.
    """

    questions: int
    searched: int
    p50_ms: float
    p95_ms: float
    embedding_p50_ms: float
    ratio: Spread
    searched_ratio: Spread
    share: float


def time_answers(questions: Sequence[Question], desk: EvalDesk, rounds: int) -> list[list[Timing]]:
    """Every question asked and embedded in every round, the one first in one round and the other in the next."""
    return [
        [_timing(question, desk, (at + turn) % 2 == 0) for at, question in enumerate(questions)]
        for turn in range(rounds)
    ]


def answering(rounds: Sequence[Sequence[Timing]]) -> Answering:
    """The times of some rounds, at least one, of at least one question."""
    timings = list(chain.from_iterable(rounds))
    took = [timing.result.took_ms for timing in timings]
    searching = [[timing for timing in turn if timing.searched] for turn in rounds]
    return Answering(
        questions=len(rounds[0]),
        searched=len(searching[0]),
        p50_ms=percentile(took, 50),
        p95_ms=percentile(took, 95),
        embedding_p50_ms=percentile([timing.alone_ms for timing in timings], 50),
        ratio=spread([_ratio(turn) for turn in rounds]),
        searched_ratio=spread([_ratio(turn) for turn in searching if turn] or [0.0]),
        share=sum(timing.result.embedding_ms for timing in timings) / sum(took),
    )


def scored(timings: Sequence[Timing], desk: EvalDesk) -> list[Scored]:
    """The answers that were timed, scored."""
    return [score(timing.question, timing.result, desk.passage_text) for timing in timings]


def _timing(question: Question, desk: EvalDesk, answer_first: bool) -> Timing:
    if answer_first:
        result = desk.ask(question.turns, question.report)
        return Timing(question, result, _embedding_ms(question, desk.encode))
    alone_ms = _embedding_ms(question, desk.encode)
    return Timing(question, desk.ask(question.turns, question.report), alone_ms)


def _embedding_ms(question: Question, encode: Encode) -> float:
    started = time.perf_counter()
    encode(question.turns[-1])
    return (time.perf_counter() - started) * 1000


def _ratio(timings: Sequence[Timing]) -> float:
    took = percentile([timing.result.took_ms for timing in timings], 50)
    return took / percentile([timing.alone_ms for timing in timings], 50)
