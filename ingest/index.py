"""The index: vectors of passages in Chroma collections that reports share. It can be rebuilt from the library."""

import re
import shutil
import sqlite3
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Condition, Lock
from typing import Self, TypeVar, cast
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.api.types import Where
from chromadb.config import Settings
from chromadb.errors import ChromaError, NotFoundError
from numpy.typing import NDArray

from ingest.errors import FootnoteError, Misconfigured
from ingest.lock import last_written
from ingest.settings import IngestSettings

Vectors = NDArray[np.float32]

Result = TypeVar("Result")

Reopen = Callable[[Client], Client]
"""Closes a client, and opens the same index anew."""


class DamagedIndex(FootnoteError):  # noqa: N818 - named for what happened
    """The index, or a collection that should be in it, cannot be read."""


SHARDS = 64
"""Collections that the reports of one library and model are spread over.

A collection costs 2.6 MB of memory once it is open, and Chroma 1.5.9 keeps as many open as a fifth of the files that a
process may have (204 of the usual 1,024); one that it then closes and had not written to disk it no longer finds. One
collection for each report so took 2.7 GB for 1,000 reports, or failed at random beyond 204.
"""

HELD = 50_000
"""Vectors kept in memory: 77 MB at 384 dimensions."""

SAMPLED = 32
"""Vectors of a collection that are read to see whether it can be. The last few alone would not tell: Chroma 1.5.9 has
them in its database too."""

_WRITTEN_AT_ONCE: CreateHNSWConfiguration = {"space": "cosine", "sync_threshold": 2, "batch_size": 2}
"""On disk as soon as it is added: nothing is left to be added again, one by one, when a collection is opened."""

_KEY = re.compile(r"(?P<library>footnote-[0-9a-f]{12}-)(?P<report>[0-9a-f]{12})-(?P<model>[0-9a-f]{12})-\d+")


