"""Weights are fitted to what is right."""

from bot.clues import CLUES
from evals.logit import fitted
from tests.evals.learning import telling


def test_what_tells_right_from_wrong_weighs_most() -> None:
    weights = fitted([telling(n, n % 2 == 0) for n in range(40)], 0.5)
    assert weights[CLUES.index("own")] == max(weights)
    assert weights[CLUES.index("constant")] < 0


def test_the_ridge_draws_weights_to_0() -> None:
    examples = [telling(n, n % 2 == 0) for n in range(40)]
    loose, tight = fitted(examples, 0.1), fitted(examples, 10.0)
    assert abs(tight).max() < abs(loose).max()
