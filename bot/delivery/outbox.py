"""The outbox: what of the leads is still to be delivered, and who is delivering it just now.

A delivery is claimed for a time by moving its next try behind that time. Whoever claimed it and died has then lost it
to others: nothing is lost, and what they had sent already is sent again under the same id.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Engine, func, select, update
from sqlalchemy.orm import Session

from bot.leads import Channel, Lead, lead_of
from bot.records_schema import DeliveryRow, LeadRow
from ingest.layout import writing
from ingest.moments import now

CLAIMED = timedelta(seconds=60)
"""A claim's time; no try takes as long."""

FIRST, LONGEST = timedelta(seconds=5), timedelta(hours=1)
"""Time to the second try; it doubles with each further one, up to the longest."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A lead that is this process's to deliver: ``attempt`` counts from 1."""

    lead: Lead
    channel: Channel
    attempt: int


class Outbox:
    """The deliveries of the leads in a database; several processes may take from it."""

    def __init__(
        self,
        engine: Engine,
        clock: Callable[[], datetime] = now,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._chance = chance

    def claim(self, channel: Channel) -> Claimed | None:
        """The delivery that has been due the longest, now claimed; None where none is due."""
        now = self._clock()
        due = select(DeliveryRow).where(_waits(channel), DeliveryRow.due_at <= now).order_by(DeliveryRow.due_at)
        with Session(self._engine) as session:
            if session.scalar(due.limit(1)) is None:  # a look takes no lock that writers would wait for
                return None
        with Session(writing(self._engine)) as session, session.begin():
            row = session.scalar(due.limit(1).with_for_update(skip_locked=True))
            lead = session.get(LeadRow, row.lead) if row else None
            if row is None or lead is None:
                return None
            row.attempts += 1
            row.due_at = now + CLAIMED
            return Claimed(lead_of(lead), channel, row.attempts)

    def delivered(self, claimed: Claimed) -> None:
        """Note that a lead arrived."""
        self._note(_is_of(claimed), delivered_at=self._clock(), error=None)

    def failed(self, claimed: Claimed, why: str) -> timedelta:
        """Note why a try failed, unless another has claimed it since; the time to the next one."""
        wait = wait_after(claimed.attempt, self._chance())
        own = _is_of(claimed) & (DeliveryRow.attempts == claimed.attempt) & DeliveryRow.delivered_at.is_(None)
        self._note(own, due_at=self._clock() + wait, error=why)
        return wait

    def retry(self) -> int:
        """Let everything that waits be due now; how many deliveries that is."""
        waiting = update(DeliveryRow).where(DeliveryRow.delivered_at.is_(None)).returning(DeliveryRow.lead)
        with Session(writing(self._engine)) as session, session.begin():
            return len(session.scalars(waiting.values(due_at=self._clock())).all())

    def waiting(self) -> dict[str, int]:
        """How many deliveries wait, by channel."""
        counts = select(DeliveryRow.channel, func.count()).where(DeliveryRow.delivered_at.is_(None))
        with Session(self._engine) as session:
            return {row[0]: row[1] for row in session.execute(counts.group_by(DeliveryRow.channel))}

    def _note(self, which: ColumnElement[bool], **values: object) -> None:
        with Session(writing(self._engine)) as session, session.begin():
            session.execute(update(DeliveryRow).where(which).values(**values))


def wait_after(attempt: int, chance: float) -> timedelta:
    """Time between a failed try and the next: of the full time at least half, so that servers do not try in step."""
    full = min(LONGEST, FIRST * 2.0 ** min(attempt - 1, 20))
    return full * (0.5 + chance / 2)


def _waits(channel: Channel) -> ColumnElement[bool]:
    return (DeliveryRow.channel == channel) & DeliveryRow.delivered_at.is_(None)


def _is_of(claimed: Claimed) -> ColumnElement[bool]:
    return (DeliveryRow.lead == claimed.lead.id) & (DeliveryRow.channel == claimed.channel)
