"""The form that leads are left with: a signed token says which form it is, where and when it was opened.

The token's id becomes the lead's: a form that is sent twice is one lead.
"""

import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.answer import Record
from bot.signing import Signer
from ingest.moments import now

LEAST = timedelta(seconds=3)
"""No person fills the form in sooner."""

MOST = timedelta(hours=12)
"""A form may stay open so long."""

_TOKEN = re.compile(r"(?P<id>[0-9a-f]{32})\.(?P<opened>\d{1,11})\.(?P<signature>[0-9a-f]{64})")


class OpenedForm(Record):
    """A form that was opened here: its id, and when."""

    id: str
    opened_at: datetime

    def too_soon(self, now: datetime) -> float:
        """Seconds until a person may have filled it in; 0 where that is over."""
        return max(0.0, (self.opened_at + LEAST - now).total_seconds())

    def is_over(self, now: datetime) -> bool:
        """Whether it was opened too long ago."""
        return now > self.opened_at + MOST


class LeadForms:
    """Opens forms, and knows its own again."""

    def __init__(self, signer: Signer, clock: Callable[[], datetime] = now) -> None:
        self._signer = signer
        self._clock = clock

    def open(self, site: str) -> str:
        """The token of a new form on a site; empty for none."""
        identity, opened = secrets.token_hex(16), int(self._clock().timestamp())
        return f"{identity}.{opened}.{self._signer.sign(_signed(identity, opened, site))}"

    def opened(self, token: str, site: str) -> OpenedForm | None:
        """The form of a token; None for one that was not opened here, or on another site."""
        match = _TOKEN.fullmatch(token)
        if match is None:
            return None
        identity, opened = match["id"], int(match["opened"])
        if not self._signer.is_signed(_signed(identity, opened, site), match["signature"]):
            return None
        return OpenedForm(id=identity, opened_at=datetime.fromtimestamp(opened, UTC))


def _signed(identity: str, opened: int, site: str) -> str:
    return f"{identity}.{opened}.{site}"
