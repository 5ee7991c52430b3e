"""Reads plain text, such as a page copied as it is: headings without marks, lists, label lines, questions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.read.blocks import QUESTION_LEVEL, SECTION_LEVEL, Block, Bullets, Heading, Paragraph
from ingest.read.decode import decode
from ingest.read.document import Document
from ingest.read.front_matter import split_front_matter
from ingest.read.headings import heading_at, is_first_name, is_name_run, title_line
from ingest.read.lines import Line, lines_of, unwrapped
from ingest.read.outline import is_question, outline, title_of_page
from ingest.read.textgrids import grid_at

DEEPEST = SECTION_LEVEL + 2
"""Headings below each other without text between them are seldom nested further; a menu is not nested at all."""

_ANSWER = re.compile(r"(?:A|Ans|Answer|b)[.:)]\s+(?=\S)")


def read_plain(data: bytes, name: str) -> Document:
    """Read a plain text file. Raises UnreadableFile."""
    decoded = decode(data, name)
    front = split_front_matter(decoded.text, name)
    blocks = plain_blocks(front.body, front.lines)
    sections, tables = outline(blocks, name)
    return Document(sections, tables, front.metadata, title_of_page(blocks), (*decoded.notices, *front.notices))


def plain_blocks(text: str, lines_before: int = 0) -> list[Block]:
    """The blocks of a plain text that has so many lines before it in its file."""
    lines = unwrapped([_moved(line, lines_before) for line in lines_of(text)])
    return list(_nested(_Page(lines, title_line(lines)).blocks()))


def _nested(blocks: Iterable[Block]) -> Iterator[Block]:
    """A heading right below another of no known level stands under it: "Market Drivers", then what drives it."""
    above: Heading | None = None
    for block in blocks:
        heads = isinstance(block, Heading) and not is_question(block.text)
        if isinstance(block, Heading) and heads and block.level == SECTION_LEVEL and above and above.level > 1:
            block = replace(block, level=min(above.level + 1, DEEPEST))
        above = block if isinstance(block, Heading) and heads else None
        yield block


def _moved(line: Line, by: int) -> Line:
    return Line(line.text, line.number + by, line.indent, line.gap)


@dataclass(slots=True)
class _Page:
    """The lines of a page, read from top to bottom. ``title``: the first line is the page's title."""

    lines: Sequence[Line]
    title: bool
    at: int = 0
    asked: int | None = None

    def blocks(self) -> Iterator[Block]:
        before: Block | None = None
        while self.at < len(self.lines):
            before = self._next(before)
            if before:
                yield before

    def _next(self, before: Block | None) -> Block | None:
        """The block that starts at the line being read, after which reading goes on behind it."""
        line = self.lines[self.at]
        if self.at == 0 and self.title:
            self.at += 1
            return Heading(1, line.text.strip("# "), line.number)
        table = grid_at(self.lines, self.at)
        if table:
            grid, taken = table
            self.at += taken
            return grid
        if isinstance(before, Heading) and is_first_name(self.lines, self.at) and (names := self._names(before)):
            return names
        return (
            self._heading(before) or self._bullets() or self._names(before) or self._labels() or self._paragraph(before)
        )

    def _heading(self, before: Block | None) -> Heading | None:
        line = self.lines[self.at]
        text = line.bullet or line.numbered or line.text
        if line.is_rule:
            return None
        found = heading_at(self.lines, self.at)
        if found is None:
            if not is_question(text) or (line.bullet and not self._all_questions()):
                return None
            found = Heading(self._question_level(before), text, line.number)
        self.at += 1
        if self.at < len(self.lines) and self.lines[self.at].is_rule and not self.lines[self.at].gap:
            self.at += 1
        return found

    def _question_level(self, before: Block | None) -> int:
        """Questions stand under the heading right before the first of them, else on their own."""
        if isinstance(before, Heading) and not is_question(before.text):
            self.asked = QUESTION_LEVEL
        elif self.lines[self.at].gap and self.asked is None:
            self.asked = SECTION_LEVEL
        return self.asked or QUESTION_LEVEL

    def _all_questions(self) -> bool:
        """Whether each bullet around the line being read is a question."""
        run = [line.bullet for line in self.lines[self.at :][: _run_of_bullets(self.lines, self.at)]]
        return all(text and is_question(text) for text in run)

    def _bullets(self) -> Bullets | None:
        taken = _run_of_bullets(self.lines, self.at) or _run_of_numbers(self.lines, self.at)
        if not taken:
            return None
        run = self.lines[self.at : self.at + taken]
        self.at += taken
        indents = sorted({line.indent for line in run})
        items = ((indents.index(line.indent), line.bullet or line.numbered or line.text) for line in run)
        return Bullets(tuple(items), run[0].number)

    def _names(self, before: Block | None) -> Bullets | None:
        """Names below each other without bullets."""
        taken = is_name_run(self.lines, self.at, led=_leads(before))
        if not taken:
            return None
        run = self.lines[self.at : self.at + taken]
        self.at += taken
        return Bullets(tuple((0, line.text) for line in run), run[0].number)

    def _labels(self) -> Paragraph | None:
        run: list[Line] = []
        while self._is_label(self.at + len(run), first=not run):
            run.append(self.lines[self.at + len(run)])
        if len(run) < 2:
            return None
        self.at += len(run)
        return Paragraph("\n".join(line.text for line in run), run[0].number)

    def _is_label(self, at: int, first: bool) -> bool:
        return at < len(self.lines) and self.lines[at].is_label and (first or not self.lines[at].gap)

    def _paragraph(self, before: Block | None) -> Paragraph | None:
        line = self.lines[self.at]
        self.at += 1
        if line.is_rule:
            return None
        answers = isinstance(before, Heading) and is_question(before.text)
        return Paragraph(_ANSWER.sub("", line.text, count=1) if answers else line.text, line.number)


def _leads(block: Block | None) -> bool:
    """Whether a list may follow: a heading, or a lead-in that ends in a colon."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.text.endswith(":"))


def _run_of_bullets(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and lines[end].bullet and (end == start or not lines[end].gap or _spaced(lines, end)):
        end += 1
    return end - start


def _spaced(lines: Sequence[Line], at: int) -> bool:
    """Whether bullets with blank lines between them still are one list: not when one asks and the other does not."""
    one, two = lines[at - 1].bullet or "", lines[at].bullet or ""
    return one.endswith("?") == two.endswith("?")


def _run_of_numbers(lines: Sequence[Line], start: int) -> int:
    """How many numbered lines stand below each other; a single one is no list."""
    end = start
    while end < len(lines) and lines[end].numbered and (end == start or not lines[end].gap):
        end += 1
    return end - start if end - start > 1 else 0
