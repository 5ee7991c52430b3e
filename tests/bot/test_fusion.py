"""How two rankings of passages become one."""

import pytest

from bot.fusion import Ranking, fused

DEPTH = 20


def numbers(near: Ranking, sharing: Ranking, depth: int = DEPTH) -> list[int]:
    """The passages, best first."""
    return [number for number, _ in fused(near, sharing, depth)]


def test_words_decide_between_passages_that_are_about_as_near() -> None:
    assert numbers([(7, 0.62), (3, 0.60)], [(3, 9.0), (7, 2.0)]) == [3, 7]


def test_meaning_decides_where_one_passage_is_much_nearer() -> None:
    assert numbers([(7, 0.8), (3, 0.4)], [(3, 9.0), (7, 2.0)]) == [7, 3]


def test_what_both_rankings_have_comes_before_what_either_has_as_good() -> None:
    assert numbers([(7, 0.5), (3, 0.5)], [(4, 9.0), (3, 9.0)]) == [3, 7, 4]


@pytest.mark.parametrize("factor", [0.001, 1.0, 50.0])
def test_the_scale_of_scores_by_words_does_not_matter(factor: float) -> None:
    sharing = [(3, 9.0 * factor), (7, 2.0 * factor)]
    assert fused([(7, 0.62), (3, 0.60)], sharing, DEPTH)[0] == (3, pytest.approx(0.85 * 0.60 + 0.15))


def test_a_passage_behind_a_full_ranking_is_as_good_as_its_last() -> None:
    near, sharing = [(1, 0.9), (2, 0.5)], [(3, 4.0), (1, 1.0)]
    assert dict(fused(near, sharing, depth=2))[3] == pytest.approx(0.85 * 0.5 + 0.15)
    assert dict(fused(near, sharing, depth=3))[3] == pytest.approx(0.15)


def test_without_words_or_without_meanings_the_other_ranking_stands() -> None:
    assert numbers([(7, 0.8), (3, 0.4)], []) == [7, 3]
    assert numbers([], [(3, 9.0), (7, 2.0)]) == [3, 7]
    assert numbers([], []) == []


def test_equals_come_in_reading_order() -> None:
    assert numbers([(9, 0.5), (2, 0.5)], []) == [2, 9]
