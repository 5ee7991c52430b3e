"""Sites with the widget on them, leads with their deliveries, who asked from where as far as that is kept, what of a
day's questions and quotes is used up, and what staff are told of it all."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from alembic import op
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    String,
    Text,
    bindparam,
    column,
    false,
    inspect,
    select,
    table,
    update,
)

revision = "5"
down_revision = "4"

_TURNS = table("turns", *map(column, ("number", "report", "body", "status", "reason", "about")))
_AT_ONCE = 500


def upgrade() -> None:
    """Make the tables; turns kept before are of no site."""
    _make_sites()
    _make_leads()
    _make_days()
    _add_to_keys_and_turns()
    _make_sessions_and_rejections()
    _read_answers()
    told = ["asked_at", "about", "site", "status", "reason", "visitor", "answer"]
    op.create_index("turns_told", "turns", told)


def _make_sites() -> None:
    op.create_table(
        "sites",
        Column("id", String(32), primary_key=True),
        Column("name", String(100), nullable=False),
        Column("origins", JSON, nullable=False),
        Column("reports", JSON),
        Column("licensed", Boolean, nullable=False, server_default=false()),
        Column("visitor_limit", Integer),
        Column("day_limit", Integer),
        Column("created_at", DateTime(timezone=True), nullable=False),
        Column("revoked_at", DateTime(timezone=True)),
    )


def _make_leads() -> None:
    op.create_table(
        "leads",
        Column("id", String(32), primary_key=True),
        Column("email", String(320), nullable=False),
        Column("name", Text),
        Column("company", Text),
        Column("message", Text),
        Column("question", Text),
        Column("report", String(200)),
        Column("conversation", String(64)),
        Column("site", String(32), nullable=False, server_default=""),
        Column("page", Text),
        Column("consent", Text, nullable=False),
        Column("received_at", DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_leads_email", "leads", ["email"])
    op.create_index("ix_leads_received_at", "leads", ["received_at"])
    op.create_table(
        "deliveries",
        Column("lead", String(32), ForeignKey("leads.id", ondelete="CASCADE"), primary_key=True),
        Column("channel", String(16), primary_key=True),
        Column("attempts", Integer, nullable=False),
        Column("due_at", DateTime(timezone=True), nullable=False),
        Column("delivered_at", DateTime(timezone=True)),
        Column("error", Text),
    )


def _make_days() -> None:
    """What is counted by the day, and the secrets that is done with."""
    op.create_table(
        "salts",
        Column("day", Date, primary_key=True),
        Column("salt", String(64), nullable=False),
    )
    op.create_table(
        "secrets",
        Column("name", String(32), primary_key=True),
        Column("value", String(64), nullable=False),
    )
    op.create_table(
        "asked",
        Column("day", Date, primary_key=True),
        Column("site", String(32), primary_key=True),
        Column("visitor", String(64), primary_key=True),
        Column("questions", Integer, nullable=False),
    )
    op.create_table(
        "quoted",
        Column("day", Date, primary_key=True),
        Column("holder", String(80), primary_key=True),
        Column("digest", String(32), primary_key=True),
        Column("characters", Integer, nullable=False),
    )


def _add_to_keys_and_turns() -> None:
    if "quoted_per_day" not in {column["name"] for column in inspect(op.get_bind()).get_columns("keys")}:
        op.add_column("keys", Column("quoted_per_day", Integer))
    op.add_column("turns", Column("site", String(32), nullable=False, server_default=""))
    op.add_column("turns", Column("visitor", String(64), nullable=False, server_default=""))
    op.create_index("ix_turns_asked_at", "turns", ["asked_at"])
    for name, length in (("status", 10), ("reason", 20), ("about", 200)):
        op.add_column("turns", Column(name, String(length), nullable=False, server_default=""))


def _make_sessions_and_rejections() -> None:
    op.create_table(
        "sessions",
        Column("digest", String(64), primary_key=True),
        Column("key", String(8), ForeignKey("keys.id", ondelete="CASCADE"), nullable=False),
        Column("created_at", DateTime(timezone=True), nullable=False),
        Column("expires_at", DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "rejections",
        Column("number", Integer, primary_key=True),
        Column("answer", String(64), ForeignKey("turns.answer", ondelete="CASCADE"), nullable=False),
        Column("why", Text, nullable=False),
        Column("text", Text, nullable=False),
        Column("rejected_at", DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_rejections_answer", "rejections", ["answer"])
    op.create_index("ix_rejections_rejected_at", "rejections", ["rejected_at"])


def _read_answers() -> None:
    """Note of each answer that is kept what it came to, and which report it is about."""
    connection, last = op.get_bind(), 0
    some = select(_TURNS.c.number, _TURNS.c.report, _TURNS.c.body).order_by(_TURNS.c.number).limit(_AT_ONCE)
    noted = update(_TURNS).where(_TURNS.c.number == bindparam("of"))
    while rows := connection.execute(some.where(_TURNS.c.number > last)).all():
        connection.execute(noted, [{"of": row.number, **_told(row.report, json.loads(row.body))} for row in rows])
        last = rows[-1].number


def _told(report: str | None, answer: Mapping[str, Any]) -> Mapping[str, str]:
    cited: Sequence[Mapping[str, str]] = answer.get("citations", ())
    reports = {citation["report"] for citation in cited} | ({report} if report else set())
    about = reports.pop() if len(reports) == 1 else ""
    return {"status": answer.get("status", ""), "reason": answer.get("reason") or "", "about": about}
