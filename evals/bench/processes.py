"""Starts the commands as a reader would, and takes their time and memory."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

from ingest.errors import FootnoteError

PATIENCE = 120.0
"""Seconds after which a command counts as failed."""

PAUSE = 0.02
"""Seconds between two looks at a process."""

Start = tuple[float, float | None]
"""Seconds a start took, and the peak memory of the process in MB, None where the system does not tell."""

_ANNOUNCED = "Footnote answers at "


class NotStarted(FootnoteError):  # noqa: N818 - named for what happened
    """A command that was to be measured failed."""

    def __init__(self, command: Sequence[str]) -> None:
        said = " ".join(("python", *command[1:]))
        super().__init__(f"{said} failed or took more than {PATIENCE:.0f} s. Run it to see what it says.")


def run_to_end(command: Sequence[str], variables: Mapping[str, str]) -> Start:
    """Seconds from the start of a command to its first line, and its peak memory in MB. Raises NotStarted."""
    peak: float | None = None
    started = time.perf_counter()
    with running(command, variables) as process:
        spoke = time.perf_counter() - started if _line(process) else 0.0
        while process.poll() is None:
            peak = peak_mb(process.pid) or peak
            time.sleep(PAUSE)
        if process.returncode != 0 or not spoke:
            raise NotStarted(command)
    return spoke, peak


def run_server(command: Sequence[str], variables: Mapping[str, str], questions: Sequence[str]) -> Start:
    """Seconds from the start of a server to /readyz, and its peak memory after some questions. Raises NotStarted."""
    started = time.perf_counter()
    with running(command, variables) as process:
        address = announced(process, command)
        while not _is_ready(address):
            if process.poll() is not None:
                raise NotStarted(command)
            time.sleep(PAUSE)
        ready = time.perf_counter() - started
        for question in questions:
            _ask(address, question)
        return ready, peak_mb(process.pid)


@contextmanager
def running(
    command: Sequence[str], variables: Mapping[str, str], patience: float = PATIENCE
) -> Iterator[subprocess.Popen[str]]:
    """A command in a process of its own, with some variables more, ended at the end or after ``patience`` seconds."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **variables}
    )
    watchdog = Timer(patience, process.kill)
    watchdog.start()
    try:
        with process:
            yield process
            process.terminate()
    finally:
        watchdog.cancel()
        process.kill()


def python(*arguments: str) -> list[str]:
    """The command of a module, run by this Python."""
    return [sys.executable, "-m", *arguments]


def peak_mb(pid: int) -> float | None:
    """The most memory a process has held so far, in MB; None where there is no /proc, or no such process."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return None
    found = next((line for line in status.splitlines() if line.startswith("VmHWM:")), None)
    return int(found.split()[1]) / 1024 if found else None


def _line(process: subprocess.Popen[str]) -> str:
    return process.stdout.readline() if process.stdout else ""


def announced(process: subprocess.Popen[str], command: Sequence[str]) -> str:
    """The address that a server says it answers at. Raises NotStarted."""
    while line := _line(process):
        if line.startswith(_ANNOUNCED):
            return line.removeprefix(_ANNOUNCED).strip()
    raise NotStarted(command)


def _is_ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/readyz") as response:
            return bool(response.status == 200)
    except urllib.error.URLError:
        return False


def _ask(address: str, question: str) -> None:
    body = json.dumps({"question": question}).encode()
    request = urllib.request.Request(f"{address}/v1/ask", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as response:
        response.read()
