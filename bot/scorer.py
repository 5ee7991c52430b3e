"""Scores what is likeliest by how its text meets the question; texts are embedded once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from bot.clues import CLUES, Array
from bot.labels import Labels
from bot.line_clues import LINE_CLUES
from bot.line_odds import lines_by_clues
from bot.odds import Close, Readable, by_clues
from ingest.domain import HEADER_STEP
from ingest.embed import DEFAULT_MODEL, Encoder, Tokens

if TYPE_CHECKING:
    from torch.nn import Module

    from bot.interaction import Gist, Interaction
    from bot.meeting import LabelMeeting

REMEMBERED = 1_000
"""Texts whose vectors are kept: about 70 MB at 45 tokens each."""

READ = 2_000
"""Texts whose gist is kept, for figures and for lines: about 13 kB each."""

TRAINED_FILE, LINES_FILE, LABELS_FILE = "interaction.npz", "line_interaction.npz", "label_meeting.npz"
"""What was trained to choose figures, lines, and the labels of cells."""

LABELS_KEPT = 4_000
"""Labels whose vectors are kept: about 12 kB each."""

ReadQuery = Callable[[str], Tokens]
Read = Callable[[Sequence[str]], Sequence[Tokens]]
Place = tuple[str, int, int]
"""A text, and from where to where its figure stands."""


Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Model = TypeVar("Model", bound="Module")


class Remembered(Generic[Key, Value]):
    """What is made of keys, several at a time: of each once, and the last ones asked for kept."""

    def __init__(self, make: Callable[[Sequence[Key]], Sequence[Value]], most: int) -> None:
        self._make = make
        self._most = most
        self._known: OrderedDict[Key, Value] = OrderedDict()
        self._turn = Lock()

    def __call__(self, keys: Sequence[Key]) -> list[Value]:
        """What is made of each key."""
        with self._turn:
            new = [key for key in dict.fromkeys(keys) if key not in self._known]
            if new:
                self._known.update(zip(new, self._make(new), strict=True))
            for key in keys:
                self._known.move_to_end(key)
            found = [self._known[key] for key in keys]
            while len(self._known) > self._most:
                self._known.popitem(last=False)
            return found


class Scorer:
    """Scores by clues and by how texts meet the question, for the default embedding model.

    ``file`` is what was trained, with so many ``clues``; ``texts`` reads texts token by token.
    """

    def __init__(self, texts: Read, read_query: ReadQuery, file: str, clues: int) -> None:
        self._texts = texts
        self._read_query = read_query
        self._file = file
        self._clues = clues
        self._gists = Remembered(self._read, READ)

    def __call__(self, question: str, readable: Sequence[Readable], clues: Array) -> Array:
        """The score of each, shape (len(readable),); that none is the answer has 0."""
        import torch

        from bot.interaction import asked_of, joined

        with torch.inference_mode():
            gist = joined(self._gists([(each.text, each.start, each.end) for each in readable]))
            asked = asked_of([self._read_query(question)])
            scores = self._trained.score(*asked, gist, torch.from_numpy(clues.astype(np.float32)))
        return np.asarray(scores.numpy(), dtype=np.float64)

    def _read(self, places: Sequence[Place]) -> "Sequence[Gist]":
        from bot.interaction import Told, said_of, split

        tokens = self._texts([text for text, _, _ in places])
        told = [Told(of, start, end) for of, (_, start, end) in zip(tokens, places, strict=True)]
        return split(self._trained.gist(*said_of(told)))

    @cached_property
    def _trained(self) -> "Interaction":
        return trained(self._file, self._clues)


def scorers(encoder: Encoder, read_query: ReadQuery) -> tuple[Close, Close]:
    """Who scores figures, and who lines, for an encoder: with any model but the default one, whose vectors they were
    trained on, clues alone."""
    if encoder.model != DEFAULT_MODEL:
        return by_clues, lines_by_clues
    texts = Remembered(encoder.read, REMEMBERED)
    figures = Scorer(texts, read_query, TRAINED_FILE, len(CLUES))
    return figures, Scorer(texts, read_query, LINES_FILE, len(LINE_CLUES))


class LabelReader:
    """The probability of each of some cells that a question means it, by its labels, and last that of none."""

    def __init__(self, encoder: Encoder) -> None:
        self._texts = Remembered(encoder.read, LABELS_KEPT)
        self._read = encoder.read

    def __call__(self, asked: str, labels: Labels) -> Array:
        """The probabilities, shape (n + 1,)."""
        import torch

        from bot.meeting import parts, read

        clues = torch.from_numpy(labels.clues(asked)[None].astype(np.float32))
        with torch.inference_mode():
            question = read(self._read([asked]))
            scores = self._trained(question, parts(labels, self._texts(spoken(labels))), clues)
            return np.asarray(torch.softmax(scores[0], 0).numpy(), dtype=np.float64)

    @cached_property
    def _trained(self) -> "LabelMeeting":
        from bot.meeting import LabelMeeting

        return loaded(LabelMeeting(), LABELS_FILE)


def spoken(labels: Labels) -> list[str]:
    """The texts of labels as they are embedded: titles, rows, columns."""
    return [text.replace(HEADER_STEP, ": ") or "-" for text in (*labels.titles, *labels.rows, *labels.columns)]


def label_reader(encoder: Encoder) -> LabelReader | None:
    """Who reads labels for an encoder: only the default one, whose vectors it was trained on, has one."""
    return LabelReader(encoder) if encoder.model == DEFAULT_MODEL else None


def trained(file: str, clues: int) -> "Interaction":
    """A model of figures or lines as it was trained."""
    from bot.interaction import Interaction

    return loaded(Interaction(clues), file)


def loaded(model: Model, file: str) -> Model:
    """A model with what was trained and kept in a file."""
    # Imported here because it takes seconds: what the ledger answers must not pay that.
    import torch

    with np.load(str(files("bot").joinpath(file))) as kept:
        model.load_state_dict({name: torch.from_numpy(kept[name].astype(np.float32)) for name in kept.files})
    return model.eval()
