import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.read.document import Document
from ingest.read.find import ReportSource
from ingest.read.limits import Limits
from ingest.read.report import read_report
from ingest.read.sandbox import read_in_child
from tests.ingest.read import hostile
from tests.ingest.read.broken import GOOD, TEXT, Broken, broken_files

LIMITS = Limits(memory_mb=600, seconds=20, result_mb=2)
SHORT = Limits(memory_mb=600, seconds=3, result_mb=2)
BROKEN = broken_files()
READERS = {
    ".pdf": ("ingest.read.pdf.reader:read_pdf", "hostile:pdf"),
    ".docx": ("ingest.read.word.reader:read_word", "hostile:word"),
    ".xlsx": ("ingest.read.workbook.reader:read_workbook", "hostile:workbook"),
    ".html": ("ingest.read.html.reader:read_html", "hostile:page"),
}
"""The product's readers, and the bare parsers that take their place where they cannot be imported."""

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has a clock only")


@pytest.fixture(autouse=True)
def hostile_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def reader_of(ending: str) -> str:
    own, bare = READERS[ending]
    module, function = own.split(":")
    if find_spec(module) is None:
        return bare
    try:
        return own if hasattr(import_module(module), function) else bare
    except ImportError:
        return bare


def refused(reader: str, data: bytes = b"tea", name: str = "tea.md", limits: Limits = SHORT) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read_in_child(reader, data, name, limits)
    assert str(caught.value).startswith(name)
    return caught.value


def test_a_document_comes_back_exactly_as_it_was_read(capfd: pytest.CaptureFixture[str]) -> None:
    read = read_in_child("hostile:whole", b"tea", "tables/Tée.md", LIMITS)
    assert read == hostile.whole(b"tea", "tables/Tée.md")
    assert hash(read) == hash(hostile.whole(b"tea", "tables/Tée.md"))


def test_a_document_of_nothing_comes_back() -> None:
    assert read_in_child("hostile:nothing", b"tea", "tea.md", LIMITS) == Document()


def test_a_name_that_is_no_unicode_is_read() -> None:
    assert read_in_child("hostile:whole", b"tea", "t\udce9e.md", LIMITS).sections[0].file == "t?e.md"


def test_a_large_file_goes_in_whole() -> None:
    assert read_in_child("hostile:length", b"tea\n" * 2**22, "tea.md", LIMITS) == hostile.said(str(2**24))


def test_a_refusal_comes_back_as_it_was_raised() -> None:
    error = refused("hostile:refuse")
    assert (error.file, error.problem, error.remedy, error.line) == ("tea.md", "the table has no end", "End it", 7)


@posix
@pytest.mark.parametrize(
    ("reader", "says"),
    [
        ("hoard", "needs more than 0.6 GB of memory to read. Split it or save it anew, or raise INGEST_MAX_READ_MEM"),
        ("swallow_memory_error", "needs more than 0.6 GB of memory"),
        ("abort_for_memory", "needs more than 0.6 GB of memory"),
        ("sleep", "takes longer than 3 seconds to read. Split it or save it anew, or raise INGEST_MAX_READ_SECONDS"),
        ("stick", "takes longer than 3 seconds"),
        ("hang_up", "takes longer than 3 seconds"),
        ("crash", r"the program that reads it crashed on it \(SIGSEGV\). Open it in its own program and save it anew"),
        (
            "fail",
            r"it is damaged, or has something that cannot be read yet \(KeyError: '.{0,200}…\). Open it in its own",
        ),
        ("recurse", "its parts are nested too deeply to read"),
        ("lack", "program that reads it is not installed.*no_such_parser"),
        ("leave", "ended without a result"),
        ("leave_with_status", "ended without a result"),
        ("leave_a_child", "ended without a result"),
        ("lie", "ended without a result"),
        ("lie_by_pickle", "ended without a result"),
        ("flood", "there is more than 2 MB of text in it. Split it"),
    ],
)
def test_a_breakdown_is_told_in_words_and_leaves_nothing_behind(reader: str, says: str) -> None:
    threads, children, begun = threading.active_count(), children_of(os.getpid()), time.monotonic()
    error = refused(f"hostile:{reader}")
    assert time.monotonic() - begun < 30
    assert re.search(says, str(error))
    assert "\x1b" not in str(error)
    assert threading.active_count() == threads
    assert children_of(os.getpid()) == children


def children_of(process: int) -> list[str]:
    """The commands of the processes one has started, zombies too."""
    running = [line.split(maxsplit=2) for line in everything_running()]
    return [command for parent, _, command in running if int(parent) == process and "ps -A" not in command]


def everything_running() -> list[str]:
    """Each process: its parent, its state and its command."""
    command = ["ps", "-A", "-ww", "-o", "ppid=,stat=,args="]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_much_said_on_stderr_hinders_nothing() -> None:
    assert read_in_child("hostile:moan", b"tea", "tea.md", LIMITS) == hostile.said("read")


