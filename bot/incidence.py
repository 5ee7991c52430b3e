"""Which texts of a report have which stems, so that a question meets all of them at once."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.asked import AskedWord

Truths = NDArray[np.bool_]


class Incidence:
    """Texts, each as its stems. What is asked of them is answered for all of them."""

    def __init__(self, texts: Sequence[frozenset[str]]) -> None:
        self.sizes = np.array([len(text) for text in texts], dtype=np.int64)
        found: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for stem in text:
                found.setdefault(stem, []).append(number)
        self._numbers = {stem: np.array(numbers) for stem, numbers in found.items()}

    def have_any(self, stems: Iterable[str]) -> Truths:
        """Whether each text has one of some stems, shape (len(texts),)."""
        held = np.zeros(len(self.sizes), dtype=np.bool_)
        for stem in self._numbers.keys() & set(stems):
            held[self._numbers[stem]] = True
        return held

    def count(self, stems: Iterable[str]) -> NDArray[np.int64]:
        """How many of some different stems each text has, shape (len(texts),)."""
        counted = np.zeros(len(self.sizes), dtype=np.int64)
        for stem in self._numbers.keys() & set(stems):
            counted[self._numbers[stem]] += 1
        return counted

    def say(self, words: Sequence[AskedWord]) -> Truths:
        """Whether each text says each word, shape (len(texts), len(words)): ``AskedWord.stands_in`` of all at once."""
        said = np.zeros((len(self.sizes), len(words)), dtype=np.bool_)
        for at, word in enumerate(words):
            for spelling in word.spellings:
                said[:, at] |= self.count(spelling) == len(spelling)
        return said
