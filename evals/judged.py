"""What choosing is worth on reports that it was not fitted to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from evals.question import Question

THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


class Asked(Protocol):
    """An example of a question."""

    @property
    def question(self) -> Question: ...


Example = TypeVar("Example", bound=Asked)


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the probability of what is held likeliest, and whether that is right."""

    question: Question
    silent: bool
    probability: float
    right: bool


def left_out(
    examples: Sequence[Example], folds: int, judges: Callable[[list[Example]], Callable[[Example], Judged]]
) -> Iterator[Judged]:
    """Every question judged by what was fitted without its report: ``judges`` fits to some and judges one."""
    reports = sorted({each.question.report or "" for each in examples})
    for fold in (frozenset(reports[n::folds]) for n in range(folds)):
        judge = judges([each for each in examples if each.question.report not in fold])
        yield from (judge(each) for each in examples if each.question.report in fold)


def table(results: Sequence[Judged]) -> str:
    """What answering from each probability on gives: of answerable questions, and of those that nothing answers."""
    silent = [each for each in results if each.silent]
    asked = [each for each in results if not each.silent]
    lines = [f"{len(asked)} questions with an answer, {len(silent)} without", "from   right   wrong   answered in vain"]
    for least in THRESHOLDS:
        given = [each for each in asked if each.probability >= least]
        right, vain = sum(each.right for each in given), sum(each.probability >= least for each in silent)
        shares = (right / max(len(asked), 1), (len(given) - right) / max(len(asked), 1), vain / max(len(silent), 1))
        lines.append(f"{least:.2f}  " + "  ".join(f"{share:6.1%}" for share in shares))
    return "\n".join(lines)
