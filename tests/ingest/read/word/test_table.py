from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read.tabular import RawCell, grid_of
from ingest.read.word.table import WordTable, word_table


def table(*rows: str) -> WordTable:
    return word_table(parse_xml(f"<w:tbl {nsdecls('w')}>{''.join(rows)}</w:tbl>"), {}, 1)


def row(*cells: str, marks: str = "") -> str:
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def cell(text: str, marks: str = "", paragraph: str = "", bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    run = f"<w:r><w:rPr>{weight}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"
    return f"<w:tc><w:tcPr>{marks}</w:tcPr><w:p><w:pPr>{paragraph}</w:pPr>{run}</w:p></w:tc>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_cells_cover_columns_and_rows() -> None:
    read = table(
        row(cell("Region", BEGINS), cell("Sales", wide(2))),
        row(cell("", GOES_ON), cell("2024"), cell("2025")),
        row(cell("Europe"), cell("5.1"), cell("6.2")),
    )
    assert read.rows[0].cells == (RawCell("Region", rows=2), RawCell("Sales", columns=2))
    assert [len(found.cells) for found in read.rows] == [2, 2, 3]
    grid = grid_of(read.rows)
    assert grid is not None
    assert grid.header == ("Region", "Sales > 2024", "Sales > 2025")


def test_rows_marked_as_a_header_head() -> None:
    read = table(row(cell("Player"), cell("Seat"), marks="<w:tblHeader/>"), row(cell("Acme"), cell("Rome")))
    assert [[found.heads for found in line.cells] for line in read.rows] == [[True, True], [False, False]]


def test_bold_first_rows_head_where_none_is_marked() -> None:
    read = table(row(cell("Player", bold=True), cell("Seat", bold=True)), row(cell("Acme"), cell("Rome", bold=True)))
    assert [line.cells[0].heads for line in read.rows] == [True, False]


def test_indents_spaces_and_lists_are_depths() -> None:
    listed = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    read = table(
        row(cell("World")),
        row(cell("Europe", paragraph='<w:ind w:left="200"/>')),
        row(cell("      France")),
        row(cell("Asia", paragraph='<w:ind w:left="200"/><w:jc w:val="right"/>')),
        row(cell("Japan", paragraph=listed)),
    )
    assert [line.cells[0].depth for line in read.rows] == [0, 2, 3, 0, 7]


def test_a_table_within_a_cell_is_of_its_text() -> None:
    inner = f"<w:tbl>{row(cell('a'), cell('b'))}</w:tbl>"
    read = table(row(f"<w:tc>{inner}<w:p/></w:tc>", cell("c")))
    assert [found.text for found in read.rows[0].cells] == ["a b", "c"]


def test_deleted_rows_are_not_seen_and_controls_are_looked_through() -> None:
    kept = f"<w:sdt><w:sdtContent>{row(cell('a'))}</w:sdtContent></w:sdt>"
    read = table(kept, row(cell("b"), marks='<w:del w:id="1"/>'))
    assert [line.cells[0].text for line in read.rows] == ["a"]


def test_a_row_may_begin_further_right() -> None:
    read = table(row(cell("a"), cell("b")), row(cell("c"), marks='<w:gridBefore w:val="1"/>'))
    assert [found.text for found in read.rows[1].cells] == ["", "c"]


def test_one_row_or_one_column_is_a_frame() -> None:
    assert table(row(cell("a"), cell("b"))).is_frame
    assert table(row(cell("a")), row(cell("b"))).is_frame
    assert not table(row(cell("a"), cell("b")), row(cell("c"), cell("d"))).is_frame
    assert table().is_frame
