"""The text of an HTML page's elements, as lines a reader sees."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.read.html.style import is_bold, is_raised
from ingest.read.html.tree import BLOCK_TAGS, Element

Node = Element | str

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<![\u0590-\u1fff])[\u200c\u200d]"
)
"""Joiners stay where scripts need them: between letters of Arabic, Persian and the Indic languages."""

_UNIT_BEFORE = re.compile(r"(?:^|[\s\d/(])(?:[kcdm]?m|ft|in|yd|mi|R)$")
_POWER_BEFORE = re.compile(r"[×x*·]\s?10$")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|ème|tm|sm|[™®©℠ºª])", re.IGNORECASE)
_MARK = re.compile(r"[(\[]?([\w*†‡§]{1,3}(?:\s?,\s?[\w*†‡§]{1,3}){0,4})[)\]]?")
_SUPERSCRIPT = str.maketrans("23", "²³")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. ``strong``: all of it is bold; ``gap``: an empty line stands before it."""

    text: str
    strong: bool = False
    gap: bool = False


def lines_of(nodes: Iterable[Node], marks: bool = True) -> list[Line]:
    """The lines of text in some nodes, ended by breaks and by blocks; without footnote marks when ``marks`` is off."""
    writer = _Writer(marks)
    for node in nodes:
        writer.write(node, False)
    writer.end_line()
    return writer.lines


def text_of(nodes: Iterable[Node], marks: bool = True) -> str:
    """The text in some nodes on one line."""
    return " ".join(line.text for line in lines_of(nodes, marks))


def plain(text: str) -> str:
    """A text without invisible characters, its spaces of every kind single ones."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def is_sup(element: Element) -> bool:
    """Whether an element stands raised, as footnote marks and exponents do."""
    return element.tag == "sup" or is_raised(element.style)


def is_bold_element(element: Element) -> bool | None:
    """Whether an element makes its text bold; None where it says nothing of it."""
    said = is_bold(element.style)
    return True if said is None and element.tag in ("b", "strong") else said


@dataclass(slots=True)
class _Writer:
    """Writes nodes down as lines. ``apart``: an element was closed right before what comes."""

    marks: bool
    lines: list[Line] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    apart: bool = False
    gap: bool = False

    def write(self, node: Node, bold: bool) -> None:
        if isinstance(node, str):
            self._say(node, bold)
        elif node.tag == "br":
            self.gap = self.end_line() or self.gap
        elif is_sup(node):
            self._raise(text_of(node.children, marks=False), bold)
        elif node.style.get("mso-list") != "ignore":  # Word repeats its bullet as a text
            self._write_element(node, bold)

    def _write_element(self, element: Element, bold: bool) -> None:
        apart = element.tag in BLOCK_TAGS
        if apart:
            self.end_line()
        said = is_bold_element(element)
        for child in element.children:
            self.write(child, bold if said is None else said)
        if apart:
            self.end_line()
        self.apart = True

    def _say(self, text: str, bold: bool) -> None:
        if self.apart and self.pieces and text and _runs_together(self.pieces[-1][0], text):
            self.pieces.append((" ", bold))
        self.pieces.append((text, bold))
        self.apart = self.apart and not text

    def _raise(self, mark: str, bold: bool) -> None:
        before = plain("".join(text for text, _ in self.pieces[-4:]))
        written = raised(before, mark) if self.marks else _attached(before, mark)
        if written:
            self.pieces.append((written, bold))

    def end_line(self) -> bool:
        """Close the line; True when nothing stood on it."""
        text = plain("".join(piece for piece, _ in self.pieces))
        said = [bold for piece, bold in self.pieces if piece.strip(" \t\n\u00a0:")]
        self.pieces = []
        self.apart = False
        if not text:
            return True
        self.lines.append(Line(text, bool(said) and all(said), self.gap and bool(self.lines)))
        self.gap = False
        return False


def raised(before: str, mark: str) -> str:
    """How a superscript is written on a line: an exponent and an ordinal stay, a footnote mark is put in brackets.

    Behind a number it is left out: 123 with a raised 1 is not 1231, nor has it another unit.
    """
    attached = _attached(before, mark)
    if attached or before[-1:].isdigit() or before.endswith("%"):
        return attached
    match = _MARK.fullmatch(mark.strip())
    return f"[{match[1]}]" if match else f" {mark}" if len(mark) > 3 else ""


def _attached(before: str, mark: str) -> str:
    mark = mark.strip()
    if mark in ("2", "3") and _UNIT_BEFORE.search(before):
        return mark.translate(_SUPERSCRIPT)
    if mark.lstrip("-−").isdigit() and _POWER_BEFORE.search(before):
        return f"^{mark}"
    return mark if _ORDINAL.fullmatch(mark) else ""


def _runs_together(before: str, after: str) -> bool:
    """Whether two elements would read as one word: "Base year" and "2024" that only a style sheet sets apart."""
    if len(before) < 2:
        return False
    if before[-1].islower() and before[-2].isalpha():
        return after[0].isupper() or after[0].isdigit()
    return before[-1].isdigit() and len(after) > 2 and after[0].isupper() and after[1:3].islower()


def strings_of(nodes: Iterable[Node]) -> Iterator[str]:
    """The texts of nodes as they stand in the file."""
    for node in nodes:
        yield from (node,) if isinstance(node, str) else node.strings()
