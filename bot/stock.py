"""Takes stock of library and index away from the requests: how much is in them, and whether they agree."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition, Thread

from bot.watch import Watch
from ingest.index import Index
from ingest.library import Library
from ingest.versions import Version

_log = logging.getLogger(__name__)

SELDOM = 100
"""A count waits this many times as long as the last one took, so that counting takes a hundredth of a core."""

AT_LEAST = 5.0
"""Seconds between counts where nothing has changed."""

PATIENCE = 0.5
"""Seconds that the first count is waited for; that of a library of a few hundred reports ends within."""


@dataclass(frozen=True, slots=True)
class Count:
    """What there was at a ``stamp`` of the library. ``expected`` are the passages of each version by its key;
    ``lacking`` the ids of reports that the index has another number of vectors for; ``foreign`` of those that another
    model embedded than reads the questions; ``fault`` is why the index could not be read, empty where it could."""

    stamp: tuple[int, int]
    reports: int = 0
    passages: int = 0
    quantities: int = 0
    vectors: int = 0
    expected: Mapping[str, int] | None = None
    lacking: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    fault: str = ""


class Stock(Watch):
    """Counts in a thread of its own whenever it is asked and the last count is old or of another state.

    ``model`` is the embedding model that questions are read by.
    """

    def __init__(self, model: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._model = model
        self._clock = clock
        self._turn = Condition()
        self._store: tuple[Library, Index] | None = None
        self._thread: Thread | None = None
        self._last: Count | None = None
        self._due = 0.0

    @contextmanager
    def opened(self, library: Library, index: Index) -> Iterator[None]:
        self._store = library, index
        try:
            yield
        finally:
            with self._turn:
                self._store, thread = None, self._thread
            if thread:
                thread.join()  # it must not read what is closed

    @property
    def store(self) -> tuple[Library, Index] | None:
        """Library and index, while they are open."""
        return self._store

    def count(self, patience: float = PATIENCE) -> Count | None:
        """The last count; None where the first one takes longer than ``patience`` seconds, or nothing is open."""
        with self._turn:
            if self._store is None:
                return None
            if self._thread is None and self._is_old(self._store[0]):
                self._thread = Thread(target=self._run, args=self._store, name="footnote-stock", daemon=True)
                self._thread.start()
            self._turn.wait_for(lambda: self._last is not None or self._thread is None, patience)
            return self._last

    def _is_old(self, library: Library) -> bool:
        return self._last is None or self._clock() >= self._due or self._last.stamp != library.stamp()

    def _run(self, library: Library, index: Index) -> None:
        started, counted = self._clock(), None
        try:
            counted = self._settled(library, index)
        except Exception:
            _log.exception("Library and index could not be counted")
        finally:
            ended = self._clock()
            with self._turn:
                self._last, self._thread = counted or self._last, None
                self._due = ended + max(AT_LEAST, SELDOM * (ended - started))
                self._turn.notify_all()

    def _settled(self, library: Library, index: Index) -> Count:
        """A count during which the library stayed as it was, if one of three did: a report that is replaced meanwhile
        would be missed."""
        for _ in range(3):
            count = self._counted(library, index)
            if count.stamp == library.stamp():
                break
        self._tell(count)
        return count

    def _counted(self, library: Library, index: Index) -> Count:
        stamp, versions = library.stamp(), library.versions()
        embedded = [version for version in versions if version.model and version.passages]
        last = self._last
        known = last.quantities if last and last.stamp == stamp else library.quantities_in_all()
        fault = ""
        try:
            held: Mapping[str, int] = index.inspect(library.mark)
        except BaseException as error:  # Chroma's Rust panics with what is no Exception
            held, fault = {}, str(error) or type(error).__name__
        return Count(
            stamp=stamp, reports=sum(version.whole for version in versions),
            passages=sum(version.passages for version in versions),
            quantities=known, vectors=sum(held.get(each.key, 0) for each in versions),
            expected={each.key: each.passages for each in embedded},
            lacking=_ids(each for each in embedded if not fault and held.get(each.key, 0) != each.passages),
            foreign=_ids(each for each in embedded if each.model != self._model), fault=fault,
        )  # fmt: skip

    def _tell(self, count: Count) -> None:
        """Into the log, when it is not as it was."""
        last = self._last
        if last and (last.fault, last.lacking, last.foreign) == (count.fault, count.lacking, count.foreign):
            return
        if count.fault:
            _log.error("The index cannot be read", extra={"fault": count.fault})
        for reports, what in ((count.lacking, "lacks passages of"), (count.foreign, "has another model's vectors of")):
            if reports:
                _log.error("The index %s some reports", what, extra={"reports": list(reports[:10]), "of": len(reports)})


def _ids(versions: Iterable[Version]) -> tuple[str, ...]:
    """The reports that versions are of, each once."""
    return tuple(dict.fromkeys(version.id for version in versions))
