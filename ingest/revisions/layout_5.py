"""Who may read which part of a report, beside what holds for the whole."""

from alembic import op
from sqlalchemy import JSON, Boolean, Column, Text, true

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Parts read before are as public as their report, and every reading is of a whole report."""
    op.add_column("reports", Column("whole", Boolean, nullable=False, server_default=true()))
    op.add_column("reports", Column("rules", JSON))
    op.add_column("sections", Column("access", Text))
    op.add_column("tables", Column("access", Text))
    op.create_table("rules", Column("id", Text, primary_key=True), Column("rules", JSON, nullable=False))
    op.execute("UPDATE library SET schema = 5")
