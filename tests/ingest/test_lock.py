"""Many readers or one writer, also when a holder was killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.errors import LibraryBusy, Misconfigured
from ingest.lock import Use, hold
from ingest.settings import IngestSettings

HOLDER = """
import sys
from pathlib import Path
from ingest.lock import hold
from ingest.settings import IngestSettings

with hold(IngestSettings(data_dir=Path(sys.argv[1])), sys.argv[2]):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def other_process(settings: IngestSettings, use: Use) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the directory until told to let go, or killed."""
    command = [sys.executable, "-c", HOLDER, str(settings.data_dir), use]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "held\n"
        yield process
        process.kill()


@pytest.mark.parametrize(("held", "wanted"), [("write", "write"), ("write", "read"), ("read", "write")])
def test_a_writer_is_alone_and_who_is_refused_is_told_by_whom(settings: IngestSettings, held: Use, wanted: Use) -> None:
    with (
        other_process(settings, held) as other,
        pytest.raises(LibraryBusy, match=rf"process {other.pid}\. .*INGEST_CHROMA_URL"),
        hold(settings, wanted),
    ):
        pass


def test_readers_share(settings: IngestSettings) -> None:
    with other_process(settings, "read"), hold(settings, "read"):
        pass


def test_a_refused_writer_is_told_of_each_reader(settings: IngestSettings) -> None:
    with (
        other_process(settings, "read") as first,
        other_process(settings, "read") as second,
        pytest.raises(LibraryBusy, match=f"{first.pid}, {second.pid}"),
        hold(settings, "write"),
    ):
        pass


@pytest.mark.parametrize("use", ["read", "write"])
def test_a_killed_holder_holds_nothing(settings: IngestSettings, use: Use) -> None:
    with other_process(settings, use) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        with hold(settings, "write"):
            pass


def test_the_killed_are_not_named_among_the_holders(settings: IngestSettings) -> None:
    with other_process(settings, "read") as killed:
        killed.kill()
        killed.wait()
        with (
            other_process(settings, "read") as living,
            pytest.raises(LibraryBusy, match=f"process {living.pid}\\."),
            hold(settings, "write"),
        ):
            pass


def test_letting_go_leaves_the_directory_free(settings: IngestSettings) -> None:
    for use in ("write", "read", "write"):
        with hold(settings, use):
            assert str(os.getpid()) in (settings.data_dir / "lock.holders").read_text()
    assert (settings.data_dir / "lock.holders").read_text() == ""


def test_a_reader_of_a_server_needs_no_lock(settings: IngestSettings) -> None:
    served = settings.model_copy(update={"chroma_url": "http://127.0.0.1:8000"})
    with other_process(settings, "write"), hold(served, "read"):
        pass
    with other_process(settings, "write"), pytest.raises(LibraryBusy), hold(served, "write"):
        pass


def test_a_directory_that_cannot_be_is_told_in_one_line() -> None:
    with pytest.raises(Misconfigured, match="INGEST_DATA_DIR"), hold(IngestSettings(data_dir=Path("/proc/no")), "read"):
        pass
