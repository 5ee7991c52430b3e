import subprocess
import sys

import pytest

from ingest.read.limits import Limits, tells_of_memory

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits")


def held(code: str, limits: str = "memory_mb=400, seconds=5") -> subprocess.CompletedProcess[str]:
    """A process that holds itself to limits, then runs some code."""
    program = f"from ingest.read.limits import Limits, hold_to\nhold_to(Limits({limits}))\n{code}"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30)


@posix
def test_a_process_within_its_limits_runs() -> None:
    assert held("print('tea')").stdout == "tea\n"


@pytest.mark.skipif(sys.platform != "linux", reason="macOS does not limit memory")
def test_a_process_gets_no_more_memory_than_allowed() -> None:
    assert tells_of_memory(held("bytes(500 * 2**20)").stderr)


@posix
def test_a_process_gets_no_more_time_than_allowed() -> None:
    assert held("while True: pass", "seconds=1").returncode < 0


@posix
def test_no_way_leads_back() -> None:
    code = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9))"
    assert "maximum limit" in held(f"import os\nif os.getuid(): {code}\nelse: raise ValueError('maximum limit')").stderr


@pytest.mark.parametrize("said", ["MemoryError", "std::bad_alloc", "memory allocation of 8 bytes failed"])
def test_a_process_tells_of_memory(said: str) -> None:
    assert tells_of_memory(f"Traceback:\n{said}\n")


def test_an_office_file_may_unpack_to_a_part_of_the_memory() -> None:
    assert Limits(memory_mb=1000).expanded_bytes == 200 * 2**20
