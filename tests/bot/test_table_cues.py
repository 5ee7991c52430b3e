"""Words that ask tables."""

import pytest

from bot.table_cues import (
    LIMITED,
    asks_how_changed,
    asks_lowest_first,
    counted,
    place_kind,
    rankings,
    ranks_times,
)


@pytest.mark.parametrize(
    ("ask", "count"),
    [
        ("top three end uses", 3),
        ("the 5 vendors", 5),
        ("which two lead", 2),
        ("the three years to 2024", None),
        ("top", None),
    ],
)
def test_how_many_of_a_ranking(ask: str, count: int | None) -> None:
    found = counted(ask)
    assert (found and found[0]) == count


def test_a_ranking_is_asked_for_by_its_words_and_may_begin_at_its_end() -> None:
    assert rankings("the largest and the smallest") == [(4, 11), (20, 28)]
    assert asks_lowest_first("the smallest")
    assert not asks_lowest_first("the largest")


@pytest.mark.parametrize(
    ("ask", "kind"),
    [
        ("which countries", "country"),
        ("by region", "region"),
        ("revenue in the United States", None),
        ("US states", "state"),
    ],
)
def test_kinds_of_places(ask: str, kind: str | None) -> None:
    assert place_kind(ask) == kind


def test_what_no_cell_is_limits_a_question() -> None:
    assert LIMITED.search("revenue without rail")
    assert LIMITED.search("it isn't rail")
    assert not LIMITED.search("revenue of rail")


@pytest.mark.parametrize(
    ("ask", "times", "changed"),
    [
        ("In which of the five years was profit highest?", True, False),
        ("What quarter had the lowest sales?", True, False),
        ("When were rents highest?", True, False),
        ("Which region had the highest sales?", False, False),
        ("How did the occupancy rate change in August?", False, True),
        ("How has the share of rail developed?", False, True),
        ("How much did they pay?", False, False),
    ],
)
def test_times_and_changes_are_asked_for(ask: str, times: bool, changed: bool) -> None:
    assert (ranks_times(ask), asks_how_changed(ask)) == (times, changed)
