"""Leads are deleted by their address and by their age."""

from datetime import UTC, datetime, timedelta

from bot.lead_rows import LeadRows, conversations_of
from bot.records import Records
from bot.records_schema import DeliveryRow, LeadRow

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def leave(records: Records, lead: str, email: str, at: datetime, conversation: str | None = None) -> None:
    with records.writing() as session:
        session.add(LeadRow(id=lead, email=email, conversation=conversation, consent="Yes.", received_at=at))
        session.flush()
        session.add(DeliveryRow(lead=lead, channel="mail", attempts=0, due_at=at))


def test_by_address_however_it_is_written(records: Records) -> None:
    leave(records, "l1", "Ann@Shop.example", NOON, "c1")
    leave(records, "l2", "ann@shop.example", NOON)
    leave(records, "l3", "ben@shop.example", NOON, "c2")
    assert conversations_of(records, "ANN@shop.example") == ["c1"]
    assert LeadRows(records).forget(" ann@shop.example") == 2
    assert LeadRows(records).forget("ann@shop.example") == 0


def test_by_age(records: Records) -> None:
    leave(records, "l1", "ann@shop.example", NOON)
    leave(records, "l2", "ann@shop.example", NOON + timedelta(days=1))
    assert LeadRows(records).delete_before(NOON + timedelta(hours=1)) == 1
    assert LeadRows(records).delete_before(NOON + timedelta(days=2)) == 1
