"""How high the evidence stands."""

import pytest

from evals.retrieval.found import MEASURES, Found, Place, hit, rank_of, reciprocal


def found(*ranks: int | None) -> Found:
    """A question on a report of its own for each rank."""
    return Found(tuple(Place(f"report {at}", rank, 2.0 + at) for at, rank in enumerate(ranks)))


def test_the_rank_is_that_of_the_first_evidence() -> None:
    assert rank_of([4, 7, 2], frozenset({2, 7})) == 2
    assert rank_of([4, 7, 2], frozenset({9})) is None
    assert rank_of([], frozenset({9})) is None


def test_a_hit_is_within_the_first_passages() -> None:
    of = found(1, 5, 6, None)
    assert (of.rate(hit(1)).hits, of.rate(hit(5)).hits, of.rate(hit(5)).of) == (1, 2, 4)


def test_the_mean_reciprocal_rank_counts_what_is_not_found_as_none() -> None:
    assert found(1, 2, None, 4).rate(reciprocal).value == pytest.approx((1 + 0.5 + 0 + 0.25) / 4)


def test_a_search_that_is_better_everywhere_is_told_from_the_other() -> None:
    difference, interval = found(1, 1, 1, 1, 1, 2).gain_over(found(2, 3, 4, 6, 9, None), MEASURES["hit@1"])
    assert difference == pytest.approx(5 / 6)
    assert interval is not None
    assert interval[0] > 0


def test_of_few_reports_there_is_no_interval() -> None:
    assert found(1, 2).gain_over(found(2, 1), reciprocal) == (0.0, None)
    assert found(1, 2).interval(reciprocal) is None


def test_time_is_told_by_the_median() -> None:
    assert found(1, 2, 3).median_ms == 3.0
