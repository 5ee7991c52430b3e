"""What is measured of some answers: a rate for each measure, of all of them and report by report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.rate import Rate
from evals.scored import Scored

REQUIRED = {
    "figure": "figure",
    "list recall": "list recall",
    "list precision": "list precision",
    "contains": "contains",
    "cited": "cited right",
}
COUNTED = {
    "no wrong figure": "no wrong figure",
    "no false rejection": "no false rejection",
    "grounded": "figures grounded",
    "verbatim": "verbatim",
    "reason": "reason of declining",
}


def measures(scored: Sequence[Scored]) -> dict[str, Rate]:
    """Each measure that some of the answers have. Higher is better in all of them."""
    rates = {"right": right(scored)}
    rates |= {title: _pooled(scored, name) for name, title in (REQUIRED | COUNTED).items()}
    telling = [s for s in scored if s.question.is_declined is not None]
    declined = [s for s in telling if s.result.answer.status == "declined"]
    silent = [s for s in telling if s.question.is_declined]
    rates["declined precision"] = _share(declined, lambda s: bool(s.question.is_declined))
    rates["declined recall"] = _share(silent, lambda s: s.result.answer.status == "declined")
    return {name: rate for name, rate in rates.items() if rate.of}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of some questions, each counted once: ``right``, ``declined`` though there is an answer, or
    ``otherwise``: answered, and not as expected."""

    right: Rate
    otherwise: Rate
    declined: Rate

    def named(self) -> dict[str, Rate]:
        """The three rates by their names."""
        return {"right": self.right, "otherwise": self.otherwise, "declined": self.declined}


def outcomes(scored: Sequence[Scored]) -> Outcomes:
    """How many are right, how many declined that should not be, and how many answered otherwise."""
    missed = [s for s in scored if not s.right]
    declined = sum(s.result.answer.status == "declined" for s in missed)
    return Outcomes(right(scored), Rate(len(missed) - declined, len(scored)), Rate(declined, len(scored)))


def measures_by_report(scored: Sequence[Scored]) -> dict[str, dict[str, Rate]]:
    """Of each measure its rate on each report; questions to the whole library are a report of their own, ""."""
    found = {report: measures(some) for report, some in grouped(scored, lambda s: [s.question.report or ""]).items()}
    return {name: {report: rates.get(name, Rate(0, 0)) for report, rates in found.items()} for name in measures(scored)}


def right(scored: Sequence[Scored]) -> Rate:
    """The answers of which all that is expected holds."""
    return _share(scored, lambda s: s.right)


def grouped(scored: Iterable[Scored], groups: Callable[[Scored], Iterable[str]]) -> Mapping[str, list[Scored]]:
    """The answers of each group, groups in order."""
    members: dict[str, list[Scored]] = {}
    for each in scored:
        for group in groups(each):
            members.setdefault(group, []).append(each)
    return {group: members[group] for group in sorted(members)}


def _share(scored: Sequence[Scored], holds: Callable[[Scored], bool]) -> Rate:
    return Rate(sum(map(holds, scored)), len(scored))


def _pooled(scored: Iterable[Scored], name: str) -> Rate:
    """Over everything the scores are means of: every item of every list, not every list."""
    found = [score for s in scored if (score := (s.required | s.counted).get(name))]
    return Rate(round(sum(score.value * score.weight for score in found), 6), sum(score.weight for score in found))
