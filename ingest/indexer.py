"""Embeds a version's passages and puts them into the index."""

from collections.abc import Callable, Sequence
from typing import Protocol

from ingest.domain import Passage
from ingest.index import Index, Vectors


class PassageEncoder(Protocol):
    """What ``ingest.embed.Encoder`` is to ingest."""

    @property
    def model(self) -> str: ...

    def encode(self, texts: Sequence[str], progress: Callable[[int], None]) -> Vectors: ...


class EmbeddingProgress(Protocol):
    """Told how the embedding of a report goes: passages in all, then how many more are done."""

    def begin(self, passages: int) -> None: ...

    def advance(self, passages: int) -> None: ...


class EmbeddingIndexer:
    """The ``ingest.library.Indexer`` of an encoder and an index."""

    def __init__(self, index: Index, encoder: PassageEncoder, progress: EmbeddingProgress) -> None:
        self._index = index
        self._encoder = encoder
        self._progress = progress

    @property
    def model(self) -> str:
        return self._encoder.model

    def index(self, key: str, passages: Sequence[Passage]) -> int:
        """Embed and write; how many the index then counts under the key."""
        self._progress.begin(len(passages))
        vectors = self._encoder.encode([passage.embedded for passage in passages], self._progress.advance)
        self._index.write(key, [passage.number for passage in passages], vectors)
        return self._index.count(key)
