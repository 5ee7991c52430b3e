"""The model learns from texts what no clue tells."""

import numpy as np

from bot.clues import CLUES
from bot.odds import probabilities
from evals.train import scores, train
from tests.evals.learning import telling


def test_a_text_alone_is_learned_from() -> None:
    examples = [telling(n, n % 2 == 0, clue=None) for n in range(320)]
    model = train(examples, np.zeros(len(CLUES)))
    both = np.array([0, 1])
    right = probabilities(scores(model, telling(500, True, clue=None), both))
    silent = probabilities(scores(model, telling(501, False, clue=None), both))
    assert right[0] > 0.5 > right[1]
    assert silent.sum() < 0.5


def test_training_twice_gives_the_same() -> None:
    examples = [telling(n, n % 2 == 0) for n in range(32)]
    first, again = (train(examples, np.zeros(len(CLUES))).state_dict() for _ in range(2))
    assert all((first[name] == again[name]).all() for name in first)
