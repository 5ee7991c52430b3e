"""Search by words: the one place whose SQL depends on the database (FTS5 in SQLite, tsvector in PostgreSQL)."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection, text

from ingest.domain import Passage
from ingest.errors import Misconfigured
from ingest.words import STOPWORDS

Hit = tuple[int, float]
"""A passage's number and its score: higher is better; scores of different reports do not compare."""

_TERM = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_MOST_TERMS = 64  # a question has about ten; a pasted page must not become a query of thousands
_CONTEXT = 0.25  # what a word weighs in the headings over a passage, which many share, beside one in the passage


class WordSearch(Protocol):
    """Finds passages of one report version by their words."""

    def prepare(self, connection: Connection) -> None:
        """Make what must be there before the first version."""

    def add(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        """Make the passages of a new version findable."""

    def remove(self, connection: Connection, version: int) -> None:
        """Forget a version."""

    def search(self, connection: Connection, version: int, terms: Sequence[str], limit: int) -> list[Hit]:
        """The passages that have any of the terms, best first."""

    def having(self, connection: Connection, term: str) -> list[int]:
        """The versions whose passages have a term."""

    def indexed(self, connection: Connection) -> set[int]:
        """The versions that ``having`` knows of."""

    def add_words(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        """Let ``having`` know of a version; part of ``add``."""


def word_search(dialect: str) -> WordSearch:
    """The word search of a SQLAlchemy dialect. Raises Misconfigured for one that has none here."""
    if dialect == "sqlite":
        return Fts5()
    if dialect == "postgresql":
        return Tsvector()
    raise Misconfigured(f"INGEST_LIBRARY_URL is a {dialect} database. Use SQLite or PostgreSQL.")


def terms_of(query: str) -> list[str]:
    """The words of a question worth looking for, each once: letters and digits only, so no query syntax survives."""
    found = (match[0].casefold() for match in _TERM.finditer(query))
    return [term for term in dict.fromkeys(found) if term not in STOPWORDS][:_MOST_TERMS]


_TOKENS = "tokenize='porter unicode61 remove_diacritics 2'"


class Fts5:
    """One contentless FTS5 table per version, and one of all versions' words that tells versions from each other.

    bm25 then weighs a word by how rare it is in this report (in one big table a market's own name would look rare and
    lead everywhere), and a version goes by dropping its table instead of deleting rows one by one.
    """

    def prepare(self, connection: Connection) -> None:
        made = f"CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING fts5(words, detail=none, {_TOKENS})"
        connection.execute(text(made))

    def add(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        connection.execute(
            text(f"CREATE VIRTUAL TABLE {self._table(version)} USING fts5(context, text, content='', {_TOKENS})")
        )
        rows = [{"rowid": p.number, "context": p.context, "text": p.text} for p in passages]
        if rows:
            insert = f"INSERT INTO {self._table(version)}(rowid, context, text) VALUES (:rowid, :context, :text)"
            connection.execute(text(insert), rows)
        self.add_words(connection, version, passages)

    def remove(self, connection: Connection, version: int) -> None:
        connection.execute(text(f"DROP TABLE IF EXISTS {self._table(version)}"))
        connection.execute(text("DELETE FROM report_words WHERE rowid = :version"), {"version": version})

    def search(self, connection: Connection, version: int, terms: Sequence[str], limit: int) -> list[Hit]:
        table = self._table(version)
        found = f"{table} MATCH :terms AND rank MATCH 'bm25({_CONTEXT}, 1.0)'"
        rows = connection.execute(
            # the rank is negative, the best lowest; "14.99" in quotes is the phrase 14 99
            text(f"SELECT rowid, -rank FROM {table} WHERE {found} ORDER BY rank LIMIT :limit"),
            {"terms": " OR ".join(f'"{term}"' for term in terms), "limit": limit},
        )
        return [(row[0], row[1]) for row in rows]

    def having(self, connection: Connection, term: str) -> list[int]:
        found = text("SELECT rowid FROM report_words WHERE report_words MATCH :term")
        return list(connection.scalars(found, {"term": " ".join(f'"{part}"' for part in _PART.findall(term))}))

    def indexed(self, connection: Connection) -> set[int]:
        return set(connection.scalars(text("SELECT rowid FROM report_words")))

    def add_words(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        insert = text("INSERT INTO report_words(rowid, words) VALUES (:version, :words)")
        connection.execute(insert, {"version": version, "words": _every_word(passages)})

    def _table(self, version: int) -> str:
        return f"words_{version:d}"


class Tsvector:
    """One table of tsvectors with a GIN index; English stems. Accents go here: PostgreSQL keeps them."""

    def prepare(self, connection: Connection) -> None:
        connection.execute(
            text(
                "CREATE TABLE IF NOT EXISTS words (version INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, "
                "number INTEGER NOT NULL, words TSVECTOR NOT NULL, PRIMARY KEY (version, number))"
            )
        )
        connection.execute(text("CREATE INDEX IF NOT EXISTS words_found ON words USING GIN (words)"))
        connection.execute(
            text(
                "CREATE TABLE IF NOT EXISTS report_words (version INTEGER PRIMARY KEY REFERENCES reports "
                "ON DELETE CASCADE, words TSVECTOR NOT NULL)"
            )
        )
        connection.execute(text("CREATE INDEX IF NOT EXISTS report_words_found ON report_words USING GIN (words)"))

    def add(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        rows = [{"version": version, "number": p.number, "text": _without_accents(p.embedded)} for p in passages]
        if rows:
            insert = "INSERT INTO words VALUES (:version, :number, to_tsvector('english', :text))"
            connection.execute(text(insert), rows)
        self.add_words(connection, version, passages)

    def remove(self, connection: Connection, version: int) -> None:
        connection.execute(text("DELETE FROM words WHERE version = :version"), {"version": version})
        connection.execute(text("DELETE FROM report_words WHERE version = :version"), {"version": version})

    def search(self, connection: Connection, version: int, terms: Sequence[str], limit: int) -> list[Hit]:
        alternatives = " or ".join(f'"{term}"' for term in terms)
        rows = connection.execute(
            text(
                "SELECT number, ts_rank_cd(words, query) AS score "
                "FROM words, websearch_to_tsquery('english', :terms) AS query "
                "WHERE version = :version AND words @@ query ORDER BY score DESC, number LIMIT :limit"
            ),
            {"version": version, "terms": _without_accents(alternatives), "limit": limit},
        )
        return [(row[0], row[1]) for row in rows]

    def having(self, connection: Connection, term: str) -> list[int]:
        found = text("SELECT version FROM report_words WHERE words @@ plainto_tsquery('english', :term)")
        return list(connection.scalars(found, {"term": _without_accents(term)}))

    def indexed(self, connection: Connection) -> set[int]:
        return set(connection.scalars(text("SELECT version FROM report_words")))

    def add_words(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        insert = text("INSERT INTO report_words VALUES (:version, to_tsvector('english', :words))")
        words = _without_accents(_every_word(passages))
        connection.execute(insert, {"version": version, "words": words})


_PART = re.compile(r"[^\W_]+")


def _every_word(passages: Sequence[Passage]) -> str:
    """Every word of some passages once; numbers, which tell no reports apart, left out."""
    found = (word for p in passages for word in _PART.findall(p.embedded) if not word.isdigit())
    return " ".join(dict.fromkeys(word.casefold() for word in found))


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
