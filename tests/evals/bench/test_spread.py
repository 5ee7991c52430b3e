import pytest

from evals.bench.spread import Spread, percentile, spread


def test_a_spread_is_the_median_with_the_lowest_and_highest() -> None:
    assert spread([3.0, 1.0, 8.0]) == Spread(3.0, 1.0, 8.0)
    assert str(spread([1.0])) == "1.00 (1.00 to 1.00)"


PERCENTILES = [([7.0], 95, 7.0), ([0.0, 10.0], 50, 5.0), ([float(n) for n in range(101)], 95, 95.0)]


@pytest.mark.parametrize(("values", "percent", "expected"), PERCENTILES)
def test_percentiles_are_interpolated(values: list[float], percent: int, expected: float) -> None:
    assert percentile(values, percent) == pytest.approx(expected)
