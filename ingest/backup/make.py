"""Makes a back-up, also while the databases are read and written."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.backup.databases import databases, layouts, opened
from ingest.backup.file import Held, Manifest, digest_of, write
from ingest.errors import FootnoteError
from ingest.settings import IngestSettings

DISTRIBUTION = "footnote-reports"


class NotBackedUp(FootnoteError):  # noqa: N818 - named for what happened
    """No back-up was made; one that was there before is as it was."""


def release() -> str:
    """The number of this release."""
    return version(DISTRIBUTION)


def now() -> datetime:
    """The time, UTC."""
    return datetime.now(UTC)


def back_up(settings: IngestSettings, file: Path, clock: Callable[[], datetime] = now) -> Manifest:
    """Put a copy of every database into a file, each as of one moment; nobody has to wait. Raises NotBackedUp."""
    found = databases(settings)
    if not found:
        raise NotBackedUp(f"There is nothing to back up: no database is in {settings.data_dir}. Check INGEST_DATA_DIR.")
    try:
        with TemporaryDirectory(prefix=".backup-", dir=file.absolute().parent) as folder:
            copies = {name: Path(folder) / name for name in found}
            for name, path in found.items():
                _copy(path, copies[name])
            held = tuple(_held(name, copy) for name, copy in copies.items())
            manifest = Manifest(release=release(), made_at=clock(), databases=held)
            write(file.absolute(), manifest, copies)
    except sqlite3.DatabaseError as error:
        raise NotBackedUp(f"A database of {settings.data_dir} cannot be read: {error}.") from error
    except OSError as error:
        raise NotBackedUp(f"{file} cannot be written: {error.strerror or error}.") from error
    return manifest


def _copy(path: Path, copy: Path) -> None:
    """SQLite's own way of copying what others write; in one file, without a journal beside it."""
    target = sqlite3.connect(copy)
    try:
        with opened(path) as source:
            source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()


def _held(name: str, copy: Path) -> Held:
    return Held(name=name, bytes=copy.stat().st_size, sha256=digest_of(copy), layouts=layouts(copy))
