"""Reads the best passages again together with the question, by a cross-encoder."""

import time
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Protocol

from bot.cite import Hit
from ingest.errors import Misconfigured

RERANKED = 10
"""Passages that are read again; those behind them keep their places."""

BATCH = 5
"""Passages read at once. Between batches it is looked whether there is time for more."""

SECONDS = 0.5
"""After so long no batch is begun."""

MAX_TOKENS = 384
"""Tokens of a question and a passage together; the rest of a longer passage is not read."""

Read = Callable[[Sequence[tuple[str, str]]], Sequence[float]]
"""How well each passage answers the question it is beside; higher is better."""

Rerank = Callable[[str, Sequence[Hit]], Sequence[Hit]]
"""The best passages for a question in a better order."""


class Model(Protocol):
    """What is needed of ``sentence_transformers.CrossEncoder``."""

    def predict(
        self, inputs: list[tuple[str, str]], *, batch_size: int, show_progress_bar: bool
    ) -> Sequence[float]: ...


class Reranker:
    """Puts the first passages into the order in which a model finds that they answer the question.

    Whatever order they come in, they keep the fused scores of the places. What there was no time to read stays behind
    what was read.
    """

    def __init__(self, read: Read, clock: Callable[[], float] = time.monotonic) -> None:
        self._read = read
        self._clock = clock

    def __call__(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """The same passages."""
        started, scores = self._clock(), list[float]()
        while len(scores) < min(RERANKED, len(hits)) and (not scores or self._clock() - started < SECONDS):
            batch = hits[len(scores) : min(len(scores) + BATCH, RERANKED)]
            scores += self._read([(question, hit.passage.embedded) for hit in batch])
        order = sorted(range(len(scores)), key=lambda at: -scores[at])
        moved = [Hit(hits[at].passage, place.score) for at, place in zip(order, hits, strict=False)]
        return [*moved, *hits[len(scores) :]]


def open_reranker(name: str | None) -> Reranker | None:
    """The cross-encoder of a name or path, loaded; None without one. Raises Misconfigured."""
    return Reranker(_reader(_load(name))) if name else None


def _load(name: str) -> Model:
    # Imported here because it takes 7 s, and who sets no reranker must not pay that.
    from sentence_transformers import CrossEncoder
    from transformers import AutoConfig

    try:
        config = AutoConfig.from_pretrained(name)
        if not any(each.endswith("ForSequenceClassification") for each in config.architectures or ()):
            raise ValueError("it is no cross-encoder")
        if config.num_labels != 1:
            raise ValueError(f"it tells {config.num_labels} classes apart, and a reranker gives one score")
        model: Model = CrossEncoder(name, max_length=MAX_TOKENS)
    except (OSError, ValueError, RuntimeError) as error:
        reason = str(error).split("\n")[0].rstrip(".")
        raise Misconfigured(f"The reranker '{name}' cannot be loaded: {reason}. Check BOT_RERANKER.") from error
    return model


def _reader(model: Model) -> Read:
    """Threads take turns: a tokenizer used by two at once raises "Already borrowed"."""
    turn = Lock()

    def read(pairs: Sequence[tuple[str, str]]) -> list[float]:
        with turn:
            return [float(score) for score in model.predict(list(pairs), batch_size=BATCH, show_progress_bar=False)]

    return read
