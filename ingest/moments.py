"""Moments in UTC: now, and as databases give them back."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def in_utc(moment: datetime) -> datetime:
    """A moment with its zone: SQLite forgets that its times are UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
