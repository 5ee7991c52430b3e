"""Decides what taking a report in will be: by what is live, what is kept, and where it was read from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingest.errors import DuplicateReport
from ingest.library import Library
from ingest.read.find import ReportSource
from ingest.summary import State
from ingest.versions import Version, is_upload

Step = Literal["read", "publish", "draft", "nothing"]
"""Read it and let it answer; let the draft that was read from it answer; read it as a draft; leave all as it is."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What is to be done with a report, what that makes of it, and what is to be said of it."""

    step: Step
    state: State
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Current:
    """What a version would be of that is read now: the files' digest, the reading code's, and the embedding model."""

    digest: str
    reader: str
    model: str

    def is_of(self, version: Version | None) -> bool:
        """Whether a version is of the same files, read by the same code and embedded by the same model."""
        return version is not None and self == Current(version.digest, version.reader, version.model)


def intake_of(source: ReportSource, now: Current, library: Library, as_draft: bool = False) -> Intake:
    """What to do with a report's files. Raises DuplicateReport when its id is that of a report elsewhere.

    What staff did is not undone by files that have not changed since: those of a version that was rolled back from or
    taken down are left. A report that was taken down stays so, and its changed files become a draft. A report that
    staff uploaded is not replaced by a folder of the same id. A draft is read whatever stands.
    """
    versions = {version.state: version for version in reversed(library.kept(source.id))}
    live, draft, before = (versions.get(state) for state in ("live", "draft", "previous"))
    if source.rival is None and now.is_of(live):
        return Intake("nothing", "unchanged")
    held = None if as_draft else _held(source, now, library, live, before)
    if held:
        return held
    _refuse_another(source, library)
    if now.is_of(draft):
        return Intake("nothing", "draft", _PUBLISH.format(id=source.id)) if as_draft else Intake("publish", "published")
    down = next((each for each in library.kept(source.id) if each.state == "taken down"), None)
    if as_draft or (live is None and down is not None):
        return Intake("draft", "draft", _PUBLISH.format(id=source.id))
    return Intake("read", "new" if live is None else "replaced")


def _held(
    source: ReportSource, now: Current, library: Library, live: Version | None, before: Version | None
) -> Intake | None:
    if live is not None and is_upload(live.origin) and live.digest != now.digest:
        return Intake("nothing", "held", _UPLOADED.format(id=source.id, place=source.place))
    down = [each for each in library.kept(source.id) if each.state == "taken down"]
    if live is None and any(each.digest == now.digest for each in down):
        return Intake("nothing", "held", _DOWN.format(id=source.id))
    if live and before and before.number > live.number and before.digest == now.digest:
        return Intake("nothing", "held", _ROLLED_BACK.format(id=source.id))
    return None


_PUBLISH = "a draft, from which nothing is answered; python -m ingest publish {id} lets it answer."
_UPLOADED = (
    "staff uploaded another version, and {place} is left aside; python -m ingest {place} --draft, then "
    "python -m ingest publish {id}, puts it in place."
)
_DOWN = "taken down, and its files have not changed since; python -m ingest publish {id} lets it answer again."
_ROLLED_BACK = (
    "rolled back, and its files have not changed since; python -m ingest rollback {id} undoes that, changed files are "
    "published."
)


def _refuse_another(source: ReportSource, library: Library) -> None:
    origin = library.origins().get(source.id)
    if origin is None or is_upload(origin):
        return
    if Path(origin) != source.place and Path(origin).exists():
        raise DuplicateReport(source.id, Path(origin), source.place)
