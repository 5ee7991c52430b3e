"""Marks on printed pages, and the file they are drawn into."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; ``y`` is its baseline above the page's lower edge."""

    x: float
    y: float
    text: str
    font: str
    size: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Shade:
    """A filled box, ``grey`` from 0 (black) to 1."""

    x: float
    y: float
    width: float
    height: float
    grey: float


@dataclass(slots=True)
class Page:
    """What is on a page; ``headings`` are its entries in the reader's outline, with their levels."""

    marks: list[Text | Rule | Shade] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)


def register(fonts: Sequence[str]) -> None:
    """Make the fonts known that the printing library brings as files."""
    for font in fonts:
        if font.startswith("Vera") and font not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(font, f"{font}.ttf"))


@lru_cache(maxsize=200_000)
def width(text: str, font: str, size: float) -> float:
    """How wide a line is."""
    return float(pdfmetrics.stringWidth(text, font, size))


def wrapped(text: str, font: str, size: float, room: float) -> list[str]:
    """The lines of a text, broken at spaces; a word wider than the room has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width(f"{lines[-1]} {word}", font, size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def draw(pages: Sequence[Page], size: tuple[float, float], title: str, author: str, file: Path) -> None:
    """Write pages; the same pages give the same bytes."""
    canvas = Canvas(str(file), pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for number, page in enumerate(pages):
        for level, heading in page.headings:
            key = f"{number} {heading}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(heading, key, level - 1, closed=True)
        for mark in page.marks:
            _put(mark, canvas)
        canvas.showPage()
    canvas.save()


def _put(mark: Text | Rule | Shade, canvas: Canvas) -> None:
    match mark:
        case Shade():
            canvas.setFillGray(mark.grey)
            canvas.rect(mark.x, mark.y, mark.width, mark.height, stroke=0, fill=1)
            canvas.setFillGray(0)
        case Rule():
            canvas.setLineWidth(mark.thickness)
            canvas.line(mark.x, mark.y, mark.to_x, mark.to_y)
        case Text():
            canvas.setFont(mark.font, mark.size)
            drawn = {"left": canvas.drawString, "right": canvas.drawRightString, "center": canvas.drawCentredString}
            drawn[mark.align](mark.x, mark.y, mark.text)
