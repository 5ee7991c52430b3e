"""Fills pages from top to bottom with headings, prose, lists and tables."""

from collections.abc import Iterable, Sequence

from evals.specimen.edition import Asked, Block, Bullets, Heading, Paragraph
from evals.specimen.grid import Grid, fitted
from evals.specimen.ink import Page, Rule, Text, wrapped
from evals.specimen.layout import Layout
from evals.specimen.table import SpecimenTable

MARGIN, FOOT = 48.0, 52.0
BODY, BODY_LEADING = 9.0, 12.0
HEADINGS = {1: 20.0, 2: 14.0, 3: 10.5}
"""Sizes by level."""
FEWEST_ROWS = 3
"""A table starts on a page only where so many of its rows fit."""

FEWEST_LINES = 6
"""Prose of fewer lines stays in one column."""


class Flow:
    """Pages under way: blocks are put on the last one while they fit."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.pages: list[Page] = []
        self.tables: list[tuple[str, int]] = []
        self._footnotes = 0
        self._y = 0.0
        self._floor = FOOT

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.layout.page[0] - 2 * MARGIN

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        self.pages.append(Page())
        self._y = self.layout.page[1] - MARGIN - 8
        self._floor = FOOT

    def put(self, blocks: Iterable[Block]) -> None:
        """Blocks in order; paragraphs that follow each other stand in two columns where the layout has them."""
        prose: list[Paragraph] = []
        for block in blocks:
            if isinstance(block, Paragraph) and self.layout.two_columns:
                prose.append(block)
                continue
            self._columns(prose)
            prose = []
            self._block(block)
        self._columns(prose)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                text = block.text + self._footnote(block.footnote)
                self.lines(wrapped(text, self.layout.fonts[0], BODY, self.width))
                self._y -= 5
            case Bullets():
                self.lines(wrapped(block.lead, self.layout.fonts[0], BODY, self.width))
                for item in block.items:
                    self._bullet(item.text)
                self._y -= 5
            case Asked():
                self.lines([block.question], font=self.layout.fonts[1])
                self.lines(wrapped(block.answer.text, self.layout.fonts[0], BODY, self.width))
                self._y -= 5
            case SpecimenTable():
                self._table(fitted(block, self.layout, MARGIN, self.width))

    def lines(self, lines: Sequence[str], indent: float = 0.0, font: str = "", size: float = BODY) -> None:
        """Lines of text, one below the other, over as many pages as they need."""
        for line in lines:
            self._make_room(size * 1.34)
            self._y -= size * 1.34
            self._text(line, MARGIN + indent, font or self.layout.fonts[0], size)

    def _heading(self, heading: Heading) -> None:
        if heading.level == 1:
            self.new_page()
        size = HEADINGS[heading.level]
        self._make_room(size * 2 + 90)
        self._y -= size * 1.5
        self._text(heading.text, MARGIN, self.layout.fonts[1], size)
        self._y -= size * 0.6
        self.pages[-1].headings.append((heading.level, heading.text))

    def _bullet(self, text: str) -> None:
        first, *others = wrapped(text, self.layout.fonts[0], BODY, self.width - 14)
        self.lines([f"• {first}"], indent=4)
        self.lines(others, indent=12)

    def _footnote(self, text: str) -> str:
        """Put a note at the bottom of the page its paragraph starts on; its mark, which ends the paragraph."""
        if not text:
            return ""
        self._make_room(60)
        self._footnotes += 1
        mark = f" {self._footnotes})"
        size = BODY - 2
        for line in reversed(wrapped(f"{mark[1:]} {text}", self.layout.fonts[2], size, self.width)):
            self.pages[-1].marks.append(Text(MARGIN, self._floor, line, self.layout.fonts[2], size))
            self._floor += size * 1.3
        self.pages[-1].marks.append(Rule(MARGIN, self._floor, MARGIN + 90, self._floor, 0.4))
        self._floor += 6
        return mark

    def _columns(self, paragraphs: Sequence[Paragraph]) -> None:
        """Paragraphs in two columns of even height."""
        if not paragraphs:
            return
        texts = [paragraph.text + self._footnote(paragraph.footnote) for paragraph in paragraphs]
        room = (self.width - 18) / 2
        lines = [line for text in texts for line in wrapped(text, self.layout.fonts[0], BODY, room)]
        half = (len(lines) + 1) // 2 if len(lines) >= FEWEST_LINES else len(lines)
        self._make_room(half * BODY_LEADING + 8)
        for number, line in enumerate(lines):
            column, height = divmod(number, half)
            y = self._y - (height + 1) * BODY_LEADING
            x = MARGIN + column * (room + 18)
            self.pages[-1].marks.append(Text(x, y, line, self.layout.fonts[0], BODY))
        self._y -= half * BODY_LEADING + 8

    def _table(self, grid: Grid) -> None:
        table = grid.table
        body = grid.row_height * len(table.rows)
        whole = self._caption_height(table) + grid.header_height + body + 10 * len(table.notes)
        rows = len(table.rows) if not self.layout.continued and whole < self.layout.page[1] - 130 else FEWEST_ROWS
        self._make_room(self._caption_height(table) + grid.header_height + rows * grid.row_height)
        self.tables.append((table.caption, len(self.pages)))
        self._open(grid, table.caption)
        for number in range(len(table.rows)):
            if self._y - grid.row_height < self._floor:
                self.new_page()
                self._open(grid, f"{table.caption} (continued)" if self.layout.continued else "")
            self.pages[-1].marks.extend(grid.row(number, self._y))
            self._y -= grid.row_height
        self._y -= 2
        for note in table.notes:
            self.lines(wrapped(note, self.layout.fonts[2], 6.5, self.width), font=self.layout.fonts[2], size=6.5)
        self._y -= 11

    def _open(self, grid: Grid, caption: str) -> None:
        """Caption, line of the unit and header."""
        for line in wrapped(caption, self.layout.fonts[1], 8, self.width) if caption else ():
            self._y -= 10.5
            self._text(line, MARGIN, self.layout.fonts[1], 8)
        if caption and grid.table.unit_line:
            self._y -= 9.5
            self._text(grid.table.unit_line, MARGIN, self.layout.fonts[2], 7)
        self._y -= 4
        self.pages[-1].marks.extend(grid.header(self._y))
        self._y -= grid.header_height

    def _caption_height(self, table: SpecimenTable) -> float:
        lines = wrapped(table.caption, self.layout.fonts[1], 8, self.width)
        return 10.5 * len(lines) + (9.5 if table.unit_line else 0.0) + 4

    def _make_room(self, height: float) -> None:
        if not self.pages or self._y - height < self._floor:
            self.new_page()

    def _text(self, text: str, x: float, font: str, size: float) -> None:
        self.pages[-1].marks.append(Text(x, self._y, text, font, size))
