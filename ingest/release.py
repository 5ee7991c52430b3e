"""The commands that say which version of a report answers: publish, takedown, rollback, discard, and status.

They change the library by one transaction and touch no index, so they work beside a server that serves: it answers by
the new state with the next question.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from ingest.library import Library
from ingest.lifecycle import Event
from ingest.settings import IngestSettings
from ingest.versions import Version, is_upload

STEPS = {
    "publish": "Let the draft of a report answer, or else the version that was taken down.",
    "takedown": "Let a report answer no more; its version is kept and can be published again.",
    "rollback": "Let the version before answer again; once more undoes it.",
    "discard": "Delete the draft of a report, or else the version that was taken down.",
    "status": "Say which versions there are, and what was done with them.",
}
"""The commands, with what each does; a folder of such a name is ./status."""


def run_step(command: str, arguments: Sequence[str], settings: IngestSettings) -> Iterator[str]:
    """Do it; lines that say what was done. Raises UnknownReport, NoSuchVersion, OtherModel, Misconfigured."""
    options = parser_of(command).parse_args(arguments)
    with Library(settings.library_location) as library:
        match command:
            case "publish":
                version = library.publish(options.report, model=settings.embedding_model)
                yield f"{_named(version)} answers now."
            case "takedown":
                library.take_down(options.report)
                yield f"'{options.report}' answers no more. python -m ingest publish {options.report} puts it back."
            case "rollback":
                version = library.roll_back(options.report, model=settings.embedding_model)
                yield f"{_named(version)} answers again. python -m ingest rollback {options.report} undoes that."
            case "discard":
                number = _discarded(library, options.report)
                yield f"Version {number} of '{options.report}' is deleted."
            case _:
                yield from _status(library, options.report, options.json)


def parser_of(command: str) -> argparse.ArgumentParser:
    """The parser of a command's own arguments."""
    parser = argparse.ArgumentParser(prog=f"python -m ingest {command}", description=STEPS[command])
    status = command == "status"
    parser.add_argument("report", metavar="REPORT", nargs="?" if status else None, help="the report's id")
    if status:
        parser.add_argument("--json", action="store_true", help="for programs")
    return parser


def _discarded(library: Library, report: str) -> int:
    """The number of the version that was deleted: a draft before what was taken down."""
    states = {version.state: version.number for version in reversed(library.kept(report))}
    number = states.get("draft", states.get("taken down", 0))
    library.discard(report, number)
    return number


def _status(library: Library, report: str | None, as_json: bool) -> Iterator[str]:
    versions = library.kept(report)
    if report is not None and not versions:
        library.version(report)  # raises UnknownReport with those there are
    events = library.events(report) if report is not None or as_json else ()
    if as_json:
        told = {"versions": [_version(version) for version in versions], "events": [_event(event) for event in events]}
        yield json.dumps(told, indent=2, ensure_ascii=False)
        return
    rows = [("report", "state", "version", "read from", "title"), *(_cells(version) for version in versions)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        yield "  ".join((*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[4]))
    for event in reversed(events):
        by = event.by or "a command"
        yield f"{_time(event.at)}  {event.action}, version {event.version}, by {by}"


def _cells(version: Version) -> tuple[str, str, str, str, str]:
    origin = version.origin or ""
    place = f"upload of {origin.rpartition('/')[2]}" if is_upload(origin) else origin
    return version.id, version.state, str(version.number), place, version.title


def _named(version: Version) -> str:
    return f"Version {version.number} of '{version.id}' ({version.title})"


def _version(version: Version) -> dict[str, object]:
    return {
        "report": version.id,
        "version": version.number,
        "state": version.state,
        "title": version.title,
        "passages": version.passages,
        "digest": version.digest,
        "origin": version.origin,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "report": event.report,
        "version": event.version,
        "action": event.action,
        "by": event.by,
        "at": event.at.isoformat(),
    }


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
