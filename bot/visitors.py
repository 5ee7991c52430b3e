"""Tells the visitors of one day apart, and keeps nothing by which anybody could be found later.

An address is hashed with a random salt of the day (UTC), and only the hash is kept. When the day is over its salt is
deleted: then no address can be tried against the hashes any more, and two days of one visitor have nothing in common.
"""

import hmac
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, date, datetime
from hashlib import sha256

from sqlalchemy import delete, select

from bot.records import Records
from bot.records_schema import SaltRow
from ingest.moments import now

VISITOR: ContextVar[str] = ContextVar("visitor", default="")
"""The hash of whoever makes the request being answered; empty for the terminal, for this machine's own user and for
whoever shows a key, who are known without."""


class Visitors:
    """Hashes addresses with the day's salt, which all processes over one database share."""

    def __init__(self, records: Records, clock: Callable[[], datetime] = now) -> None:
        self._records = records
        self._clock = clock
        self._held: tuple[date, bytes] | None = None

    def hash_of(self, address: str) -> str:
        """32 hexadecimal digits, the same for one address all day."""
        return hmac.new(self._salt(), address.encode(), sha256).hexdigest()[:32]

    @property
    def is_ready(self) -> bool:
        """Whether the day's salt is at hand, so that hashing touches no database."""
        return self._held is not None and self._held[0] == self._today()

    def forget(self) -> int:
        """Delete the salts of the days before; how many there were."""
        with self._records.writing() as session:
            gone = session.scalars(delete(SaltRow).where(SaltRow.day < self._today()).returning(SaltRow.day)).all()
        if not self.is_ready:
            self._held = None
        return len(gone)

    def _salt(self) -> bytes:
        today = self._today()
        if self._held is None or self._held[0] != today:
            self._held = today, bytes.fromhex(self._made(today))
        return self._held[1]

    def _made(self, day: date) -> str:
        """The salt of a day: of two processes that make one, the first to write it has made it."""
        with self._records.writing() as session:
            session.execute(delete(SaltRow).where(SaltRow.day < day))
            own = {"day": day, "salt": secrets.token_hex(32)}
            session.execute(self._records.insert(SaltRow).on_conflict_do_nothing(), own)
            return session.execute(select(SaltRow.salt).where(SaltRow.day == day)).scalar_one()

    def _today(self) -> date:
        return self._clock().astimezone(UTC).date()
