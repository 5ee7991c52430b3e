import pytest

from evals.bootstrap import by_report, of_difference
from evals.rate import Rate, pooled

TOGETHER = [Rate(20 * (n % 2), 20) for n in range(20)]
APART = [Rate(10, 20) for _ in range(20)]
MIXED = [Rate(8 + n % 5, 20) for n in range(20)]


def test_questions_that_fail_together_are_worth_fewer() -> None:
    low, high = by_report(TOGETHER) or (0, 0)
    wilson = pooled(TOGETHER).interval
    assert low < wilson[0] < wilson[1] < high
    assert (low, high) == pytest.approx((0.3, 0.7), abs=0.051)


def test_the_same_on_every_report_varies_no_more() -> None:
    assert by_report(APART) == (0.5, 0.5)


def test_the_interval_is_the_same_every_time() -> None:
    assert by_report(MIXED) == by_report(MIXED)


@pytest.mark.parametrize(
    "parts",
    [
        [Rate(1, 2)] * 4,
        [Rate(2, 2)] * 20,
        [Rate(0, 2)] * 20,
        [Rate(1, 2)] * 4 + [Rate(0, 0)] * 20,
    ],
)
def test_too_few_reports_and_rates_without_a_miss_or_a_hit_have_none(parts: list[Rate]) -> None:
    assert by_report(parts) is None


def test_draws_without_a_case_are_left_out() -> None:
    low, high = by_report([Rate(0, 1), Rate(1, 1), Rate(1, 1), Rate(1, 1), Rate(1, 1), *[Rate(0, 0)] * 60]) or (1, 0)
    assert 0 <= low < high <= 1


def test_a_difference_is_paired() -> None:
    better = [Rate(part.hits + 2, part.of) for part in MIXED]
    assert of_difference(MIXED, better) == pytest.approx((0.1, 0.1))
    assert of_difference(MIXED, MIXED) == (0, 0)
    assert of_difference(MIXED[:3], MIXED[:3]) is None
