"""Leads of invented visitors."""

from datetime import UTC, datetime

from bot.consent import wording
from bot.leads import Lead
from bot.records import Records
from bot.records_schema import DeliveryRow, LeadRow

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def lead(number: int = 1, **fields: object) -> Lead:
    """A lead of that number, with other fields where they are given."""
    usual: dict[str, object] = {
        "id": f"{number:032x}", "email": f"visitor{number}@buyer.example", "name": "Jo Buyer",
        "question": "How big is it in Chad?", "report": "tidal-energy", "consent": wording("en"), "received_at": NOON,
    }  # fmt: skip
    return Lead.model_validate(usual | fields)


def leave(records: Records, lead: str, email: str, at: datetime, conversation: str | None = None) -> None:
    """Put a lead into the records, on its way by mail."""
    with records.writing() as session:
        session.add(LeadRow(id=lead, email=email, conversation=conversation, consent="Yes.", received_at=at))
        session.flush()
        session.add(DeliveryRow(lead=lead, channel="mail", attempts=0, due_at=at))
