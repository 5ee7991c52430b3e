"""A back-up is made while others write, and each database in it is whole."""

import sqlite3
import threading
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from ingest.backup.file import BackupFile
from ingest.backup.make import NotBackedUp, back_up
from ingest.lock import hold
from ingest.settings import IngestSettings
from tests.ingest.backup.filled import fill


def test_every_database_is_in_it(settings: IngestSettings, tmp_path: Path) -> None:
    fill(settings)
    manifest = back_up(settings, tmp_path / "b.zip")
    assert manifest.names == ("library.sqlite", "records.sqlite")
    with BackupFile.opened(tmp_path / "b.zip") as backup:
        assert backup.manifest == manifest
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip", "data"]


@pytest.mark.parametrize("use", ["read", "write"])
def test_it_waits_for_nobody_and_nobody_waits_for_it(settings: IngestSettings, tmp_path: Path, use: str) -> None:
    """A writer in mid-transaction is not in it, one that commits on and on is up to some moment."""
    fill(settings, notes=0)
    path, stop = settings.data_dir / "records.sqlite", threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, timeout=1)) as connection:
            while not stop.is_set():
                with connection:
                    connection.executemany("INSERT INTO notes(text) VALUES (?)", [("x" * 500,)] * 10)

    writer = threading.Thread(target=write)
    with hold(settings, "write" if use == "write" else "read"):
        writer.start()
        counts = [back_up_and_count(settings, tmp_path / f"{number}.zip") for number in range(5)]
        stop.set()
        writer.join()
    assert counts == sorted(counts) and counts[-1] > 0
    assert all(count % 10 == 0 for count in counts)


def back_up_and_count(settings: IngestSettings, file: Path) -> int:
    back_up(settings, file)
    with zipfile.ZipFile(file) as packed:
        packed.extract("records.sqlite", file.with_suffix(""))
    with closing(sqlite3.connect(file.with_suffix("") / "records.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(connection.execute("SELECT count(*) FROM notes").fetchone()[0])


def test_nothing_to_back_up_and_nowhere_to_put_it_are_told(settings: IngestSettings, tmp_path: Path) -> None:
    with pytest.raises(NotBackedUp, match="INGEST_DATA_DIR"):
        back_up(settings, tmp_path / "b.zip")
    fill(settings)
    with pytest.raises(NotBackedUp, match="cannot be written"):
        back_up(settings, tmp_path / "nowhere" / "b.zip")
    (settings.data_dir / "records.sqlite").write_text("no database" * 1000)
    with pytest.raises(NotBackedUp, match="cannot be read"):
        back_up(settings, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()
