"""An upload is taken in beside other work, tells how far it is, waits its turn, and leaves nothing when stopped."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from bot.staff.upload_job import AT_ONCE, Gentle, Job, Stores, UploadJob
from ingest.index import Index, Vectors, open_index
from ingest.library import Library
from ingest.lock import hold
from ingest.settings import IngestSettings
from ingest.uploads import Upload, Uploads
from tests.bot.serving import becomes_true
from tests.ingest.fakes import HashEncoder

TEXT = b"# Kites Market\n\n" + b"".join(
    b"## Part %d\n\nThe kite market was worth USD %d billion in %d.\n\n" % (n, n, 2000 + n) for n in range(20)
)


class Halting(HashEncoder):
    """Waits before each batch until it may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.begun = threading.Event()

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None) -> Vectors:
        self.begun.set()
        assert self.go.wait(20)
        return super().encode(texts, progress)


@pytest.fixture
def settings(tmp_path: Path) -> IngestSettings:
    return IngestSettings(data_dir=tmp_path / "data")


@pytest.fixture
def store(settings: IngestSettings) -> Iterator[tuple[Library, Index]]:
    with Library(settings.library_location) as library, open_index(settings) as index:
        yield library, index


def sent(settings: IngestSettings, name: str = "kites.md", data: bytes = TEXT) -> Upload:
    return Uploads(settings.uploads_dir, settings.limits).keep(name, data)


def job_of(
    settings: IngestSettings, store: tuple[Library, Index], encoder: HashEncoder, upload: Upload | None = None
) -> UploadJob:
    stores = Stores(settings, *store, encoder)
    return UploadJob(upload or sent(settings), "Ann", stores, "reader", lambda: None)


def ended(job: UploadJob) -> Job:
    job.start()
    job.join()
    return job.state


def test_what_was_sent_becomes_a_whole_draft(settings: IngestSettings, store: tuple[Library, Index]) -> None:
    state = ended(job_of(settings, store, HashEncoder()))
    library, index = store
    (version,) = library.kept()
    assert (state.phase, state.version, state.done) == ("done", version.number, state.total)
    assert (version.state, version.reader, version.passages) == ("draft", "reader", index.count(version.key))
    assert library.reports() == () and [event.by for event in library.events()] == ["Ann"]


def test_it_tells_how_far_it_is_and_leaves_nothing_when_stopped(
    settings: IngestSettings, store: tuple[Library, Index]
) -> None:
    encoder = Halting()
    job = job_of(settings, store, encoder)
    job.start()
    assert encoder.begun.wait(20)
    assert job.state.phase == "embedding" and job.state.total > job.state.done == 0
    job.stop()
    encoder.go.set()
    job.join()
    library, index = store
    assert job.state.phase == "stopped" and job.state.done == 1
    assert library.kept() == () and not index.keys(library.mark)


def test_it_waits_for_another_process_that_writes(settings: IngestSettings, store: tuple[Library, Index]) -> None:
    job = job_of(settings, store, HashEncoder())
    with hold(settings, "write"):
        job.start()
        assert becomes_true(lambda: job.state.phase == "waiting", 20)
    job.join()
    assert job.state.phase == "done"


def test_what_a_killed_run_left_is_cleared_on_the_way(settings: IngestSettings, store: tuple[Library, Index]) -> None:
    library, index = store
    index.write(f"{library.mark}stray", [0], HashEncoder().encode(["x"]))
    ended(job_of(settings, store, HashEncoder()))
    assert index.keys(library.mark) == {version.key for version in library.kept()}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [("kites.pdf", b"%PDF-1.4 broken", "kites.pdf"), ("kites.md", b"# Kites\n", "no text and no table")],
)
def test_what_cannot_be_read_is_told_without_a_path(
    settings: IngestSettings, store: tuple[Library, Index], name: str, data: bytes, said: str
) -> None:
    state = ended(job_of(settings, store, HashEncoder(), sent(settings, name, data)))
    assert state.phase == "failed" and said in state.said and str(settings.data_dir) not in state.said
    assert store[0].kept() == ()


def test_a_defect_is_told_and_logged(
    settings: IngestSettings, store: tuple[Library, Index], caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(HashEncoder):
        def encode(self, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None) -> Vectors:
            raise ZeroDivisionError

    state = ended(job_of(settings, store, Broken()))
    assert state.phase == "failed" and state.is_over and "ZeroDivisionError" in caplog.text


def test_a_gentle_encoder_gives_the_vectors_of_each_text_in_its_place() -> None:
    texts = [f"kite {'long ' * (number % 7)}{number}" for number in range(13)]
    told: list[int] = []
    gentle = Gentle(HashEncoder(), lambda: None)
    assert (gentle.encode(texts, told.append) == HashEncoder().encode(texts)).all()
    assert sum(told) == 13 and told[0] == 1 and max(told) <= AT_ONCE and gentle.encode([], told.append).shape == (0, 0)
