"""Search by words: the one place whose SQL depends on the database (FTS5 in SQLite, tsvector in PostgreSQL)."""

import re
import sqlite3
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from threading import Lock
from typing import Protocol

from sqlalchemy import Connection, bindparam, text

from ingest.domain import Passage
from ingest.errors import Misconfigured
from ingest.words import STOPWORDS

Hit = tuple[int, float]
"""A passage's number and its score: higher is better; scores of different reports do not compare."""

_TERM = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_MOST_TERMS = 64  # a question has about ten; a pasted page must not become a query of thousands
_CONTEXT = 0.25  # what a word weighs in the headings over a passage, which many share, beside one in the passage


ReadPassages = Callable[[Connection, int], Sequence[Passage]]
"""Reads the passages of a version."""


class WordSearch(Protocol):
    """Finds passages of one report version by their words."""

    def prepare(self, connection: Connection) -> None:
        """Make what must be there before the first version."""

    def add(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        """Make the passages of a new version findable."""

    def add_passages(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        """Make them findable, and do not let ``having`` know of the version; part of ``add``."""

    def remove(self, connection: Connection, version: int) -> None:
        """Forget a version."""

    def remove_words(self, connection: Connection, version: int) -> None:
        """Let ``having`` know no more of a version, whose passages stay findable."""

    def search(
        self, connection: Connection, version: int, terms: Sequence[str], limit: int, passages: ReadPassages
    ) -> list[Hit]:
        """The passages that have any of the terms, best first; ``passages`` reads those of the version."""

    def spread(self, connection: Connection, term: str) -> int:
        """In how many versions' passages a term is."""

    def having(self, connection: Connection, term: str, among: Collection[int] | None = None) -> list[int]:
        """The versions whose passages have a term; ``among``: of some versions only."""

    def indexed(self, connection: Connection) -> set[int]:
        """The versions that ``having`` knows of."""

    def add_words(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        """Let ``having`` know of a version; part of ``add``."""

    def close(self) -> None:
        """Let go of what is held in memory."""


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


HELD = 32
"""Reports whose words are kept in memory, and their passages at most: a passage takes about a kilobyte."""

HELD_PASSAGES = 50_000


class Fts5:
    """One FTS5 table of all versions' words that tells versions from each other, and one of a version's passages that
    is made in memory when the version is first asked.

    So bm25 weighs a word by how rare it is in this report (among all reports a market's own name would look rare and
    lead everywhere). A table for each version in the library did the same, and made SQLite read thousands of tables'
    definitions whenever it was opened or written. 12 passages are made findable in 1 ms, 2,000 in 0.1 s.
    """

    def __init__(self) -> None:
        self._held: OrderedDict[int, tuple[sqlite3.Connection, int]] = OrderedDict()
        self._turn = Lock()

    def prepare(self, connection: Connection) -> None:
        made = f"CREATE VIRTUAL TABLE IF NOT EXISTS report_words USING fts5(words, detail=none, {_TOKENS})"
        connection.execute(text(made))

    def add(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        self.add_words(connection, version, passages)

    def add_passages(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        return  # they are read when the version is first asked

    def remove(self, connection: Connection, version: int) -> None:
        self.remove_words(connection, version)

    def remove_words(self, connection: Connection, version: int) -> None:
        connection.execute(text("DELETE FROM report_words WHERE rowid = :version"), {"version": version})

    def search(
        self, connection: Connection, version: int, terms: Sequence[str], limit: int, passages: ReadPassages
    ) -> list[Hit]:
        alternatives = " OR ".join(f'"{term}"' for term in terms)
        with self._turn:
            if version not in self._held:
                self._hold(version, passages(connection, version))
            self._held.move_to_end(version)
            # the rank is negative, the best lowest; "14.99" in quotes is the phrase 14 99
            found = f"words MATCH ? AND rank MATCH 'bm25({_CONTEXT}, 1.0)'"
            found = f"SELECT rowid, -rank FROM words WHERE {found} ORDER BY rank LIMIT ?"
            return [(row[0], row[1]) for row in self._held[version][0].execute(found, (alternatives, limit))]

    def spread(self, connection: Connection, term: str) -> int:
        found = text("SELECT count(*) FROM report_words WHERE report_words MATCH :term")
        return connection.scalar(found, {"term": _every_part(term)}) or 0

    def having(self, connection: Connection, term: str, among: Collection[int] | None = None) -> list[int]:
        query, wanted = "SELECT rowid FROM report_words WHERE report_words MATCH :term", {"term": _every_part(term)}
        if among is None:
            return list(connection.scalars(text(query), wanted))
        if not among:
            return []
        within = {"first": min(among), "last": max(among)}
        found = connection.scalars(text(f"{query} AND rowid BETWEEN :first AND :last"), {**wanted, **within})
        return [version for version in found if version in among]

    def indexed(self, connection: Connection) -> set[int]:
        return set(connection.scalars(text("SELECT rowid FROM report_words")))

    def add_words(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        insert = text("INSERT INTO report_words(rowid, words) VALUES (:version, :words)")
        connection.execute(insert, {"version": version, "words": _every_word(passages)})

    def close(self) -> None:
        with self._turn:
            while self._held:
                self._held.popitem()[1][0].close()

    def _hold(self, version: int, passages: Sequence[Passage]) -> None:
        made = sqlite3.connect(":memory:", check_same_thread=False)  # one thread at a time has its turn
        made.execute(f"CREATE VIRTUAL TABLE words USING fts5(context, text, content='', {_TOKENS})")
        rows = ((passage.number, passage.context, passage.text) for passage in passages)
        made.executemany("INSERT INTO words(rowid, context, text) VALUES (?, ?, ?)", rows)
        self._held[version] = made, len(passages)
        while len(self._held) > 1 and (len(self._held) > HELD or self._passages_held > HELD_PASSAGES):
            self._held.popitem(last=False)[1][0].close()

    @property
    def _passages_held(self) -> int:
        return sum(passages for _, passages in self._held.values())


def _every_part(term: str) -> str:
    return " ".join(f'"{part}"' for part in _PART.findall(term))


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
        self.add_passages(connection, version, passages)
        self.add_words(connection, version, passages)

    def add_passages(self, connection: Connection, version: int, passages: Sequence[Passage]) -> None:
        rows = [{"version": version, "number": p.number, "text": _without_accents(p.embedded)} for p in passages]
        if rows:
            insert = "INSERT INTO words VALUES (:version, :number, to_tsvector('english', :text))"
            connection.execute(text(insert), rows)

    def remove(self, connection: Connection, version: int) -> None:
        connection.execute(text("DELETE FROM words WHERE version = :version"), {"version": version})
        self.remove_words(connection, version)

    def remove_words(self, connection: Connection, version: int) -> None:
        connection.execute(text("DELETE FROM report_words WHERE version = :version"), {"version": version})

    def search(
        self, connection: Connection, version: int, terms: Sequence[str], limit: int, passages: ReadPassages
    ) -> list[Hit]:
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

    def spread(self, connection: Connection, term: str) -> int:
        found = text("SELECT count(*) FROM report_words WHERE words @@ plainto_tsquery('english', :term)")
        return connection.scalar(found, {"term": _without_accents(term)}) or 0

    def having(self, connection: Connection, term: str, among: Collection[int] | None = None) -> list[int]:
        query = "SELECT version FROM report_words WHERE words @@ plainto_tsquery('english', :term)"
        wanted = {"term": _without_accents(term)}
        if among is None:
            return list(connection.scalars(text(query), wanted))
        found = text(f"{query} AND version IN :among").bindparams(bindparam("among", expanding=True))
        return list(connection.scalars(found, {**wanted, "among": list(among)}))

    def close(self) -> None:
        return

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
