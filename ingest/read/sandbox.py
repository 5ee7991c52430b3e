"""Reads an untrusted file in a process of its own, with limits: whatever it does there, reading goes on here.

The standard library's subprocess, because multiprocessing, pebble and loky take results back as pickles, by which a
child that a file has taken over would take over the parent, and bubblewrap or nsjail are not everywhere.
"""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Thread
from typing import IO

from pydantic import TypeAdapter, ValidationError

from ingest.errors import UnreadableFile
from ingest.read.child import Order, Outcome, Refusal, as_json
from ingest.read.document import Document
from ingest.read.limits import Limits
from ingest.read.verdict import LASTING_WORDS, Ending, verdict_on

_START = """
import json, sys
order = json.loads(sys.argv[1])
sys.path[:] = json.loads(sys.argv[2])
from ingest.read.child import order_of, serve
serve(order_of(order))
"""
_NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH")
"""The variables a child gets: Windows starts no process without the first, a Python built with a shared library may not
start without the second. No other: keys and passwords are not for it."""

_SINGLE_THREADED = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""openpyxl loads numpy, which starts a thread for each core as it is loaded: where a child may start none, it dies."""

_CHUNK = 2**16


def read_in_child(reader: str, data: bytes, name: str, limits: Limits) -> Document:
    """What the reader of that dotted name ("package.module:function") reads in a file's bytes.

    Raises UnreadableFile as the reader does, and when reading takes too much memory or time, or breaks down.
    """
    try:
        ending = _run(Order(reader, name, len(data), limits), data)
    except OSError as error:
        problem = f"no process can be started to read it ({error.strerror})"
        raise UnreadableFile(name, problem, "Close other programs and start again") from error
    outcome = _outcome(ending, limits)
    if outcome.document is not None:
        return outcome.document
    refusal = outcome.refusal or Refusal(*verdict_on(ending, limits))
    unreadable = UnreadableFile(name, refusal.problem, refusal.remedy, refusal.line)
    if ending.said:
        unreadable.add_note(ending.said)
    raise unreadable


def _outcome(ending: Ending, limits: Limits) -> Outcome:
    """What a child told; nothing where it told nothing that can be trusted."""
    if ending.timed_out or ending.status or len(ending.output) > limits.result_bytes:
        return Outcome()
    try:
        return _outcomes().validate_json(ending.output, strict=True)
    except ValidationError:
        return Outcome()


@cache
def _outcomes() -> TypeAdapter[Outcome]:
    return TypeAdapter(Outcome)


class _Talk:
    """What is said to a child and by it, each by a thread: were one to write while nobody reads, both would wait."""

    def __init__(self, process: subprocess.Popen[bytes], data: bytes, most: int) -> None:
        assert process.stdin and process.stdout and process.stderr
        self.output, self.said = bytearray(), bytearray()
        self.hearing = Thread(target=_hear, args=(process.stdout, self.output, most), daemon=True)
        watching = Thread(target=_watch, args=(process.stderr, self.said), daemon=True)
        feeding = Thread(target=_feed, args=(process.stdin, data), daemon=True)
        self._threads = (self.hearing, watching, feeding)
        for thread in self._threads:
            thread.start()

    def finish(self) -> None:
        for thread in self._threads:
            thread.join(5)  # not for ever: a process that escaped its group could hold the pipes open


def _run(order: Order, data: bytes) -> Ending:
    """Have a child carry out an order; however it goes, it is gone afterwards, and all that it started."""
    until = time.monotonic() + order.limits.seconds
    timed_out = False
    process = _start(order)
    try:
        talk = _Talk(process, data, order.limits.result_bytes)
        # by its end, not that of its output: a process it started could hold that open
        while talk.hearing.is_alive() and process.poll() is None and time.monotonic() < until:
            talk.hearing.join(0.05)
        process.wait(max(until - time.monotonic(), 0))
    except subprocess.TimeoutExpired:
        timed_out = True
    finally:
        _end(process)
    talk.finish()
    return Ending(process.returncode, bytes(talk.output), talk.said.decode("utf-8", "replace"), timed_out)


def _start(order: Order) -> subprocess.Popen[bytes]:
    """A child that finds modules where its parent does, in a group of its own, with next to no environment."""
    path = json.dumps([str(Path(entry).resolve()) for entry in sys.path])  # "" is the folder this one works in
    return subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, as_json(order).decode(), path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_SINGLE_THREADED | {name: os.environ[name] for name in _NEEDED if name in os.environ},
        cwd=Path(os.sep),
        start_new_session=True,
    )


def _feed(stream: IO[bytes], data: bytes) -> None:
    with suppress(OSError), stream:  # the child may end before it has read all
        stream.write(data)


def _hear(stream: IO[bytes], output: bytearray, most: int) -> None:
    """Take in what is said, up to a little more than is allowed."""
    with stream:
        while len(output) <= most and (chunk := stream.read(_CHUNK)):
            output += chunk


def _watch(stream: IO[bytes], said: bytearray) -> None:
    """Take in all and keep its end."""
    with stream:
        while chunk := stream.read(_CHUNK):
            said += chunk
            del said[:-LASTING_WORDS]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill a child and all it started, and wait for it, so that no zombie is left."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):  # gone already; macOS says the second of zombies
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
