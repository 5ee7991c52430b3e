"""Opens the library's database: its tables, its identity, and SQLite's manners."""

import uuid
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from ingest import schema
from ingest.errors import Misconfigured, OtherLayout
from ingest.layout import Layout, lay_out
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
    connection.execute("PRAGMA synchronous=FULL")  # what was acknowledged is on the disk, also after a power cut
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def prepare(engine: Engine, words: WordSearch) -> tuple[str, bool]:
    """Bring the library to this release's layout; its identity, and whether it had an older one. Raises Misconfigured
    where that cannot be."""
    try:
        upgraded = lay_out(engine, _layout(words))
        with engine.connect() as connection:
            row = connection.execute(select(schema.library)).one()
    except DBAPIError as error:
        setting = "INGEST_DATA_DIR" if engine.dialect.name == "sqlite" else "INGEST_LIBRARY_URL"
        problem = " ".join(str(error.orig).split())
        raise Misconfigured(f"The library cannot be opened: {problem}. Check {setting}.") from error
    if row.schema != schema.SCHEMA:  # a release that counted no revisions has changed it
        raise OtherLayout("library", "another", row.schema, schema.SCHEMA, _REMEDY)
    identity: str = row.identity
    return identity, upgraded


def _layout(words: WordSearch) -> Layout:
    def create(connection: Connection) -> None:
        schema.metadata.create_all(connection)
        words.prepare(connection)
        connection.execute(insert(schema.library).values(identity=uuid.uuid4().hex, schema=schema.SCHEMA))

    return Layout("library", schema.SCHEMA, Path(__file__).parent / "revisions", create, _unnumbered, _REMEDY)


_REMEDY = "Use that release, or ingest the reports into a new INGEST_DATA_DIR."


def _unnumbered(connection: Connection) -> int | None:
    """Releases that counted no revisions kept the number in the library's row."""
    if not inspect(connection).has_table(schema.library.name):
        return None
    return connection.scalar(select(schema.library.c.schema))
