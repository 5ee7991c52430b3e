"""When there is more is said in words and in seconds."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.used_up import QuestionsUsedUp, day_of, seconds_left


@pytest.mark.parametrize(
    ("hour", "minute", "seconds", "said"),
    [(12, 0, 43_200, "in 12 h."), (23, 59, 60, "in 1 min."), (21, 30, 9_000, "in 2 h 30 min.")],
)
def test_there_is_more_after_midnight(hour: int, minute: int, seconds: int, said: str) -> None:
    error = QuestionsUsedUp("At most 5 questions.", datetime(2026, 3, 1, hour, minute, tzinfo=UTC))
    assert error.seconds == seconds
    assert str(error).endswith(f"from 00:00 UTC, {said}")


def test_the_day_is_that_of_utc() -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert day_of(late) == date(2026, 3, 2)
    assert seconds_left(late) == 19 * 3600 + 1800
    assert seconds_left(datetime(2026, 3, 1, 23, 59, 59, 999_999, tzinfo=UTC)) == 1
