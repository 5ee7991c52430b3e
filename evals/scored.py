"""The records of scoring: what asking gave, a score that says why, and a question with all of its scores."""

from dataclasses import dataclass

from bot.answer import Answer
from bot.verify import Rejection
from evals.question import Question


@dataclass(frozen=True, slots=True)
class AskResult:
    """The last answer of a conversation, what its verification rejected, and what it and its query's embedding took."""

    answer: Answer
    rejections: tuple[Rejection, ...] = ()
    took_ms: float = 0.0
    embedding_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """``value`` from 0 to 1, the part of the ``answer`` it is about, and why. ``weight``: of how many it is a mean."""

    value: float
    answer: str
    explanation: str
    weight: int = 1

    @property
    def right(self) -> bool:
        """Whether nothing is missing."""
        return self.value == 1


@dataclass(frozen=True, slots=True)
class Scored:
    """A question with what was answered, the scores that must all be right, and those that are only counted."""

    question: Question
    result: AskResult
    required: dict[str, Score]
    counted: dict[str, Score]

    @property
    def right(self) -> bool:
        """Whether all that was expected holds."""
        return all(score.right for score in self.required.values())

    @property
    def failures(self) -> dict[str, Score]:
        """What was expected and does not hold, and what is wrong with an answer that is right: a figure, a quote."""
        return {name: s for name, s in {**self.required, **self.counted}.items() if not s.right and name != "reason"}
