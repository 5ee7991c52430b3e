"""A share of so many, and how far off it may be."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

NORMAL_95 = 1.959964

Interval = tuple[float, float]
"""From and to, both shares."""


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
    def interval(self) -> Interval:
        """The 95% score interval of Wilson, "Probable inference", JASA 22 (1927), pp. 209-212: it holds for few cases
        and for shares near 0 and 1 (Brown, Cai and DasGupta, Statistical Science 16 (2001), pp. 101-133).

        Fractional hits go in as they are: scores from 0 to 1 with a mean of p vary by no more than p(1 - p), as yes and
        no do (Bhatia and Davis, American Mathematical Monthly 107 (2000), pp. 353-357), so that the interval is then
        too wide and never too narrow. It takes the cases for independent; ``evals.bootstrap`` does not.
        """
        if not self.of:
            return 0.0, 1.0
        n, share, z = self.of, self.value, NORMAL_95
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


def pooled(rates: Iterable[Rate]) -> Rate:
    """Some rates as one."""
    found = list(rates)
    return Rate(round(sum(rate.hits for rate in found), 6), sum(rate.of for rate in found))
