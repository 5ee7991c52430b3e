"""Deletes leads by what is known of them."""

from datetime import UTC, datetime
from typing import Protocol

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.records import Records
from bot.records_schema import LeadRow


class KeptLeads(Protocol):
    """Where leads are deleted, with their deliveries."""

    def forget(self, email: str) -> int:
        """Delete an address's leads; how many."""
        ...

    def delete_before(self, moment: datetime) -> int:
        """Delete the leads received before then; how many."""
        ...


class LeadRows:
    """The leads in the records."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def forget(self, email: str) -> int:
        """Delete an address's leads; how many."""
        with self._records.writing() as session:
            own = func.lower(LeadRow.email) == email.strip().lower()
            return len(session.scalars(delete(LeadRow).where(own).returning(LeadRow.id)).all())

    def delete_before(self, moment: datetime) -> int:
        """Delete the leads received before then; how many."""
        with self._records.writing() as session:
            old = LeadRow.received_at < moment.astimezone(UTC)
            return len(session.scalars(delete(LeadRow).where(old).returning(LeadRow.id)).all())


def conversations_of(records: Records, email: str) -> list[str]:
    """The conversations that an address's leads came from."""
    own = func.lower(LeadRow.email) == email.strip().lower()
    with Session(records.engine) as session:
        return [each for each in session.scalars(select(LeadRow.conversation).where(own).distinct()) if each]
