"""A back-up's file gives back what was put into it, or says that it does not."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.backup.file import MANIFEST, BackupFile, Held, Manifest, UnusableBackup, digest_of, write

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A back-up with one database of 3,000 bytes."""
    database = tmp_path / "kites.sqlite"
    database.write_bytes(b"kite" * 750)
    write(tmp_path / "backup.zip", manifest_of(database), {"kites.sqlite": database})
    return tmp_path / "backup.zip"


def manifest_of(database: Path, **changed: object) -> Manifest:
    fields = {"name": database.name, "bytes": database.stat().st_size, "sha256": digest_of(database), "layouts": {}}
    return Manifest(release="0.1.0", made_at=NOON, databases=(Held.model_validate(fields | changed),))


def packed(file: Path, manifest: str, **members: bytes) -> Path:
    """A zip with a manifest and members of these names."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(MANIFEST, manifest)
        for name, content in members.items():
            made.writestr(name.replace("__", "/").replace("_sqlite", ".sqlite"), content)
    return file


def test_what_was_put_in_comes_out(file: Path, tmp_path: Path) -> None:
    with BackupFile.opened(file) as backup:
        (held,) = backup.manifest.databases
        assert backup.bytes == held.bytes == 3_000
        backup.unpack(held, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"kite" * 750
    assert file.stat().st_mode & 0o077 == 0


def test_a_back_up_that_fails_leaves_the_one_before(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(FileNotFoundError):
        write(file, manifest_of(tmp_path / "kites.sqlite"), {"kites.sqlite": tmp_path / "gone"})
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.zip", "kites.sqlite"]


WRONG: dict[str, Callable[[Path, str], Path]] = {
    "no zip": lambda file, told: (file.write_text("nothing"), file)[1],
    "no manifest": lambda file, told: packed(file, "{}", kites_sqlite=b"x"),
    "no database": lambda file, told: packed(file, told),
    "one too many": lambda file, told: packed(file, told, kites_sqlite=b"kite" * 750, boats_sqlite=b"x"),
    "a longer one": lambda file, told: packed(file, told, kites_sqlite=b"kite" * 1_000_000),
    "another path": lambda file, told: packed(
        file, told.replace("kites.sqlite", "../kites.sqlite"), **{"..__kites_sqlite": b"kite" * 750}
    ),
    "a newer format": lambda file, told: packed(file, told.replace('"format":1', '"format":2'), kites_sqlite=b""),
    "a manifest without end": lambda file, told: packed(file, told + " " * 2_000_000, kites_sqlite=b"kite" * 750),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_back_up_is_refused_before_anything_is_unpacked(wrong: str, tmp_path: Path) -> None:
    database = tmp_path / "kites.sqlite"
    database.write_bytes(b"kite" * 750)
    file = WRONG[wrong](tmp_path / "backup.zip", manifest_of(database).model_dump_json())
    with pytest.raises(UnusableBackup), BackupFile.opened(file):
        pass
    with pytest.raises(UnusableBackup, match="no file"), BackupFile.opened(tmp_path / "nowhere.zip"):
        pass


def test_another_content_of_the_same_length_is_refused(tmp_path: Path) -> None:
    database = tmp_path / "kites.sqlite"
    database.write_bytes(b"kite" * 750)
    told = manifest_of(database).model_dump_json()
    file = packed(tmp_path / "backup.zip", told, kites_sqlite=b"kitt" * 750)
    with BackupFile.opened(file) as backup, pytest.raises(UnusableBackup, match="not what was put into it"):
        backup.unpack(backup.manifest.databases[0], tmp_path / "out")


def test_a_file_cut_short_is_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(UnusableBackup), BackupFile.opened(file):
        pass
