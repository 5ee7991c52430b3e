"""Trains the model that reads the likeliest figures closer: how their texts meet the question."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from bot.clues import Array
from bot.interaction import MEANING, Interaction, Meeting, Told, meeting_of
from bot.odds import Numbers, shortlist
from evals.examples import Flags
from ingest.embed import Tokens

ROUNDS = 8
"""Times every question is seen."""

BATCH = 16
"""Questions a step."""

FAST, SLOW = 2e-3, 4e-4
"""Highest rates of learning: of what starts at nothing, and of what starts from the encoder's own vectors."""

DECAY = 0.02

MORE_RIGHT = 3
"""Right figures that are learned from though they are not among the likeliest by their clues."""


class Taught(Protocol):
    """A question with what may answer it, of which some are right: none may be."""

    @property
    def asked(self) -> Tokens: ...
    @property
    def clues(self) -> Array: ...
    @property
    def right(self) -> Flags: ...
    @property
    def told(self) -> tuple[Told, ...]: ...
    @property
    def is_of_use(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question with the numbers of what is read closer."""

    example: Taught
    short: Numbers


def train(examples: Sequence[Taught], first: Array, seed: int = 0) -> Interaction:
    """The model under which what is right is likeliest; ``first``: weights of the clues by which the few are chosen."""
    lessons = [_lesson(each, first) for each in examples if each.is_of_use]
    torch.manual_seed(seed)
    model = Interaction(len(first), _axes(lessons))
    with torch.no_grad():
        model.straight.weight[0, : len(first)] = torch.from_numpy(first)
    slow = [model.meaning, *model.role.parameters(), *model.wanted.parameters()]
    learn = learning(model, slow, (SLOW, FAST), ROUNDS * max(1, len(lessons) // BATCH))
    for batch in _batches(lessons, np.random.default_rng(seed)):
        learn(-torch.stack(list(_log_chances(model, batch))).mean())
    return model.eval()


def learning(
    model: nn.Module, slow: Sequence[nn.Parameter], rates: tuple[float, float], steps: int
) -> Callable[[Tensor], None]:
    """Learns from one loss after the other: at the highest ``rates`` of what is ``slow`` and of all else."""
    fast = [each for each in model.parameters() if not any(each is other for other in slow)]
    optimizer = torch.optim.AdamW([{"params": list(slow)}, {"params": fast}], lr=rates[1], weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, list(rates), total_steps=steps + 1)

    def learn(loss: Tensor) -> None:
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()

    return learn


def scores(model: Interaction, example: Taught, short: Numbers) -> Array:
    """The scores of a question's figures that are read closer."""
    with torch.inference_mode():
        found = model(*_input([Lesson(example, short)]))
    return np.asarray(found.numpy(), dtype=np.float64)


def _lesson(example: Taught, first: Array) -> Lesson:
    ranked = example.clues @ first
    right = np.flatnonzero(example.right)
    best = right[np.argsort(-ranked[right], kind="stable")][:MORE_RIGHT]
    return Lesson(example, np.union1d(shortlist(ranked), best))


def _axes(lessons: Sequence[Lesson]) -> NDArray[np.float32]:
    """The directions in which tokens differ most, shape (d, MEANING)."""
    texts = {id(told.tokens): told.tokens.vectors for each in lessons[:200] for told in each.example.told}
    _, _, axes = np.linalg.svd(np.concatenate(list(texts.values())[:400]), full_matrices=False)
    return np.ascontiguousarray(axes[:MEANING].T, dtype=np.float32)


def _batches(lessons: Sequence[Lesson], rng: np.random.Generator) -> Iterator[list[Lesson]]:
    for _ in range(ROUNDS):
        order = rng.permutation(len(lessons))
        for start in range(0, max(1, len(order) - BATCH + 1), BATCH):
            yield [lessons[at] for at in order[start : start + BATCH]]


def _log_chances(model: Interaction, batch: Sequence[Lesson]) -> Iterator[Tensor]:
    """Of each question, the logarithm of the chance given to what is right: to none, where nothing is."""
    scored = model(*_input(batch))
    for lesson, own in zip(batch, torch.split(scored, [len(each.short) for each in batch]), strict=True):
        right = torch.from_numpy(lesson.example.right[lesson.short])
        chances = torch.log_softmax(torch.cat([own, own.new_zeros(1)]), 0)
        yield torch.logsumexp(chances[:-1][right], 0) if right.any() else chances[-1]


def _input(lessons: Sequence[Lesson]) -> tuple[Meeting, Tensor]:
    asked = [each.example.asked for each in lessons for _ in each.short]
    told = [each.example.told[at] for each in lessons for at in each.short]
    clues = np.concatenate([each.example.clues[each.short] for each in lessons])
    return meeting_of(asked, told), torch.from_numpy(clues.astype(np.float32))
