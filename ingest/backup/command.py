"""The commands python -m ingest backup FILE and python -m ingest restore FILE."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.backup.databases import LIBRARY, library_file
from ingest.backup.file import Manifest
from ingest.backup.make import back_up
from ingest.backup.restore import restore
from ingest.errors import FootnoteError
from ingest.indexer import EmbeddingProgress, PassageEncoder
from ingest.pipeline import rebuild
from ingest.settings import IngestSettings
from ingest.summary import Summary

RECORDS = "records.sqlite"


def parser_of(command: str) -> argparse.ArgumentParser:
    """The parser of a command's own arguments."""
    parser = argparse.ArgumentParser(prog=f"python -m ingest {command}", description=DESCRIPTIONS[command])
    parser.add_argument("file", type=Path, metavar="FILE", help="the back-up's file, a zip")
    if command == "restore":
        parser.add_argument("--replace", action="store_true", help="also where the data folder holds something")
    return parser


DESCRIPTIONS = {
    "backup": "Put library and records into one file, also while they are served.",
    "restore": "Put what a back-up holds into the data folder, and make the index anew. Stop the server first.",
}
"""The commands beside PATHs; a folder of such a name is ./backup."""


def run_backup(arguments: Sequence[str], settings: IngestSettings) -> Iterator[str]:
    """Make a back-up; lines that say what it holds and what not."""
    file: Path = parser_of("backup").parse_args(arguments).file
    manifest = back_up(settings, file)
    yield f"{file} holds {_listed(manifest)}."
    yield from missing(manifest, settings)


def run_restore(
    arguments: Sequence[str], settings: IngestSettings, encoder: PassageEncoder, progress: EmbeddingProgress
) -> tuple[list[str], Summary]:
    """Put a back-up in place and make the index anew; lines that say what was done, and the index's summary.

    What was there is deleted once the new library is searchable, else kept and named.
    """
    options = parser_of("restore").parse_args(arguments)
    restored = restore(settings, options.file, options.replace)
    lines = [f"Restored {_listed(restored.manifest)}, as of {restored.manifest.made_at:%Y-%m-%d %H:%M} UTC."]
    try:
        summary = rebuild(settings, encoder, progress) if LIBRARY in restored.manifest.names else Summary()
    except FootnoteError as error:
        raise NotIndexed(f"{error} {_kept(restored.aside)}Run python -m ingest --rebuild.") from error
    if summary.failures:
        return [*lines, _kept(restored.aside)], summary
    restored.forget()
    return lines, summary


class NotIndexed(FootnoteError):  # noqa: N818 - named for what happened
    """A back-up is in place, and its index could not be made."""


def missing(manifest: Manifest, settings: IngestSettings) -> Iterator[str]:
    """What a back-up does not hold, a line each."""
    if library_file(settings) is None:
        yield "Not in it: the library, which INGEST_LIBRARY_URL names. Back it up with its database's own tools."
    elif LIBRARY not in manifest.names:
        yield "Not in it: a library; there is none yet."
    said = "conversations and feedback" if RECORDS not in manifest.names else "other records"
    yield f"Not in it: {said} that BOT_RECORDS_URL may name; the index, which restoring makes anew."
    if any(settings.uploads_dir.glob("*")):
        yield f"Not in it: the files that staff uploaded, in {settings.uploads_dir}; what was read from them is."


def _listed(manifest: Manifest) -> str:
    return ", ".join(f"{held.name} ({held.bytes / 1e6:,.1f} MB)" for held in manifest.databases)


def _kept(aside: tuple[Path, ...]) -> str:
    return f"What was there before is in {', '.join(map(str, aside))}. " if aside else ""
