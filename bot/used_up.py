"""What a day has of something is used up.

UsedUp
├── QuestionsUsedUp   no more questions are answered to a visitor, or on a site
└── QuotesUsedUp      no more licensed text is quoted to a reader
"""

import math
from datetime import UTC, date, datetime, timedelta

from ingest.errors import FootnoteError


class UsedUp(FootnoteError):  # noqa: N818 - named for what happened
    """There is more on the next day (UTC), in ``seconds``."""

    def __init__(self, message: str, now: datetime) -> None:
        self.seconds = seconds_left(now)
        super().__init__(f"{message} There is more from 00:00 UTC, in {_span(self.seconds)}.")


class QuestionsUsedUp(UsedUp):
    """No more questions are answered to a visitor, or on a site."""


class QuotesUsedUp(UsedUp):
    """No more licensed text is quoted to a reader."""


def day_of(now: datetime) -> date:
    """The day (UTC) of a time."""
    return now.astimezone(UTC).date()


def seconds_left(now: datetime) -> int:
    """Seconds until the day (UTC) is over, at least one."""
    end = datetime.combine(day_of(now) + timedelta(days=1), datetime.min.time(), UTC)
    return max(1, math.ceil((end - now).total_seconds()))


def _span(seconds: int) -> str:
    hours, minutes = divmod(math.ceil(seconds / 60), 60)
    said = [f"{hours} h"] if hours else []
    return " ".join([*said, f"{minutes} min"] if minutes or not said else said)
