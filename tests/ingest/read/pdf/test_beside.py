from collections.abc import Sequence

import pytest

from ingest.domain import Table
from ingest.read.blocks import Heading, Paragraph
from ingest.read.pdf.beside import caption_of, pair_of
from ingest.read.pdf.lines import line_of
from ingest.read.pdf.rows import rows_of
from ingest.read.pdf.tables import spans_of
from ingest.read.pdf.words import Box, Word
from tests.ingest.read.pdf.drawn import LEFT, Drawing

RIGHT = 310.0
EXPORTS = ("Country | 2023 | 2024", "Kenya | 12.5 | 13.1", "Ghana | 11.8 | 14.0", "Egypt | 9.4 | 9.9")
IMPORTS = ("Country | 2023 | 2024", "Japan | 22.5 | 23.1", "Chile | 21.8 | 24.0")


def narrow(drawing: Drawing, x: float, y: float, lines: Sequence[str], leading: float = 14) -> None:
    """A table that begins at ``x`` and is 220 points wide."""
    for at, line in enumerate(lines):
        name, *cells = (cell.strip() for cell in line.split("|"))
        drawing.text(x, y + at * leading, name, 9)
        for stop, cell in zip((150.0, 220.0), cells, strict=True):
            drawing.text(x + stop, y + at * leading, cell, 9, align="right")


def countries(table: Table) -> list[str]:
    return [row[0] for row in table.rows]


def both(drawing: Drawing) -> tuple[Table, Table]:
    left, right = drawing.read().tables
    assert (countries(left), countries(right)) == (["Kenya", "Ghana", "Egypt"], ["Japan", "Chile"])
    assert left.header == right.header == ("Country", "2023", "2024")
    return left, right


@pytest.mark.parametrize("leading", [14.0, 17.0])
def test_tables_side_by_side_have_each_its_own_caption(leading: float) -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(LEFT, top, "Table 3: Exports", 9)
    drawing.text(RIGHT, top, "Table 4: Imports", 9)
    narrow(drawing, LEFT, top + 18, EXPORTS)
    narrow(drawing, RIGHT, top + 18, IMPORTS, leading)
    left, right = both(drawing)
    assert (left.title, right.title) == ("Table 3: Exports", "Table 4: Imports")


def test_a_table_set_in_two_halves_has_one_caption_for_both() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(LEFT, top, "Table 3: Exports, EUR million", 9)
    narrow(drawing, LEFT, top + 18, EXPORTS)
    narrow(drawing, RIGHT, top + 18, IMPORTS)
    left, right = both(drawing)
    assert left.title == right.title == "Table 3: Exports, EUR million"


def test_rules_with_a_gap_part_tables() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    narrow(drawing, LEFT, top, ("Region | 2023 | 2024", *EXPORTS[1:]))
    narrow(drawing, RIGHT, top, ("Partner | 2023 | 2024", *IMPORTS[1:]))
    for x in (LEFT, RIGHT):
        for at in range(3):
            drawing.rule(top + 4 + 14 * at, x - 2, x + 222)
    left, right = drawing.read().tables
    assert (left.header[0], right.header[0]) == ("Region", "Partner")


def test_notes_below_stay_with_their_tables() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    narrow(drawing, LEFT, top, EXPORTS)
    narrow(drawing, RIGHT, top, IMPORTS)
    drawing.text(LEFT, top + 62, "Source: Customs", 8)
    drawing.text(RIGHT, top + 48, "Source: Ports", 8)
    left, right = both(drawing)
    assert (left.notes, right.notes) == (("Source: Customs",), ("Source: Ports",))


def test_a_second_column_of_texts_is_no_second_table() -> None:
    drawing = Drawing()
    rows = "Company | Revenue | Seat | Staff\nAlpha | 12.5 | Oslo | 40\nBeta | 9.4 | Rome | 30\nGamma | 7.1 | Bern | 20"
    drawing.rows(drawing.prose(70), rows)
    (table,) = drawing.read().tables
    assert table.rows[0] == ("Alpha", "12.5", "Oslo", "40")


def test_a_pair_says_which_rows_it_takes() -> None:
    texts = ("Land", "5", "Land", "7"), ("Mali", "1", "Peru", "2"), ("Togo", "3", "Cuba", "4")
    words = [
        Word(text, Box(x, y - 9, x + 20, y), y, 9)
        for y, row in zip((100, 114, 128), (("Land", "2023", "Land", "2023"), *texts[1:]), strict=True)
        for x, text in zip((60, 120, 200, 260), row, strict=True)
    ]
    lines = [line_of(row, ()) for row in rows_of(words)]
    (span,) = spans_of(lines)
    pair = pair_of(lines, span, ())
    assert pair is not None
    assert (pair.first, pair.end, pair.gutter) == (0, 3, 170)


def test_the_caption_of_two_tables_is_the_numbered_one_with_its_unit() -> None:
    caption, unit = Paragraph("Table 3: Exports", 1), Paragraph("in EUR million", 2)
    assert list(caption_of([Heading(1, "Trade", 1), caption, unit])) == [caption, unit]
    assert list(caption_of([caption, Heading(1, "Trade", 1), unit])) == []
