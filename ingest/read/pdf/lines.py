"""Cuts a row of a PDF page into the pieces that may be cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ingest.read.figures import is_figure, is_missing, is_time
from ingest.read.pdf.rows import Row, Stretch, stretches_of, without_leaders
from ingest.read.pdf.words import Box, Word

_FIGURES_APART = 0.5
"""Sizes of the font by which two figures beside each other are apart, at least."""

LEADING = 1.5
"""Sizes of the font that the lines of one header are apart at most."""

LOOSE = 1.8
"""Sizes of the font that the lines of one text are apart at most where the upper one cannot end."""

_CURRENCIES = frozenset({"$", "€", "£", "¥", "₹", "US$", "USD", "EUR", "GBP", "Rs", "Rs."})

_BEFORE = frozenset({"$", "£", "¥", "₹", "US$", "Rs", "Rs."})
"""Signs that stand before their number, never behind."""

_BEHIND = frozenset({"%", ")", ")%", "%)", "pp", "x"})


@dataclass(frozen=True)
class Line:
    """A row of a page cut into the pieces that may be cells."""

    row: Row
    pieces: tuple[Stretch, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(piece.text for piece in self.pieces)

    @cached_property
    def has_figures(self) -> bool:
        """Whether it is a row of figures: behind its first piece stands one, or a mark that one is missing."""
        if len(self.pieces) < 2:
            return False
        behind = self.texts[1:]
        figures = sum(is_figure(text) for text in behind)
        missing = sum(is_missing(text) for text in behind)
        return figures > 0 or (missing > 0 and missing == len(behind))

    @cached_property
    def is_header(self) -> bool:
        """Whether it has times over columns and no figures."""
        times = sum(is_time(text) for text in self.texts)
        return times >= 2 and not self.has_figures

    @property
    def is_alone(self) -> bool:
        return len(self.pieces) == 1


def line_of(row: Row, down: Sequence[Box]) -> Line:
    """A row in pieces: cut where it is wide apart, between figures, and by the rules that cross it."""
    pieces: list[list[Word]] = []
    walls = [rule.left for rule in down if rule.top <= row.box.bottom and rule.bottom >= row.box.top]
    words = without_leaders(row.words)
    for stretch in stretches_of(words):
        run: list[Word] = []
        for at, word in enumerate(stretch.words):
            if run and (_is_cut(run[-1], word, walls) or _opens_amount(run, stretch.words[at:])):
                pieces.append(run)
                run = []
            run.append(word)
        pieces.append(run)
    return Line(row, tuple(Stretch(tuple(words)) for words in _attached(pieces)))


def _is_cut(before: Word, word: Word, walls: Sequence[float]) -> bool:
    if any(before.box.right <= wall + 1 and wall - 1 <= word.box.left for wall in walls):
        return True
    gap = word.box.left - before.box.right
    whole = is_whole(before.text) and is_whole(word.text) and not is_time(f"{before.text} {word.text}")
    return whole and gap > _FIGURES_APART * max(word.size, before.size)


def _opens_amount(run: Sequence[Word], ahead: Sequence[Word]) -> bool:
    """Whether a currency's sign behind a figure belongs to the next one, be it far off."""
    if not is_whole(run[-1].text):
        return False
    return ahead[0].text in (_CURRENCIES if len(ahead) > 1 and is_figure(ahead[1].text) else _BEFORE)


def is_whole(text: str) -> bool:
    """Whether a text is a figure, a time or a mark that a figure is missing, and nothing else."""
    return is_figure(text) or is_time(text) or is_missing(text)


def is_open(text: str) -> bool:
    """Whether a text ends inside brackets: "Revenue (EUR", over "thousand)"."""
    return text.count("(") > text.count(")")


def _attached(pieces: Sequence[list[Word]]) -> Iterator[list[Word]]:
    """The pieces with signs that stand in columns of their own put to their numbers: "$" before, "%" and ")" behind."""
    held: list[Word] = []
    kept: list[list[Word]] = []
    for piece in pieces:
        text = "".join(word.text for word in piece)
        if text in _CURRENCIES:
            held = piece
        elif text in _BEHIND and kept and _may_sign(piece[0], kept[-1]):
            kept[-1] = [*kept[-1], *piece]
        elif held and not (is_figure(text) or is_missing(text)):
            kept += [held, piece]
            held = []
        else:
            kept.append([*held, *piece])
            held = []
    yield from [*kept, held] if held else kept


def _may_sign(sign: Word, figure: Sequence[Word]) -> bool:
    """Whether a sign may be that of the figure before it; a far "x" marks that another one is kept secret."""
    far = sign.box.left - figure[-1].box.right > LEADING * sign.size
    return is_figure("".join(word.text for word in figure)) and not (far and is_missing(sign.text))


def without_column_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that number a table's columns: "(1) (2) (3)"."""
    return [line for line in lines if not _numbers_columns(line)]


def _numbers_columns(line: Line) -> bool:
    numbers = [text.strip("()[]. ") for text in line.texts]
    if len(numbers) < 3 or not all(number.isdecimal() and len(number) < 3 for number in numbers):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(numbers)) and int(numbers[0]) < 3
