"""Scores what is likeliest by how its text meets the question; texts are embedded once."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from bot.clues import CLUES, Array
from bot.line_clues import LINE_CLUES
from bot.line_odds import lines_by_clues
from bot.odds import Close, Readable, by_clues
from ingest.embed import DEFAULT_MODEL, Encoder, Tokens

if TYPE_CHECKING:
    from bot.interaction import Interaction

REMEMBERED = 1_000
"""Texts whose vectors are kept: about 70 MB at 45 tokens each."""

TRAINED_FILE, LINES_FILE = "interaction.npz", "line_interaction.npz"
"""What was trained to choose figures, and lines."""

ReadQuery = Callable[[str], Tokens]
Read = Callable[[Sequence[str]], Sequence[Tokens]]


class Texts:
    """Texts token by token, each embedded once and the last ones asked for kept."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: OrderedDict[str, Tokens] = OrderedDict()
        self._turn = Lock()

    def __call__(self, texts: Sequence[str]) -> list[Tokens]:
        """The tokens of each text."""
        with self._turn:
            return self._tokens(texts)

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


class Scorer:
    """Scores by clues and by how texts meet the question, for the default embedding model.

    ``file`` is what was trained, with so many ``clues``.
    """

    def __init__(self, texts: Texts, read_query: ReadQuery, file: str, clues: int) -> None:
        self._texts = texts
        self._read_query = read_query
        self._file = file
        self._clues = clues

    def __call__(self, question: str, readable: Sequence[Readable], clues: Array) -> Array:
        """The score of each, shape (len(readable),); that none is the answer has 0."""
        import torch

        from bot.interaction import Told, meeting_of

        tokens = self._texts([each.text for each in readable])
        told = [Told(of, each.start, each.end) for of, each in zip(tokens, readable, strict=True)]
        asked = self._read_query(question)
        with torch.inference_mode():
            scores = self._trained(meeting_of([asked] * len(told), told), torch.from_numpy(clues.astype(np.float32)))
        return np.asarray(scores.numpy(), dtype=np.float64)

    @cached_property
    def _trained(self) -> "Interaction":
        return trained(self._file, self._clues)


def scorers(encoder: Encoder, read_query: ReadQuery) -> tuple[Close, Close]:
    """Who scores figures, and who lines, for an encoder: with any model but the default one, whose vectors they were
    trained on, clues alone."""
    if encoder.model != DEFAULT_MODEL:
        return by_clues, lines_by_clues
    texts = Texts(encoder.read)
    figures = Scorer(texts, read_query, TRAINED_FILE, len(CLUES))
    return figures, Scorer(texts, read_query, LINES_FILE, len(LINE_CLUES))


def trained(file: str, clues: int) -> "Interaction":
    """A model as it was trained."""
    # Imported here because it brings torch, which takes seconds: what the ledger answers must not pay that.
    import torch

    from bot.interaction import Interaction

    model = Interaction(clues)
    with np.load(str(files("bot").joinpath(file))) as kept:
        model.load_state_dict({name: torch.from_numpy(kept[name].astype(np.float32)) for name in kept.files})
    return model.eval()
