"""A question put to a report, with what is the same for every figure that may answer it."""

import math
import re
from dataclasses import dataclass
from functools import cached_property

from bot.asked import AskedWord
from bot.book import Book
from bot.question import Question
from ingest.words import STOPWORDS, words

_COUNTED = re.compile(
    r"\b(?:how many|number of|count of)\s+(?:(?:the|a|an|of|new|more|total|different)\s+)*([\w'-]+)(?:\s+([\w'-]+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Inquest:
    """A question with what is the same for every figure of its report."""

    question: Question
    book: Book

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How telling each word asked for is: its inverse passage frequency; a word the report lacks tells most."""
        most = math.log(1 + len(self.book.passages))
        idf = self.book.idf
        return tuple(
            min((idf[stem] for stem in word.stems if stem in idf), default=most) for word in self.question.words
        )

    @cached_property
    def asked(self) -> frozenset[str]:
        """Stems of all that was asked, and of what else it may be called."""
        return self.question.stems | frozenset(s for word in self.question.words for s in word.stems)

    @cached_property
    def hints(self) -> dict[str, float]:
        """Stem → how telling it is, of what else was said that only some of the report's figures are of: words for
        any market, of its own name, of the question before."""
        own = frozenset(stem for word in self.question.words for stem in word.stems)
        said = self.question.stems | frozenset(stem for word in self.question.context for stem in word.stems)
        figures, counts = len(self.book.statements), self.book.own_counts
        return {stem: math.log(figures / counts[stem]) for stem in said - own if 0 < counts[stem] < figures}

    def hinted(self, said: frozenset[str]) -> float:
        """The weight of the ``hints`` that are said, as a share of that of all of them; 0 without any."""
        total = self._hinted
        return sum(weight for stem, weight in self.hints.items() if stem in said) / total if total else 0.0

    @cached_property
    def _hinted(self) -> float:
        return sum(self.hints.values())

    @cached_property
    def counted(self) -> frozenset[str]:
        """Stems of what is to be counted."""
        return counted(self.question)

    def share(self, said: frozenset[str]) -> float:
        """The weight of the words asked for that are said, as a share of that of all of them; 0 without any."""
        met = 0.0
        for (single, joined), weight in zip(self._spelled, self.weights, strict=True):
            if not single.isdisjoint(said) or (joined and any(each <= said for each in joined)):
                met += weight
        return met / self._total if self._total else 0.0

    def missing(self, said: frozenset[str]) -> list[AskedWord]:
        """The words asked for that are not said."""
        return [
            word
            for word, (single, joined) in zip(self.question.words, self._spelled, strict=True)
            if single.isdisjoint(said) and not (joined and any(each <= said for each in joined))
        ]

    @cached_property
    def _total(self) -> float:
        return sum(self.weights)

    @cached_property
    def _spelled(self) -> tuple[tuple[frozenset[str], tuple[frozenset[str], ...]], ...]:
        """Of each word asked for the stems of which one is enough, and those of which all must be said."""
        return tuple(
            (
                frozenset(stem for each in word.spellings if len(each) == 1 for stem in each),
                tuple(each for each in word.spellings if len(each) != 1),
            )
            for word in self.question.words
        )


_LASTS = re.compile(
    r"\bhow (?:long|old)\b|\b(?:waiting|lead|delivery|pay-?back|turnaround|travel) (?:time|period)s?\b", re.IGNORECASE
)
_TIMES = frozenset(word.stem for word in words("minute hour day night week month year"))


def counted(question: Question) -> frozenset[str]:
    """Stems of what is to be counted: "how many pages" counts pages, "how long" months or years."""
    return _counted(question) | (_TIMES if _LASTS.search(question.ask) else frozenset())


def _counted(question: Question) -> frozenset[str]:
    match = _COUNTED.search(question.ask)
    said = words(" ".join(group for group in match.groups() if group)) if match else []
    heads = {word.stem for word in said if word.text.lower() not in STOPWORDS}
    return frozenset(heads).union(*(word.stems for word in question.words if word.stems & heads))
