"""Data folders with something in them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from ingest.backup.databases import databases
from ingest.library import Library
from ingest.settings import IngestSettings
from tests.ingest.samples import LISTS, PASSAGES, QUANTITIES, REPORT


def fill(settings: IngestSettings, notes: int = 3) -> None:
    """A library of one report, and another database with some notes."""
    with Library(settings.library_location) as library:
        library.replace(REPORT, PASSAGES, QUANTITIES, LISTS)
    with closing(sqlite3.connect(settings.data_dir / "records.sqlite")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE IF NOT EXISTS notes (number INTEGER PRIMARY KEY, text TEXT)")
        connection.execute("CREATE TABLE IF NOT EXISTS records_layout (version_num TEXT PRIMARY KEY)")
        connection.execute("INSERT OR IGNORE INTO records_layout VALUES ('3')")
        connection.executemany("INSERT INTO notes(text) VALUES (?)", [("a note",)] * notes)
        connection.commit()


def notes(settings: IngestSettings) -> int:
    """How many notes there are."""
    with closing(sqlite3.connect(settings.data_dir / "records.sqlite")) as connection:
        return int(connection.execute("SELECT count(*) FROM notes").fetchone()[0])


def content(settings: IngestSettings) -> dict[str, list[str]]:
    """Everything in the databases of a data folder, as SQL."""
    found = {}
    for name, path in databases(settings).items():
        with closing(sqlite3.connect(path)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
            found[name] = [str(connection.execute(f'SELECT * FROM "{table}"').fetchall()) for (table,) in tables]
    return found


def names(folder: Path) -> set[str]:
    """The files of a folder, without the lock's and SQLite's own."""
    return {p.name for p in folder.iterdir() if not p.name.startswith("lock") and not p.name.endswith(("-wal", "-shm"))}
