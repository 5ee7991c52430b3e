"""How much licensed text a reader may be quoted a day (UTC): enough to work with, and not the report.

Counted are characters, and each portion once a day: to see a sentence again costs nothing. They are in the records, so
that no restart forgets them and several servers count together.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from bot.desk import Bot
from bot.portions import Portion, licensed_characters
from bot.reader import ANYBODY, Reader
from bot.records import Records
from bot.records_schema import QuotedRow
from bot.used_up import QuotesUsedUp, day_of
from ingest.moments import now

_AT_ONCE = 500
"""Digests that one query names."""


class Allowance:
    """What is left of each day. ``per_day`` are characters, 0 for any number."""

    def __init__(self, records: Records, per_day: int, clock: Callable[[], datetime] = now) -> None:
        self._records = records
        self._per_day = per_day
        self._clock = clock

    def charge(self, portions: Iterable[Portion], bot: Bot, reader: Reader, visitor: str) -> None:
        """Count what is about to be told to a reader. Raises QuotesUsedUp where it is too much; then none is counted,
        and none of it may be told.

        Not counted are those who may read no licensed text, staff, and the owner, who has neither key nor ``visitor``.
        """
        most = self._per_day if reader.quoted_per_day is None else reader.quoted_per_day
        holder = _holder(reader, visitor)
        if holder is None or most == 0 or not reader.licensed or reader.staff:
            return
        if told := licensed_characters(portions, bot.seen_by(ANYBODY)):
            self._count(holder, told, most)

    def forget(self) -> int:
        """Delete the days before; how many portions they had."""
        before = QuotedRow.day < day_of(self._clock())
        with self._records.writing() as session:
            number = session.scalar(select(func.count()).select_from(QuotedRow).where(before)) or 0
            session.execute(delete(QuotedRow).where(before))
        return number

    def _count(self, holder: str, told: Mapping[str, int], most: int) -> None:
        now = self._clock()
        with self._records.writing() as session:
            if session.get_bind().dialect.name == "postgresql":  # SQLite has one writer at a time
                session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:holder))"), {"holder": f"quoted {holder}"})
            digests = list(told)
            known = set[str]()
            for first in range(0, len(digests), _AT_ONCE):
                own = (QuotedRow.day == day_of(now)) & (QuotedRow.holder == holder)
                asked = QuotedRow.digest.in_(digests[first : first + _AT_ONCE])
                known.update(session.scalars(select(QuotedRow.digest).where(own & asked)))
            new = {digest: characters for digest, characters in told.items() if digest not in known}
            if _sum(session, holder, now) + sum(new.values()) > most:
                raise QuotesUsedUp(f"At most {most:,} characters of licensed text are quoted a day.", now)
            rows = [{"day": day_of(now), "holder": holder, "digest": d, "characters": n} for d, n in new.items()]
            if rows:
                session.execute(self._records.insert(QuotedRow), rows)


def _holder(reader: Reader, visitor: str) -> str | None:
    """Whose allowance it is: a key's, or a visitor's on whatever site."""
    if reader.name and not reader.site:
        return f"key {reader.name}"
    return f"visitor {visitor}" if visitor else None


def _sum(session: Session, holder: str, now: datetime) -> int:
    own = (QuotedRow.day == day_of(now)) & (QuotedRow.holder == holder)
    return int(session.scalar(select(func.sum(QuotedRow.characters)).where(own)) or 0)
