"""Builds sections and tables out of a page's blocks: heading paths, captions, notes, questions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.domain import Section, Table
from ingest.read.blocks import QUESTION_LEVEL, STRONG_LEVEL, Block, Bullets, Grid, Heading, Paragraph
from ingest.read.captions import (
    captions_table,
    closes_with_unit,
    find_unit,
    is_bare_unit,
    is_caption,
    is_note,
    is_numbered,
    is_unit_line,
    names_no_subject,
    states_unit,
    time_led,
    title_lines,
    title_of,
    unit_in,
)
from ingest.read.stacked import stacked
from ingest.read.tidied import named_apart, rest_of_brackets, tidied, under_change
from ingest.sentences import sentences

MAX_QUESTION = 200
"""Characters; a longer line that ends in a question mark is prose."""

_BETWEEN = "\n\n"
"""Between the paragraphs of a section's text."""

MAX_LEAD = 160
"""Characters at the end of a paragraph that may say what the numbers of the table below it are."""

MAX_OPENING = 6
"""Blocks between a table and the first that still belongs to it."""

MAX_BETWEEN = 4
"""Short lines between a table and its numbered caption."""

MAX_REMARK_WORDS = 30

MAX_STRONG_WORDS = 16
"""A bold line of more words is emphasis, not a heading."""

_COUNTS = re.compile(r"(?:numbers?|values?|figures?|amounts?|data)\b.{0,20}\bin\b", re.IGNORECASE)
"""How a line begins that says what numbers are in, whatever it says behind that."""


def outline(blocks: Iterable[Block], file: str) -> tuple[tuple[Section, ...], tuple[Table, ...]]:
    """The sections and tables of a page, in reading order."""
    page = list(_headed(_with_titles_parted(list(stacked(blocks)))))
    builder = _Outline(file)
    for number, block in enumerate(page):
        match block:
            case Heading():
                builder.open(block)
            case Grid():
                opening = _opening(page, number)
                caption = opening.caption if opening.caption and is_numbered(opening.caption) else None
                caption = caption or _caption_below(page, number) or opening.caption
                builder.add_table(tidied(block), caption, (*opening.notes, *_notes(page, number)), opening.lead)
            case _ if not _opens_next(page, number):
                builder.add_text(block)
    builder.close()
    return tuple(builder.sections), tuple(named_apart(builder.tables))


def title_of_page(blocks: Sequence[Block]) -> str | None:
    """The first heading of a page, when it is of the highest level."""
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    return first.text if first and first.level == 1 else None


def is_question(text: str) -> bool:
    """Whether a line is one question and nothing else."""
    return text.endswith("?") and len(text) <= MAX_QUESTION and ". " not in text and "\n" not in text


def _with_titles_parted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the title over a table, set as one text of several lines, parted into its lines."""
    parted: list[Block] = []
    blocks = list(_with_asides_joined(blocks))
    for number, block in enumerate(blocks):
        above_table = isinstance(block, Paragraph) and isinstance(blocks[min(number + 1, len(blocks) - 1)], Grid)
        lines = _title_lines(block, blocks[number + 1]) if isinstance(block, Paragraph) and above_table else ()
        parted += [replace(block, text=line) for line in lines] if isinstance(block, Paragraph) and lines else [block]
    return parted


def _with_asides_joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, what stands in brackets between a title and its table joined to the title: "(In thousands)" over
    "(Unaudited)"."""
    held: Paragraph | None = None
    for number, block in enumerate(blocks):
        below = blocks[number + 1] if number + 1 < len(blocks) else None
        if held is not None and isinstance(block, Paragraph) and isinstance(below, Grid) and _is_aside(block.text):
            yield replace(held, text=f"{held.text}\n{block.text}")
            held = None
            continue
        if held is not None:
            yield held
        held = block if isinstance(block, Paragraph) and isinstance(below, Paragraph) else None
        if held is None:
            yield block
    if held is not None:
        yield held


