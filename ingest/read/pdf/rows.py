"""Puts the words of a page into rows, and cuts rows into stretches that stand apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from ingest.read.pdf.words import Box, Word

_APART = 0.95
"""Sizes of the font; a wider gap than this parts what is not justified prose."""

_SPACED = 1.0
"""Sizes of the font that letters set apart are from each other at most."""

_ALIKE = 0.4
"""Sizes of the font by which words of one row may stand higher or lower."""

_TO_PAGE = re.compile(r"(?:[.…·_]\s?){4,}\s*(?:[A-Z]-?)?(?:\d{1,4}|[ivxlc]{1,6})$")
_LEADERS = re.compile(r"(?:[.…·_]\s?){4,}")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)", re.IGNORECASE)
_POWERS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_RAISED_UNIT = re.compile(r"(?:.*[(/·])?(?:[ckm]?m|ft|in|10)", re.IGNORECASE)


@dataclass(frozen=True)
class Stretch:
    """Words of a row that stand together."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        return around([word.box for word in self.words])

    @cached_property
    def text(self) -> str:
        return joined(self.words)


@dataclass(frozen=True)
class Row:
    """Words on one line of a page, from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        return around([word.box for word in self.words])

    @cached_property
    def base(self) -> float:
        return median(word.base for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its characters."""
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[round(word.size * 2) / 2] = sizes.get(round(word.size * 2) / 2, 0) + len(word.text)
        return max(sizes, key=lambda size: sizes[size])

    @cached_property
    def bold(self) -> bool:
        return all(word.bold for word in self.words if any(map(str.isalnum, word.text)))

    @cached_property
    def text(self) -> str:
        return joined(self.words)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        return tuple(stretches_of(self.words))

    @cached_property
    def leads_to_page(self) -> bool:
        """Whether dots lead to a page number, as in a table of contents."""
        return _TO_PAGE.search(self.text) is not None


def around(boxes: Sequence[Box]) -> Box:
    """The box that holds all of some boxes."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def is_set_alike(one: Box, other: Box) -> bool:
    """Whether two texts are set to one side or to one middle."""
    return min(abs(one.left - other.left), abs(one.right - other.right), abs(one.middle - other.middle)) < _ALIGNED


_ALIGNED = 3.0
"""Points by which texts that are set to one line may miss it."""


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The rows of a page from top to bottom. Marks of footnotes are left out, powers and ordinals kept."""
    rows: list[list[Word]] = []
    for word in sorted(_unmarked(words), key=lambda word: (word.base, word.box.left)):
        if rows and abs(word.base - rows[-1][0].base) <= _ALIKE * max(min(word.size, rows[-1][0].size), 4.0):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Row(tuple(_unspaced(sorted(row, key=lambda word: word.box.left)))) for row in rows]


def _unspaced(words: Sequence[Word]) -> Sequence[Word]:
    """Letters that are set apart as words: "C O L D  C H A I N"; figures of a row of a table are wide apart."""
    single = sum(len(word.text) == 1 and word.text.isalnum() for word in words)
    letters = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    if single < 5 or single < 0.8 * len(words) or letters * 2 < single:
        return words
    gaps = sorted(word.box.left - before.box.right for before, word in pairwise(words))
    usual = gaps[len(gaps) // 3]
    if usual > _SPACED * words[0].size:
        return words
    joined_words = [words[0]]
    for before, word in pairwise(words):
        if word.box.left - before.box.right > 1.6 * usual + 0.5:
            joined_words.append(word)
        else:
            joined_words[-1] = _with(joined_words[-1], word, word.text)
    return joined_words


def without_leaders(words: Sequence[Word]) -> list[Word]:
    """The words without the dots that lead from a name to its figures, be they set apart."""
    kept: list[Word] = []
    for word in _without_dots(words):
        text = _LEADERS.sub("", word.text)
        if text == word.text:
            kept.append(word)
        elif any(map(str.isalnum, text)):
            share = len(text) / len(word.text)
            box = replace(word.box, right=word.box.left + share * word.box.width)
            kept.append(replace(word, text=text, box=box))
    return kept


def _without_dots(words: Sequence[Word]) -> Iterator[Word]:
    """The words without runs of dots: ". . . . .", also where the first touches a word."""
    runs = [list(run) for _, run in groupby(words, key=lambda word: _DOTS.fullmatch(word.text) is not None)]
    for at, run in enumerate(runs):
        behind = runs[at + 1] if at + 1 < len(runs) else []
        if _are_leaders(behind):
            last = run[-1]
            yield from (*run[:-1], replace(last, text=last.text.rstrip(".") or last.text))
        elif not _are_leaders(run):
            yield from run


def _are_leaders(words: Sequence[Word]) -> bool:
    return (
        bool(words) and bool(_DOTS.fullmatch(words[0].text)) and sum(len(word.text) for word in words) >= _FEWEST_DOTS
    )


_DOTS = re.compile(r"[.…·_]+")
_FEWEST_DOTS = 4


def joined(words: Sequence[Word]) -> str:
    """The words with a blank where there is one between them."""
    text = ""
    before: Word | None = None
    for word in words:
        near = before is not None and -1 < word.box.left - before.box.right < 0.12 * max(word.size, 1.0)
        text += word.text if not text or (near and not word.spaced) else f" {word.text}"
        before = word
    return text


def stretches_of(words: Sequence[Word]) -> Iterator[Stretch]:
    """Words of a row cut where they are wide apart."""
    run: list[Word] = []
    for word in words:
        if run and word.box.left - run[-1].box.right > _APART * max(word.size, run[-1].size):
            yield Stretch(tuple(run))
            run = []
        run.append(word)
    if run:
        yield Stretch(tuple(run))


def _unmarked(words: Sequence[Word]) -> Iterator[Word]:
    """The words without raised marks; those that belong to what they stand behind, and lowered ones, join it."""
    kept: list[Word] = []
    for word in words:
        if word.lowered and kept:
            kept[-1] = _with(kept[-1], word, word.text)
        elif not word.raised or not kept:
            kept.append(word)
        elif _ORDINAL.fullmatch(word.text) and kept[-1].text[-1:].isdigit():
            kept[-1] = _with(kept[-1], word, word.text)
        elif _RAISED_UNIT.fullmatch(kept[-1].text) and word.text.lstrip("-").isdigit():
            kept[-1] = _with(kept[-1], word, word.text.translate(_POWERS))
    yield from kept


def _with(word: Word, mark: Word, text: str) -> Word:
    return replace(word, text=word.text + text, box=around([word.box, mark.box]))
