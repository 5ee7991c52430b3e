"""Scores the likeliest figures by how their texts meet the question; texts are embedded once."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from bot.clues import CLUES, Array
from bot.odds import Close, by_clues
from bot.statement import Statement
from ingest.embed import DEFAULT_MODEL, Encoder, Tokens

if TYPE_CHECKING:
    from bot.interaction import Interaction

REMEMBERED = 1_000
"""Texts whose vectors are kept: about 70 MB at 45 tokens each."""

TRAINED_FILE = "interaction.npz"

ReadQuery = Callable[[str], Tokens]
Read = Callable[[Sequence[str]], Sequence[Tokens]]


class Scorer:
    """Scores of figures by their clues and by how their texts meet the question, for the default embedding model."""

    def __init__(self, read: Read, read_query: ReadQuery) -> None:
        self._read = read
        self._read_query = read_query
        self._known: OrderedDict[str, Tokens] = OrderedDict()
        self._turn = Lock()

    def __call__(self, question: str, statements: Sequence[Statement], clues: Array) -> Array:
        """The score of each figure, shape (len(statements),); that none is the one asked for has 0."""
        import torch

        from bot.interaction import Told, meeting_of

        with self._turn:
            tokens = self._tokens([statement.text for statement in statements])
        told = [Told(each, s.start, s.end) for each, s in zip(tokens, statements, strict=True)]
        asked = self._read_query(question)
        with torch.inference_mode():
            scores = self._trained(meeting_of([asked] * len(told), told), torch.from_numpy(clues.astype(np.float32)))
        return np.asarray(scores.numpy(), dtype=np.float64)

    @cached_property
    def _trained(self) -> "Interaction":
        return trained()

    def _tokens(self, texts: Sequence[str]) -> list[Tokens]:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._read(new), strict=True))
        for text in texts:
            self._known.move_to_end(text)
        found = [self._known[text] for text in texts]
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return found


def scorer(encoder: Encoder, read_query: ReadQuery) -> Close:
    """Who scores for an encoder: with any model but the default one, whose vectors it was trained on, clues alone."""
    return Scorer(encoder.read, read_query) if encoder.model == DEFAULT_MODEL else by_clues


def trained() -> "Interaction":
    """The model as it was trained."""
    # Imported here because it brings torch, which takes seconds: what the ledger answers must not pay that.
    import torch

    from bot.interaction import Interaction

    model = Interaction(len(CLUES))
    with np.load(str(files("bot").joinpath(TRAINED_FILE))) as kept:
        model.load_state_dict({name: torch.from_numpy(kept[name].astype(np.float32)) for name in kept.files})
    return model.eval()
