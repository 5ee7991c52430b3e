"""Questions in the words of labels themselves, for cells and for none: from them is learned when shared words are
enough and when one that is not shared asks for something else."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from bot.items import RESTRICTS, stems_of
from bot.labels import Labels
from ingest.domain import HEADER_STEP

Made = TypeVar("Made")

TRIES = 10
"""Attempts for each question that is wanted."""

_OPENINGS = ("", "", "", "what was ", "how much was ", "what's the ", "show me ", "how high was ", "how many ")
_WITH_COLUMN = (
    "{row} {other}",
    "{other} {row}",
    "{other} of {row}",
    "{other} for {row}",
    "{row}: {other}",
    "{row}'s {other}",
)
_WITH_GROUP = ("{row} of {other}", "{other} {row}", "{row} in {other}", "{row} for {other}", "{other}: {row}")
_WITH_TITLE = ("{row}, {other}", "{row} in {other}", "{other}: {row}", "{row} ({other})", "{other} {row}")
_ENDINGS = ("", "", "", " in", " at the end of", " full year", " for the", " at year-end", " as of", " during")
"""What is left of a time, without it."""
_QUALIFIERS = (
    "adjusted organic gross deferred diluted pro-forma net underlying recurring budgeted online export domestic used"
    " new wholesale retail"
).split()
_NAMES = (
    "Brazil Canada Poland Vietnam Kenya Austria Norwood Halvorsen Kestrel Trident Calder Chile Texas Bavaria".split()
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_PART_MARK = re.compile(r"^(?:of which|thereof|less|plus|add)[:\s]+", re.IGNORECASE)
_WORD = re.compile(r"[\w&'-]+")
_SMALL = frozenset("table by the and of in for to".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """The labels of one cell and their stems."""

    title: str
    group: str
    row: str
    column: str

    @property
    def own(self) -> frozenset[str]:
        """The stems of its row's name."""
        return stems_of(self.row)

    @property
    def whole(self) -> frozenset[str]:
        """The stems of all its labels."""
        return stems_of(f"{self.title} {self.group} {self.row} {self.column}")


