"""How high the evidence stands in what a search finds, over many questions."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.bootstrap import by_report, of_difference
from evals.rate import Interval, Rate

FEW = 5
"""Passages that are read: evidence behind them counts as not found."""


@dataclass(frozen=True, slots=True)
class Place:
    """The rank of the first passage that is evidence for a question on a report, None where none was found, and how
    long the search took beside the embedding of the question."""

    report: str
    rank: int | None
    took_ms: float


Gain = Callable[[Place], float]
"""What a question's place is worth, 0 to 1."""


def hit(most: int) -> Gain:
    """1 where one of the first ``most`` passages is evidence."""
    return lambda place: float(place.rank is not None and place.rank <= most)


def reciprocal(place: Place) -> float:
    """1 over the rank, the mean of which is the MRR: Voorhees, "The TREC-8 question answering track report", 1999."""
    return 1 / place.rank if place.rank else 0.0


MEASURES: dict[str, Gain] = {"hit@1": hit(1), f"hit@{FEW}": hit(FEW), "MRR": reciprocal}


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found for the questions of a split, in their order."""

    places: tuple[Place, ...]

    def rate(self, gain: Gain) -> Rate:
        """The mean over all questions."""
        return Rate(sum(map(gain, self.places)), len(self.places))

    def interval(self, gain: Gain) -> Interval | None:
        """Its 95% interval, reports drawn."""
        return by_report(self._parts(gain))

    def gain_over(self, other: "Found", gain: Gain) -> tuple[float, Interval | None]:
        """How much higher the mean is than that of another search of the same questions, and the 95% interval of that,
        reports drawn."""
        difference = self.rate(gain).value - other.rate(gain).value
        return difference, of_difference(other._parts(gain), self._parts(gain))

    @property
    def median_ms(self) -> float:
        """How long half of the searches took at most."""
        return statistics.median(place.took_ms for place in self.places)

    def _parts(self, gain: Gain) -> list[Rate]:
        reports: dict[str, list[float]] = {}
        for place in self.places:
            reports.setdefault(place.report, []).append(gain(place))
        return [Rate(sum(gains), len(gains)) for gains in reports.values()]


def rank_of(found: Sequence[int], evidence: frozenset[int]) -> int | None:
    """The rank of the first passage that is evidence, from 1."""
    return next((rank for rank, number in enumerate(found, start=1) if number in evidence), None)
