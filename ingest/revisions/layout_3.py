"""The oldest layout that is read."""

revision = "3"
down_revision = None


def upgrade() -> None:
    """Nothing comes before it."""