class Plainly:
    """Asks for the cells of one document; ``others`` are documents whose labels it may lack."""

    def __init__(self, labels: Labels, others: Sequence[Labels], choice: random.Random) -> None:
        self._told = [
            _Told(labels.titles[title], group, row, labels.columns[column])
            for title, named, column in labels.cells
            for group, _, row in [labels.rows[named].rpartition(HEADER_STEP)]
        ]
        self._several = len({column for _, _, column in labels.cells}) > 1
        self._others = others
        self._choice = choice

    def asked(self, count: int) -> Iterator[tuple[str, int]]:
        """Questions with the number of the one cell that has all their words and the fewest others."""
        yield from self._made(self._ask, count)

    def absent(self, count: int) -> Iterator[str]:
        """Questions of which every cell lacks a word: another document's row or column, one of another table, a
        qualifier or a name."""
        yield from self._made(self._miss, count)

    def _made(self, make: Callable[[], Made | None], count: int) -> Iterator[Made]:
        made = (make() for _ in range(count * TRIES))
        found = (each for each in made if each is not None)
        yield from (each for each, _ in zip(found, range(count), strict=False))

    def _ask(self) -> tuple[str, int] | None:
        at = self._choice.randrange(len(self._told))
        told = self._told[at]
        row, column = self._shortened(self._plain(told.row)), self._shortened(self._plain(told.column))
        if self._often(0.07):
            column = ""
        group = self._plain(told.group) if self._often(0.65) else ""
        title = self._of_title(told) if self._often(0.75 if self._is_elsewhere(told) else 0.2) else ""
        said = stems_of(f"{row} {group} {column} {title}")
        if not row or not said or (told.column and not column and self._several):
            return None
        missing = [self._distance(said, each) for each in range(len(self._told))]
        least = min(missing)
        if missing[at] != least or least[0] or missing.count(least) > 1:
            return None
        return self._spoken(row, group, column, title), at

    def _distance(self, said: frozenset[str], at: int) -> tuple[int, float]:
        """How many of the words a cell lacks, and how many it has besides."""
        row, group, column, whole = self._stems[at]
        return len(said - whole), len(row - said) + len(column - said) + 0.3 * len(group - said)

    def _miss(self) -> str | None:
        told = self._choice.choice(self._told)
        row, group, column = self._plain(told.row), self._plain(told.group), self._plain(told.column)
        group = group if self._often(0.7) else ""
        title, how = "", self._choice.random()
        other = self._choice.choice(self._told)
        if how < 0.35:
            strange = self._choice.choice(self._others)
            if column and self._often(0.5):
                column = self._plain(self._choice.choice(strange.columns)) or column
            else:
                row = self._plain(self._choice.choice(strange.rows).split(HEADER_STEP)[-1])
            if not stems_of(f"{row} {column}") - self._known - RESTRICTS:
                return None
        elif how < 0.5:
            title = self._of_title(other)
            if not stems_of(title) - told.whole:
                return None
        elif how < 0.7:
            if other.column != told.column and other.column and self._often(0.6):
                column = self._plain(other.column)
            elif other.group and other.group != told.group:
                group = self._plain(other.group)
            else:
                return None
        elif how < 0.85:
            row = f"{self._choice.choice(_QUALIFIERS)} {row}"
        else:
            form = self._choice.choice(("{row} in {name}", "{name} {row}", "{row} of {name}"))
            row = form.format(row=row, name=self._choice.choice(_NAMES))
        said = stems_of(f"{row} {group} {column} {title}")
        if any(said <= whole for *_, whole in self._stems):
            return None
        return self._spoken(row, group, column, title)

    @cached_property
    def _stems(self) -> list[tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]]:
        """Of each cell the stems of its row, its group, its column, and of all."""
        return [(each.own, stems_of(each.group), stems_of(each.column), each.whole) for each in self._told]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset[str]().union(*(whole for *_, whole in self._stems))

    def _is_elsewhere(self, told: _Told) -> bool:
        """Whether a row of another table has the same name."""
        return any(each.title != told.title and each.own == told.own for each in self._told)

    def _often(self, share: float) -> bool:
        return self._choice.random() < share

    def _plain(self, label: str) -> str:
        """A label as it is said, mostly without its brackets."""
        bare = _BRACKETS.sub(" ", label) if self._often(0.7) else label
        return " ".join(_PART_MARK.sub("", bare).replace("–", " ").split())

    def _shortened(self, label: str) -> str:
        """A label of several words, at times without one."""
        said = label.split()
        if len(said) > 2 and self._often(0.4):
            said.pop(self._choice.randrange(len(said)))
        return " ".join(said)

    def _of_title(self, told: _Told) -> str:
        """Some words of a title that stand together."""
        said = [word for word in _WORD.findall(_BRACKETS.sub("", told.title)) if word.lower() not in _SMALL]
        count = self._choice.randint(1, 3)
        start = self._choice.randrange(max(1, len(said) - count + 1))
        return " ".join(said[start : start + count])

    def _spoken(self, row: str, group: str, column: str, title: str) -> str:
        text = row
        for other, forms in ((column, _WITH_COLUMN), (group, _WITH_GROUP), (title, _WITH_TITLE)):
            if other:
                text = self._choice.choice(forms).format(row=text, other=other)
        text = text.lower() if self._often(0.8) else text
        text = f"{self._choice.choice(_OPENINGS)}{text}{self._choice.choice(_ENDINGS)}"
        return self._mistyped(f"{text}?" if self._often(0.3) else text)

    def _mistyped(self, text: str) -> str:
        """A question, now and then with two letters in the wrong order."""
        if len(text) < 8 or not self._often(0.06):
            return text
        at = self._choice.randrange(1, len(text) - 2)
        return f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"
