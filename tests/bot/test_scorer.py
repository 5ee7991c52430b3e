"""What is likeliest is read closer, each text once."""

from collections.abc import Sequence

import numpy as np

from bot.clues import CLUES, clues_of
from bot.labels import Labels
from bot.line_odds import lines_by_clues
from bot.meant import SURE
from bot.odds import by_clues
from bot.scorer import TRAINED_FILE, LabelReader, Remembered, Scorer, label_reader, scorers
from bot.understand import understand
from ingest.embed import DEFAULT_MODEL, Encoder, Tokens
from tests.bot.books import book_of
from tests.bot.widgets import TEXT

QUESTION = "How many people work for Acme?"


class Reader:
    """Reads with the real model, and counts."""

    def __init__(self) -> None:
        self.encoder = Encoder()
        self.texts: list[str] = []

    def read(self, texts: Sequence[str]) -> list[Tokens]:
        self.texts += texts
        return self.encoder.read(texts)


def test_the_figure_asked_for_scores_highest_and_texts_are_read_once() -> None:
    book, reader = book_of(TEXT), Reader()
    score = Scorer(Remembered(reader.read, 1000), reader.encoder.read_query, TRAINED_FILE, len(CLUES))
    clues = clues_of(understand(QUESTION, book), book, book.statements)
    first = score(QUESTION, book.statements, clues)
    assert book.statements[int(first.argmax())].sense.quantity.text == "2,340 people"
    assert len(reader.texts) == len({statement.text for statement in book.statements})
    again = score(QUESTION, book.statements, clues)
    assert np.allclose(first, again)
    assert len(reader.texts) == len({statement.text for statement in book.statements})


def test_another_embedding_model_is_scored_by_clues_alone() -> None:
    assert scorers(Encoder("another"), Encoder("another").read_query) == (by_clues, lines_by_clues)
    figures, lines = scorers(Encoder(DEFAULT_MODEL), Encoder().read_query)
    assert isinstance(figures, Scorer)
    assert isinstance(lines, Scorer)


def test_what_was_asked_for_last_is_remembered() -> None:
    made: list[str] = []

    def make(keys: Sequence[str]) -> list[str]:
        made.extend(keys)
        return [key.upper() for key in keys]

    remembered = Remembered(make, 2)
    assert remembered(["a", "b", "a"]) == ["A", "B", "A"]
    assert remembered(["a", "c"]) == ["A", "C"]  # b was asked for longest ago
    assert remembered(["a", "b"]) == ["A", "B"]
    assert made == ["a", "b", "c", "b"]


LABELS = Labels(
    ("Balance sheet",), ("Inventories", "Trade receivables", "Cash"), ("",), np.array([[0, 0, 0], [0, 1, 0], [0, 2, 0]])
)


def test_labels_are_read_once_and_the_one_that_is_meant_is_likeliest() -> None:
    reader = LabelReader(Encoder())
    chances = reader("what do customers still owe", LABELS)
    assert chances.shape == (4,)
    assert abs(float(chances.sum()) - 1) < 1e-6
    assert int(chances[:-1].argmax()) == 1
    assert np.allclose(chances, reader("what do customers still owe", LABELS))


def test_another_embedding_model_has_no_reader_of_labels() -> None:
    assert label_reader(Encoder("another")) is None
    assert isinstance(label_reader(Encoder(DEFAULT_MODEL)), LabelReader)


def test_a_row_in_other_words_is_likely_enough_to_answer() -> None:
    rows = ("Pet specialty stores", "Supermarkets and hypermarkets", "Online retail", "Veterinary clinics")
    cells = np.array([[0, row, 0] for row in range(len(rows))])
    labels = Labels(("Revenue share by distribution channel (%)",), rows, ("",), cells)
    chances = LabelReader(Encoder())("share of e-commerce in", labels)
    assert rows[int(chances[:-1].argmax())] == "Online retail"
    assert chances[2] >= SURE
