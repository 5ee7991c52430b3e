"""The index: one Chroma collection of vectors per version of a report. It can be rebuilt from the library."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Self, cast
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings
from chromadb.errors import ChromaError, NotFoundError
from numpy.typing import NDArray

from ingest.errors import FootnoteError, Misconfigured
from ingest.settings import IngestSettings

Vectors = NDArray[np.float32]


class DamagedIndex(FootnoteError):  # noqa: N818 - named for what happened
    """The index, or a collection that should be in it, cannot be read."""


class Index:
    """Vectors of passages, by the key of a report's version.

    One collection each: a metadata filter inside one big collection takes 62 ms at 100,000 vectors, and a new
    collection is invisible until its version is live. Opening a collection the first time takes about 10 ms, so
    opened ones are kept.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._opened: dict[str, Collection] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the directory or the connection."""
        self._client.close()

    def write(self, key: str, numbers: Sequence[int], vectors: Vectors) -> None:
        """Put passages under a key, in place of whatever was there. ``vectors`` is (len(numbers), d), unit length."""
        self.drop(key)
        # Without embedding_function=None Chroma would download a model of its own.
        collection = self._client.create_collection(
            key, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
        )
        batch = self._client.get_max_batch_size()
        for start in range(0, len(numbers), batch):
            ids = [str(number) for number in numbers[start : start + batch]]
            collection.add(ids=ids, embeddings=vectors[start : start + batch])

    def search(self, key: str, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        """The passages nearest to a vector of shape (d,): number and cosine similarity, best first."""
        try:
            collection = self._collection(key)
            found = collection.query(query_embeddings=vector[None, :], n_results=limit, include=["distances"])
        except ChromaError as error:
            self._opened.pop(key, None)
            raise DamagedIndex(f"The index cannot be searched: {error}. Run python -m ingest --rebuild.") from error
        distances = found["distances"] or [[]]
        return [(int(number), 1.0 - distance) for number, distance in zip(found["ids"][0], distances[0], strict=True)]

    def count(self, key: str) -> int:
        """How many vectors are under a key; 0 when there is no such key."""
        try:
            return self._collection(key).count()
        except NotFoundError:
            return 0

    def drop(self, key: str) -> None:
        """Delete what is under a key, if anything."""
        self._opened.pop(key, None)
        try:
            self._client.delete_collection(key)
        except NotFoundError:
            return

    def keys(self, mark: str = "") -> frozenset[str]:
        """The keys that start with a mark; a shared server has those of other libraries too (see ``Library.mark``)."""
        names = (collection.name for collection in self._client.list_collections())
        return frozenset(name for name in names if name.startswith(mark))

    def _collection(self, key: str) -> Collection:
        if key not in self._opened:
            self._opened[key] = self._client.get_collection(key, embedding_function=None)
        return self._opened[key]


def open_index(settings: IngestSettings) -> Index:
    """The index of the settings: embedded in the data directory, or a server's. Raises Misconfigured, DamagedIndex."""
    if settings.chroma_url:
        return Index(_server(settings.chroma_url))
    settings.chroma_dir.mkdir(parents=True, exist_ok=True)
    try:
        telemetry_off = Settings(anonymized_telemetry=False)
        return Index(cast(Client, chromadb.PersistentClient(settings.chroma_dir, telemetry_off)))
    except (ChromaError, ValueError) as error:
        raise _damaged(settings.chroma_dir, error) from error


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
