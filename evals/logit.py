"""Fits the weights of clues: a conditional logit, in which one thing is right or none is."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from scipy.optimize import minimize

from bot.clues import Array
from bot.odds import probabilities
from evals.examples import Flags

ITERATIONS = 250


class Learnable(Protocol):
    """A question with clues, shape (n, number of clues), and which of the n are right: none may be."""

    @property
    def clues(self) -> Array: ...
    @property
    def right(self) -> Flags: ...
    @property
    def is_of_use(self) -> bool: ...


def fitted(examples: Sequence[Learnable], ridge: float) -> Array:
    """The weights under which what is right is likeliest, and none where nothing is.

    ``ridge``: how strongly they are drawn to 0; half this times their sum of squares is added to the loss.
    """
    usable = [each for each in examples if each.is_of_use]
    start = np.zeros(usable[0].clues.shape[1])
    found = minimize(_loss, start, args=(usable, ridge), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    return np.asarray(found.x)


def _loss(weights: Array, examples: Sequence[Learnable], ridge: float) -> tuple[float, Array]:
    """Minus the log-likelihood with its ridge, and the gradient of both."""
    loss, gradient = ridge / 2 * float(weights @ weights), ridge * weights
    for each in examples:
        odds = probabilities(each.clues @ weights)
        chance = float(odds[each.right].sum()) if each.right.any() else 1 - float(odds.sum())
        wanted = np.where(each.right, odds, 0.0) / max(chance, 1e-12) if each.right.any() else np.zeros_like(odds)
        loss -= float(np.log(max(chance, 1e-12)))
        gradient = gradient + each.clues.T @ (odds - wanted)
    return loss, gradient
