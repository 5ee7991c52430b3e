"""How a question meets labels."""

import numpy as np
import torch

from bot.labels import CLUES, Labels
from bot.meeting import LabelMeeting, parts, read
from bot.scorer import spoken
from tests.evals.learning import tokens

LABELS = Labels(("Loans",), ("Homes > Flats", "Cars"), ("", "Cost"), np.array([[0, 0, 0], [0, 1, 0], [0, 1, 1]]))


def test_texts_are_padded_and_what_stands_for_none_has_no_token() -> None:
    found = read([tokens("a"), tokens("a b c")], nothing=True)
    assert found.vectors.shape[:2] == (2, 5)
    assert found.tokens.tolist() == [[0.0] * 5, [0.0, 1.0, 1.0, 1.0, 0.0]]


def test_every_cell_and_none_have_a_score_for_each_question() -> None:
    asked = read([tokens("Cars"), tokens("Cost of Cars")])
    labels = parts(LABELS, [tokens(text) for text in spoken(LABELS)])
    scores = LabelMeeting(torch.eye(384)[:, :96]).eval()(asked, labels, torch.zeros(2, 3, CLUES))
    assert scores.shape == (2, 4)
    assert bool(torch.isfinite(scores).all())
