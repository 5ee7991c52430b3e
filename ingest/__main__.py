"""The command: python -m ingest [PATH...] brings the library up to date with report folders and files.

With --audit it says where reports contradict themselves. What is done with versions of a report (publish, takedown,
rollback, discard, status), access REPORT, backup FILE and restore FILE are commands of their own.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ingest.access_command import run_access
from ingest.audit.run import audit_all
from ingest.audit.tell import as_json, lines
from ingest.backup.command import DESCRIPTIONS, run_backup, run_restore
from ingest.check import check_all
from ingest.embed import Encoder
from ingest.errors import FootnoteError, Misconfigured
from ingest.indexer import EmbeddingProgress, PassageEncoder
from ingest.pipeline import ingest_all, rebuild, remove
from ingest.release import STEPS, run_step
from ingest.settings import IngestSettings
from ingest.summary import Summary
from ingest.terminal import ProgressBar, complaints, table

DEFAULT_PATH = Path("corpus")
FAILED, WRONG_USAGE = 1, 2
ACCESS = "access"


def main(arguments: Sequence[str] | None = None, encoder_of: Callable[[str], PassageEncoder] = Encoder) -> int:
    """Run the command; its exit code: 0 done, 1 a report or the run failed, 2 wrong usage or settings.

    ``encoder_of`` makes the encoder of a model's name.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] and given[0] in DESCRIPTIONS:
        stopped = "Stopped. What was there before is there still, or beside it if it was replaced."
        return _safely(lambda progress: keep(given[0], given[1:], encoder_of, progress), stopped)
    if given[:1] and given[0] in STEPS:
        return _safely(lambda progress: _step(given[0], given[1:]), "Stopped. Nothing was changed.")
    if given[:1] == [ACCESS]:
        return _safely(lambda progress: _access(given[1:], encoder_of, progress))
    parser = _parser()
    options = parser.parse_args(given)
    if options.paths and (options.rebuild or options.remove):
        parser.error("--rebuild and --remove take no PATH: they work on what is in the library")
    if options.draft and (options.check or options.rebuild or options.audit or options.remove):
        parser.error("--draft goes with PATHs alone")
    if options.json and not options.audit:
        parser.error("--json goes with --audit")
    return _safely(lambda progress: _ingest(options, encoder_of, progress))


_STOPPED = "Stopped. The library is as it was before the report in work; run again to finish."


def _safely(work: Callable[[ProgressBar], int], stopped: str = _STOPPED) -> int:
    """What some work returns, or the exit code of what went wrong, told in one line."""
    progress = ProgressBar()
    try:
        return work(progress)
    except FootnoteError as error:
        progress.close()
        print(f"error: {error}", file=sys.stderr)
        return WRONG_USAGE if isinstance(error, Misconfigured) else FAILED
    except KeyboardInterrupt:
        progress.close()
        print(stopped, file=sys.stderr)
        return FAILED
    finally:
        progress.close()


def _ingest(options: argparse.Namespace, encoder_of: Callable[[str], PassageEncoder], progress: ProgressBar) -> int:
    settings = IngestSettings.read()
    if options.audit:
        return _audit(options, settings)
    summary = run(options, settings, encoder_of(settings.embedding_model), progress)
    progress.close()
    return _tell(summary)


def _step(command: str, arguments: Sequence[str]) -> int:
    for line in run_step(command, arguments, IngestSettings.read()):
        print(line)
    return 0


def _access(arguments: Sequence[str], encoder_of: Callable[[str], PassageEncoder], progress: ProgressBar) -> int:
    settings = IngestSettings.read()
    for line in run_access(arguments, settings, encoder_of(settings.embedding_model), progress):
        print(line)
    return 0


def keep(
    command: str,
    arguments: Sequence[str],
    encoder_of: Callable[[str], PassageEncoder],
    progress: ProgressBar,
) -> int:
    """Make a back-up or put one in place, and say so."""
    settings = IngestSettings.read()
    if command == "backup":
        for line in run_backup(arguments, settings):
            print(line)
        return 0
    lines, summary = run_restore(arguments, settings, encoder_of(settings.embedding_model), progress)
    progress.close()
    for line in lines:
        print(line)
    return _tell(summary)


def run(
    options: argparse.Namespace, settings: IngestSettings, encoder: PassageEncoder, progress: EmbeddingProgress
) -> Summary:
    """Do what the options ask for."""
    paths = options.paths or [DEFAULT_PATH]
    if options.check:
        return check_all(paths, settings.limits)
    if options.rebuild:
        return rebuild(settings, encoder, progress)
    if options.remove:
        return remove(options.remove, settings, encoder, progress)
    return ingest_all(paths, settings, encoder, progress, options.draft)


def _parser() -> argparse.ArgumentParser:
    others = [f"python -m ingest {command} FILE" for command in DESCRIPTIONS]
    others += [f"python -m ingest {command} REPORT" for command in (ACCESS, *STEPS)]
    parser = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Put reports into the library.",
        epilog=f"Also: {', '.join(others)}; each has --help. A folder called so is ./backup.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="report folder, folder of them, or file (default: corpus); with --audit also a report's id (default: all)",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="read and validate; write nothing")
    what.add_argument("--rebuild", action="store_true", help="make the index anew from the library")
    what.add_argument("--audit", action="store_true", help="say where reports contradict themselves; write nothing")
    what.add_argument("--remove", metavar="ID", help="take a report out of the library")
    parser.add_argument("--draft", action="store_true", help="read and index; answer from it once it is published")
    parser.add_argument("--json", action="store_true", help="print the audit as JSON")
    return parser


def _audit(options: argparse.Namespace, settings: IngestSettings) -> int:
    audits = audit_all([str(path) for path in options.paths], settings)
    for line in [as_json(audits)] if options.json else lines(audits):
        print(line)
    return 0


def _tell(summary: Summary) -> int:
    for line in table(summary):
        print(line)
    for line in complaints(summary):
        print(line, file=sys.stderr)
    return FAILED if summary.failures else 0


if __name__ == "__main__":
    sys.exit(main())
