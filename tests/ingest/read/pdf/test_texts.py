from collections.abc import Sequence

from ingest.read.pdf.lines import Line
from ingest.read.pdf.rows import Row, Stretch
from ingest.read.pdf.texts import TextTable, text_laid, text_tables
from ingest.read.pdf.words import Box, Word

LEFTS = (60.0, 260.0, 400.0)
MAKERS = ("Company | Seat | Founded", "Acme Ltd | London, United Kingdom | in spring", "Bolt Inc | Boston | in autumn")


def line(y: float, text: str, lefts: Sequence[float] = LEFTS, bold: bool = False) -> Line:
    """A line whose texts, parted by bars, begin at ``lefts``; a text that is missing leaves its place empty."""
    words: list[list[Word]] = []
    for left, cell in zip(lefts, text.split("|"), strict=False):
        places = [(left + 5 * at, part) for at, part in _places(cell.strip())]
        words.append([Word(part, Box(x, y - 8, x + 5 * len(part), y), y, 9, bold, spaced=True) for x, part in places])
    pieces = [Stretch(tuple(cell)) for cell in words if cell]
    return Line(Row(tuple(word for cell in words for word in cell)), tuple(pieces))


def _places(text: str) -> list[tuple[int, str]]:
    """The words of a text, and how many characters stand before each."""
    words = text.split()
    return [(len(" ".join(words[:at])) + (at > 0), word) for at, word in enumerate(words)]


def page(*texts: str, bold: bool = False) -> list[Line]:
    """Lines below each other, the first printed bold if so wished."""
    return [line(100 + 14 * at, text, bold=bold and at == 0) for at, text in enumerate(texts)]


def laid(lines: Sequence[Line]) -> list[list[str]]:
    (table,) = text_tables(lines)
    return [[cell.text for cell in row.cells] for row in text_laid(lines, table, 3).rows]


def test_texts_that_begin_below_each_other_are_a_table() -> None:
    assert list(text_tables(page(*MAKERS))) == [TextTable(0, 3, LEFTS)]
    assert laid(page(*MAKERS)) == [
        ["Company", "Seat", "Founded"],
        ["Acme Ltd", "London, United Kingdom", "in spring"],
        ["Bolt Inc", "Boston", "in autumn"],
    ]


def test_it_ends_where_texts_begin_elsewhere_or_a_note_or_a_caption_stands() -> None:
    for below in ("Drones fly.", "Source: own survey", "Table 2: Makers of kites"):
        assert list(text_tables(page("Drones fly over fields.", *MAKERS, below))) == [TextTable(1, 4, LEFTS)]
    far = [*page(*MAKERS), line(300, "Clamp GmbH | Bonn | in winter")]
    assert list(text_tables(far)) == [TextTable(0, 3, LEFTS)]


def test_a_text_that_goes_on_below_belongs_to_its_cell() -> None:
    broken = page(*MAKERS, "| and Leeds")
    broken[-1] = line(142, "and Leeds", LEFTS[1:])
    assert laid(broken)[-1] == ["Bolt Inc", "Boston and Leeds", "in autumn"]


def test_its_first_row_heads_it_where_it_is_bold_or_has_more_than_two_cells() -> None:
    pairs = ("Company | Seat", "Acme Ltd | London", "Bolt Inc | Boston")
    for lines, heads in ((page(*pairs), False), (page(*pairs, bold=True), True), (page(*MAKERS), True)):
        (table,) = text_tables(lines)
        first, second, *_ = text_laid(lines, table, 3).rows
        assert (first.cells[0].heads, second.cells[0].heads, first.page) == (heads, False, 3)


def test_columns_reach_from_where_they_begin_to_the_next() -> None:
    lines = page(*MAKERS)
    (table,) = text_tables(lines)
    columns = text_laid(lines, table, 3).columns
    assert [column.left for column in columns] == list(LEFTS)
    assert [column.right + 1 for column in columns[:-1]] == list(LEFTS[1:])


def test_two_rows_prose_in_columns_and_figures_are_none() -> None:
    prose = "Drones fly over many of the wide green fields | and count the plants in each of the long rows"
    assert list(text_tables(page(*MAKERS[:2]))) == []
    assert list(text_tables(page(prose, prose, prose))) == []
    assert list(text_tables(page("1 | 2", "3 | 4", "5 | 6"))) == []
    assert list(text_tables([])) == []
