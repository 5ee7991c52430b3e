import signal
import sys

import pytest

from ingest.read.limits import Limits
from ingest.read.verdict import MAX_WORDS, Ending, verdict_on

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals on Windows")


@pytest.mark.parametrize(
    ("ending", "problem"),
    [
        (Ending(-signal.SIGKILL, b"", "", timed_out=True), "it takes longer than 120 seconds to read"),
        (Ending(-signal.SIGXCPU, b"", ""), "it takes longer than 120 seconds to read"),
        (Ending(-signal.SIGALRM, b"", ""), "it takes longer than 120 seconds to read"),
        (Ending(-signal.SIGKILL, b"", ""), "it needs more than 1.5 GB of memory to read"),
        (
            Ending(-signal.SIGABRT, b"", "terminate called: std::bad_alloc"),
            "it needs more than 1.5 GB of memory to read",
        ),
        (Ending(1, b"", "Traceback\nMemoryError\n"), "it needs more than 1.5 GB of memory to read"),
        (
            Ending(-signal.SIGABRT, b"", ""),
            "it needs more than 1.5 GB of memory to read, or is damaged: the program that reads it gave up (SIGABRT)",
        ),
        (Ending(-signal.SIGBUS, b"", ""), "it is damaged: the program that reads it crashed on it (SIGBUS)"),
        (Ending(-40, b"", ""), "it is damaged: the program that reads it crashed on it (signal 40)"),
        (Ending(1, b"", "a\nRecursionError: too deep"), "its parts are nested too deeply to read"),
        (
            Ending(1, b"", "a\nKeyError: 'x'\n"),
            "it is damaged, or has something that cannot be read yet (KeyError: 'x')",
        ),
        (Ending(0, b"{", "a warning\n"), "it is damaged: the program that reads it ended without a result"),
        (Ending(9, b"", ""), "it is damaged: the program that reads it ended without a result"),
    ],
)
def test_a_breakdown_is_put_in_words(ending: Ending, problem: str) -> None:
    assert verdict_on(ending, Limits())[0] == problem


def test_what_a_file_makes_an_error_say_is_short_and_harmless() -> None:
    problem, _ = verdict_on(Ending(1, b"", "ValueError: \x1b[2J\x07" + "x" * 9999), Limits())
    assert problem.isprintable() and len(problem) < MAX_WORDS + 100
