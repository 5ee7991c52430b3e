"""Leads of invented visitors."""

from datetime import UTC, datetime

from bot.consent import wording
from bot.leads import Lead

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def lead(number: int = 1, **fields: object) -> Lead:
    """A lead of that number, with other fields where they are given."""
    usual: dict[str, object] = {
        "id": f"{number:032x}", "email": f"visitor{number}@buyer.example", "name": "Jo Buyer",
        "question": "How big is it in Chad?", "report": "tidal-energy", "consent": wording("en"), "received_at": NOON,
    }  # fmt: skip
    return Lead.model_validate(usual | fields)
