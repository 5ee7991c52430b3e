"""What each answer was given from, each text once. Of answers kept before it is not known."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, String, Text

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "sources",
        Column("digest", String(64), primary_key=True),
        Column("kind", String(16), nullable=False),
        Column("body", Text, nullable=False),
    )
    op.create_table(
        "cited",
        Column("answer", String(64), ForeignKey("turns.answer", ondelete="CASCADE"), primary_key=True),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("digest", String(64), ForeignKey("sources.digest"), nullable=False),
    )
    op.create_index("cited_source", "cited", ["digest"])
