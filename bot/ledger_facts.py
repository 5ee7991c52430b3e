"""What the figures of a report are, in arrays: so that a question meets all of them at once, of 150,000 too."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.asked import AskedWord
from bot.incidence import Incidence, Truths
from bot.sense import GENERIC
from bot.statement import Statement
from ingest.domain import Measure

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class LedgerFacts:
    """Statements, with facts in their order. What is found here may answer; who asks looks closer."""

    statements: Sequence[Statement]

    def of_measures(self, measures: Collection[Measure]) -> Truths:
        """Whether each is of one of some measures."""
        return self._among(self._measures, measures)

    def at_places(self, places: Collection[str], whole: str | None) -> Truths:
        """Whether the place of each is one of some, or the whole's where there are none."""
        return self._among(self._places, places or {None, whole})

    def in_years(self, years: Collection[int]) -> Truths:
        """Whether the period of each ends in one of some years."""
        met: Truths = np.isin(self._last, sorted(years))
        return met

    @cached_property
    def undated(self) -> Truths:
        """Whether each is without a period."""
        met: Truths = self._last == _NEVER
        return met

    def about(self, words: Sequence[AskedWord]) -> Truths:
        """Whether the own fields of each say every word, those for parts of any market aside."""
        return self._all(self._about, [replace(w, spellings=tuple(s - GENERIC for s in w.spellings)) for w in words])

    def said(self, words: Sequence[AskedWord]) -> Truths:
        """Whether the fields, the sentence or row, or the titles of each say every word."""
        return self._all(self._said, words)

    def chosen(self, met: Truths) -> list[Statement]:
        """The statements that meet something, in order."""
        return [self.statements[int(at)] for at in np.flatnonzero(met)]

    @staticmethod
    def _all(incidence: Incidence, words: Sequence[AskedWord]) -> Truths:
        return np.asarray(incidence.say(words).all(axis=1), dtype=np.bool_)

    @cached_property
    def _about(self) -> Incidence:
        return Incidence([statement.sense.about for statement in self.statements])

    @cached_property
    def _said(self) -> Incidence:
        senses = (statement.sense for statement in self.statements)
        return Incidence([sense.about | sense.around | sense.above for sense in senses])

    @cached_property
    def _last(self) -> Numbers:
        periods = (statement.sense.quantity.period for statement in self.statements)
        return np.array([period.last if period else _NEVER for period in periods], dtype=np.int64)

    @cached_property
    def _measures(self) -> dict[Measure | str | None, Numbers]:
        return _grouped([statement.sense.quantity.measure for statement in self.statements])

    @cached_property
    def _places(self) -> dict[Measure | str | None, Numbers]:
        return _grouped([statement.sense.quantity.place for statement in self.statements])

    def _among(self, groups: dict[Measure | str | None, Numbers], wanted: Collection[str | None]) -> Truths:
        met = np.zeros(len(self.statements), dtype=np.bool_)
        for each in wanted:
            if each in groups:
                met[groups[each]] = True
        return met


_NEVER = 0
"""The last year of what has no period."""


def _grouped(values: Sequence[Measure | str | None]) -> dict[Measure | str | None, Numbers]:
    found: dict[Measure | str | None, list[int]] = {}
    for number, value in enumerate(values):
        found.setdefault(value, []).append(number)
    return {value: np.array(numbers, dtype=np.int64) for value, numbers in found.items()}
