"""The scores that may not fall, kept in evals/baseline.json."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.scorecard import Rate, Scorecard, rates_of

BASELINE = Path(__file__).with_name("baseline.json")

Baseline = Mapping[str, Mapping[str, Rate]]
"""Rates by split and name."""


def baseline_of(cards: Sequence[Scorecard]) -> Baseline:
    """The rates of some scorecards."""
    return {card.split: rates_of(card) for card in cards}


def write_baseline(baseline: Baseline, file: Path = BASELINE) -> None:
    """Keep a baseline; splits it does not have stay as they are."""
    kept = {**(read_baseline(file) if file.exists() else {}), **baseline}
    file.write_text(json.dumps(as_json(kept), indent=2, sort_keys=True) + "\n", encoding="utf-8")


def read_baseline(file: Path = BASELINE) -> Baseline:
    """The baseline that is kept."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    return {
        split: {name: Rate(rate["hits"], rate["of"]) for name, rate in rates.items()} for split, rates in kept.items()
    }


def as_json(baseline: Baseline) -> dict[str, dict[str, dict[str, float]]]:
    """The same as plain JSON values."""
    return {
        split: {name: {"hits": rate.hits, "of": rate.of, "rate": round(rate.value, 4)} for name, rate in rates.items()}
        for split, rates in baseline.items()
    }


def fallen(now: Baseline, before: Baseline) -> list[str]:
    """A line for each rate of ``before`` that is lower now or is no longer measured, in the splits that were asked."""
    lines = []
    for split in now:
        for name, was in before.get(split, {}).items():
            rate = now[split].get(name)
            if rate is None:
                lines.append(f"{split}: {name} is no longer measured; it was {_shown(was)}")
            elif rate.value < was.value - 1e-9:
                by = f"{was.value - rate.value:.2%}"
                lines.append(f"{split}: {name} fell by {by}, from {_shown(was)} to {_shown(rate)}")
    return lines


def _shown(rate: Rate) -> str:
    return f"{rate.value:.2%} ({rate.hits:g} of {rate.of})"