def test_a_traceback_is_kept_as_a_note() -> None:
    (note,) = refused("hostile:fail").__notes__
    assert "in fail" in note and len(note) < 2**15


@posix
def test_a_child_writes_no_files(tmp_path: Path) -> None:
    refused("hostile:write", str(tmp_path / "dropped.txt").encode())
    assert not (tmp_path / "dropped.txt").exists() or (tmp_path / "dropped.txt").read_bytes() == b""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shuts the network off")
def test_a_child_reaches_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        if subprocess.run(["unshare", "--net", "--map-root-user", "true"], capture_output=True).returncode:
            pytest.skip("this kernel does not let users leave the network")
        refused("hostile:call_home", str(server.getsockname()[1]).encode())


def test_a_child_knows_no_secrets_and_loads_nothing_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("INGEST_LIBRARY_URL", "postgresql://user:password@host/db")
    surroundings = read_in_child("hostile:tell_surroundings", b"tea", "tea.md", LIMITS).sections[0].text
    assert set(surroundings.split()) <= {
        *("LD_LIBRARY_PATH", "SYSTEMROOT", "LC_CTYPE"),
        *("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"),
    }


@posix
def test_numpy_is_loaded_where_no_thread_may_be_started() -> None:
    assert read_in_child("hostile:load_numpy", b"tea", "tea.md", LIMITS).sections[0].text == "0.6 GB are enough"


def test_that_no_process_can_be_started_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    assert "no process can be started to read it (No such file" in str(refused("hostile:nothing"))


def test_a_child_starts_fast() -> None:
    begun = time.monotonic()
    read_in_child("hostile:nothing", b"tea", "tea.md", LIMITS)
    assert time.monotonic() - begun < 10  # 0.14 s on a quiet machine


def test_a_child_loads_no_more_of_the_product_than_it_needs() -> None:
    loaded = read_in_child("hostile:tell_modules", b"tea", "tea.md", LIMITS).sections[0].text
    assert not {"ingest.quantity", "ingest.read.report", "ingest.read.outline"} & set(loaded.split())


@posix
def test_an_interrupted_parent_takes_its_child_along() -> None:
    program = (
        "import signal, sys; sys.path[:] = sys.argv[1:]\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a background job ignores it
        "from ingest.read.sandbox import read_in_child\n"
        "from ingest.read.limits import Limits\n"
        "print('ready', flush=True)\n"
        "read_in_child('hostile:sleep', b'tea', 'tea.md', Limits(seconds=20))\n"
    )
    command = [sys.executable, "-c", program, *(str(Path(entry).resolve()) for entry in sys.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as parent:
        assert parent.stdout and parent.stdout.readline()
        while not any("hostile:sleep" in line for line in children_of(parent.pid)):
            assert parent.poll() is None
            time.sleep(0.02)
        parent.send_signal(signal.SIGINT)
        said = parent.stderr.read() if parent.stderr else b""
    assert b"KeyboardInterrupt" in said
    until = time.monotonic() + 15  # interrupted while it starts a child, a parent leaves it to find out by itself
    while left := [line for line in everything_running() if "hostile:sleep" in line]:
        assert time.monotonic() < until, left


@pytest.mark.parametrize("ending", READERS)
def test_a_good_file_is_read(ending: str) -> None:
    read = read_in_child(reader_of(ending), GOOD[ending](), f"tea{ending}", LIMITS)
    said = str(read)
    assert TEXT in said or "4.2" in said


def test_there_are_many_broken_files() -> None:
    assert len(BROKEN) >= 50


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken.name}-{broken.label}")
def test_a_broken_file_is_refused_in_words_within_seconds(broken: Broken) -> None:
    begun = time.monotonic()
    try:
        read_in_child(reader_of(Path(broken.name).suffix), broken.data, broken.name, LIMITS)
    except UnreadableFile as error:
        assert error.problem and error.remedy and "Traceback" not in str(error) and len(str(error)) < 500
        assert re.search(broken.says, str(error))
    else:
        assert broken.may_be_read
    assert time.monotonic() - begun < LIMITS.seconds + 5


def place_directory(place: Path) -> None:
    place.mkdir()


def place_pipe(place: Path) -> None:
    os.mkfifo(place)


def place_loop(place: Path) -> None:
    place.symlink_to(place.name)


def place_dead_link(place: Path) -> None:
    place.symlink_to("gone.pdf")


@posix
@pytest.mark.parametrize("put", [place_directory, place_pipe, place_loop, place_dead_link])
@pytest.mark.parametrize("ending", [".md", ".pdf", ".docx"])
def test_what_is_no_file_is_refused(tmp_path: Path, put: object, ending: str) -> None:
    place = tmp_path / f"tea{ending}"
    assert callable(put)
    put(place)
    with pytest.raises(UnreadableFile, match=r"tea\..*: .+\. .+\."):
        read_report(ReportSource("tea", place, (place,)))
