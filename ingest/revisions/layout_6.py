"""Versions that are kept though nobody is answered from them, where each was read from, and what was done with them."""

import sqlalchemy as sa
from alembic import op

revision = "6"
down_revision = "5"

_ADDED: dict[str, type[sa.Text] | type[sa.Integer]] = {
    "kept": sa.Text,
    "changed": sa.Integer,
    "origin": sa.Text,
    "public_of": sa.Integer,
}


def upgrade() -> None:
    """Versions that are live stay so; of what became of reports before, nothing is known."""
    there = sa.inspect(op.get_bind())
    known = {column["name"] for column in there.get_columns("reports")}
    for name in _ADDED.keys() - known:
        op.add_column("reports", sa.Column(name, _ADDED[name]))
    op.execute("UPDATE reports SET origin = (SELECT path FROM origins WHERE origins.id = reports.id) WHERE live")
    op.execute(_PUBLIC_OF)
    op.drop_index("reports_counted", "reports", if_exists=True)
    op.create_index("reports_counted", "reports", ["live", "changed"])
    if not there.has_table("report_events"):
        op.create_table(
            "report_events",
            sa.Column("number", sa.Integer, primary_key=True),
            sa.Column("report", sa.Text, nullable=False),
            sa.Column("version", sa.Integer, nullable=False),
            sa.Column("action", sa.Text, nullable=False),
            sa.Column("by", sa.Text, nullable=False),
            sa.Column("at", sa.DateTime(timezone=True), nullable=False),
            sqlite_autoincrement=True,
        )
        op.create_index("report_events_of", "report_events", ["report"])
    op.execute("UPDATE library SET schema = 6")


_PUBLIC_OF = """UPDATE reports SET public_of = (SELECT other.version FROM reports AS other
WHERE other.id = reports.id AND other.live AND other.whole) WHERE live AND NOT whole"""
