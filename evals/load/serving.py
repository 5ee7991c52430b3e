"""A server of its own over the corpus, as a user would start it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from evals.bench.processes import announced, python, run_to_end, running
from evals.library import EVALS
from evals.question import QUESTIONS, load_questions


@dataclass(frozen=True, slots=True)
class Served:
    """Where a server answers, and its process."""

    host: str
    port: int
    pid: int


@contextmanager
def serving(folder: Path, seconds: float, variables: Mapping[str, str]) -> Iterator[Served]:
    """The corpus ingested into a folder and served for so many seconds at most. Raises NotStarted."""
    settings = {"INGEST_DATA_DIR": str(folder), "BOT_HOST": "127.0.0.1", "BOT_PORT": "0", **variables}
    run_to_end(python("ingest", str(EVALS.parent / "corpus")), settings)
    command = python("bot")
    with running(command, settings, seconds) as process:
        address = urlsplit(announced(process, command))
        yield Served(address.hostname or "", address.port or 0, process.pid)


def corpus_texts() -> list[str]:
    """What is asked: the dev questions about the reports in corpus/ that stand alone."""
    reports = {folder.name for folder in (EVALS.parent / "corpus").iterdir() if folder.is_dir()}
    asked = load_questions(QUESTIONS, ("dev",))
    return [each.turns[0] for each in asked if each.report in reports and len(each.turns) == 1]
