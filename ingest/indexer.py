"""Embeds a version's passages and puts them into the index."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

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
        self._ahead: dict[str, Vectors] = {}

    @property
    def model(self) -> str:
        return self._encoder.model

    def embed_ahead(self, texts: Sequence[str]) -> None:
        """Embed what the next reports need, all at once: texts of many reports make evener batches than those of one.

        What was embedded ahead before is forgotten.
        """
        self._ahead = {}
        self._ahead = dict(zip(texts, self._encoded(texts), strict=True))

    def know(self, key: str, passages: Sequence[Passage]) -> None:
        """Take over what the index has of some passages under a key: it is not embedded again."""
        numbers, vectors = self._index.vectors(key)
        held = dict(zip(numbers, vectors, strict=True))
        self._ahead |= {each.embedded: held[each.number] for each in passages if each.number in held}

    def index(self, key: str, passages: Sequence[Passage]) -> int:
        """Embed what is not yet, and write; how many the index then counts under the key."""
        texts = [passage.embedded for passage in passages]
        missing = [text for text in dict.fromkeys(texts) if text not in self._ahead]
        known = self._ahead | dict(zip(missing, self._encoded(missing), strict=True))
        vectors = np.stack([known[text] for text in texts]) if texts else np.zeros((0, 0), dtype=np.float32)
        self._index.write(key, [passage.number for passage in passages], vectors)
        return self._index.count(key)

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        self._progress.begin(len(texts))
        return self._encoder.encode(texts, self._progress.advance)
