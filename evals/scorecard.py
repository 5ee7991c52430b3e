"""Adds scores up: rates with intervals, by kind, report and tag, traps and conversations apart, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from evals.bootstrap import by_report
from evals.measures import Outcomes, grouped, measures, measures_by_report, outcomes, right
from evals.rate import Interval, Rate
from evals.scored import Scored


@dataclass(frozen=True, slots=True)
class Tally:
    """Rates by measure ("figure") with their intervals from a bootstrap over ``reports``, where there is one."""

    measures: dict[str, Rate]
    by_report: dict[str, Interval]
    reports: int
    wrong_figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The ordinary questions of a split, the adversarial ones and the conversations; rates of right answers by group
    ("kind list") of the first, rates by measure of each trap of the second, what came of each act of the third. Times
    in milliseconds, of all questions.

    ``times_embedding``: the median answer that searched passages, as a multiple of its own question's embedding.
    """

    split: str
    ordinary: Tally
    adversarial: Tally
    conversations: Tally
    groups: dict[str, Rate]
    traps: dict[str, dict[str, Rate]]
    acts: dict[str, Outcomes]
    rejections: int
    p50_ms: float
    p95_ms: float
    times_embedding: float

    @property
    def measures(self) -> dict[str, Rate]:
        """The rates of the ordinary questions."""
        return self.ordinary.measures

    @property
    def wrong_figures(self) -> tuple[str, ...]:
        """The ids of the ordinary questions answered with a wrong figure."""
        return self.ordinary.wrong_figures


def scorecard(split: str, scored: Sequence[Scored]) -> Scorecard:
    """The scorecard of one split's answers, at least one."""
    times = sorted(s.result.took_ms for s in scored)
    percentiles = quantiles(times, n=20, method="inclusive") if len(times) > 1 else [times[0]] * 19
    ordinary = [s for s in scored if not (s.question.trap or s.question.act)]
    conversations = [s for s in scored if s.question.act]
    adversarial = [s for s in scored if s.question.trap]
    traps = grouped(adversarial, lambda s: [s.question.trap or ""])
    return Scorecard(
        split=split,
        ordinary=tally(ordinary),
        adversarial=tally(adversarial),
        conversations=tally(conversations),
        groups={group: right(some) for group, some in grouped(ordinary, _groups).items()},
        traps={trap: measures(some) for trap, some in traps.items()},
        acts={
            act: outcomes(some) for act, some in grouped(conversations, lambda s: [s.question.act or "", ""]).items()
        },
        rejections=sum(len(s.result.rejections) for s in scored),
        p50_ms=percentiles[9],
        p95_ms=percentiles[18],
        times_embedding=_times_embedding(scored),
    )


def tally(scored: Sequence[Scored]) -> Tally:
    """The rates of some answers, and how far off they may be."""
    parts = {name: list(rates.values()) for name, rates in measures_by_report(scored).items()}
    intervals = {name: interval for name, rates in parts.items() if (interval := by_report(rates))}
    reports = {s.question.report for s in scored if s.question.report}
    wrong = tuple(s.question.id for s in scored if not s.counted["no wrong figure"].right)
    return Tally(measures(scored), intervals, len(reports), wrong)


def _times_embedding(scored: Sequence[Scored]) -> float:
    searched = [s.result for s in scored if s.result.embedding_ms]
    return median(result.took_ms / result.embedding_ms for result in searched) if searched else 0.0


def _groups(scored: Scored) -> list[str]:
    asked = scored.question
    return [f"kind {asked.kind}", f"report {asked.report or 'any'}", *(f"tag {tag}" for tag in asked.tags)]


def table(card: Scorecard) -> str:
    """The scorecard for a terminal."""
    lines = [*_tally(f"{card.split}", card.ordinary), *_tally(f"{card.split}, adversarial", card.adversarial)]
    lines += [*_tally(f"{card.split}, conversations", card.conversations), *_acts(acts_shown(card))]
    lines += [_line(f"{trap}: {name}", rate) for trap, rates in card.traps.items() for name, rate in _told(rates)]
    lines += ["", "right by"]
    lines += [_line(group, rate) for group, rate in card.groups.items()]
    wrong, adversarial = len(card.ordinary.wrong_figures), len(card.adversarial.wrong_figures)
    lines += ["", f"wrong figures {wrong}, adversarial {adversarial}   rejected by verification {card.rejections}"]
    times = f"{card.times_embedding:.2f} times its embedding where it searches"
    return "\n".join([*lines, f"answer p50 {card.p50_ms:.1f} ms   p95 {card.p95_ms:.1f} ms   {times}"])


def acts_shown(card: Scorecard) -> dict[str, Outcomes]:
    """What came of each act, "" of all; of the test split of all only: nobody reads which of its questions fail."""
    return {act: found for act, found in card.acts.items() if not act or card.split != "test"}


TOLD_OF_TRAPS = ("right", "declined precision", "declined recall", "no wrong figure")
"""Measures of each trap that are shown."""


def _acts(acts: dict[str, Outcomes]) -> list[str]:
    """All three outcomes of all conversations, and what is right of each act."""
    told = [
        _line(f"{act or 'all'}: {name}", rate)
        for act, found in acts.items()
        for name, rate in found.named().items()
        if name == "right" or not act
    ]
    return [*told, ""] if told else []


def _told(rates: dict[str, Rate]) -> list[tuple[str, Rate]]:
    return [(name, rates[name]) for name in TOLD_OF_TRAPS if name in rates]


def _tally(title: str, found: Tally) -> list[str]:
    if not found.measures:
        return []
    intervals = "95% by Wilson, and drawn by report where there are brackets"
    head = f"{title}: {found.measures['right'].of} questions on {found.reports} reports   {intervals}"
    return [head, "", *(_line(name, rate, found.by_report.get(name)) for name, rate in found.measures.items()), ""]


def _line(name: str, rate: Rate, drawn: Interval | None = None) -> str:
    low, high = rate.interval
    beside = f"[{drawn[0]:.1%} to {drawn[1]:.1%}]" if drawn else ""
    return f"  {name:<52} {rate.value:7.1%}   {low:6.1%} to {high:6.1%}   {beside:<18} {rate.hits:g} of {rate.of}"


def intervals_of(card: Scorecard) -> dict[str, dict[str, Interval | None]]:
    """Of each rate a baseline keeps both intervals, where it has them."""
    drawn = card.ordinary.by_report | {
        f"{title} {name}": found for title, of in _apart(card).items() for name, found in of.by_report.items()
    }
    return {name: {"wilson": rate.interval, "by_report": drawn.get(name)} for name, rate in rates_of(card).items()}


def rates_of(card: Scorecard) -> dict[str, Rate]:
    """What a baseline keeps: the measures, the right ones of each kind, and the measures of those counted apart. Higher
    is better in all of them."""
    kinds = {group: rate for group, rate in card.groups.items() if group.startswith("kind ")}
    apart = {f"{title} {name}": rate for title, of in _apart(card).items() for name, rate in of.measures.items()}
    return card.measures | kinds | apart


def _apart(card: Scorecard) -> dict[str, Tally]:
    return {"adversarial": card.adversarial, "conversation": card.conversations}
