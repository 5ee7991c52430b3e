"""Whether questions can be answered, part by part."""

import random
import time
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Literal

from sqlalchemy.exc import SQLAlchemyError

from bot.answer import Record
from bot.records import Records
from bot.stock import Count, Stock
from ingest.embed import Encoder
from ingest.index import Index
from ingest.library import Library

Part = Literal["model", "library", "records", "index", "agreement"]

KEPT = 2.0
"""Seconds that an outcome is told again, so that asking often costs nothing."""

REBUILD = "Stop the server, run python -m ingest --rebuild, and start it again."


class Check(Record):
    """A part that was looked at. ``fault`` says what is wrong with it and what to do, empty where nothing is."""

    part: Part
    fault: str = ""


class Health:
    """Looks at the parts of a bot. ``stock`` knows library and index once they are open."""

    def __init__(
        self, stock: Stock, records: Records, encoder: Encoder, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stock = stock
        self._records = records
        self._encoder = encoder
        self._clock = clock
        self._turn = Lock()
        self._kept: tuple[float, tuple[Check, ...]] | None = None

    def checks(self) -> tuple[Check, ...]:
        """Every part, with what is wrong with it. Takes a few milliseconds at any number of reports."""
        with self._turn:
            if self._kept is None or self._clock() >= self._kept[0]:
                found = tuple(self._looked())
                self._kept = self._clock() + KEPT, found
            return self._kept[1]

    def _looked(self) -> Iterator[Check]:
        yield Check(part="model", fault="" if self._encoder.is_loaded else "It is being loaded. Try again soon.")
        yield Check(part="records", fault=self._of_records())
        if self._stock.store is None:
            yield Check(part="library", fault="It is not open.")
            return
        library, index = self._stock.store
        empty = _of_library(library)
        yield Check(part="library", fault=empty)
        count = None if empty else self._stock.count()
        if count is not None:
            yield Check(part="index", fault=_of_index(index, count, library))
            yield Check(part="agreement", fault=_of_agreement(count))

    def _of_records(self) -> str:
        try:
            self._records.probe()
        except SQLAlchemyError:
            return "They cannot be written. Is the disk full or read-only, or is the database at BOT_RECORDS_URL down?"
        return ""


def _of_library(library: Library) -> str:
    try:
        reports, _ = library.stamp()
    except SQLAlchemyError:
        return "It cannot be read. Is its disk there, or the database at INGEST_LIBRARY_URL up?"
    return "" if reports else "It is empty. Run python -m ingest to add a report."


def _of_index(index: Index, count: Count, library: Library) -> str:
    """Reads a vector of a report drawn by chance, each time of another."""
    fault = f"It cannot be read. {REBUILD}"
    if count.fault:
        return fault
    if not count.expected:
        return ""
    key = random.choice(tuple(count.expected))
    try:
        found = index.probe(key)
    except BaseException:  # Chroma's Rust panics with what is no Exception
        return fault
    still = count.stamp == library.stamp()  # else the report may just have been replaced
    return f"It lacks passages. {REBUILD}" if still and found != count.expected[key] else ""


def _of_agreement(count: Count) -> str:
    if count.foreign:
        return f"Another model than INGEST_EMBEDDING_MODEL embedded some of the reports. {REBUILD}"
    return f"The index lacks passages of some reports. {REBUILD}" if count.lacking else ""
