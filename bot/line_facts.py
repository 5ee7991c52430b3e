"""What the lines of a report say and where they stand: the same for every question, and read once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot import lexicon
from bot.incidence import Incidence
from bot.lines import Line
from bot.measuring import any_of
from bot.vocabulary import COMPANY_MARKS
from ingest.domain import Source, Span
from ingest.places import find_places
from ingest.quantity.periods import read_periods

SAYS = (
    "list", "figures", "one time", "few items", "many items", "names", "companies", "places", "digits", "cause", "most",
    "question", "short", "long", "first", "address",
)  # fmt: skip
"""What sort of line it is."""

CAUSE = any_of(
    r"because", r"since", r"as", r"so that", r"due to", r"owing to", r"thanks to", r"therefore", r"in order to",
    r"driven by", r"helped by", r"hence", r"thus", r"which is why", r"for fear", r"held back", r"means? that",
)  # fmt: skip
MOST = any_of(
    r"largest|biggest|most|highest|greatest|leads?|leading|led|leader|dominat\w+|dominant|top|first|main|chief",
    r"fastest|quickest|swiftest|steepest|strongest|lowest|smallest|slowest|least|cheapest|dearest|foremost|number one",
)
_ADDRESS = re.compile(r"@|https?:|\+\d{2}")
_NAME = re.compile(r"(?<=[a-z,;:] )[A-ZÀ-Þ][\w&.'’-]+")

FEW, MANY, SHORT, LONG = 3, 6, 60, 220
"""Items of a short and of a long list; characters of a short and of a long line."""

NOWHERE = -1
"""The section of a line that stands in none."""


@dataclass(frozen=True)
class LineFacts:
    """Lines, with facts in their order."""

    lines: Sequence[Line]

    @cached_property
    def own(self) -> Incidence:
        """The stems of what each says."""
        return Incidence([line.own for line in self.lines])

    @cached_property
    def above(self) -> Incidence:
        """The stems of the headings over each."""
        return Incidence([line.above for line in self.lines])

    @cached_property
    def either(self) -> Incidence:
        """The stems of both."""
        return Incidence([line.own | line.above for line in self.lines])

    @cached_property
    def says(self) -> NDArray[np.float64]:
        """What sort each is, shape (len(lines), len(SAYS)), all between 0 and 1."""
        rows = [dict(_says(line)) for line in self.lines]
        found = np.array([[row[name] for name in SAYS] for row in rows], dtype=np.float64)
        return found.reshape(len(rows), len(SAYS))

    @cached_property
    def places(self) -> tuple[tuple[str, ...], ...]:
        """The places each names, as often as it does."""
        return tuple(_places(line.said) for line in self.lines)

    @cached_property
    def years(self) -> tuple[frozenset[int], ...]:
        """The years each names."""
        return tuple(
            frozenset(year for each in read_periods(line.said) for year in (each.value.first, each.value.last))
            for line in self.lines
        )

    @cached_property
    def aspects(self) -> tuple[frozenset[str], ...]:
        """What each says that something is the most of: largest, fastest, smallest."""
        return tuple(
            frozenset(name for name, cue in lexicon.SUPERLATIVES_SAID.items() if cue.search(line.said))
            for line in self.lines
        )

    def inside(self, source: Source) -> NDArray[np.bool_]:
        """Whether each line stands in a stretch of text, if only in part."""
        if not isinstance(source, Span):
            return np.zeros(len(self.lines), dtype=np.bool_)
        section, start, end = self._stretches
        met: NDArray[np.bool_] = (section == source.section) & (start < source.end) & (source.start < end)
        return met

    @cached_property
    def _stretches(self) -> NDArray[np.int64]:
        """Section, start and end of each, shape (3, len(lines))."""
        sources = [line.source for line in self.lines]
        rows = [(s.section, s.start, s.end) if isinstance(s, Span) else (NOWHERE, 0, 0) for s in sources]
        return np.array(rows, dtype=np.int64).reshape(len(rows), 3).T


def _says(line: Line) -> Iterator[tuple[str, float]]:
    count = len(line.items.items) if line.items else len(line.figures)
    said = line.said
    yield "list", float(bool(line.items))
    yield "figures", float(bool(line.figures))
    yield "one time", float(len({q.period for q in line.figures}) == 1)
    yield "few items", float(0 < count <= FEW)
    yield "many items", float(count >= MANY)
    yield "first", float(isinstance(line.source, Span) and line.source.start == 0)
    yield "names", min(4, len(_NAME.findall(said))) / 4
    yield "companies", float(any(word.strip(".,()").lower() in COMPANY_MARKS for word in said.split()))
    yield "places", min(3, len(_places(said))) / 3
    yield "digits", min(12, sum(char.isdigit() for char in said)) / 12
    yield "cause", float(bool(CAUSE.search(said)))
    yield "most", float(bool(MOST.search(said)))
    yield "question", float(said.rstrip().endswith("?"))
    yield "short", float(len(said) < SHORT)
    yield "long", float(len(said) > LONG)
    yield "address", float(bool(_ADDRESS.search(said)))


def _places(said: str) -> tuple[str, ...]:
    return tuple(each.value.name for each in find_places(said))
