"""Reports that were sent instead of put into a folder: kept in the data folder, each in a folder of its own.

What is sent comes from elsewhere: names are taken for names only, a zip is looked through before it is opened, and
nothing but plain files that ingest reads are written.
"""

import re
import secrets
import shutil
import stat
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from ingest.errors import UnreadableFile
from ingest.read.archive import check_archive
from ingest.read.find import ENDINGS, ReportSource, find_reports
from ingest.read.limits import Limits
from ingest.versions import UPLOADED, is_upload

_ZIP = ".zip"
_ODD = re.compile(r"[^\w .,()&+'’-]")
_LONGEST = 120
_DEEPEST = 3
"""Parts of a file's path in a zip: the report's folder, ``tables``, the file."""

_SEND = f"Send a file that ends in {', '.join(sorted(ENDINGS))}, or a zip of a report's folder"


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent, as a report to be read. ``origin`` is what the library keeps of where it is."""

    source: ReportSource
    origin: str


class Uploads:
    """The folder of what was sent. ``limits`` are those of one file; a zip may unpack to as much as an office file."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder = folder
        self._limits = limits

    def keep(self, name: str, data: bytes) -> Upload:
        """Keep a file, or what is in a zip of a report's folder. Its name, or the zip's, becomes the report's id.

        Raises UnreadableFile; nothing is then kept.
        """
        own = _written(PurePosixPath(name.replace("\\", "/")).name)
        if len(data) > self._limits.file_bytes:
            size = f"{len(data) / 2**20:.0f} MB is more than the limit of {self._limits.file_mb} MB"
            raise UnreadableFile(own, size, "Split it, or raise INGEST_MAX_FILE_MB")
        home = self._folder / secrets.token_hex(8)
        home.mkdir(parents=True)
        try:
            source = self._found(home, own, data)
        except BaseException:
            shutil.rmtree(home)
            raise
        return Upload(source, f"{UPLOADED}{home.name}/{source.place.name}")

    def sweep(self, origins: Iterable[str | None]) -> None:
        """Delete what no version was read from."""
        kept = {origin.removeprefix(UPLOADED).partition("/")[0] for origin in origins if origin and is_upload(origin)}
        for home in self._folder.iterdir() if self._folder.exists() else ():
            if home.name not in kept:
                shutil.rmtree(home, ignore_errors=True)

    def _found(self, home: Path, name: str, data: bytes) -> ReportSource:
        path = home / name
        if path.suffix.lower() == _ZIP:
            self._unpack(home / path.stem, name, data)
        elif path.suffix.lower() in ENDINGS:
            path.write_bytes(data)
        else:
            raise UnreadableFile(name, f"{path.suffix or 'such'} files are not read", _SEND)
        try:
            found = find_reports(home)
        except UnreadableFile as error:
            raise UnreadableFile(name, "there is no report in it", _SEND) from error
        if len(found) != 1 or found[0].rival or found[0].place.parent != home.resolve():
            raise UnreadableFile(name, "it is not one report", "Send one report at a time, by another name")
        return found[0]

    def _unpack(self, folder: Path, name: str, data: bytes) -> None:
        """Write the files of a zip that ingest reads: those of its one folder, or those at its top."""
        check_archive(data, name, self._limits)
        with ZipFile(BytesIO(data)) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir() and not _is_hidden(entry.filename)]
            paths = [_path_in(entry, name) for entry in entries]
            if len({str(path).casefold() for path in paths}) < len(paths):
                raise UnreadableFile(name, "files in it have the same name", "Pack the folder again")
            top = _one_top(paths)
            for entry, path in zip(entries, paths, strict=True):
                if path.suffix.lower() in ENDINGS:
                    target = folder.joinpath(*path.parts[top:])
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(packed.read(entry))


def _written(name: str) -> str:
    """A name of letters, digits and a few marks; the id that is made of it is that of the name as it was."""
    safe = _ODD.sub("_", name).lstrip(". _")
    if not safe or len(safe) > _LONGEST:
        raise UnreadableFile(
            safe[:_LONGEST] or "the file", "its name cannot be used", "Give it a short name of letters"
        )
    return safe


def _is_hidden(path: str) -> bool:
    """What systems put into a zip beside the files."""
    return any(part.startswith((".", "__MACOSX", "~$")) and part != ".." for part in PurePosixPath(path).parts)


def _path_in(entry: ZipInfo, name: str) -> PurePosixPath:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise UnreadableFile(name, f"there is a link in it ({entry.filename!r})", "Pack the file itself")
    parts = PurePosixPath(entry.filename).parts
    if len(parts) > _DEEPEST:
        raise UnreadableFile(name, f"a file in it lies too deep ({entry.filename!r})", "Pack one report's folder")
    return PurePosixPath(*(_written(part) for part in parts))


def _one_top(paths: Collection[PurePosixPath]) -> int:
    """How many folders all files lie in together: 1 where the report's folder itself was packed."""
    tops = {path.parts[0] for path in paths}
    return int(len(tops) == 1 and tops != {"tables"} and all(len(path.parts) > 1 for path in paths))