def _is_aside(text: str) -> bool:
    lines = [line.strip() for line in text.split("\n")]
    return len(lines) > 1 and all(line.startswith("(") and line.endswith(")") for line in lines)


def _title_lines(block: Paragraph, below: Block) -> tuple[str, ...]:
    """The lines of the title over a table; the unit they end with may stand in the table's own corner."""
    corner = below.header[0] if isinstance(below, Grid) else ""
    if lines := title_lines(block.text):
        return lines
    lines = (
        title_lines(f"{block.text}\n{corner}") if block.strong and "\n" in block.text and is_unit_line(corner) else ()
    )
    return tuple(line for line in lines if line != corner)


def _headed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with questions and bold lines that stand as headings turned into headings."""
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        match block:
            case Bullets(items=items, line=line) if all(is_question(text) for _, text in items):
                yield from (Heading(QUESTION_LEVEL, text, line + at, block.page) for at, (_, text) in enumerate(items))
            case Paragraph(text=text, line=line, strong=True) if is_question(text):
                yield Heading(QUESTION_LEVEL, text, line, block.page)
            case Paragraph(text=text, line=line, strong=True) if _stands_as_heading(text, following):
                yield Heading(STRONG_LEVEL, text.removesuffix(":"), line, block.page)
            case _:
                yield block


def _stands_as_heading(text: str, following: Block | None) -> bool:
    if "\n" in text or text.endswith((".", "!", ",", ";")) or len(text.split()) > MAX_STRONG_WORDS:
        return False
    if is_numbered(text) or _only_says_unit(text):
        return False
    if text.endswith(":"):  # before a list it is the lead-in
        return isinstance(following, Paragraph)
    return isinstance(following, Paragraph | Bullets)


@dataclass(frozen=True, slots=True)
class _Opening:
    """What stands before a grid and belongs to it: its caption, the lines that say what its numbers are, how many
    blocks that takes, and the end of a paragraph that leads in to it."""

    caption: str | None
    notes: tuple[str, ...]
    blocks: int
    lead: str = ""


def _opening(page: Sequence[Block], number: int) -> _Opening:
    """The opening of the grid at ``number``."""
    grid = page[number]
    if opening := _numbered_opening(page, number):
        return opening
    own = isinstance(grid, Grid) and grid.caption is not None
    notes, at = _unit_lines(page, number)
    above = page[at] if at >= 0 else None
    if isinstance(above, Grid):  # what stands between two tables is said of the upper one
        return _Opening(_shared_caption(page, at) if at == number - 1 and not own else None, (), 0)
    if own:
        return _Opening(None, notes, number - 1 - at, _lead(above))
    if isinstance(above, Paragraph) and _says_more(page, at):
        caption = page[at - 1]
        title = title_of(caption.text) if isinstance(caption, Paragraph) else None
        return _Opening(title, (above.text, *notes), number + 1 - at)
    if isinstance(above, Paragraph) and is_caption(above.text, above.strong):
        over, top = _unit_lines(page, at)
        is_parted = top >= 0 and isinstance(page[top], Grid)  # by what is said of the upper table
        if is_parted:
            over, top = (), at - 1
        over_it = page[top] if top >= 0 and not is_parted else None
        is_plain = not (above.strong or above.text.rstrip().endswith(":") or ". " in above.text)
        title = _below_heading(above.text, over_it) if is_plain else title_of(above.text)
        if isinstance(over_it, Paragraph) and names_no_subject(title) and _is_title(over_it):
            lead = _lead(page[top - 1] if top else None)
            return _Opening(f"{title_of(over_it.text)}, {title}", (*over, *notes), number - top, lead)
        return _Opening(title, (*over, *notes), number - 1 - top, _lead(over_it))
    if notes and isinstance(above, Heading) and all(map(is_bare_unit, notes)):  # the heading is the title
        return _Opening(None, notes, len(notes))
    if len(notes) == 1 and is_caption(notes[0]):  # the one line there is serves as both
        return _Opening(title_of(notes[0]), notes if states_unit(notes[0]) else (), 1)
    return _Opening(None, notes, 0, _lead(above))


def _is_title(line: Paragraph) -> bool:
    """Whether a line over one that only says when is the table's title: set bold, or with what its numbers are in."""
    return is_caption(line.text) and (line.strong or closes_with_unit(line.text))


