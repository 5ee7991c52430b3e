"""Two bots on the same questions, side by side: the default, and one whose answers a language model words."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.bootstrap import of_difference
from evals.measures import measures, measures_by_report
from evals.rate import Interval, Rate
from evals.scored import Scored


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure of the default's answers and of the model's; ``interval``: of how much higher the model's rate is, from
    a bootstrap in which both are drawn on the same reports, None of too few."""

    default: Rate
    model: Rate
    interval: Interval | None

    @property
    def value(self) -> float:
        """How much higher the model's rate is."""
        return self.model.value - self.default.value

    @property
    def is_told_apart(self) -> bool:
        """Whether the interval leaves out that both are the same."""
        return self.interval is not None and not self.interval[0] <= 0 <= self.interval[1]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every measure of a split's ordinary questions, of its adversarial ones and of its conversations on both
    sides. ``gained`` are the questions that only the model gets right, ``lost`` those that only the default does."""

    split: str
    model: str
    ordinary: dict[str, Difference]
    adversarial: dict[str, Difference]
    conversations: dict[str, Difference]
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def compare(split: str, model: str, default: Sequence[Scored], other: Sequence[Scored]) -> Comparison:
    """The answers of both to the same questions, in the same order."""
    pairs = list(zip(default, other, strict=True))
    if any(one.question != two.question for one, two in pairs):
        raise ValueError("the two were not asked the same questions")
    ordinary = [pair for pair in pairs if not (pair[0].question.trap or pair[0].question.act)]
    adversarial = [pair for pair in pairs if pair[0].question.trap]
    conversations = [pair for pair in pairs if pair[0].question.act]
    return Comparison(
        split,
        model,
        _differences(ordinary),
        _differences(adversarial),
        _differences(conversations),
        tuple(one.question.id for one, two in pairs if two.right and not one.right),
        tuple(one.question.id for one, two in pairs if one.right and not two.right),
    )


def _differences(pairs: Sequence[tuple[Scored, Scored]]) -> dict[str, Difference]:
    default, model = ([pair[side] for pair in pairs] for side in (0, 1))
    parts = measures_by_report(default), measures_by_report(model)
    rates = measures(default), measures(model)
    return {
        name: Difference(
            rates[0][name],
            rates[1][name],
            of_difference(list(parts[0][name].values()), list(parts[1][name].values())),
        )
        for name in rates[0]
        if name in rates[1]
    }


def table(found: Comparison) -> str:
    """The comparison for a terminal."""
    lines = [f"{found.split}: the default beside {found.model}; the difference with its 95% interval, reports drawn"]
    for title, differences in (("", found.ordinary), ("adversarial ", found.adversarial)):
        lines += [_line(f"{title}{name}", difference) for name, difference in differences.items()]
    return "\n".join([*lines, f"  only {found.model} right {len(found.gained)}   only the default {len(found.lost)}"])


def _line(name: str, found: Difference) -> str:
    apart = "   *" if found.is_told_apart else ""
    return f"  {name:<34} {found.default.value:7.1%}   {found.model.value:7.1%}   {difference(found)}{apart}"


def difference(found: Difference) -> str:
    """How much higher the model's rate is, in percentage points, with its interval."""
    if not found.interval:
        return f"{100 * found.value:+.1f}"
    low, high = found.interval
    return f"{100 * found.value:+.1f} ({100 * low:+.1f} to {100 * high:+.1f})"


def as_json(found: Comparison) -> dict[str, object]:
    """The same as plain JSON values."""
    return {
        "model": found.model,
        "ordinary": {name: _plain(difference) for name, difference in found.ordinary.items()},
        "adversarial": {name: _plain(difference) for name, difference in found.adversarial.items()},
        "gained": len(found.gained),
        "lost": len(found.lost),
    }


def _plain(found: Difference) -> dict[str, object]:
    sides = {
        side: {"hits": rate.hits, "of": rate.of} for side, rate in (("default", found.default), ("model", found.model))
    }
    return {**sides, "difference": found.value, "interval": found.interval}
