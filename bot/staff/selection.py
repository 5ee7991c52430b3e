"""Which of the turns staff look at: of which time, report and site, and of no report beyond their reach."""

from datetime import datetime, time, timedelta

from sqlalchemy import ColumnElement

from bot.answer import Record
from bot.records_schema import TurnRow

PERIODS = {7: "7 days", 30: "30 days", 90: "90 days", 365: "A year", 0: "All time"}
"""The periods that can be chosen, in days up to today; 0 for all that is kept."""

USUAL = 30


class Selection(Record):
    """Turns from ``since`` to before ``until`` that are about ``report`` and were asked by the widget of ``site``; None
    does not choose. ``reach`` are the only reports that may be looked at: then a turn about several is not seen."""

    since: datetime | None = None
    until: datetime | None = None
    report: str | None = None
    site: str | None = None
    reach: frozenset[str] | None = None

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """What holds of the turns, in SQL."""
        found: list[ColumnElement[bool]] = []
        if self.since is not None:
            found.append(TurnRow.asked_at >= self.since)
        if self.until is not None:
            found.append(TurnRow.asked_at < self.until)
        if self.report is not None:
            found.append(TurnRow.about == self.report)
        if self.site is not None:
            found.append(TurnRow.site == self.site)
        if self.reach is not None:
            found.append(TurnRow.about.in_(sorted(self.reach)))
        return found


def since(days: int, now: datetime) -> datetime | None:
    """When a period of days begins that ends today: at a midnight, UTC; None for all time."""
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    return midnight - timedelta(days=days - 1) if days else None