def _below_heading(line: str, above: Block | None) -> str:
    """A plain line between a heading and its table as what that says more: "New registrations by country, in units"."""
    if not isinstance(above, Heading) or above.level == 1 or _CHAPTER.match(above.text):
        return line
    return line if is_numbered(line) or is_numbered(above.text) else f"{above.text}, {line}"


_CHAPTER = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[A-Z]\.|chapter|section|part|appendix|annex|item|note)\s", re.IGNORECASE
)


def _shared_caption(page: Sequence[Block], number: int) -> str | None:
    """The caption of the grid at ``number`` where it heads the one right below it too: "The following tables …"."""
    caption = _opening(page, number).caption
    return caption if caption and _TABLES.search(caption) else None


_TABLES = re.compile(r"\btables\b", re.IGNORECASE)


def _lead(above: Block | None) -> str:
    """The end of a paragraph that leads in to a table or that says what numbers are, or one short paragraph over it."""
    if not isinstance(above, Paragraph):
        return ""
    text = above.text.rstrip()
    leads = text.endswith((":", ".)", ")")) or any(states_unit(text[a:b].strip()) for a, b in sentences(text)[-1:])
    return text[-MAX_LEAD:] if leads or ("\n" not in text and len(text) <= MAX_LEAD) else ""


def _numbered_opening(page: Sequence[Block], number: int) -> _Opening | None:
    """The opening of a grid whose numbered caption stands a few short lines above it, as on statistics offices' sheets:
    a remark, the place and years, the unit and the source between them."""
    between: list[str] = []
    for at in range(number - 1, max(number - 2 - MAX_BETWEEN, -1), -1):
        block = page[at]
        if not isinstance(block, Paragraph) or len(block.text.split()) > MAX_REMARK_WORDS:
            return None
        if is_numbered(block.text) and _TABLE.match(block.text):
            break
        between.insert(0, block.text)
    else:
        return None
    if not between:
        return None
    title = title_of(block.text)
    notes: tuple[str, ...] = ()
    for line in between:
        if _is_of_table(line) or line.startswith(("(", "[")):
            notes = (*notes, line)
        else:
            title, notes = _titled(title, line, notes)
    return _Opening(title, notes, len(between) + 1)


_TABLE = re.compile(r"tab(?:le|elle|leau|\.)", re.IGNORECASE)


def _says_more(page: Sequence[Block], at: int) -> bool:
    """Whether a line below a numbered caption says more of the same table: in brackets, or what the numbers are in."""
    line, caption = page[at], page[at - 1] if at else None
    if not isinstance(line, Paragraph) or not isinstance(caption, Paragraph) or not is_numbered(caption.text):
        return False
    if is_numbered(line.text) or line.strong or "\n" in line.text or len(line.text.split()) > MAX_STRONG_WORDS:
        return False
    bracketed = line.text.startswith(("(", "[")) and line.text.endswith((")", "]"))
    return bracketed or unit_in(line.text) is not None or bool(_COUNTS.match(line.text))


def _unit_lines(page: Sequence[Block], number: int) -> tuple[tuple[str, ...], int]:
    """The lines above a block that only say what numbers are, and the number of the block above them."""
    notes: list[str] = []
    at = number - 1
    while at >= 0 and isinstance(block := page[at], Paragraph) and _is_of_table(block.text):
        notes.insert(0, block.text)
        at -= 1
    if at >= 0 and isinstance(page[at], Grid):  # notes there are said of the upper table
        while notes and not _only_says_unit(notes[0]):
            notes.pop(0)
            at += 1
    return tuple(notes), at


def _is_of_table(text: str) -> bool:
    return _only_says_unit(text) or is_note(text)


