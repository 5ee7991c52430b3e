"""Puts a search by meaning and one by words together into one ranking of passages."""

from collections.abc import Sequence

Ranking = Sequence[tuple[int, float]]
"""Numbers of passages with their scores, best first."""

MEANING = 0.85
"""What a cosine weighs beside a score by words, for the default embedding model: the best of 0.2 to 0.9 on the dev
split of the evals. Ranks alone (reciprocal rank fusion) find the evidence less often: docs/retrieval.md."""


def fused(near: Ranking, sharing: Ranking, depth: int) -> list[tuple[int, float]]:
    """The convex combination of cosines and of scores by words as parts of the best one, best first: Bruch, Gai and
    Ingber, "An analysis of fusion functions for hybrid retrieval", ACM TOIS 42 (2023).

    Of each ``depth`` passages were asked for. What a ranking of so many lacks would have come behind its last, and
    gets that one's score; a shorter one has all there are.
    """
    highest = max((score for _, score in sharing), default=0.0) or 1.0
    cosines, shares = dict(near), {number: score / highest for number, score in sharing}
    floors = _floor(cosines, depth), _floor(shares, depth)
    scores = {
        number: MEANING * cosines.get(number, floors[0]) + (1 - MEANING) * shares.get(number, floors[1])
        for number in {**cosines, **shares}
    }
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def _floor(scores: dict[int, float], depth: int) -> float:
    return min(scores.values()) if scores and len(scores) >= depth else 0.0
