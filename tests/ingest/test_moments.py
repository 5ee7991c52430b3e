"""Moments have a zone, whatever a database has made of them."""

from datetime import UTC, datetime, timedelta, timezone

from ingest.moments import in_utc, now


def test_now_has_a_zone() -> None:
    assert now().tzinfo is UTC and abs(now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_what_lost_its_zone_gets_it_back_and_another_keeps_its_own() -> None:
    east = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert in_utc(datetime(2026, 3, 1, 12)) == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert in_utc(east) is east
