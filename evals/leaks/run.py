"""Serves a library with licensed parts and asks for them as somebody without a licence, and as one who has it."""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.app import open_records
from bot.keys import Keys
from bot.settings import BotSettings
from bot.sites import Sites
from evals.bench.processes import announced, python, run_to_end, running
from evals.leaks.faces import Client, Reply
from evals.leaks.wordings import LIBRARY, Guarded, guarded, questions, told
from ingest.settings import IngestSettings

ORIGIN = "https://shop.example"

OTHER = "oat-drinks-2025"
"""The report that a key has a licence for which is asked for the others."""

LICENSED_FOR_OTHER = "licence for another report"

SECONDS = 7200.0
"""Time after which the server is ended, whatever it is asked."""


@dataclass(frozen=True, slots=True)
class Leak:
    """What somebody was told who may not read it."""

    client: str
    face: str
    question: str
    secrets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attempts:
    """What came of somebody's asking: ``replies`` by face, ``faults`` by status of 500 and above, the secrets told, and
    of the wordings those whose answer told any."""

    client: str
    replies: Counter[str]
    faults: Counter[str]
    leaks: tuple[Leak, ...]
    wordings: int

    @property
    def telling(self) -> int:
        """How many wordings were told a secret."""
        return len({leak.question for leak in self.leaks if leak.question})


def leaks(tell: Callable[[str], None]) -> list[Attempts]:
    """What each sort of reader was told; the last one has a licence. Raises NotStarted."""
    reports = guarded()
    with tempfile.TemporaryDirectory(prefix="footnote-leaks-") as folder, serving(Path(folder)) as clients:
        found = []
        for client in clients:
            tell(client.name)
            found.append(attempts(client, [each for each in reports if each.id != client.licensed]))
        return found


def attempts(client: Client, reports: Sequence[Guarded]) -> Attempts:
    """Everything asked by one client."""
    seen: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    found: list[Leak] = []
    wordings = set()
    for report in reports:
        for question, reply in _replies(client, report):
            wordings.add(question)
            seen[reply.face] += 1
            if reply.status >= 500:
                faults[f"{reply.face} {reply.status}"] += 1
            if secrets := told(reply.text, report.secrets, question):
                found.append(Leak(client.name, reply.face, question, tuple(secrets)))
    return Attempts(client.name, seen, faults, tuple(found), len(wordings - {""}))


def _replies(client: Client, report: Guarded) -> Iterator[tuple[str, Reply]]:
    for question in questions(report):
        for reply in client.asked(question, report.id):
            yield question, reply
    for reply in client.addresses(report.id):
        yield "", reply


@contextmanager
def serving(folder: Path) -> Iterator[list[Client]]:
    """Clients of a server of its own: nobody first, last one who has a licence. Raises NotStarted."""
    ingested(folder, LIBRARY)
    records = open_records(BotSettings(), IngestSettings(data_dir=folder))
    keys, sites = Keys(records.engine), Sites(records.engine)
    shown = {
        "public key": keys.create("public", "public")[1],
        LICENSED_FOR_OTHER: keys.create("other", "licensed", (OTHER,))[1],
        "widget": sites.create("shop", (ORIGIN,)).id,
        "licence": keys.create("licensed", "licensed")[1],
    }
    records.close()
    with served(folder) as url:
        yield [
            Client("nobody", url),
            *(
                Client(
                    name,
                    url,
                    {"Authorization": f"Bearer {token}"} | ({"Origin": ORIGIN} if name == "widget" else {}),
                    of_a_site=name == "widget",
                    licensed=OTHER if name == LICENSED_FOR_OTHER else None,
                )
                for name, token in shown.items()
            ),
        ]


def ingested(folder: Path, library: Path) -> None:
    """Take reports into a library of their own in a folder. Raises NotStarted."""
    run_to_end(python("ingest", str(library)), _variables(folder))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of the library in a folder. Raises NotStarted."""
    command = python("bot")
    with running(command, _variables(folder), SECONDS) as process:
        yield announced(process, command)


def _variables(folder: Path) -> dict[str, str]:
    return {
        "INGEST_DATA_DIR": str(folder),
        "BOT_HOST": "127.0.0.1",
        "BOT_PORT": "0",
        "BOT_WAITING": "1000",
        "BOT_QUOTED_PER_DAY": "0",
    }


def as_json(found: Sequence[Attempts]) -> str:
    """The leaks, for reading them one by one."""
    return json.dumps(
        [
            {"client": leak.client, "face": leak.face, "question": leak.question, "secrets": leak.secrets}
            for each in found[:-1]
            for leak in each.leaks
        ],
        ensure_ascii=False,
        indent=2,
    )
