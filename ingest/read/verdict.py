"""Puts in words how a process that read a file broke down, and what can be done."""

import signal
import sys
from dataclasses import dataclass

from ingest.read.limits import Limits, tells_of_memory

LASTING_WORDS = 2**14
"""Bytes that are kept of what a child says on stderr: a traceback's end."""

MAX_WORDS = 200
"""Characters of an error that are told."""

_ANEW = "Open it in its own program and save it anew"

_TIMED = ("SIGXCPU", "SIGALRM")
_GAVE_UP = ("SIGABRT", "SIGTRAP", "SIGILL")
"""How programs end themselves: pdfium does so without a word when it gets no more memory."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a child ended: its exit status (minus the signal that ended it), what it wrote, whether its time was up."""

    status: int
    output: bytes
    said: str
    timed_out: bool = False


def verdict_on(ending: Ending, limits: Limits) -> tuple[str, str]:
    """Problem and remedy of a file whose child told nothing, or nothing that could be used."""
    signaled = _signal(ending.status)
    if ending.timed_out or signaled in _TIMED:
        return (
            f"it takes longer than {limits.seconds} seconds to read",
            "Split it or save it anew, or raise INGEST_MAX_READ_SECONDS",
        )
    if len(ending.output) > limits.result_bytes:
        return f"there is more than {limits.result_mb} MB of text in it", "Split it"
    too_much = f"needs more than {limits.memory_mb / 1000:g} GB of memory to read"
    more_memory = "Split it or save it anew, or raise INGEST_MAX_READ_MEMORY_MB"
    if signaled == "SIGKILL" or (ending.status and tells_of_memory(ending.said)):
        return f"it {too_much}", more_memory
    if signaled in _GAVE_UP:
        return f"it {too_much}, or is damaged: the program that reads it gave up ({signaled})", more_memory
    return _breakdown(ending, signaled)


def _breakdown(ending: Ending, signaled: str) -> tuple[str, str]:
    if signaled:
        return f"it is damaged: the program that reads it crashed on it ({signaled})", _ANEW
    error = _last_error(ending.said)
    if error.startswith(("ModuleNotFoundError", "ImportError")):
        return f"the program that reads it is not installed, or not whole ({error})", "Install Footnote anew"
    if error.startswith("RecursionError"):
        return "its parts are nested too deeply to read", _ANEW
    if ending.status and error:
        return f"it is damaged, or has something that cannot be read yet ({error})", _ANEW
    return "it is damaged: the program that reads it ended without a result", _ANEW


def _signal(status: int) -> str:
    """The name of the signal that ended a process, if one did."""
    if status >= 0 or sys.platform == "win32":
        return ""
    try:
        return signal.Signals(-status).name
    except ValueError:  # a real-time signal has no name
        return f"signal {-status}"


def _last_error(said: str) -> str:
    """The last line of a traceback, safe to be printed: it may quote the file."""
    lines = [line for line in said.splitlines() if line.strip() and not line[0].isspace()]
    shown = "".join(char for char in lines[-1] if char.isprintable()) if lines else ""
    return shown if len(shown) <= MAX_WORDS else f"{shown[:MAX_WORDS]}…"
