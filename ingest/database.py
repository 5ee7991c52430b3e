"""Opens the library's database: its tables, its identity, and SQLite's manners."""

import uuid
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, Row, create_engine, event, insert, make_url, select, update
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from ingest import schema
from ingest.errors import Misconfigured
from ingest.wordsearch import WordSearch, word_search

_WAIT_S = 30  # for another process's short write; readers never wait in WAL mode


def connect(url: str) -> Engine:
    """An engine for a SQLAlchemy URL; the folder of a SQLite file is made. Raises Misconfigured for a useless URL."""
    try:
        location = make_url(url)
        word_search(location.get_backend_name())  # refuses a database that has none, before its driver is missed
        if location.get_backend_name() != "sqlite":
            return create_engine(location)
        if location.database:
            Path(location.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(location, connect_args={"timeout": _WAIT_S})
    except ModuleNotFoundError as error:
        driver = f"The library cannot be opened: its database's driver is not installed ({error.name})"
        raise Misconfigured(f"{driver}. Run pip install {error.name}[binary], or check INGEST_LIBRARY_URL.") from error
    except (ArgumentError, NoSuchModuleError, OSError) as error:
        raise Misconfigured(f"The library cannot be opened: {error}. Check INGEST_LIBRARY_URL.") from error
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_sqlite(connection: SqliteConnection, record: object) -> None:
    connection.isolation_level = None  # Python's own transactions leave CREATE TABLE outside of them
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def prepare(engine: Engine, words: WordSearch) -> str:
    """Make the tables where they are missing; the library's identity. Raises Misconfigured for another layout."""
    try:
        with engine.begin() as connection:
            schema.metadata.create_all(connection)
            words.prepare(connection)
            if connection.execute(select(schema.library)).one_or_none() is None:
                connection.execute(insert(schema.library).values(identity=uuid.uuid4().hex, schema=schema.SCHEMA))
            row = connection.execute(select(schema.library)).one()
            if row.schema == schema.UPGRADED:
                row = _upgraded(connection, words)
    except DBAPIError as error:
        setting = "INGEST_DATA_DIR" if engine.dialect.name == "sqlite" else "INGEST_LIBRARY_URL"
        problem = " ".join(str(error.orig).split())
        raise Misconfigured(f"The library cannot be opened: {problem}. Check {setting}.") from error
    if row.schema != schema.SCHEMA:
        raise Misconfigured(
            f"The library was made by another release (layout {row.schema}, this one reads {schema.SCHEMA}). "
            "Use that release, or ingest the reports into a new INGEST_DATA_DIR."
        )
    identity: str = row.identity
    return identity


def _upgraded(connection: Connection, words: WordSearch) -> Row[tuple[str, int]]:
    """The library's row, once the layout before is made this one."""
    words.upgrade(connection)
    schema.reports_counted.create(connection, checkfirst=True)
    connection.execute(update(schema.library).values(schema=schema.SCHEMA))
    return connection.execute(select(schema.library)).one()
