"""Takes in what staff sent, in a thread of its own beside the answers: one at a time, told how far it is, stopped when
asked to."""

import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread, get_native_id
from typing import Literal

import numpy as np

from bot.answer import Record
from ingest.errors import FootnoteError, LibraryBusy, UnreadableFile
from ingest.index import Index, Vectors
from ingest.indexer import EmbeddingIndexer, PassageEncoder
from ingest.library import Library
from ingest.lock import hold
from ingest.pipeline import reading_of
from ingest.read.report import read_report
from ingest.settings import IngestSettings
from ingest.upkeep import Store
from ingest.uploads import Upload

_log = logging.getLogger(__name__)

Phase = Literal["reading", "embedding", "waiting", "writing", "done", "failed", "stopped"]

TURN_S = 0.05
"""Seconds that passages are embedded before questions have their turn; one passage may take longer."""

AT_ONCE = 16
"""Passages embedded in one turn at most."""

_NICE = 10
_RETRY_S = 1.0
ENDED: tuple[Phase, ...] = ("done", "failed", "stopped")


class Job(Record):
    """How far an upload is: passages embedded, of how many; ``said`` is why it failed."""

    report: str
    name: str
    by: str
    phase: Phase
    done: int = 0
    total: int = 0
    said: str = ""
    version: int | None = None

    @property
    def is_over(self) -> bool:
        """Whether another may begin."""
        return self.phase in ENDED


class Stopped(FootnoteError):  # noqa: N818 - named for what happened
    """Somebody stopped the work."""


@dataclass(frozen=True, slots=True)
class Stores:
    """What an upload is written to: the server's own open library and index."""

    settings: IngestSettings
    library: Library
    index: Index
    encoder: PassageEncoder


class UploadJob:
    """One upload on its way to being a draft. ``ended`` is called at its end, whatever that was."""

    def __init__(self, upload: Upload, by: str, stores: Stores, reader: str, ended: Callable[[], None]) -> None:
        self._upload = upload
        self._stores = stores
        self._reader = reader
        self._ended = ended
        self._stop = Event()
        self._turn = Lock()
        self._job = Job(report=upload.source.id, name=upload.source.place.name, by=by, phase="reading")
        self._thread = Thread(target=self._run, name="footnote-upload", daemon=True)

    def start(self) -> None:
        """Begin, in another thread."""
        self._thread.start()

    @property
    def state(self) -> Job:
        """How far it is."""
        return self._job

    def stop(self) -> None:
        """Leave it at the next step; nothing of it is then kept."""
        self._stop.set()

    def join(self) -> None:
        """Wait for its end."""
        self._thread.join()

    def _run(self) -> None:
        _step_back()
        end = self._came_to()
        self._ended()
        self._tell(**end)

    def _came_to(self) -> dict[str, object]:
        """The end of it, as it is told."""
        try:
            return {"phase": "done", "version": self._taken()}
        except Stopped:
            return {"phase": "stopped"}
        except UnreadableFile as error:
            said = f"{Path(error.file).name}: {error.problem}. {error.remedy}."
        except FootnoteError as error:
            said = str(error)
        except Exception:
            _log.exception("An upload could not be taken in")
            said = "Something went wrong here; the log says what. Nothing was changed."
        return {"phase": "failed", "said": said}

    def _taken(self) -> int:
        """The number of the draft."""
        stores = self._stores
        report = read_report(self._upload.source, stores.settings.limits)
        self._check()
        reading = reading_of(report, stores.library.kept_rules(report.id))
        texts = [passage.embedded for passage in reading.passages]
        self._tell(phase="embedding", total=len(texts))
        indexer = EmbeddingIndexer(stores.index, Gentle(stores.encoder, self._check), self)
        indexer.embed_ahead(texts)
        return self._written(
            lambda: stores.library.draft(reading, indexer, self._upload.origin, self._job.by, self._reader).number,
            indexer,
        )

    def _written(self, write: Callable[[], int], indexer: EmbeddingIndexer) -> int:
        """Writes as soon as no other process does."""
        while True:
            self._check()
            try:
                with hold(self._stores.settings, "write"):
                    self._tell(phase="writing")
                    self._stores.index.refresh()
                    store = Store(self._stores.library, self._stores.index, indexer)
                    store.mend()
                    store.clean()
                    return write()
            except LibraryBusy:
                self._tell(phase="waiting")
                self._stop.wait(_RETRY_S)

    def begin(self, passages: int) -> None:
        """As ``EmbeddingProgress``."""

    def advance(self, passages: int) -> None:
        """As ``EmbeddingProgress``."""
        self._tell(done=self._job.done + passages)

    def _check(self) -> None:
        if self._stop.is_set():
            raise Stopped("It was stopped.")

    def _tell(self, **what: object) -> None:
        with self._turn:
            self._job = self._job.model_copy(update=what)


class Gentle:
    """An encoder that lets questions go first: as many passages at a time as a turn has time for, and a pause as long
    after each."""

    def __init__(self, encoder: PassageEncoder, check: Callable[[], None]) -> None:
        self._encoder = encoder
        self._check = check

    @property
    def model(self) -> str:
        return self._encoder.model

    def encode(self, texts: Sequence[str], progress: Callable[[int], None]) -> Vectors:
        """Vectors of passages, shape (len(texts), d); those of much the same length together."""
        order = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
        found: list[Vectors] = []
        start, size = 0, 1
        while start < len(order):
            self._check()
            begun = time.monotonic()
            found.append(self._encoder.encode([texts[n] for n in order[start : start + size]], progress))
            took = time.monotonic() - begun
            time.sleep(took)
            start, size = start + size, max(1, min(AT_ONCE, int(size * TURN_S / max(took, 0.001))))
        if not found:
            return np.zeros((0, 0), dtype=np.float32)
        vectors = np.concatenate(found)
        return np.asarray(vectors[np.argsort(order)], dtype=np.float32)


def _step_back() -> None:
    """Let this thread have what others leave of the processors, where the system tells threads apart."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), _NICE)
