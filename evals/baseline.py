"""The scores that may not fall, kept in evals/baseline.json.

Both ways: a score that falls fails `make test`, and so do questions that are not those the baseline was made of. A
score that rises is told, and `python -m evals --write-baseline` keeps it, so that from then on it may not fall either.
Speed has a tolerance, and so has whatever one answer in thousands can move: the embedding rounds differently from one
processor to another, and of the 4,779 questions of the dev split one was seen to be answered with a figure less.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.question import Question
from evals.rate import Rate
from evals.scorecard import Scorecard, rates_of
from evals.scored import Scored

BASELINE = Path(__file__).with_name("baseline.json")

SLOWEST = 3.0
"""An answer that searches may take this many times its embedding, or half as much again as the baseline's if that is
more: beside other work on one machine the multiple of the same code was 1.1 to 2.1, for embedding slows down most."""

ROUNDED = 1
"""So many more misses of a rate are told from a fall by nobody: the same code had them on another processor."""

NONE_MAY_COME = ("no wrong figure", "figures grounded", "no false rejection", "verbatim")
"""Rates whose misses are faults, of ordinary questions and of those counted apart: not one more may come, however many
questions there are."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a split: the rates, the digest of its questions, and answers as a multiple of their embedding."""

    rates: Mapping[str, Rate]
    questions: str
    times_embedding: float


Baseline = Mapping[str, Kept]
"""What is kept, by split."""


def kept_of(card: Scorecard, scored: Sequence[Scored]) -> Kept:
    """What a baseline keeps of a scorecard and the answers it is of."""
    return Kept(rates_of(card), digest(s.question for s in scored), round(card.times_embedding, 2))


def digest(questions: Iterable[Question]) -> str:
    """SHA-256 of questions and gold, in whatever order."""
    lines = sorted(question.model_dump_json() for question in questions)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def write_baseline(baseline: Baseline, file: Path = BASELINE) -> None:
    """Keep a baseline; splits it does not have stay as they are."""
    kept = {**(read_baseline(file) if file.exists() else {}), **baseline}
    file.write_text(json.dumps(as_json(kept), indent=2, sort_keys=True) + "\n", encoding="utf-8")


def read_baseline(file: Path = BASELINE) -> Baseline:
    """The baseline that is kept."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    return {
        split: Kept(
            {name: Rate(rate["hits"], rate["of"]) for name, rate in part["rates"].items()},
            part["questions"],
            part["times_embedding"],
        )
        for split, part in kept.items()
    }


def as_json(baseline: Baseline) -> dict[str, dict[str, object]]:
    """The same as plain JSON values."""
    return {
        split: {
            "rates": {
                name: {"hits": rate.hits, "of": rate.of, "rate": round(rate.value, 4)}
                for name, rate in part.rates.items()
            },
            "questions": part.questions,
            "times_embedding": part.times_embedding,
        }
        for split, part in baseline.items()
    }


def fallen(now: Baseline, before: Baseline) -> list[str]:
    """A line for each score of ``before`` that is worse now or no longer measured, in the splits that were asked."""
    return [
        f"{split}: {line}" for split, part in now.items() if split in before for line in _worse(part, before[split])
    ]


def risen(now: Baseline, before: Baseline) -> list[str]:
    """A line for each score that is better now."""
    return [
        f"{split}: {name} rose from {_shown(was)} to {_shown(rate)}"
        for split, part in now.items()
        if split in before
        for name, rate in part.rates.items()
        if (was := before[split].rates.get(name)) and rate.value > was.value + 1e-9
    ]


def _worse(now: Kept, before: Kept) -> list[str]:
    lines = []
    if now.questions != before.questions:
        lines.append("the questions or their gold are not those of the baseline")
    for name, was in before.rates.items():
        lines += _fallen_rate(name, was, now.rates.get(name))
    if now.times_embedding > max(SLOWEST, 1.5 * before.times_embedding):
        was_slow, is_slow = before.times_embedding, now.times_embedding
        lines.append(f"an answer that searches takes {is_slow:g} times its embedding; it was {was_slow:g}")
    return lines


def _fallen_rate(name: str, was: Rate, rate: Rate | None) -> list[str]:
    if rate is None:
        return [f"{name} is no longer measured; it was {_shown(was)}"]
    more = (rate.of - rate.hits) - (was.of - was.hits)
    if name.removeprefix("adversarial ").removeprefix("conversation ") in NONE_MAY_COME:
        return [f"{name}: its misses rose from {was.of - was.hits:g} to {rate.of - rate.hits:g}"] if more > 0 else []
    if rate.value < was.value - 1e-9 and more > ROUNDED:
        return [f"{name} fell by {was.value - rate.value:.2%}, from {_shown(was)} to {_shown(rate)}"]
    return []


def _shown(rate: Rate) -> str:
    return f"{rate.value:.2%} ({rate.hits:g} of {rate.of})"
