"""What staff look at begins at a midnight, and reaches no further than their key."""

from datetime import UTC, datetime

import pytest

from bot.staff.selection import Selection, since

NOON = datetime(2026, 3, 10, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(("days", "first"), [(1, "2026-03-10"), (7, "2026-03-04"), (30, "2026-02-09")])
def test_a_period_of_days_ends_today(days: int, first: str) -> None:
    begins = since(days, NOON)
    assert begins is not None and begins.isoformat() == f"{first}T00:00:00+00:00"


def test_all_time_begins_nowhere() -> None:
    assert since(0, NOON) is None
    assert Selection().conditions == []


def test_a_report_that_is_chosen_is_within_reach_too() -> None:
    chosen = Selection(report="secret", reach=frozenset(["open"]))
    said = " AND ".join(str(each.compile(compile_kwargs={"literal_binds": True})) for each in chosen.conditions)
    assert "turns.about = 'secret'" in said and "turns.about IN ('open')" in said
