"""Makes a Word document's body into blocks: headings, paragraphs, lists, tables with their notes below them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from ingest.read.blocks import STRONG_LEVEL, Block, Bullets, Grid, Heading, Paragraph
from ingest.read.captions import is_caption, is_unit_line, states_unit
from ingest.read.tabular import grid_of
from ingest.read.word.marks import W, inside
from ingest.read.word.notes import Notes
from ingest.read.word.styles import TITLE_LEVEL, Style, Styles, paragraph_style
from ingest.read.word.table import word_table
from ingest.read.word.text import paragraph_text

_BULLET = re.compile(r"[•·▪‣◦●○■]\s*(?=\S)")
_TABLE = re.compile(r"(?:table|tab\.|exhibit)\s", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[\s.…]*\d*$")


@dataclass(slots=True)
class WordPage:
    """The body as far as it was read. A block's line is its number."""

    styles: Styles
    notes: Notes
    blocks: list[Block] = field(default_factory=list)
    due: list[str] = field(default_factory=list)
    captions: set[int] = field(default_factory=set)
    contents: set[int] = field(default_factory=set)
    strong: set[int] = field(default_factory=set)
    is_contents: bool = False

    def read(self, parent: Element) -> None:
        """Read what stands in the body, a cell or a text box."""
        for child in inside(parent):
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)

    def finished(self) -> list[Block]:
        """The blocks, with captions above their tables and heading levels that begin at 1."""
        self._notes()
        headings = {block.text for block in self.blocks if isinstance(block, Heading)}
        kept = [block for block in self.blocks if not self._is_contents(block, headings)]
        return _levelled(_captions_above([self._unlisted(block) for block in kept], self.captions))

    def _paragraph(self, paragraph: Element) -> None:
        style = paragraph_style(paragraph, self.styles)
        found = paragraph_text(paragraph, style, self.styles)
        if style.contents:
            self.is_contents = True
        elif found.line:
            block = self._block(found.lines, style, found.strong)
            if found.strong and isinstance(block, Bullets):
                self.strong.add(block.line)
            self._add(block)
            self.due += [self.notes[note] for note in found.notes if note in self.notes]
        for box in found.boxes:
            self.read(box)

    def _block(self, text: str, style: Style, strong: bool) -> Block:
        number = len(self.blocks) + 1
        one_line = " ".join(text.split())
        if style.level is not None:
            self.is_contents = False
            return Heading(style.level, one_line, number)
        bullet = _BULLET.match(text)
        if style.item is not None or bullet:
            return Bullets(((style.item or 0, one_line[bullet.end() :] if bullet else one_line),), number)
        if style.caption:
            self.captions.add(number)
        if self.is_contents:
            self.contents.add(number)
        return Paragraph(text, number, strong and not style.caption)

    def _table(self, table: Element) -> None:
        read = word_table(table, self.styles, len(self.blocks) + 1)
        grid = None if read.is_frame else grid_of(read.rows)
        if grid is None:
            for cell in (cell for row in read.cells for cell in row):
                self.read(cell)
            return
        self._add(grid)
        self.due += [self.notes[note] for note in read.notes if note in self.notes]

    def _add(self, block: Block) -> None:
        last = self.blocks[-1] if self.blocks else None
        if isinstance(block, Bullets) and isinstance(last, Bullets):
            self.blocks[-1] = replace(last, items=last.items + block.items)
            return
        if not self._opens_table(block):
            self._notes()
        self.blocks.append(block)

    def _opens_table(self, block: Block) -> bool:
        """Whether a block, and the notes that the caption above it refers to, belong to one table."""
        last = self.blocks[-1] if self.blocks else None
        if not isinstance(last, Paragraph):
            return False
        captions = last.line in self.captions or is_caption(last.text)
        return captions and (isinstance(block, Grid) or _says_unit(block))

    def _notes(self) -> None:
        """Put the notes that are due below what refers to them."""
        for line in dict.fromkeys(self.due):
            self.blocks.append(Paragraph(line, len(self.blocks) + 1))
        self.due.clear()

    def _unlisted(self, block: Block) -> Block:
        """A bold item alone is no list but a heading with a number."""
        if isinstance(block, Bullets) and len(block.items) == 1 and block.line in self.strong:
            return Paragraph(block.items[0][1], block.line, strong=True)
        return block

    def _is_contents(self, block: Block, headings: set[str]) -> bool:
        """Whether a paragraph is a line of a table of contents that has no style of its own."""
        return (
            isinstance(block, Paragraph)
            and block.line in self.contents
            and _PAGE_NUMBER.sub("", block.text) in headings
        )


def _captions_above(blocks: Sequence[Block], captions: set[int]) -> list[Block]:
    """The blocks with captions that stand below their tables put above them."""
    moved = list(blocks)
    for at in range(len(moved) - 1):
        table, caption = moved[at], moved[at + 1]
        if isinstance(table, Grid) and isinstance(caption, Paragraph) and caption.line in captions:
            above = next((block for block in reversed(moved[:at]) if not _says_unit(block)), None)
            below = next((block for block in moved[at + 2 :] if not _says_unit(block)), None)
            is_taken = isinstance(above, Paragraph) and (above.line in captions or is_caption(above.text))
            if not is_taken and not isinstance(below, Grid) and _TABLE.match(caption.text):
                moved[at], moved[at + 1] = caption, table
    return moved


def _says_unit(block: Block) -> bool:
    return isinstance(block, Paragraph) and (is_unit_line(block.text) or states_unit(block.text))


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the title at level 1 and all other headings below it.

    A lone first "Heading 1" is the title where none has the title's style; of several each is a chapter.
    """
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    is_title = levels.count(1) == 1 and levels[0] == 1
    shift = 1 if TITLE_LEVEL in levels or (1 in levels and not is_title) else 0
    return [
        replace(block, level=min(block.level + shift, STRONG_LEVEL - 1)) if isinstance(block, Heading) else block
        for block in blocks
    ]
