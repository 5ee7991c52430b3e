"""Builds sections and tables out of a page's blocks: heading paths, captions, notes, questions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.domain import Section, Table
from ingest.read.blocks import QUESTION_LEVEL, STRONG_LEVEL, Block, Bullets, Grid, Heading, Paragraph
from ingest.read.captions import captions_table, find_unit, is_caption, is_note, states_unit, title_of

MAX_QUESTION = 200
"""Characters; a longer line that ends in a question mark is prose."""

MAX_STRONG_WORDS = 16
"""A bold line of more words is emphasis, not a heading."""


def outline(blocks: Iterable[Block], file: str) -> tuple[tuple[Section, ...], tuple[Table, ...]]:
    """The sections and tables of a page, in reading order."""
    page = list(_headed(list(blocks)))
    builder = _Outline(file)
    for number, block in enumerate(page):
        match block:
            case Heading():
                builder.open(block)
            case Grid():
                builder.add_table(block, _before(page, number), _notes(page, number))
            case _ if not _captions_next(page, number):
                builder.add_text(block)
    builder.close()
    return tuple(builder.sections), tuple(builder.tables)


def title_of_page(blocks: Sequence[Block]) -> str | None:
    """The first heading of a page, when it is of the highest level."""
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    return first.text if first and first.level == 1 else None


def is_question(text: str) -> bool:
    """Whether a line is one question and nothing else."""
    return text.endswith("?") and len(text) <= MAX_QUESTION and ". " not in text and "\n" not in text


def _headed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with questions and bold lines that stand as headings turned into headings."""
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        match block:
            case Bullets(items=items, line=line) if all(is_question(text) for _, text in items):
                yield from (Heading(QUESTION_LEVEL, text, line + at) for at, (_, text) in enumerate(items))
            case Paragraph(text=text, line=line, strong=True) if is_question(text):
                yield Heading(QUESTION_LEVEL, text, line)
            case Paragraph(text=text, line=line, strong=True) if _stands_as_heading(text, following):
                yield Heading(STRONG_LEVEL, text.removesuffix(":"), line)
            case _:
                yield block


def _stands_as_heading(text: str, following: Block | None) -> bool:
    if "\n" in text or text.endswith((".", "!", ",", ";")) or len(text.split()) > MAX_STRONG_WORDS:
        return False
    if text.endswith(":"):  # before a list it is the lead-in
        return isinstance(following, Paragraph)
    return isinstance(following, Paragraph | Bullets)


def _before(page: Sequence[Block], number: int) -> str | None:
    """The caption of the grid at ``number``."""
    block = page[number - 1] if number else None
    return title_of(block.text) if isinstance(block, Paragraph) and is_caption(block.text, block.strong) else None


def _captions_next(page: Sequence[Block], number: int) -> bool:
    return number + 1 < len(page) and isinstance(page[number + 1], Grid) and _before(page, number + 1) is not None


def _notes(page: Sequence[Block], number: int) -> tuple[str, ...]:
    """The notes after the grid at ``number``, and the line before it that states its unit."""
    before = page[number - 1] if number else None
    states = isinstance(before, Paragraph) and states_unit(before.text)
    notes = [before.text] if isinstance(before, Paragraph) and states else []
    for block in page[number + 1 :]:
        if not isinstance(block, Paragraph) or not is_note(block.text):
            break
        notes.extend(block.text.split("\n"))
    return tuple(notes)


@dataclass(slots=True)
class _Outline:
    """The page as far as it was read: the open heading path, its text so far, and what is finished."""

    file: str
    sections: list[Section] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    path: list[Heading] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    line: int = 1
    holds_table: bool = False

    @property
    def heading(self) -> tuple[str, ...]:
        return tuple(heading.text for heading in self.path)

    def open(self, heading: Heading) -> None:
        deeper = bool(self.path) and heading.level > self.path[-1].level
        self.close(leaf=not deeper)
        while self.path and self.path[-1].level >= heading.level:
            self.path.pop()
        self.path.append(heading)
        self.line = heading.line

    def add_text(self, block: Paragraph | Bullets) -> None:
        if not self.path and not self.texts:
            self.line = block.line
        self.texts.append(block.text)

    def add_table(self, grid: Grid, caption: str | None, notes: tuple[str, ...]) -> None:
        own = grid.header[0] if captions_table(grid.header[0]) else ""
        title = caption or own or (self.path[-1].text if self.path else "")
        unit = find_unit(title, grid.header, notes, [row[0] for row in grid.rows if row])
        self.tables.append(Table(title, grid.header, grid.rows, self.file, unit, notes, self.heading, grid.line))
        self.holds_table = True

    def close(self, leaf: bool = True) -> None:
        """Finish the open section; a heading without text is kept only where nothing stands below it."""
        text = "\n\n".join(self.texts)
        if text or (leaf and self.path and not self.holds_table):
            self.sections.append(Section(self.heading, text, self.file, self.line))
        self.texts.clear()
        self.holds_table = False
