"""Reads a paragraph's text as it is seen: fields by their results, tracked deletions and hidden text left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from ingest.read.superscript import raised
from ingest.read.word.marks import W, chosen, is_alternative, is_on, number, value
from ingest.read.word.styles import PLAIN, Style, Styles

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_UNSEEN = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "del", "moveFrom", "delText", "instrText", "rt"))
_NOTES = frozenset({f"{W}footnoteReference", f"{W}endnoteReference"})
_FIXED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


@dataclass(slots=True)
class ParagraphText:
    """A paragraph's text with its tabs and line breaks, whether all of it is bold, and what hangs on it.

    ``notes`` are the kinds and ids of its footnotes and endnotes, ``boxes`` the text boxes that are anchored in it.
    """

    text: str = ""
    strong: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def lines(self) -> str:
        """The text with single spaces; a line break stays where it sets lines apart, not amid a sentence."""
        kept: list[str] = []
        for line in filter(None, (" ".join(line.split()) for line in self.text.split("\n"))):
            if kept and line[0].islower():
                kept[-1] = f"{kept[-1]} {line}"
            else:
                kept.append(line)
        return "\n".join(kept)

    @property
    def line(self) -> str:
        """The text in one line."""
        return " ".join(self.text.split())


def paragraph_text(paragraph: Element, style: Style, styles: Styles) -> ParagraphText:
    """What is seen of a paragraph."""
    found = ParagraphText()
    pieces = list(_pieces(paragraph, found, styles, _Print(style.bold)))
    found.text = "".join(text for text, _ in pieces)
    seen = [is_bold for text, is_bold in pieces if text.strip()]
    found.strong = bool(seen) and all(seen)
    return found


@dataclass(frozen=True, slots=True)
class _Print:
    """How a run is printed."""

    bold: bool
    raised: bool = False
    unseen: bool = False


def _pieces(element: Element, found: ParagraphText, styles: Styles, style: _Print) -> Iterator[tuple[str, bool]]:
    """Texts and whether they are bold; what hangs on them is put in ``found``."""
    for child in element:
        if child.tag == f"{W}r":
            print_ = _print_of(child, styles, style.bold)
            if not print_.unseen:
                yield from _pieces(child, found, styles, print_)
        elif child.tag == f"{W}txbxContent":
            found.boxes.append(child)
        elif child.tag in _NOTES:
            found.notes.append((str(child.tag).removeprefix(W).removesuffix("Reference"), child.get(f"{W}id", "")))
        elif is_alternative(child):
            yield from _pieces(chosen(child), found, styles, style)
        elif text := _own_text(child):
            yield raised(text) if style.raised else text, style.bold
        elif child.tag not in _UNSEEN:
            yield from _pieces(child, found, styles, style)


def _print_of(run: Element, styles: Styles, bold: bool) -> _Print:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return _Print(bold)
    own = is_on(properties, "b")
    named = styles.get(value(properties, "rStyle") or "", PLAIN)
    return _Print(
        bold=bold or named.bold if own is None else own,
        raised=value(properties, "vertAlign") == "superscript",
        unseen=bool(is_on(properties, "vanish")),
    )


def _own_text(element: Element) -> str:
    match element.tag:
        case tag if tag in (f"{W}t", f"{_MATH}t"):
            return element.text or ""
        case tag if tag == f"{W}br":
            return "\n" if element.get(f"{W}type", "textWrapping") == "textWrapping" else " "
        case tag if tag == f"{W}sym":
            return _symbol(element.get(f"{W}char", ""))
        case tag:
            return _FIXED.get(str(tag), "")


def _symbol(code: str) -> str:
    """A character of a symbol font; those that fonts keep to themselves say nothing."""
    point = int(code, 16) if len(code) == 4 and number(str(int(code, 16))) else 0
    return "" if point < 0x20 or 0xD800 <= point <= 0xF8FF else chr(point)
