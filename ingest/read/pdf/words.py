"""Takes the words and the drawn lines of a PDF page, each with its place on the page as a reader sees it."""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.read.figures import is_time

MAX_CHARS = 200_000
"""Characters of one page; a page with more is no page for readers."""

MAX_SEGMENTS = 4_000
"""Segments of one drawn path that are looked at: a map has more, a table's rules have few."""

_THIN = 3.0
"""Points; a drawn shape that is no thicker is a rule."""

_RISE = 0.25
"""Sizes of the font by which characters of one size stand higher than those they are no word with."""

_TOUCH = 0.02
"""Sizes of the font by which the pieces that one word is drawn in are apart, or overlap, at most."""

_LEVEL = math.radians(3)
"""Text that leans more is a watermark or a chart's axis."""

_HYPHENS = {0x02, 0xAD, 0xFFFE}
"""What PDFium gives for a hyphen at a line's end."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page in points, from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed. ``base`` is the height of its baseline, ``size`` the font's in points. ``spaced``: a blank
    stands before it. ``raised``: it is small and stands above the line, as a footnote's mark does;
    ``lowered``: below it, as the 2 of CO₂ does."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool = False
    raised: bool = False
    spaced: bool = False
    lowered: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its words in the order they are drawn, its rules, its filled boxes, and how much of it pictures cover."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Box, ...] = ()
    down: tuple[Box, ...] = ()
    pictured: float = 0.0


@dataclass(frozen=True, slots=True)
class _Face:
    size: float
    bold: bool
    level: bool


@dataclass(frozen=True, slots=True)
class _Char:
    code: int
    box: Box
    base: float
    face: _Face


@dataclass(slots=True)
class _Turn:
    """Turns a point of the page's own space (from its bottom left) as the page is shown."""

    width: float
    height: float
    quarter: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.quarter:
            case 90:
                return y, x
            case 180:
                return self.width - x, y
            case 270:
                return self.width - y, self.height - x
            case _:
                return x, self.height - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def angle(self, angle: float) -> float:
        return (angle - math.radians(self.quarter) + math.pi) % (2 * math.pi) - math.pi


def sheet_of(page: pdfium.PdfPage, number: int) -> Sheet:
    """The words and rules of a page."""
    width, height = page.get_size()
    left, bottom, _, _ = page.get_bbox()
    turn = _Turn(width, height, page.get_rotation())
    chars = [_moved(char, left, bottom, turn) for char in _chars(page, turn)]
    across, down, pictured = _drawn(page, left, bottom, turn)
    words = list(_words(chars))
    typed = _joined([*across, *(_rule_of(word) for word in words if _TYPED.fullmatch(word.text))])
    marked = _marked([word for word in words if not _TYPED.fullmatch(word.text)])
    return Sheet(number, width, height, marked, tuple(typed), tuple(down), pictured / max(width * height, 1))


_TYPED = re.compile(r"[-=_–—]{4,}")
"""A rule made of characters, as in reports set on a typewriter's grid."""


def _rule_of(word: Word) -> Box:
    """The rule a word is, at half the height of its letters."""
    height = word.base - 0.5 * word.size
    return Box(word.box.left, height, word.box.right, height)


@dataclass(frozen=True, slots=True)
class _Bare:
    """A character in the page's own space."""

    code: int
    bounds: tuple[float, float, float, float]
    origin: tuple[float, float]
    face: _Face


def _moved(char: _Bare, left: float, bottom: float, turn: _Turn) -> _Char:
    x1, y1, x2, y2 = char.bounds
    box = turn.box(x1 - left, y1 - bottom, x2 - left, y2 - bottom)
    _, base = turn.point(char.origin[0] - left, char.origin[1] - bottom)
    return _Char(char.code, box, base, char.face)


