"""How far off a rate may be when the questions on one report are right and wrong together: reports are drawn, not
questions.

The percentile interval of the cluster bootstrap (Davison and Hinkley, Bootstrap Methods and their Application, 1997,
section 3.8; Field and Welsh, JRSS B 69 (2007), pp. 369-390): as many reports as there are, drawn with replacement, and
each with all of its questions. With two dozen reports it is still somewhat too narrow (Cameron, Gelbach and Miller,
Review of Economics and Statistics 90 (2008), pp. 414-427).
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from evals.rate import Interval, Rate, pooled

DRAWS, SEED = 10_000, 1927

FEWEST = 5
"""Of fewer reports an interval would tell nothing."""

Parts = Sequence[Rate]
"""A rate on each report; of a report without such cases 0 of 0."""

Values = NDArray[np.float64]


def by_report(parts: Parts) -> Interval | None:
    """The 95% interval of a rate; None of too few reports, and where all or none are hits: no draw could differ."""
    if _few([parts]) or pooled(parts).value in (0, 1):
        return None
    return _middle(_drawn(parts, _draws(len(parts))))


def of_difference(before: Parts, after: Parts) -> Interval | None:
    """The 95% interval of how much higher a rate is ``after``; both on the same reports, which are drawn together.
    None of too few reports."""
    if _few([before, after]):
        return None
    draws = _draws(len(before))
    return _middle(_drawn(after, draws) - _drawn(before, draws))


def _few(sides: Iterable[Parts]) -> bool:
    return any(sum(part.of > 0 for part in parts) < FEWEST for parts in sides)


def _draws(reports: int) -> Values:
    """How often each report is drawn, shape (DRAWS, reports)."""
    chances = np.full(reports, 1 / reports)
    return np.random.default_rng(SEED).multinomial(reports, chances, size=DRAWS).astype(np.float64)


def _drawn(parts: Parts, draws: Values) -> Values:
    """The rate of each draw, NaN of one without cases."""
    hits, cases = draws @ [part.hits for part in parts], draws @ [float(part.of) for part in parts]
    with np.errstate(invalid="ignore"):
        return np.asarray(hits / cases, dtype=np.float64)


def _middle(values: Values) -> Interval:
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)
