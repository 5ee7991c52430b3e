"""Bars stand for every day of a period, or for its weeks, and tell in words what they show."""

from datetime import date, timedelta

import pytest

from bot.staff.bars import bars, bars_svg, labels, scale
from bot.staff.insights import Day

FIRST = date(2026, 3, 1)


def day(number: int, *counts: int) -> Day:
    answered, partial, declined = counts
    return Day(day=FIRST + timedelta(number), answered=answered, partial=partial, declined=declined)


def test_days_without_questions_have_a_bar_too() -> None:
    shown = bars([day(1, 3, 0, 1)], FIRST, FIRST + timedelta(3))
    assert [bar.counts for bar in shown] == [(0, 0, 0), (3, 0, 1), (0, 0, 0), (0, 0, 0)]


def test_many_days_are_put_together_by_weeks_and_none_is_lost() -> None:
    days = [day(number, 1, 1, 1) for number in range(0, 365)]
    shown = bars(days, FIRST, FIRST + timedelta(364))
    assert {bar.days for bar in shown[:-1]} == {7}
    assert len(shown) <= 62
    assert sum(bar.total for bar in shown) == 365 * 3


def test_all_time_begins_with_the_first_question() -> None:
    assert bars([day(5, 1, 0, 0)], None, FIRST + timedelta(6))[0].first == FIRST + timedelta(5)
    assert len(bars([], None, FIRST)) == 1


@pytest.mark.parametrize(
    ("most", "top"), [(0, 4), (3, 4), (9, 10), (11, 12), (99, 100), (101, 120), (130, 140), (1999, 2000)]
)
def test_the_scale_ends_just_above_the_highest_bar(most: int, top: int) -> None:
    assert scale(bars([day(0, most, 0, 0)], FIRST, FIRST)) == (top, top // 2, 0)


def test_the_drawing_says_what_it_shows() -> None:
    svg = bars_svg(bars([day(0, 2, 1, 3)], FIRST, FIRST))
    assert "<desc>6 questions, 3 of them not answered.</desc>" in svg
    assert "1 Mar: 2 answered, 1 in part, 3 not" in svg
    assert svg.count("<rect class=") == 4


def test_few_dates_are_written_the_first_and_the_last_among_them() -> None:
    said = labels(bars([], FIRST, FIRST + timedelta(29)))
    assert (len(said), said[0], said[-1]) == (7, "1 Mar", "30 Mar")