def _chars(page: pdfium.PdfPage, turn: _Turn) -> Iterator[_Bare]:
    """The characters in the order PDFium gives them; a blank has no place that counts."""
    textpage = page.get_textpage()
    raw = textpage.raw
    faces: dict[int, _Face] = {}
    place = c.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    at_place, at_x, at_y = ctypes.byref(place), ctypes.byref(x), ctypes.byref(y)
    for index in range(min(textpage.count_chars(), MAX_CHARS)):
        code = c.FPDFText_GetUnicode(raw, index)
        # The loose box is as wide as the character is set: the tight one of a "1" leaves gaps as wide as a blank.
        if not c.FPDFText_GetLooseCharBox(raw, index, at_place):
            continue
        c.FPDFText_GetCharOrigin(raw, index, at_x, at_y)
        bounds = (place.left, place.bottom, place.right, place.top)
        yield _Bare(code, bounds, (x.value, y.value), _face(raw, index, faces, turn))


def _face(raw: c.FPDF_TEXTPAGE, index: int, faces: dict[int, _Face], turn: _Turn) -> _Face:
    """The face of a character, asked for once for each run of text that is drawn at once."""
    drawn = c.FPDFText_GetTextObject(raw, index)
    key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
    face = faces.get(key) if key else None
    if face is None:
        matrix = c.FS_MATRIX()
        c.FPDFText_GetMatrix(raw, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        level = abs(turn.angle(math.atan2(matrix.b, matrix.a))) < _LEVEL
        face = _Face(c.FPDFText_GetFontSize(raw, index) * scale, _is_bold(raw, index), level)
        if key:
            faces[key] = face
    return face


def _is_bold(raw: c.FPDF_TEXTPAGE, index: int) -> bool:
    if c.FPDFText_GetFontWeight(raw, index) >= 600:
        return True
    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    length = c.FPDFText_GetFontInfo(raw, index, name, 256, ctypes.byref(flags))
    said = name.raw[: max(length - 1, 0)].lower()
    return any(word in said for word in (b"bold", b"black", b"heavy", b"semibold", b"demi"))


def _words(chars: Sequence[_Char]) -> Iterator[Word]:
    """Characters joined into words: a blank, a step sideways or to another line ends one."""
    run: list[_Char] = []
    spaced = False
    for char in chars:
        blank = _is_blank(char.code)
        if blank or not char.face.level or (run and (_parts(run[-1], char) or _begins_anew(run, char))):
            yield from _word(run, spaced)
            spaced = blank or (spaced and not run)
            run = []
        if not blank and char.face.level:
            run.append(char)
    yield from _word(run, spaced)


def _is_blank(code: int) -> bool:
    return (code <= 0x20 and code not in _HYPHENS) or code in (0xA0, 0x3000, 0x200B)


def _parts(before: _Char, char: _Char) -> bool:
    size = max(before.face.size, char.face.size, 1.0)
    gap = char.box.left - before.box.right
    rise = abs(char.base - before.base)
    steps = rise > _RISE * size or (rise > 0.15 * size and abs(before.face.size - char.face.size) > 0.15 * size)
    return gap > 0.15 * size or gap < -0.7 * size or steps


def _begins_anew(run: Sequence[_Char], char: _Char) -> bool:
    """Whether a capital drawn by itself stands behind a small letter or a time: two headers that touch."""
    before = run[-1]
    if char.face is before.face or not chr(char.code).isupper():
        return False
    apart = abs(char.box.left - before.box.right) > _TOUCH * char.face.size
    return apart and (chr(before.code).islower() or is_time("".join(chr(each.code) for each in run)))


def _word(run: Sequence[_Char], spaced: bool) -> Iterator[Word]:
    if not run:
        return
    text = "".join("-" if char.code in _HYPHENS else chr(char.code) for char in run)
    if not text.strip():
        return
    box = Box(
        min(char.box.left for char in run),
        min(char.box.top for char in run),
        max(char.box.right for char in run),
        max(char.box.bottom for char in run),
    )
    size = max(char.face.size for char in run)
    bold = sum(char.face.bold for char in run) * 2 > len(run)
    yield Word(text, box, run[0].base, size, bold, spaced=spaced)


def _marked(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with those marked that are raised, or lowered, beside a larger one."""
    marked: list[Word] = []
    level: Word | None = None
    for word in words:
        marked.append(_beside(word, marked[-1], level) if marked and level else word)
        if not marked[-1].lowered:
            level = marked[-1]
    return tuple(marked)


def _beside(word: Word, before: Word, level: Word) -> Word:
    """A word, marked by how it stands to the one ``before`` it; ``level`` is the last that is not lowered."""
    rise, size = level.base - word.base, level.size
    small, gap = word.size < _SMALL * size, word.box.left - before.box.right
    if -1 < gap < size and (small or rise > _RISE * size) and 0.1 * size < rise < 0.8 * size:
        return replace(word, raised=True)
    touches = abs(gap) < _ADJOINS * size and len(word.text) <= _INDEX
    return replace(word, lowered=touches and small and 0.1 * size < -rise < 0.8 * size)


_SMALL = 0.82
"""Times the size of the word before; a word that is smaller may be a mark."""

_ADJOINS = 0.2
"""The same, by which a lowered word is apart from what it belongs to at most."""

_INDEX = 3
"""Letters of a lowered word at most."""


@dataclass(slots=True)
class _Rules:
    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)

    def add(self, box: Box) -> None:
        if box.height <= _THIN < box.width:
            self.across.append(box)
        elif box.width <= _THIN < box.height:
            self.down.append(box)


def _drawn(page: pdfium.PdfPage, left: float, bottom: float, turn: _Turn) -> tuple[list[Box], list[Box], float]:
    """The rules across and down, and the area of the pictures."""
    rules = _Rules()
    pictured = 0.0
    for thing in page.get_objects(filter=(c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_IMAGE), max_depth=4):
        x1, y1, x2, y2 = thing.get_bounds()
        box = turn.box(x1 - left, y1 - bottom, x2 - left, y2 - bottom)
        if thing.type == c.FPDF_PAGEOBJ_IMAGE:
            pictured += box.width * box.height
        else:
            _add_path(thing, box, rules, (left, bottom, turn))
    return _joined(rules.across), rules.down, pictured


def _joined(rules: Sequence[Box]) -> list[Box]:
    """Rules across that follow each other at one height, as one: many programs draw them cell by cell."""
    joined: list[Box] = []
    for rule in sorted(rules, key=lambda box: (round(box.top), box.left)):
        last = joined[-1] if joined else None
        if last and abs(rule.top - last.top) < 1 and last.left <= rule.left <= last.right + 1:
            joined[-1] = Box(last.left, last.top, max(last.right, rule.right), max(last.bottom, rule.bottom))
        else:
            joined.append(rule)
    return joined


def _add_path(path: pdfium.PdfObject, box: Box, rules: _Rules, frame: tuple[float, float, _Turn]) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(path.raw, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value and not stroke.value:
        return
    if box.height <= _THIN or box.width <= _THIN:
        rules.add(box)
    elif stroke.value:
        for side in _sides(path, frame):
            rules.add(side)


def _sides(path: pdfium.PdfObject, frame: tuple[float, float, _Turn]) -> Iterator[Box]:
    """The straight lines of a path, each as a thin box."""
    left, bottom, turn = frame
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    start = here = None
    for index in range(min(c.FPDFPath_CountSegments(path.raw), MAX_SEGMENTS)):
        segment = c.FPDFPath_GetPathSegment(path.raw, index)
        c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        at_x, at_y = matrix.on_point(x.value, y.value)
        point = turn.point(at_x - left, at_y - bottom)
        kind = c.FPDFPathSegment_GetType(segment)
        if kind == c.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == c.FPDF_SEGMENT_LINETO and here:
            yield _between(here, point)
        here = point
        if c.FPDFPathSegment_GetClose(segment) and start:
            yield _between(here, start)


def _between(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
