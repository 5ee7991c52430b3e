"""One search by words for all reports, in place of a table of words for each version."""

import re

from alembic import op
from sqlalchemy import Connection, text

revision = "4"
down_revision = "3"

_OF_VERSION = re.compile(r"words_\d+")
_WORDS = {
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING "
        "fts5(words, detail=none, tokenize='porter unicode61 remove_diacritics 2')",
    ),
    "postgresql": (
        "CREATE TABLE IF NOT EXISTS report_words (version INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE, "
        "words TSVECTOR NOT NULL)",
        "CREATE INDEX IF NOT EXISTS report_words_found ON report_words USING GIN (words)",
    ),
}


def upgrade() -> None:
    """The words themselves are filled in by the library, as those that a killed run left out are."""
    dialect = op.get_context().dialect.name
    for statement in _WORDS[dialect]:
        op.execute(statement)
    if dialect == "sqlite":
        _drop_words_of_versions(op.get_bind())
    op.create_index("reports_counted", "reports", ["live", "version"], if_not_exists=True)
    op.execute("UPDATE library SET schema = 4")


def _drop_words_of_versions(connection: Connection) -> None:
    named = text("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'words_[0-9]*'")
    for name in connection.scalars(named).all():
        if _OF_VERSION.fullmatch(name):
            op.execute(f"DROP TABLE {name}")
