"""Questions with their answers, thumbs, and what language models took. Releases before have some of these tables."""

from alembic import op
from sqlalchemy import BigInteger, Column, DateTime, Float, ForeignKey, Integer, String, Text

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make those that are missing."""
    op.create_table(
        "turns",
        Column("number", Integer, primary_key=True),
        Column("answer", String(64), nullable=False, unique=True),
        Column("conversation", String(64), nullable=False),
        Column("report", String(200)),
        Column("question", Text, nullable=False),
        Column("body", Text, nullable=False),
        Column("asked_at", DateTime(timezone=True), nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_turns_conversation", "turns", ["conversation"], if_not_exists=True)
    op.create_table(
        "feedback",
        Column("answer", String(64), ForeignKey("turns.answer", ondelete="CASCADE"), primary_key=True),
        Column("thumb", String(4), nullable=False),
        Column("comment", Text),
        Column("given_at", DateTime(timezone=True), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "model_uses",
        Column("number", Integer, primary_key=True),
        Column("answer", String(64), nullable=False),
        Column("model", String(200), nullable=False),
        Column("tokens_in", BigInteger, nullable=False),
        Column("tokens_out", BigInteger, nullable=False),
        Column("millionths", BigInteger, nullable=False),
        Column("seconds", Float, nullable=False),
        Column("outcome", String(40), nullable=False),
        Column("used_at", DateTime(timezone=True), nullable=False),
        if_not_exists=True,
    )
    op.create_index("ix_model_uses_answer", "model_uses", ["answer"], if_not_exists=True)
    op.create_index("ix_model_uses_used_at", "model_uses", ["used_at"], if_not_exists=True)
