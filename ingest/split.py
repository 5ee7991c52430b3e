"""Splits a report into passages: stretches of its sections, and its tables row by row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.domain import Cell, Passage, Report, Section, Source, Span, Table
from ingest.sentences import sentences

MAX_PASSAGE = 600
"""Characters of a passage; a single sentence may be longer, up to ``MAX_SENTENCE``."""

MAX_SENTENCE = 1200
"""Characters after which even a sentence is cut, between words: the encoder reads about as much."""

MAX_NOTES = 240
"""Characters of a table's notes in a row's context; more would crowd the row out of the encoder's window."""

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_ITEM = re.compile(r"\s*- ")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``start`` to ``end`` of a section's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


def passages(report: Report) -> tuple[Passage, ...]:
    """The passages of a report in reading order, sections first, numbered from 0.

    Those of licensed parts come last: what is left without them is numbered the same, and no gap tells how many there
    are.
    """
    pieces = sorted((*_of_sections(report), *_of_tables(report)), key=lambda piece: is_licensed(report, piece[2]))
    return tuple(Passage(number, text, context, source) for number, (text, context, source) in enumerate(pieces))


def is_licensed(report: Report, source: Source) -> bool:
    """Whether a place is in a part that needs a licence where others of its report do not."""
    part = report.sections[source.section] if isinstance(source, Span) else report.tables[source.table]
    return part.access == "licensed"


def row_text(table: Table, row: int) -> str:
    """A row as "header: cell; header: cell" without its empty cells; row -1 is the table's title and header."""
    if row == -1:
        columns = "; ".join(cell for cell in table.header if cell)
        return f"{table.title}: {columns}" if table.title and columns else table.title or columns
    return "; ".join(piece for piece, _ in _row_pieces(table, row))


def _row_pieces(table: Table, row: int) -> Iterator[tuple[str, int]]:
    """Each filled cell with its header, and its column."""
    for column, (header, cell) in enumerate(zip(table.header, table.rows[row], strict=True)):
        if cell:
            yield (f"{header}: {cell}" if header else cell), column


def _of_sections(report: Report) -> Iterator[tuple[str, str, Source]]:
    for number, section in enumerate(report.sections):
        context = _path(report, section.heading)
        for stretch in _joined(_units(section)):
            text = section.text[stretch.start : stretch.end]
            yield text, context, Span(number, stretch.start, stretch.end)


def _of_tables(report: Report) -> Iterator[tuple[str, str, Source]]:
    for number, table in enumerate(report.tables):
        about = _about(report, table)
        if row_text(table, -1) and not (table.access == "licensed" and not any(table.header)):  # of a hidden table
            yield row_text(table, -1), about, Cell(number, -1, -1)
        for row in range(len(table.rows)):
            text = row_text(table, row)
            if text:
                yield text, about, Cell(number, row, -1)


def _path(report: Report, heading: Sequence[str]) -> str:
    return " > ".join((report.title, *heading))


def _about(report: Report, table: Table) -> str:
    """What is said before each row: report, headings, the table's title, its unit and notes."""
    titles = table.heading if table.title in (*table.heading, "") else (*table.heading, table.title)
    unit = f" ({table.unit})" if table.unit and table.unit not in table.title else ""
    notes = " ".join(table.notes)[:MAX_NOTES]
    return f"{_path(report, titles)}{unit}" + (f"\n{notes}" if notes else "")


def _units(section: Section) -> Iterator[Stretch]:
    """Stretches of a passage's length that are best not cut: paragraphs, and lists with the sentence before them."""
    paragraphs = [Stretch(match.start(), match.end()) for match in _PARAGRAPH.finditer(section.text)]
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if _is_list(section.text, paragraph):
            lead = _lead_in(section.text, paragraphs[number - 1]) if number else None
            yield from _cut_list(section.text, paragraph, lead)
        elif following is None or not _is_list(section.text, following):
            yield from _cut_prose(section.text, paragraph)
        else:  # its last sentence goes with the list
            lead = _lead_in(section.text, paragraph)
            yield from _cut_prose(section.text, Stretch(paragraph.start, lead.start))


def _is_list(text: str, paragraph: Stretch) -> bool:
    return bool(_ITEM.match(text, paragraph.start, paragraph.end))


def _lead_in(text: str, paragraph: Stretch) -> Stretch:
    """The last sentence of a paragraph that is not a list itself."""
    if _is_list(text, paragraph):
        return Stretch(paragraph.end, paragraph.end)
    start, end = sentences(text[paragraph.start : paragraph.end])[-1]
    return Stretch(paragraph.start + start, paragraph.start + end)


def _cut_prose(text: str, paragraph: Stretch) -> Iterator[Stretch]:
    found = sentences(text[paragraph.start : paragraph.end])
    whole = [Stretch(paragraph.start + start, paragraph.start + end) for start, end in found]
    yield from _joined([part for sentence in whole for part in _cut_sentence(text, sentence)])


def _cut_list(text: str, paragraph: Stretch, lead: Stretch | None) -> Iterator[Stretch]:
    """The list in one piece with its lead-in, or else cut between items, the lead-in before the first ones."""
    start = paragraph.start
    lines: list[Stretch] = []
    for line in text[paragraph.start : paragraph.end].split("\n"):
        lines.extend(_cut_sentence(text, Stretch(start, start + len(line))))
        start += len(line) + 1
    opening = [lead] if lead else []
    yield from _joined([*opening, *lines])


def _cut_sentence(text: str, sentence: Stretch) -> Iterator[Stretch]:
    start = sentence.start
    while sentence.end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + 1, start + MAX_PASSAGE)
        cut = cut if cut > start else start + MAX_PASSAGE
        yield Stretch(start, cut)
        start = cut + 1 if text[cut] == " " else cut
    if start < sentence.end:
        yield Stretch(start, sentence.end)


def _joined(units: Iterator[Stretch] | Sequence[Stretch]) -> Iterator[Stretch]:
    """Neighbours joined as long as they fit into a passage."""
    current: Stretch | None = None
    for unit in units:
        if not len(unit):
            continue
        if current and unit.end - current.start <= MAX_PASSAGE:
            current = Stretch(current.start, unit.end)
            continue
        if current:
            yield current
        current = unit
    if current:
        yield current
