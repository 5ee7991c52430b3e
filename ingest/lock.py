"""The lock of a data directory: many readers, or one writer.

Two processes that write one embedded Chroma directory corrupt it, silently. Readers write too: opening a collection
of under 1,000 vectors rewrites its index files. Chroma 1.5.9 did not read those back (200 of 200 answers were right
with noise in them), and SQLite's own locks guard the rest: of three readers at once, twelve times over, 7,200 of 7,200
answers were right and every collection was whole. The lock is the system's: it is gone the moment its holder is.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TextIO

import portalocker

from ingest.errors import LibraryBusy, Misconfigured
from ingest.settings import IngestSettings

Use = Literal["read", "write"]

_FLAGS = {"read": portalocker.LockFlags.SHARED, "write": portalocker.LockFlags.EXCLUSIVE}
_HOLDERS = "lock.holders"
_REMEDY = "Stop it first, or let both use a Chroma server (INGEST_CHROMA_URL)."


@contextmanager
def hold(settings: IngestSettings, use: Use) -> Iterator[None]:
    """Hold the data directory for the length of a with block. Raises LibraryBusy, at once, when others exclude it.

    With a Chroma server readers need no lock: the server and the database keep them apart from the one writer.
    """
    if use == "read" and settings.chroma_url:
        yield
        return
    holders = settings.data_dir / _HOLDERS
    with _opened(settings.data_dir) as file:
        try:
            portalocker.lock(file, _FLAGS[use] | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.LockException as error:
            raise LibraryBusy(f"{settings.data_dir} is in use by {_named(holders)}. {_REMEDY}") from error
        _sign(holders, use)
        try:
            yield
        finally:
            _sign_off(holders)


def last_written(settings: IngestSettings) -> int:
    """When a process last began or ended to write to the data directory: changes with each, 0 where none has."""
    try:
        return (settings.data_dir / _HOLDERS).stat().st_mtime_ns
    except OSError:
        return 0


def _opened(data_dir: Path) -> TextIO:
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        return (data_dir / "lock").open("a")
    except OSError as error:
        raise Misconfigured(f"{data_dir} cannot be written: {error.strerror}. Check INGEST_DATA_DIR.") from error


def _sign(holders: Path, use: Use) -> None:
    """Leave the process id for whoever is refused. A writer is alone, so it also clears what the killed left."""
    with holders.open("w" if use == "write" else "a") as file:
        file.write(f"{os.getpid()}\n")


def _sign_off(holders: Path) -> None:
    others = [line for line in _signed(holders) if line != str(os.getpid())]
    holders.write_text("".join(f"{line}\n" for line in others))


def _signed(holders: Path) -> list[str]:
    return holders.read_text().split() if holders.exists() else []


def _named(holders: Path) -> str:
    """The holders still running, as far as this process can see them (not from inside another container)."""
    signed = dict.fromkeys(_signed(holders))
    processes = Path("/proc")
    running = [pid for pid in signed if (processes / pid).exists() or not processes.exists()]
    return f"process {', '.join(running)}" if running else "another process"
