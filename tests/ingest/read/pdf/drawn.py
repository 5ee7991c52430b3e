"""Draws small PDFs: texts, rules and tables at places counted in points from the page's top left corner."""

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.read.document import Document
from ingest.read.pdf.reader import read_pdf

WIDTH, HEIGHT = 595.0, 842.0
LEFT = 60.0
STOPS = (300.0, 380.0, 460.0, 540.0)
"""Where the columns of figures end."""

PROSE = "Drones fly over fields and count the plants of each row before farmers decide what to spray on them."
Align = Literal["left", "middle", "right"]


class Drawing:
    """A PDF that is being drawn, page by page."""

    def __init__(self, lock: StandardEncryption | None = None, rotated: int = 0) -> None:
        self._stream = io.BytesIO()
        self.rotated = rotated
        self.canvas = Canvas(self._stream, pagesize=(WIDTH, HEIGHT), encrypt=lock)

    def text(self, x: float, y: float, text: str, size: float = 10, bold: bool = False, align: Align = "left") -> None:
        """A text that begins at ``x``, is set to the middle of it, or ends there; its baseline is at ``y``."""
        font = _font(bold)
        x -= stringWidth(text, font, size) * {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def lines(self, y: float, *lines: str, size: float = 10, x: float = LEFT, bold: bool = False) -> float:
        """Lines of one text below each other; the height at which the next block may begin."""
        for at, line in enumerate(lines):
            self.text(x, y + at * 1.2 * size, line, size, bold)
        return y + (len(lines) + 1) * 1.2 * size

    def prose(self, y: float) -> float:
        """A paragraph of running text, by which the reader sees how large text is set."""
        return self.lines(y, *wrapped(PROSE))

    def rows(self, y: float, text: str, stops: Sequence[float] = STOPS, size: float = 9, leading: float = 14) -> float:
        """The rows of a table: lines whose cells are parted by bars, the first at the left edge, two blanks a step in;
        the others end at the ``stops``. The height at which the next block may begin."""
        for line in text.strip("\n").splitlines():
            first, *others = line.split("|")
            name = first.rstrip()
            self.text(LEFT + 5 * (len(name) - len(name.lstrip())), y, name.strip(), size)
            for stop, cell in zip(stops, others, strict=False):
                self.text(stop, y, cell.strip(), size, align="right")
            y += leading
        return y + leading

    def spread(self, x: float, y: float, text: str, width: float, size: float = 10) -> None:
        """A line of text that is spread between both margins."""
        words = text.split()
        room = width - sum(stringWidth(word, _font(False), size) for word in words)
        for word in words:
            self.text(x, y, word, size)
            x += stringWidth(word, _font(False), size) + room / (len(words) - 1)

    def marked(self, x: float, y: float, text: str, mark: str, size: float = 9) -> float:
        """A text with a small raised mark behind it; where the mark ends."""
        self.text(x, y, text, size)
        end = x + stringWidth(text, _font(False), size)
        self.text(end, y - 0.4 * size, mark, 0.6 * size)
        return end + stringWidth(mark, _font(False), 0.6 * size)

    def rule(self, y: float, left: float = LEFT, right: float = STOPS[-1]) -> None:
        self.canvas.setLineWidth(0.5)
        self.canvas.line(left, HEIGHT - y, right, HEIGHT - y)

    def wall(self, x: float, top: float, bottom: float) -> None:
        """A rule that runs down."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)

    def ruled(self, y: float, rows: Sequence[Sequence[str]], edges: Sequence[float], height: float = 18) -> None:
        """A table with rules around every cell; texts begin at the left of their cells, a line feed breaks them."""
        for number, row in enumerate(rows):
            top = y + number * height
            for (left, right), cell in zip(pairwise(edges), row, strict=True):
                self.canvas.rect(left, HEIGHT - top - height, right - left, height)
                for at, line in enumerate(cell.split("\n")):
                    self.text(left + 4, top + 12 + 10 * at, line, 9)

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """A picture whose lower left corner is at ``x`` and ``y``."""
        self.canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "grey")), x, HEIGHT - y, width, height)

    def next_page(self) -> None:
        self.canvas.setPageRotation(self.rotated)
        self.canvas.showPage()

    def data(self) -> bytes:
        """The bytes of the file."""
        self.canvas.setPageRotation(self.rotated)
        self.canvas.save()
        return self._stream.getvalue()

    def read(self) -> Document:
        return read_pdf(self.data(), "drones.pdf")


def wrapped(text: str, width: float = 480, size: float = 10) -> list[str]:
    """The lines of a text that are no wider than ``width``."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if stringWidth(longer, _font(False), size) <= width else [*lines, word]
    return lines


def _font(bold: bool) -> str:
    return "Helvetica-Bold" if bold else "Helvetica"
