"""Keys, each by its hash."""

from alembic import op
from sqlalchemy import JSON, Column, DateTime, String

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Make their table, where no release between two has."""
    op.create_table(
        "keys",
        Column("id", String(8), primary_key=True),
        Column("name", String(100), nullable=False),
        Column("digest", String(64), nullable=False),
        Column("scope", String(20), nullable=False),
        Column("reports", JSON),
        Column("created_at", DateTime(timezone=True), nullable=False),
        Column("expires_at", DateTime(timezone=True)),
        Column("revoked_at", DateTime(timezone=True)),
        Column("used_at", DateTime(timezone=True)),
        if_not_exists=True,
    )
