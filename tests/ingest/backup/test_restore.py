"""A back-up is put in place whole or not at all, and what was there is not lost."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from ingest.backup import restore as module
from ingest.backup.file import MANIFEST, Manifest, UnusableBackup
from ingest.backup.make import back_up
from ingest.backup.restore import NotRestored, WouldReplace, restore
from ingest.errors import LibraryBusy, Misconfigured
from ingest.library import Library
from ingest.lock import hold
from ingest.settings import IngestSettings
from tests.ingest.backup.filled import content, fill, names, notes
from tests.ingest.samples import REPORT


@pytest.fixture
def backup(settings: IngestSettings, tmp_path: Path) -> Path:
    """A back-up of a filled data folder, to which notes were added since."""
    fill(settings)
    back_up(settings, tmp_path / "b.zip")
    fill(settings, notes=5)
    return tmp_path / "b.zip"


@pytest.fixture
def other(tmp_path: Path) -> IngestSettings:
    return IngestSettings(data_dir=tmp_path / "other")


def test_a_new_folder_gets_what_was_backed_up(settings: IngestSettings, tmp_path: Path, other: IngestSettings) -> None:
    fill(settings)
    before = content(settings)
    back_up(settings, tmp_path / "b.zip")
    assert restore(other, tmp_path / "b.zip").aside == ()
    assert content(other) == before
    with Library(other.library_location) as library:
        assert library.report("kites") == REPORT


def test_a_folder_that_was_only_opened_counts_as_new(backup: Path, other: IngestSettings) -> None:
    Library(other.library_location).close()
    restore(other, backup).forget()
    assert notes(other) == 3
    assert names(other.data_dir) == {"library.sqlite", "records.sqlite"}


def test_a_filled_folder_is_refused_unless_told(settings: IngestSettings, backup: Path) -> None:
    before = content(settings)
    with pytest.raises(WouldReplace, match=r"library.sqlite, records.sqlite would be replaced.*--replace"):
        restore(settings, backup)
    assert content(settings) == before
    restored = restore(settings, backup, replace=True)
    assert notes(settings) == 3
    with closing(sqlite3.connect(restored.aside[1])) as aside:
        assert aside.execute("SELECT count(*) FROM notes").fetchone() == (8,)
    restored.forget()
    assert names(settings.data_dir) == {"library.sqlite", "records.sqlite"}


def test_a_database_that_the_back_up_does_not_hold_stays(settings: IngestSettings, backup: Path) -> None:
    with closing(sqlite3.connect(settings.data_dir / "keys.sqlite")) as keys:
        keys.execute("CREATE TABLE keys (name TEXT)")
    restore(settings, backup, replace=True).forget()
    assert names(settings.data_dir) == {"library.sqlite", "records.sqlite", "keys.sqlite"}


@pytest.mark.parametrize("use", ["read", "write"])
def test_a_folder_in_use_is_refused(settings: IngestSettings, backup: Path, use: str) -> None:
    with hold(settings, "write" if use == "write" else "read"), pytest.raises(LibraryBusy):
        restore(settings, backup, replace=True)
    assert notes(settings) == 8


def test_a_database_that_somebody_has_open_is_refused_without_a_lock(
    settings: IngestSettings, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE_S", 0.1)
    with closing(sqlite3.connect(settings.data_dir / "records.sqlite")) as reader:
        reader.execute("SELECT * FROM notes").fetchall()
        with pytest.raises(LibraryBusy, match=r"records\.sqlite is in use"):
            restore(settings, backup, replace=True)
    assert notes(settings) == 8
    assert names(settings.data_dir) == {"library.sqlite", "records.sqlite"}


def changed(backup: Path, **fields: object) -> Path:
    """The same back-up with other words in its manifest."""
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(backup.with_name("changed.zip"), "w") as new:
        for name in old.namelist():
            told = old.read(name)
            if name == MANIFEST:
                told = Manifest.model_validate_json(told).model_copy(update=fields).model_dump_json().encode()
            new.writestr(name, told)
    return backup.with_name("changed.zip")


def test_a_newer_release_s_is_refused(settings: IngestSettings, backup: Path, other: IngestSettings) -> None:
    with pytest.raises(UnusableBackup, match=r"newer release \(99\.0\.0"):
        restore(other, changed(backup, release="99.0.0"))
    with zipfile.ZipFile(backup) as packed:
        held = Manifest.model_validate_json(packed.read(MANIFEST)).databases
    newer = tuple(each.model_copy(update={"layouts": {"library": 99}}) for each in held)
    with pytest.raises(UnusableBackup, match="newer release"):
        restore(other, changed(backup, databases=newer))
    assert names(other.data_dir) == set()


def test_a_damaged_one_touches_nothing(settings: IngestSettings, backup: Path) -> None:
    with zipfile.ZipFile(backup) as packed:
        held = Manifest.model_validate_json(packed.read(MANIFEST)).databases
    wrong = (held[0], held[1].model_copy(update={"sha256": "0" * 64}))
    before = content(settings)
    with pytest.raises(UnusableBackup, match=r"records\.sqlite"):
        restore(settings, changed(backup, databases=wrong), replace=True)
    assert content(settings) == before
    assert names(settings.data_dir) == {"library.sqlite", "records.sqlite"}


def test_more_than_the_disk_has_is_refused(
    backup: Path, other: IngestSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "free", lambda folder: 1000)
    with pytest.raises(NotRestored, match="1,000 are free"):
        restore(other, backup)


def test_a_failure_half_way_gives_back_what_was_there(
    settings: IngestSettings, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, set_aside = content(settings), module._set_aside

    def fails_at_the_second(target: Path, stamp: str) -> Path:
        if target.name == "records.sqlite":
            raise OSError(28, "No space left on device")
        return set_aside(target, stamp)

    monkeypatch.setattr(module, "_set_aside", fails_at_the_second)
    with pytest.raises(NotRestored, match="No space left"):
        restore(settings, backup, replace=True)
    assert content(settings) == before
    assert names(settings.data_dir) == {"library.sqlite", "records.sqlite"}


def test_a_damaged_database_is_replaced_and_kept_beside(settings: IngestSettings, backup: Path) -> None:
    (settings.data_dir / "library.sqlite").write_text("no database" * 1000)
    with pytest.raises(WouldReplace, match="cannot be read"):
        restore(settings, backup)
    restored = restore(settings, backup, replace=True)
    assert restored.aside[0].read_text().startswith("no database")
    assert notes(settings) == 3


def test_a_library_elsewhere_is_restored_there_and_none_over_another_database(
    backup: Path, other: IngestSettings, tmp_path: Path
) -> None:
    elsewhere = other.model_copy(update={"library_url": f"sqlite:///{tmp_path / 'far' / 'away.sqlite'}"})
    restore(elsewhere, backup)
    with Library(elsewhere.library_location) as library:
        assert library.report("kites") == REPORT
    with pytest.raises(Misconfigured, match="INGEST_LIBRARY_URL"):
        restore(other.model_copy(update={"library_url": "postgresql://db/x"}), backup)
