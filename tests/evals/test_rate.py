import pytest

from evals.rate import Rate, pooled

INTERVALS = [
    ((0, 10), (0.0, 0.278)),
    ((5, 10), (0.237, 0.763)),
    ((10, 10), (0.722, 1.0)),
    ((95, 100), (0.888, 0.978)),
    ((0, 0), (0.0, 1.0)),
]


@pytest.mark.parametrize(("counts", "expected"), INTERVALS)
def test_the_interval_is_wilsons(counts: tuple[int, int], expected: tuple[float, float]) -> None:
    assert Rate(*counts).interval == pytest.approx(expected, abs=0.001)


def test_fractional_hits_lie_between_whole_ones() -> None:
    assert Rate(5, 10).interval < Rate(5.5, 10).interval < Rate(6, 10).interval


def test_rates_are_pooled_by_their_cases() -> None:
    assert pooled([Rate(1, 2), Rate(0, 0), Rate(0.5, 4)]) == Rate(1.5, 6)
