"""Compares meanings: a question with the statements of a report, which are embedded once."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock

import numpy as np

from ingest.index import Vectors

REMEMBERED = 20_000
"""Texts whose vectors are kept: 31 MB at 384 dimensions."""


class Likeness:
    """Cosines of a question with texts. ``encode`` gives vectors of unit length, shape (n, d), of n texts."""

    def __init__(self, encode: Callable[[Sequence[str]], Vectors], encode_query: Callable[[str], Vectors]) -> None:
        self._encode = encode
        self._encode_query = encode_query
        self._known: OrderedDict[str, Vectors] = OrderedDict()
        self._turn = Lock()

    def __call__(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        """Cosine (-1 to 1) of the question with each text."""
        if not texts:
            return []
        with self._turn:
            vectors = self._vectors(texts)
        return [float(cosine) for cosine in vectors @ self._encode_query(question)]

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._encode(new), strict=True))
        for text in texts:
            self._known.move_to_end(text)
        found = np.stack([self._known[text] for text in texts])
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return found
