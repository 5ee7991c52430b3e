from ingest.read.workbook.areas import areas
from ingest.read.workbook.sheet import ShownCell


def cells(*rows: str) -> list[ShownCell]:
    """Cells out of lines whose texts are parted by bars; an empty text is no cell."""
    return [
        ShownCell(text.strip(), row, column, row)
        for row, line in enumerate(rows, start=1)
        for column, text in enumerate(line.split("|"), start=1)
        if text.strip()
    ]


def found(*rows: str) -> list[list[str]]:
    return [[cell.text for cell in area] for area in areas(cells(*rows))]


def test_an_empty_sheet_has_no_area() -> None:
    assert found() == []


def test_a_new_header_below_an_empty_row_begins_a_new_area() -> None:
    assert len(found("Region | 2024", "Europe | 5", "", "Player | Seat", "Acme | Rome")) == 2


def test_rows_of_figures_below_an_empty_row_go_on() -> None:
    assert len(found("Region | 2024", "Europe | 5", "", "Total | 5")) == 1


def test_a_group_name_between_empty_rows_goes_on() -> None:
    assert len(found("Region | 2024", "France | 5", "", "Asia", "", "Japan | 7")) == 1


def test_a_header_set_apart_from_its_rows_goes_on() -> None:
    assert len(found("Region | 2024", "", "Europe | 5", "Asia | 6")) == 1


def test_a_caption_below_an_empty_row_begins_a_new_area() -> None:
    assert len(found("Region | 2024", "Europe | 5", "", "Table 2: Volume", "Europe | 7")) == 2


def test_a_numbered_caption_right_below_a_table_begins_a_new_area() -> None:
    assert len(found("Region | 2024", "Europe | 5", "Table 2: Volume", "Region | 2024", "Europe | 7")) == 2


def test_rows_far_below_are_an_area_of_their_own() -> None:
    assert len(found("Region | 2024", "Europe | 5", "", "", "", "Total | 5")) == 2


def test_rows_of_other_columns_are_an_area_of_their_own() -> None:
    assert len(found("Region | 2024", "Europe | 5", "", "| | Total | 5")) == 2


def test_figures_behind_an_empty_column_go_on() -> None:
    assert len(found("Region | 2024 | | CAGR | Share", "Europe | 5 | | 7 | 8", "Asia | 6 | | 8 | 9")) == 1


def test_names_behind_an_empty_column_begin_a_new_area() -> None:
    assert found("Region | 2024 | | Player | 2024", "Europe | 5 | | Acme | 7") == [
        ["Region", "2024", "Europe", "5"],
        ["Player", "2024", "Acme", "7"],
    ]


def test_remarks_behind_an_empty_column_go_on() -> None:
    assert len(found("Region | 2024 | | Trend | Remark", "Europe | 5 | | up | none", "Asia | 6 | | down | none")) == 1


def test_a_line_beside_a_table_is_an_area_of_its_own() -> None:
    assert len(found("Region | 2024", "Europe | 5 | | Prices rose.", "Asia | 6")) == 2


def test_side_by_side_and_below_each_other_are_told_apart() -> None:
    rows = ["R | 2024 | | P | 2024", "E | 5 | | A | 7", "", "Table 3", "X | Y | Z | Q | 2024", "a | 1 | 2 | 3 | 4"]
    assert [area[0] for area in found(*rows)] == ["R", "P", "Table 3"]
