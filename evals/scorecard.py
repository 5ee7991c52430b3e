"""Adds scores up: rates with their intervals, by kind, report and tag, as a table for readers and as JSON."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from evals.scored import Scored

NORMAL_95 = 1.959964


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` of ``of``; hits may be a fraction where a score is one."""

    hits: float
    of: int

    @property
    def value(self) -> float:
        """The share, 1 of nothing."""
        return self.hits / self.of if self.of else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% confidence interval of Wilson, JASA 22 (1927): it holds for few cases and for shares near 0 and 1."""
        if not self.of:
            return 0.0, 1.0
        n, share, z = self.of, self.value, NORMAL_95
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Rates of a split by measure ("figure"), and of right answers by group ("kind list"). Times in milliseconds.

    ``times_embedding``: the median answer that searched passages, as a multiple of its own question's embedding.
    """

    split: str
    measures: dict[str, Rate]
    groups: dict[str, Rate]
    wrong_figures: tuple[str, ...]
    rejections: int
    p50_ms: float
    p95_ms: float
    times_embedding: float


_REQUIRED = {
    "figure": "figure",
    "list recall": "list recall",
    "list precision": "list precision",
    "contains": "contains",
    "cited": "cited right",
}
_COUNTED = {
    "no wrong figure": "no wrong figure",
    "no false rejection": "no false rejection",
    "grounded": "figures grounded",
    "verbatim": "verbatim",
    "reason": "reason of declining",
}


def scorecard(split: str, scored: Sequence[Scored]) -> Scorecard:
    """The scorecard of one split's answers, at least one."""
    times = sorted(s.result.took_ms for s in scored)
    percentiles = quantiles(times, n=20, method="inclusive") if len(times) > 1 else [times[0]] * 19
    return Scorecard(
        split=split,
        measures=_measures(scored),
        groups=_groups(scored),
        wrong_figures=tuple(s.question.id for s in scored if not s.counted["no wrong figure"].right),
        rejections=sum(len(s.result.rejections) for s in scored),
        p50_ms=percentiles[9],
        p95_ms=percentiles[18],
        times_embedding=_times_embedding(scored),
    )


def _times_embedding(scored: Sequence[Scored]) -> float:
    searched = [s.result for s in scored if s.result.embedding_ms]
    return median(result.took_ms / result.embedding_ms for result in searched) if searched else 0.0


def _measures(scored: Sequence[Scored]) -> dict[str, Rate]:
    rates = {"right": _share(scored, lambda s: s.right)}
    rates |= {title: _pooled(scored, name) for name, title in (_REQUIRED | _COUNTED).items()}
    telling = [s for s in scored if s.question.is_declined is not None]
    declined = [s for s in telling if s.result.answer.status == "declined"]
    silent = [s for s in telling if s.question.is_declined]
    rates["declined precision"] = _share(declined, lambda s: bool(s.question.is_declined))
    rates["declined recall"] = _share(silent, lambda s: s.result.answer.status == "declined")
    return {name: rate for name, rate in rates.items() if rate.of}


def _share(scored: Sequence[Scored], holds: Callable[[Scored], bool]) -> Rate:
    return Rate(sum(map(holds, scored)), len(scored))


def _pooled(scored: Iterable[Scored], name: str) -> Rate:
    """Over everything the scores are means of: every item of every list, not every list."""
    found = [score for s in scored if (score := (s.required | s.counted).get(name))]
    return Rate(round(sum(score.value * score.weight for score in found), 6), sum(score.weight for score in found))


def _groups(scored: Sequence[Scored]) -> dict[str, Rate]:
    members: dict[str, list[Scored]] = {}
    for s in scored:
        asked = s.question
        for group in (f"kind {asked.kind}", f"report {asked.report or 'any'}", *(f"tag {tag}" for tag in asked.tags)):
            members.setdefault(group, []).append(s)
    return {group: _share(members[group], lambda s: s.right) for group in sorted(members)}


def table(card: Scorecard) -> str:
    """The scorecard for a terminal."""
    lines = [f"{card.split}: {card.measures['right'].of} questions", ""]
    lines += [_line(name, rate) for name, rate in card.measures.items()]
    lines += ["", "right by"]
    lines += [_line(group, rate) for group, rate in card.groups.items()]
    lines += ["", f"wrong figures {len(card.wrong_figures)}   rejected by verification {card.rejections}"]
    times = f"{card.times_embedding:.2f} times its embedding where it searches"
    return "\n".join([*lines, f"answer p50 {card.p50_ms:.1f} ms   p95 {card.p95_ms:.1f} ms   {times}"])


def _line(name: str, rate: Rate) -> str:
    low, high = rate.interval
    return f"  {name:<52} {rate.value:7.1%}   {low:6.1%} to {high:6.1%}   {rate.hits:g} of {rate.of}"


def rates_of(card: Scorecard) -> dict[str, Rate]:
    """What a baseline keeps: the measures, and the right ones of each kind. Higher is better in all of them."""
    return card.measures | {group: rate for group, rate in card.groups.items() if group.startswith("kind ")}
