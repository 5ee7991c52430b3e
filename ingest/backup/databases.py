"""The SQLite databases of a data folder: which there are, what layouts they have, and whether they hold anything."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import make_url

from ingest.settings import IngestSettings

LIBRARY = "library.sqlite"
_SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")
"""What FTS5 keeps beside each of its tables."""


def library_file(settings: IngestSettings) -> Path | None:
    """Where the library is; None where it is in no SQLite file."""
    location = make_url(settings.library_location)
    if location.get_backend_name() != "sqlite" or location.database in (None, "", ":memory:"):
        return None
    return Path(str(location.database))


def databases(settings: IngestSettings) -> dict[str, Path]:
    """The databases by name: all of the data folder, and the library wherever it is."""
    found = {path.name: path for path in sorted(settings.data_dir.glob("*.sqlite")) if path.name != LIBRARY}
    library = library_file(settings)
    return {LIBRARY: library, **found} if library and library.exists() else found


def opened(path: Path, patience: float = 30) -> closing[sqlite3.Connection]:
    """A connection to a database that exists, closed at the end of a with block; ``patience`` is how long it waits for
    others, in seconds."""
    return closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=rw", uri=True, timeout=patience))


def layouts(path: Path) -> Mapping[str, int]:
    """The numbers of a database's layouts, by the name of what they are of."""
    with opened(path) as database:
        found = {name: _first(database, name, "version_num") for name in _tables(database) if name.endswith("_layout")}
        numbers = {name.removesuffix("_layout"): number for name, number in found.items()}
        if not numbers and "library" in _tables(database):  # made before layouts were numbered in a table of their own
            numbers["library"] = _first(database, "library", "schema")
    return {name: int(str(number)) for name, number in numbers.items() if number is not None}


def is_empty(path: Path) -> bool:
    """Whether a database has no row but those that every new one has."""
    with opened(path) as database:
        tables = _tables(database)
        own = {f"{name}{shadow}" for name in tables for shadow in _SHADOWS}
        said = [name for name in tables if name != "library" and not name.endswith("_layout") and name not in own]
        return all(database.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone() is None for name in said)


def _tables(database: sqlite3.Connection) -> list[str]:
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return [name for (name,) in database.execute(named)]


def _first(database: sqlite3.Connection, table: str, column: str) -> object:
    row = database.execute(f'SELECT "{column}" FROM "{table}"').fetchone()
    return row[0] if row else None
