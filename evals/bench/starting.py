"""Measures how long the commands take to start, and how much memory they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.bench.processes import Start, python, run_server, run_to_end
from evals.bench.spread import Spread, spread
from evals.library import EVALS

SERVED = 10
"""How often a served bot is asked both questions before its memory is read."""


@dataclass(frozen=True, slots=True)
class Starting:
    """Seconds from the start of a process to its first answer in the terminal, and to a served bot's readiness.

    An answer from the ledger does without the model, which takes seconds to load; one that searches does not.
    Peak memory in MB, None where the system does not tell: of answering in the terminal, of serving, of ingest.
    """

    ledger_answer_s: Spread
    search_answer_s: Spread
    ready_s: Spread
    terminal_mb: float | None
    serving_mb: float | None
    ingest_mb: float | None


def time_starts(folder: Path, ledger: str, search: str, repeats: int) -> Starting:
    """The user's corpus ingested into a folder, asked in the terminal and served, each in processes of its own.

    ``ledger`` is a question the ledger answers, ``search`` one for which passages are searched.
    """
    variables = {"INGEST_DATA_DIR": str(folder), "BOT_HOST": "127.0.0.1", "BOT_PORT": "0"}
    _, ingest_mb = run_to_end(python("ingest", str(EVALS.parent / "corpus")), variables)
    ledgered = [run_to_end(python("bot", "ask", ledger), variables) for _ in range(repeats)]
    searched = [run_to_end(python("bot", "ask", search), variables) for _ in range(repeats)]
    served = [run_server(python("bot"), variables, (ledger, search) * SERVED) for _ in range(repeats)]
    return Starting(
        ledger_answer_s=_seconds(ledgered),
        search_answer_s=_seconds(searched),
        ready_s=_seconds(served),
        terminal_mb=_most([*ledgered, *searched]),
        serving_mb=_most(served),
        ingest_mb=ingest_mb,
    )


def _seconds(runs: Sequence[Start]) -> Spread:
    return spread([seconds for seconds, _ in runs])


def _most(runs: Sequence[Start]) -> float | None:
    return max((megabytes for _, megabytes in runs if megabytes is not None), default=None)
