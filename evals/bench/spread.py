"""A number measured several times."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of some measurements, the lowest and the highest."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({self.low:.2f} to {self.high:.2f})"


def spread(values: Sequence[float]) -> Spread:
    """The spread of at least one measurement."""
    return Spread(median(values), min(values), max(values))


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many percent of the values do not exceed, interpolated; of at least one value."""
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]
