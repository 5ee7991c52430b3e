"""A back-up's file: a zip of databases with a manifest that says how long each is and what its digest is."""

import hashlib
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from ingest.errors import FootnoteError

FORMAT = 1
"""Of the file itself; what is in a database is told by its layouts."""

MANIFEST = "manifest.json"
_LONGEST_MANIFEST = 1_000_000
_CHUNK = 1 << 20
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}\.sqlite")


class UnusableBackup(FootnoteError):  # noqa: N818 - named for what happened
    """A file is no back-up, is damaged, or was made by a newer release: nothing was touched."""


class Held(BaseModel):
    """A database in a back-up: its length in bytes, and its layouts by the name of what they are of ("library")."""

    model_config = ConfigDict(frozen=True)
    name: str
    bytes: int
    sha256: str
    layouts: Mapping[str, int]


class Manifest(BaseModel):
    """What a back-up holds, and which release made it when."""

    model_config = ConfigDict(frozen=True)
    format: int = FORMAT
    release: str
    made_at: datetime
    databases: tuple[Held, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The databases' names."""
        return tuple(held.name for held in self.databases)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(file: Path, manifest: Manifest, databases: Mapping[str, Path]) -> None:
    """Write a back-up in place of whatever the file was; until it is whole, that stays. Only its owner may read it.

    Raises OSError.
    """
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr(MANIFEST, manifest.model_dump_json(indent=1))
                for held in manifest.databases:
                    packed.write(databases[held.name], held.name)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Have a folder's names on the disk; systems that cannot do so for folders are left alone."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class BackupFile:
    """An opened back-up, whose manifest agrees with what is in the zip."""

    def __init__(self, packed: zipfile.ZipFile, manifest: Manifest) -> None:
        self._packed = packed
        self.manifest = manifest

    @property
    def bytes(self) -> int:
        """How much its databases take."""
        return sum(held.bytes for held in self.manifest.databases)

    @classmethod
    @contextmanager
    def opened(cls, file: Path) -> Iterator[Self]:
        """A back-up's file, closed at the end. Raises UnusableBackup."""
        try:
            with zipfile.ZipFile(file) as packed:
                manifest = _manifest(packed)
                _check(packed, manifest)
                yield cls(packed, manifest)
        except FileNotFoundError as error:
            raise UnusableBackup(f"There is no file {file}.") from error
        except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
            raise UnusableBackup(f"{file} is no back-up, or is damaged: {error}.") from error

    def unpack(self, held: Held, target: Path) -> None:
        """Write a database to a new file, no longer than it says and with the digest it says. Raises UnusableBackup."""
        digest, left = hashlib.sha256(), held.bytes
        with self._packed.open(held.name) as source, target.open("xb") as out:
            while chunk := source.read(min(_CHUNK, left + 1)):
                left -= len(chunk)
                if left < 0:
                    break
                digest.update(chunk)
                out.write(chunk)
            _sync(out)
        if left or digest.hexdigest() != held.sha256:
            raise UnusableBackup(f"The back-up is damaged: {held.name} is not what was put into it.")


def _sync(out: BinaryIO) -> None:
    out.flush()
    os.fsync(out.fileno())


def _manifest(packed: zipfile.ZipFile) -> Manifest:
    try:
        if packed.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
            raise UnusableBackup("The file is no back-up: its manifest is too long.")
        with packed.open(MANIFEST) as file:
            return Manifest.model_validate_json(file.read(_LONGEST_MANIFEST))
    except (KeyError, ValidationError) as error:
        raise UnusableBackup("The file is no back-up: it has no manifest that can be read.") from error


def _check(packed: zipfile.ZipFile, manifest: Manifest) -> None:
    if manifest.format > FORMAT:
        raise UnusableBackup(f"The back-up was made by a newer release ({manifest.release}). Install that one.")
    told = {held.name: held.bytes for held in manifest.databases}
    there = {info.filename: info.file_size for info in packed.infolist() if info.filename != MANIFEST}
    if told != there or len(packed.infolist()) != len(told) + 1 or len(told) != len(manifest.databases):
        raise UnusableBackup("The back-up is damaged: it does not hold what its manifest says.")
    if not all(_NAME.fullmatch(name) for name in told):
        raise UnusableBackup("The file is no back-up: it holds other things than databases.")
