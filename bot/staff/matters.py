"""Which questions ask for the same matter, in whatever words, spelling or language.

The distance of two questions is that of their meaning, and for a fifth that of their letters, which typing errors
change little; words that all questions of a report share are left out first. Groups are those of complete linkage: the
two questions of a group that are least alike are nearer than ``APART``, so that no chain of likenesses joins two
matters.

On 72 questions of a made-up report, by which they were chosen, of the pairs that these put together all are of one
matter, and of the pairs of one matter they put 84% together; ``tests/bot/staff/test_matters.py`` has what they come to
on 73 questions of another, by which nothing was chosen.
"""

from collections.abc import Callable, Sequence

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.tongues.hear import hear
from bot.tongues.pieces import known_by
from ingest.index import Vectors
from ingest.words import stem, words

LETTERS = 0.2
"""What the letters count for in a distance, and the meaning for the rest."""

APART = 0.74
"""From this distance on two questions are of two matters."""

_EVERYWHERE = frozenset(map(stem, "market report industry".split()))

Encode = Callable[[Sequence[str]], Vectors]
"""Vectors of texts, of unit length, shape (n, d)."""


def matters(questions: Sequence[str], title: str, encode: Encode) -> list[int]:
    """For each question about a report of that title the number of its matter, 0-based."""
    if len(questions) < 2:
        return [0] * len(questions)
    said = [asked_for(question, title) for question in questions]
    meaning = np.clip(1 - _likeness(encode(said)), 0, None)
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True).fit_transform(said)
    letters = np.clip(1 - (vectors @ vectors.T).toarray(), 0, None)
    grouping = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="complete", distance_threshold=APART
    )
    return [int(label) for label in grouping.fit_predict((1 - LETTERS) * meaning + LETTERS * letters)]


def asked_for(question: str, title: str) -> str:
    """The words of a question that tell its matter, in English as far as the glossaries go."""
    heard = hear(question, lambda: known_by(frozenset()))
    text = " ".join((heard.english, *heard.unread)) if heard else question
    shared = {word.stem for word in words(title)} | _EVERYWHERE
    telling = [word.text for word in words(text) if word.stem not in shared]
    return " ".join(telling).lower() or text.lower() or "?"


def _likeness(vectors: Vectors) -> Vectors:
    return np.asarray(vectors @ vectors.T)
