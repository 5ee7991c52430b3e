"""Small real stand-ins: an encoder without a model, a progress that remembers."""

import hashlib
import time
from collections.abc import Callable, Sequence

import numpy as np

from ingest.embed import Tokens
from ingest.index import Vectors
from ingest.words import words

DIMENSIONS = 64


class HashEncoder:
    """Vectors of hashed stems: texts that share words are near each other, the same in every process."""

    def __init__(self, model: str = "hash") -> None:
        self.model = model
        self.encoded = 0
        self.calls = 0

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None) -> Vectors:
        self.encoded += len(texts)
        self.calls += bool(texts)
        progress(len(texts))
        return np.array([self.encode_query(text) for text in texts], dtype=np.float32).reshape(len(texts), DIMENSIONS)

    def read_query(self, text: str) -> Tokens:
        vector = self.encode_query(text)
        return Tokens(vector[None], np.zeros((1, 2), dtype=np.int32), vector)

    def encode_query(self, text: str) -> Vectors:
        vector = np.full(DIMENSIONS, 1e-3, dtype=np.float32)
        for word in words(text):
            vector[hashlib.sha256(word.stem.encode()).digest()[0] % DIMENSIONS] += 1
        return vector / np.linalg.norm(vector)


class SlowEncoder(HashEncoder):
    """Takes its time over each report, so that a kill can come in between."""

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None) -> Vectors:
        time.sleep(0.05 * (1 + len(texts) // 60))
        return super().encode(texts, progress)


class Silence:
    """A progress nobody looks at."""

    def begin(self, passages: int) -> None: ...

    def advance(self, passages: int) -> None: ...
