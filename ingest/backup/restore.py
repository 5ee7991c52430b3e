"""Puts a back-up's databases in place of those that are there."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ingest import schema
from ingest.backup.databases import LIBRARY, databases, is_empty, layouts, library_file, opened
from ingest.backup.file import BackupFile, Manifest, UnusableBackup, sync_folder
from ingest.backup.make import now, release
from ingest.errors import FootnoteError, LibraryBusy, Misconfigured
from ingest.lock import hold
from ingest.settings import IngestSettings


class WouldReplace(FootnoteError):  # noqa: N818 - named for what happened
    """The data folder holds something, and it was not said that it may be replaced: nothing was touched."""


class NotRestored(FootnoteError):  # noqa: N818 - named for what happened
    """The databases could not be put in place; those before are."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a back-up held, and the files that what was there before is in now."""

    manifest: Manifest
    aside: tuple[Path, ...]

    def forget(self) -> None:
        """Delete what was there before."""
        for path in self.aside:
            for ending in ("", *_JOURNALS):
                path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)


def restore(
    settings: IngestSettings, file: Path, replace: bool = False, clock: Callable[[], datetime] = now
) -> Restored:
    """Check a back-up whole, then put its databases in place; the index is another's until it is made anew.

    What was there is kept beside it until ``Restored.forget``. A database that the back-up does not hold stays.
    Raises UnusableBackup, WouldReplace, LibraryBusy, Misconfigured, NotRestored.
    """
    with BackupFile.opened(file) as backup, hold(settings, "write"):
        targets = _targets(settings, backup.manifest)
        _refuse_newer(backup.manifest)
        if not replace:
            _refuse_to_replace(settings)
        with _unpacked(backup, targets) as new:
            for target in targets.values():
                _close_journal(target)
            aside = _put_in_place(new, targets, clock().strftime("%Y%m%dT%H%M%S"))
    return Restored(backup.manifest, aside)


def _targets(settings: IngestSettings, manifest: Manifest) -> dict[str, Path]:
    library = library_file(settings)
    if LIBRARY in manifest.names and library is None:
        raise Misconfigured(
            "The back-up holds a library in SQLite, and INGEST_LIBRARY_URL names another database. Unset it to restore."
        )
    return {name: library if name == LIBRARY and library else settings.data_dir / name for name in manifest.names}


def _refuse_newer(manifest: Manifest) -> None:
    layout = max((held.layouts.get("library", 0) for held in manifest.databases), default=0)
    if _order(manifest.release) > _order(release()) or layout > schema.SCHEMA:
        raise UnusableBackup(
            f"The back-up was made by a newer release ({manifest.release}, this one is {release()}). Install that one."
        )


def _order(of_release: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", of_release)[:3])


def _refuse_to_replace(settings: IngestSettings) -> None:
    try:
        held = [name for name, path in databases(settings).items() if not is_empty(path)]
    except sqlite3.DatabaseError as error:
        raise WouldReplace(f"{settings.data_dir} has a database that cannot be read: {error}. {_HOW}") from error
    if held:
        raise WouldReplace(f"{settings.data_dir} is not empty: {', '.join(held)} would be replaced. {_HOW}")


_HOW = "Restore into a new INGEST_DATA_DIR, or say --replace."


@contextmanager
def _unpacked(backup: BackupFile, targets: Mapping[str, Path]) -> Iterator[dict[str, Path]]:
    """Each database whole and checked, beside where it is to be; those not taken from there are deleted at the end."""
    new = {name: target.with_name(f"{target.name}.restoring") for name, target in targets.items()}
    for path in new.values():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # of a restore that was killed
    left = min((free(path.parent) for path in new.values()), default=backup.bytes)
    if backup.bytes > left:
        raise NotRestored(f"The back-up takes {backup.bytes:,} bytes, and {left:,} are free.")
    try:
        for held in backup.manifest.databases:
            backup.unpack(held, new[held.name])
            _check(new[held.name])
        yield new
    finally:
        for path in new.values():
            path.unlink(missing_ok=True)


def free(folder: Path) -> int:
    """The bytes that can be written to a folder's disk."""
    return shutil.disk_usage(folder).free


def _check(path: Path) -> None:
    try:
        with opened(path) as database:
            whole = database.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        layouts(path)
    except sqlite3.DatabaseError:
        whole = False
    if not whole:
        raise UnusableBackup(f"The back-up is damaged: {path.stem} is no whole database.")


def _put_in_place(new: Mapping[str, Path], targets: Mapping[str, Path], stamp: str) -> tuple[Path, ...]:
    """Each by one rename; what was there has a second name first, and gets its own back where a later one fails."""
    aside: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for name, target in targets.items():
            if target.exists():
                aside[target] = _set_aside(target, stamp)
            new[name].replace(target)
            placed.append(target)
    except OSError as error:
        for target in placed:
            aside[target].replace(target) if target in aside else target.unlink()
        raise NotRestored(f"The data folder cannot be written: {error.strerror or error}.") from error
    _sync({target.parent for target in targets.values()})
    return tuple(aside.values())


def _close_journal(target: Path) -> None:
    """Have all that was written to a database in its own file. Raises LibraryBusy where somebody has it open: SQLite
    tells, also of those who need no lock of the data folder."""
    if not target.exists():
        return
    try:
        with opened(target, patience=_PATIENCE_S) as database:
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise LibraryBusy(f"{target} is in use ({error}). Stop what uses it first.") from error
    except sqlite3.DatabaseError:
        return  # it is damaged, and set aside as it is


_PATIENCE_S = 2
_JOURNALS = ("-wal", "-shm")


def _set_aside(target: Path, stamp: str) -> Path:
    """A second name for a database; a journal that a damaged one has left goes with it."""
    aside = target.with_name(f"{target.name}.replaced-{stamp}")
    for ending in _JOURNALS:
        beside = target.with_name(f"{target.name}{ending}")
        if beside.exists():
            beside.replace(aside.with_name(f"{aside.name}{ending}"))
    try:
        os.link(target, aside)
    except OSError:  # a file system without second names
        shutil.copy2(target, aside)
    return aside


def _sync(folders: Iterable[Path]) -> None:
    for folder in folders:
        sync_folder(folder)
