"""The labels of a report's cells as a question may mean them, and by how many words it says each of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.clues import Array
from bot.items import RESTRICTS, needed_stems, stems_of
from bot.odds import Numbers
from ingest.domain import HEADER_STEP

MANY = 2
"""Words that tell labels apart and are not said, counted at most."""

CLUES = 14
"""Numbers that say how a question says a cell's labels by its words."""


@dataclass(frozen=True)
class Labels:
    """The distinct labels of some cells; ``cells``, shape (n, 3), has the numbers of each one's title, row and column.

    A row has the name of its group before it: "Deposits > Time". The first column is "", that of figures whose header
    only says when.
    """

    titles: tuple[str, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Numbers

    def clues(self, asked: str) -> Array:
        """How the words of a question meet the labels of each cell, shape (n, CLUES)."""
        said = stems_of(asked)
        known = self._weight(said) or 1.0
        unknown = len(said - self._weights.keys()) / max(1, len(said))
        rows = [self._row_clues(said, known, at) for at in range(len(self.rows))]
        columns = [
            (
                self._share(stems, said, known),
                self._weight(stems & said) / (self._weight(stems) or 1.0),
                _left(stems, said),
            )
            for stems in self._columns
        ]
        titles = [self._share(stems, said, known) for stems in self._titles]
        found = np.zeros((len(self.cells), CLUES))
        for at, (title, row, column) in enumerate(self.cells):
            whole = self._leaves[row] | self._groups[row] | self._columns[column] | self._titles[title]
            unmet = said & self._weights.keys() - whole
            rarest = max((self._weights[each] for each in unmet), default=0.0) / self._rarest
            around = (titles[title], self._share(whole, said, known), rarest, float(min(MANY, len(unmet))), unknown)
            found[at] = (*rows[row], *columns[column], *around)
        return found

    def _row_clues(self, said: frozenset[str], known: float, row: int) -> tuple[float, ...]:
        leaf, group, needed = self._leaves[row], self._groups[row], self._needed[row]
        return (
            self._share(leaf, said, known),
            self._weight(leaf & said) / (self._weight(leaf) or 1.0),
            _left(leaf, said),
            float(bool(needed) and needed <= said),
            self._share(group, said, known),
            self._weight(group & said) / (self._weight(group) or 1.0),
        )

    def _share(self, stems: frozenset[str], said: frozenset[str], known: float) -> float:
        """How much of what is asked a label says, rarer words first."""
        return self._weight(stems & said) / known

    def _weight(self, stems: Iterable[str]) -> float:
        return sum(self._weights.get(each, 0.0) for each in stems)

    @cached_property
    def _leaves(self) -> Sequence[frozenset[str]]:
        return [stems_of(row.split(HEADER_STEP)[-1]) for row in self.rows]

    @cached_property
    def _needed(self) -> Sequence[frozenset[str]]:
        return [needed_stems(row.split(HEADER_STEP)[-1]) for row in self.rows]

    @cached_property
    def _groups(self) -> Sequence[frozenset[str]]:
        return [stems_of(" ".join(row.split(HEADER_STEP)[:-1])) for row in self.rows]

    @cached_property
    def _columns(self) -> Sequence[frozenset[str]]:
        return [stems_of(column) for column in self.columns]

    @cached_property
    def _titles(self) -> Sequence[frozenset[str]]:
        return [stems_of(title) for title in self.titles]

    @cached_property
    def _rarest(self) -> float:
        """The weight of what is said least."""
        return max(self._weights.values(), default=1.0)

    @cached_property
    def _weights(self) -> dict[str, float]:
        """By stem its inverse frequency among the labels."""
        times: dict[str, int] = {}
        for stems in (*self._leaves, *self._groups, *self._columns, *self._titles):
            for each in stems:
                times[each] = times.get(each, 0) + 1
        return {each: float(np.log(1 + (len(self.rows) + 1) / count)) for each, count in times.items()}


def _left(stems: frozenset[str], said: frozenset[str]) -> float:
    """How many words of a label that make it another thing are not said."""
    return float(min(MANY, len(RESTRICTS & stems - said)))