class Index:
    """Vectors of passages, by the key of a report's version.

    Reports share collections, told by the key. One report's vectors are read by their key and compared one by one:
    exact, and in 1 ms at any number of reports, where Chroma's search with a filter takes 17 ms at 24,000 vectors and
    62 ms at 100,000. A key that is not ``Library``'s, an empty one, and one that an earlier release wrote has a
    collection of its own.

    An open client does not read what another process has written since: what it cannot read is read again by a new one,
    where ``written``, which tells of every process that writes, has changed. Of four shared collections that two
    processes wrote in turns so, each of 52 keys was whole for both, and of 6,700 reads meanwhile none failed.
    """

    def __init__(
        self, client: Client, reopen: Reopen | None = None, written: Callable[[], object] = lambda: None
    ) -> None:
        self._client = client
        self._reopen = reopen
        self._written = written
        self._seen = written()
        self._readers = 0
        self._free = Condition()
        self._opened: dict[str, Collection] = {}
        self._held: OrderedDict[str, tuple[list[int], Vectors]] = OrderedDict()
        self._turn = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the directory or the connection."""
        self._client.close()

    def refresh(self) -> None:
        """See what another process has written; whoever holds the directory for writing does so first."""
        self._refreshed(self._seen)

    def write(self, key: str, numbers: Sequence[int], vectors: Vectors) -> None:
        """Put passages under a key, in place of whatever was there. ``vectors`` is (len(numbers), d), unit length."""
        self.drop(key)
        shard = _shard(key) if numbers else None
        collection = self._made(shard or key)
        batch = self._client.get_max_batch_size()
        for start in range(0, len(numbers), batch):
            ids = [f"{key}/{number}" for number in numbers[start : start + batch]]
            collection.add(ids=ids, embeddings=vectors[start : start + batch], metadatas=[{"key": key} for _ in ids])

    def search(self, key: str, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        """The passages nearest to a vector of shape (d,): number and cosine similarity, best first."""
        numbers, vectors = self.vectors(key)
        if not numbers:
            return []
        if vectors.shape[1:] != vector.shape:
            raise _unsearchable(f"it has vectors of {vectors.shape[1]} dimensions, not {len(vector)}")
        scores = vectors @ vector
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(numbers[place], float(scores[place])) for place in best]

    def count(self, key: str) -> int:
        """How many vectors are under a key; 0 when there is no such key."""
        return sum(len(found.get(where=_where(found, key), include=[])["ids"]) for found in self._having(key))

    def drop(self, key: str) -> None:
        """Delete what is under a key, if anything."""
        with self._turn:
            self._held.pop(key, None)
        for collection in self._having(key):
            if collection.name == key:
                self._opened.pop(key, None)
                self._client.delete_collection(key)
            else:
                collection.delete(where={"key": key})

    def keys(self, mark: str = "") -> frozenset[str]:
        """The keys that start with a mark; a shared server has those of other libraries too (see ``Library.mark``)."""
        return frozenset(self.counts(mark))

    def counts(self, mark: str = "") -> Counter[str]:
        """How many vectors there are under each key that starts with a mark."""
        return self._read_surely(lambda: self._counts(mark))

    def _counts(self, mark: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for collection in self._client.list_collections():
            if _SHARD.fullmatch(collection.name) and collection.name.startswith(mark):
                found.update(each.rpartition("/")[0] for each in collection.get(include=[])["ids"])
            elif collection.name.startswith(mark):
                found[collection.name] = collection.count()
        return found

    def inspect(self, mark: str = "") -> Counter[str]:
        """As ``counts``, and reads some vectors of each collection. Raises DamagedIndex."""
        return self._read_surely(lambda: self._inspected(mark))

    def _inspected(self, mark: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for collection in self._client.list_collections():
            if collection.name.startswith(mark):
                shared = _SHARD.fullmatch(collection.name)
                ids = _readable(collection)
                found.update(each.rpartition("/")[0] if shared else collection.name for each in ids)
        return found

    def drop_unreadable(self, mark: str) -> int:
        """Delete the collections that cannot be read, of those that start with a mark; how many.

        Chroma 1.5.9 writes its files in place: a process that is killed meanwhile leaves one that ends in the middle.
        """
        dropped = 0
        for collection in self._client.list_collections():
            if collection.name.startswith(mark):
                try:
                    _readable(collection)
                except DamagedIndex:
                    self._opened.pop(collection.name, None)
                    self._client.delete_collection(collection.name)
                    dropped += 1
        return dropped

    def probe(self, key: str) -> int:
        """As ``count``, by reading the vectors afresh. Raises DamagedIndex."""
        return self._read_surely(lambda: self._probed(key))

    def _probed(self, key: str) -> int:
        try:
            return sum(len(_read(each, None if each.name == key else key)[0]) for each in self._having(key))
        except ChromaError as error:
            raise _unsearchable(error) from error

    def gather(self, mark: str) -> None:
        """Move what an earlier release wrote, a collection for each key, into the collections that reports share."""
        for collection in self._client.list_collections():
            key = collection.name
            if key.startswith(mark) and _KEY.fullmatch(key) and collection.count():
                numbers, vectors = _read(collection, None)
                self.write(key, numbers, vectors)

    def erase(self, mark: str) -> None:
        """Delete all that is under keys that start with a mark."""
        self._opened.clear()
        self._held.clear()
        for collection in self._client.list_collections():
            if collection.name.startswith(mark):
                self._client.delete_collection(collection.name)

    def vectors(self, key: str) -> tuple[list[int], Vectors]:
        """The numbers of the passages under a key, and their vectors, shape (n, d). Raises DamagedIndex."""
        with self._turn:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        found = self._read_surely(lambda: self._loaded(key))
        with self._turn:
            self._held[key] = found
            while len(self._held) > 1 and sum(len(numbers) for numbers, _ in self._held.values()) > HELD:
                self._held.popitem(last=False)
        return found

    def _loaded(self, key: str) -> tuple[list[int], Vectors]:
        try:
            collection = next((each for each in self._having(key) if each.name != key), None)
            found = _read(collection, key) if collection is not None else ([], _NONE)
            if not found[0]:
                found = _read(self._collection(key), None)
        except ChromaError as error:
            for name in (_shard(key) or key, key):
                self._opened.pop(name, None)
            raise _unsearchable(error) from error
        return found

    def _read_surely(self, read: Callable[[], Result]) -> Result:
        """What is read; by a new client where this one cannot, because another process has written."""
        seen = self._seen
        try:
            with self._in_use():
                return read()
        except (ChromaError, DamagedIndex):
            if not self._refreshed(seen):
                raise
        with self._in_use():
            return read()

    @contextmanager
    def _in_use(self) -> Iterator[None]:
        with self._free:
            self._readers += 1
        try:
            yield
        finally:
            with self._free:
                self._readers -= 1
                self._free.notify_all()

    def _refreshed(self, seen: object) -> bool:
        """Whether there is a newer client than that which had ``seen`` what was written by then."""
        with self._free:
            if self._seen != seen:
                return True
            written = self._written()
            if self._reopen is None or written == seen:
                return False
            self._free.wait_for(lambda: not self._readers)
            self._opened.clear()
            self._client, self._seen = self._reopen(self._client), written
            return True

    def _having(self, key: str) -> list[Collection]:
        """The collections that there are of those a key may be in: that which reports share, and its own."""
        found = []
        for name in (_shard(key), key):
            try:
                found += [self._collection(name)] if name else []
            except NotFoundError:
                self._opened.pop(name or key, None)
        return found

    def _made(self, name: str) -> Collection:
        # Without embedding_function=None Chroma would download a model of its own.
        self._opened[name] = self._client.get_or_create_collection(
            name, configuration={"hnsw": _WRITTEN_AT_ONCE}, embedding_function=None
        )
        return self._opened[name]

    def _collection(self, name: str) -> Collection:
        if name not in self._opened:
            self._opened[name] = self._client.get_collection(name, embedding_function=None)
        return self._opened[name]


_SHARD = re.compile(r"footnote-[0-9a-f]{12}-[0-9a-f]{12}-s\d\d")
_NONE: Vectors = np.zeros((0, 0), dtype=np.float32)


def _shard(key: str) -> str | None:
    """The name of the collection that a key's report shares with others."""
    found = _KEY.fullmatch(key)
    return f"{found['library']}{found['model']}-s{int(found['report'], 16) % SHARDS:02}" if found else None