def _only_says_unit(text: str) -> bool:
    return "\n" not in text and (states_unit(text) or is_unit_line(text))


def _opens_next(page: Sequence[Block], number: int) -> bool:
    """Whether a block belongs to the opening of the grid that follows."""
    for at in range(number + 1, min(number + 1 + MAX_OPENING, len(page))):
        if isinstance(page[at], Grid):
            return at - number <= _opening(page, at).blocks
        if not isinstance(page[at], Paragraph):
            return False
    return False


def _caption_below(page: Sequence[Block], number: int) -> str | None:
    """The numbered caption under a grid that has none above it."""
    grid, below = page[number], page[number + 1 : number + 3]
    if (isinstance(grid, Grid) and grid.caption) or not below or not isinstance(below[0], Paragraph):
        return None
    heads_next = len(below) > 1 and isinstance(below[1], Grid)
    return title_of(below[0].text) if is_numbered(below[0].text) and not heads_next else None


def _notes(page: Sequence[Block], number: int) -> tuple[str, ...]:
    """The notes after the grid at ``number``."""
    notes: list[str] = []
    for block in page[number + 1 :]:
        if not isinstance(block, Paragraph) or not (is_note(block.text) or states_unit(block.text)):
            break
        notes.extend(block.text.split("\n"))
    return tuple(notes)


def _titled(numbered: str, line: str, notes: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The title and notes of a table under a heading that is its numbered caption; a line below that says more of it:
    "Great Britain, 2020 to 2024". A sentence there is a note."""
    if line == numbered or line in notes:
        return numbered, notes
    if line.endswith(".") or ". " in line:
        return numbered, (line, *notes)
    return f"{numbered}, {line}", notes


@dataclass(slots=True)
class _Outline:
    """The page as far as it was read: the open heading path, its text so far, and what is finished."""

    file: str
    sections: list[Section] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    path: list[Heading] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)
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
        if block.page is not None and (not self.pages or self.pages[-1][1] != block.page):
            self.pages.append((sum(len(text) + len(_BETWEEN) for text in self.texts), block.page))
        self.texts.append(block.text)

    def add_table(self, grid: Grid, caption: str | None, notes: tuple[str, ...], lead: str) -> None:
        own = grid.header[0] if captions_table(grid.header[0]) else ""
        heading = self.path[-1].text if self.path else ""
        if caption and heading and (under := under_change(grid, caption)):
            grid, caption = under, None
        if caption and heading and not grid.caption and is_unit_line(caption):
            notes, caption = (caption, *notes), None
        title = grid.caption or caption or own or heading
        if heading and title == caption and names_no_subject(title) and not title.startswith(heading):
            title = f"{heading}, {title}"
        if closes := rest_of_brackets(title, grid.header[0]):
            title, grid = f"{title} {closes}", replace(grid, header=("", *grid.header[1:]))
        notes = (*notes, *grid.notes)
        if title == heading and (when := time_led(lead, (title, *grid.header))):
            title = f"{title}, {when}"
        if self.path and is_numbered(self.path[-1].text) and not is_numbered(title):
            title, notes = _titled(self.path[-1].text, title, notes)
        self.tables.append(
            Table(
                title=title,
                header=grid.header,
                rows=grid.rows,
                file=self.file,
                unit=find_unit(title, grid.header, notes, [row[0] for row in grid.rows if row], lead),
                notes=notes,
                heading=self.heading,
                line=grid.line,
                depths=grid.depths,
                pages=grid.pages,
            )
        )
        self.holds_table = True

    def close(self, leaf: bool = True) -> None:
        """Finish the open section; a heading without text is kept only where nothing stands below it."""
        text = _BETWEEN.join(self.texts)
        if text or (leaf and self.path and not self.holds_table):
            self.sections.append(Section(self.heading, text, self.file, self.line, tuple(self.pages)))
        self.texts.clear()
        self.pages.clear()
        self.holds_table = False
