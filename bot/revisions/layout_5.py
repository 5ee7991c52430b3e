"""Sites with the widget on them, leads with their deliveries, who asked from where as far as that is kept, and what
of a day's questions and quotes is used up."""

from alembic import op
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, ForeignKey, Integer, String, Text, false, inspect

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Make the tables; turns kept before are of no site."""
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
    if "quoted_per_day" not in {column["name"] for column in inspect(op.get_bind()).get_columns("keys")}:
        op.add_column("keys", Column("quoted_per_day", Integer))
    op.add_column("turns", Column("site", String(32), nullable=False, server_default=""))
    op.add_column("turns", Column("visitor", String(64), nullable=False, server_default=""))
    op.create_index("ix_turns_asked_at", "turns", ["asked_at"])
