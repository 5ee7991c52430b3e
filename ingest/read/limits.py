"""What reading one untrusted file may cost, and how a process is held to it."""

import ctypes
import os
import re
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass

if sys.platform != "win32":
    import resource

GRACE_SECONDS = 5
"""What a child without a parent lives on beyond its time: the parent, where there is one, ends it before."""

_OUT_OF_MEMORY = re.compile(r"MemoryError|bad_alloc|out of memory|memory alloc|cannot allocate memory", re.IGNORECASE)

_NEW_USERS, _NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of sched.h; ``os.unshare`` came with Python 3.12."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The file's size in MB, memory in MB, time in seconds, what is read in MB, and the parts of an office file.

    Measured on two cores, address space of Python and of the parser included: a PDF of 300 pages of text and tables
    takes less than 0.15 GB and 14 s, a Word file as long 0.15 GB and 0.6 s, a workbook of 60,000 cells 0.2 GB and 3 s.
    """

    memory_mb: int = 1500
    seconds: int = 120
    result_mb: int = 64
    parts: int = 10_000
    file_mb: int = 50

    @property
    def file_bytes(self) -> int:
        return self.file_mb * 2**20

    @property
    def memory_bytes(self) -> int:
        return self.memory_mb * 2**20

    @property
    def result_bytes(self) -> int:
        return self.result_mb * 2**20

    @property
    def expanded_bytes(self) -> int:
        """Size of an office file once unpacked: its XML read whole takes ten times as much memory, pictures once."""
        return self.memory_bytes // 5


def hold_to(limits: Limits) -> None:
    """Hold this process to its limits from here on: no way leads back.

    Memory is not limited where the system does not do it (macOS, Windows); on Windows nothing is, and only the parent's
    clock ends a child. The network is shut off where Linux lets an ordinary user do so.
    """
    if sys.platform != "win32":
        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_FSIZE, 0)
        _lower(resource.RLIMIT_NPROC, 0)
        _lower(resource.RLIMIT_CPU, limits.seconds, GRACE_SECONDS)  # at the hard limit it is killed without a word
        _lower(resource.RLIMIT_AS, limits.memory_bytes)
        signal.alarm(limits.seconds + GRACE_SECONDS)
    _leave_network()


def tells_of_memory(said: str) -> bool:
    """Whether the last words of a process say that it ran out of memory."""
    return bool(_OUT_OF_MEMORY.search(said))


def _lower(which: int, most: int, grace: int = 0) -> None:
    if sys.platform != "win32":
        _, hard = resource.getrlimit(which)
        first, last = most, most + grace
        if hard != resource.RLIM_INFINITY:
            first, last = min(first, hard), min(last, hard)
        with suppress(ValueError, OSError):  # macOS has RLIMIT_AS but refuses it
            resource.setrlimit(which, (first, last))


def _leave_network() -> None:
    if sys.platform == "linux":
        # root stays among the users there are: out of them it could no longer open files that belong to others
        spaces = _NEW_NETWORK if os.geteuid() == 0 else _NEW_NETWORK | _NEW_USERS
        ctypes.CDLL(None).unshare(spaces)  # a refusal leaves everything as it was
