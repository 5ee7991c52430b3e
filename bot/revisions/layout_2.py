"""Whose a conversation is; those kept before are anybody's."""

from alembic import op
from sqlalchemy import Column, String, inspect

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Add the reader, where no release between two has."""
    if "reader" not in {column["name"] for column in inspect(op.get_bind()).get_columns("turns")}:
        op.add_column("turns", Column("reader", String(64), nullable=False, server_default=""))