def _where(collection: Collection, key: str) -> Where | None:
    """What tells a key's vectors in a collection; None in its own, which has no others."""
    return None if collection.name == key else {"key": key}


def _read(collection: Collection, key: str | None) -> tuple[list[int], Vectors]:
    """The numbers and the vectors of a key, or of a whole collection."""
    found = collection.get(where={"key": key} if key else None, include=["embeddings"])
    numbers = [int(each.rpartition("/")[2]) for each in found["ids"]]
    vectors = np.asarray(found["embeddings"], dtype=np.float32)
    if len(vectors) != len(numbers):
        raise _unsearchable(f"{len(vectors)} of {len(numbers)} vectors were read")
    in_order = sorted(range(len(numbers)), key=numbers.__getitem__)
    return [numbers[place] for place in in_order], vectors[in_order]


def _readable(collection: Collection) -> list[str]:
    """The ids in a collection; vectors of some, spread evenly over all, were read. Raises DamagedIndex."""
    try:
        ids = collection.get(include=[])["ids"]
        some = ids[:: max(1, len(ids) // SAMPLED)]
        read = len(_vectors_of(collection, some)) if some else 0
    except ChromaError as error:
        raise _unsearchable(error) from error
    if read != len(some):
        raise _unsearchable("vectors are missing")
    return ids


def _vectors_of(collection: Collection, ids: list[str]) -> Vectors:
    return np.asarray(collection.get(ids=ids, include=["embeddings"])["embeddings"], dtype=np.float32)


def _unsearchable(problem: object) -> DamagedIndex:
    return DamagedIndex(f"The index cannot be searched: {problem}. Run python -m ingest --rebuild.")


def open_index(settings: IngestSettings) -> Index:
    """The index of the settings: embedded in the data directory, or a server's. Raises Misconfigured, DamagedIndex."""
    if settings.chroma_url:
        return Index(_server(settings.chroma_url))
    directory = settings.chroma_dir
    directory.mkdir(parents=True, exist_ok=True)

    def reopened(client: Client) -> Client:
        client.close()
        return _embedded(directory)

    return Index(_embedded(directory), reopened, lambda: last_written(settings))


def _embedded(directory: Path) -> Client:
    try:
        telemetry_off = Settings(anonymized_telemetry=False)
        return cast(Client, chromadb.PersistentClient(directory, telemetry_off))
    except (ChromaError, ValueError) as error:
        raise _damaged(directory, error) from error


def _damaged(directory: Path, error: Exception) -> DamagedIndex:
    return DamagedIndex(f"The index in {directory} cannot be opened: {error}. Run python -m ingest --rebuild.")


def _server(url: str) -> Client:
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("it is not of the form http://host:port")
        port = parts.port or (443 if parts.scheme == "https" else 8000)
        telemetry_off = Settings(anonymized_telemetry=False)
        client = chromadb.HttpClient(parts.hostname, port, ssl=parts.scheme == "https", settings=telemetry_off)
        return cast(Client, client)
    except ValueError as error:
        raise Misconfigured(f"INGEST_CHROMA_URL {url}: {error}. Start the server with chroma run.") from error


def remove_leavings(directory: Path) -> None:
    """Delete the files of dropped collections in a directory no process has open.

    Chroma 1.5.9 deletes a collection's rows and leaves its files: 33 MB for 20,000 vectors, for ever.
    Raises DamagedIndex.
    """
    database = directory / "chroma.sqlite3"
    if not database.exists():
        return
    try:
        with closing(sqlite3.connect(database)) as connection:
            in_use = {row[0] for row in connection.execute("SELECT id FROM segments")}
    except sqlite3.DatabaseError as error:
        raise _damaged(directory, error) from error
    for entry in directory.iterdir():
        if entry.is_dir() and entry.name not in in_use:
            shutil.rmtree(entry)
