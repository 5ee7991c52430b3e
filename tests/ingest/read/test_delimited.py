import pytest

from ingest.domain import Table
from ingest.errors import UnreadableFile
from ingest.read.delimited import read_delimited
from ingest.read.document import Document


def read(text: str, name: str = "tables/market-size.csv") -> Document:
    return read_delimited(text.encode(), name)


def only(text: str) -> Table:
    (table,) = read(text).tables
    return table


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_usual_mark_may_part_the_cells(mark: str) -> None:
    table = only(f"Region{mark}Revenue\nEurope{mark}5\nAsia{mark}7\n")
    assert (table.header, table.rows) == (("Region", "Revenue"), (("Europe", "5"), ("Asia", "7")))


def test_decimal_commas_do_not_part_cells_between_semicolons() -> None:
    table = only("Jahr;Umsatz\n2023;1.234,5\n2024;1.400,7\n")
    assert table.rows == (("2023", "1.234,5"), ("2024", "1.400,7"))


def test_comments_give_title_unit_and_notes() -> None:
    comments = "# title: Kites by region\n# unit: USD million\n# note: estimated\n# source: Size\n"
    table = only(f"{comments}Region,2023\nEurope,5\n")
    assert (table.title, table.unit, table.line) == ("Kites by region", "USD million", 5)
    assert table.notes == ("Note: estimated", "Source: Size")


def test_without_a_title_the_files_name_is_one() -> None:
    assert only("Region,2023 (USD bn)\nEurope,5\n").title == "Market Size"


def test_footnotes_below_the_rows_are_notes() -> None:
    table = only("Region,2023\nEurope,5\nNote: estimated\n* forecast\n")
    assert table.rows == (("Europe", "5"),) and table.notes == ("Note: estimated", "* forecast")


def test_quotes_keep_marks_and_line_ends_inside_a_cell() -> None:
    table = only('Company,City\n"ONRAD, Inc.","New\nYork"\n')
    assert table.rows == (("ONRAD, Inc.", "New York"),)


def test_a_byte_order_mark_and_windows_line_ends_do_not_show() -> None:
    (table,) = read_delimited(b"\xef\xbb\xbfRegion,2023\r\nEurope,5\r\n", "a.csv").tables
    assert (table.header, table.rows) == (("Region", "2023"), (("Europe", "5"),))


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("Region,2023\nEurope,5,7\nAsia,6\nAfrica,7\n", 2, "left out"),
        ("Region,2023\nEurope\n", 2, "rest is empty"),
        ("Region,Region\nEurope,5\n", 1, "named 'Region'"),
        ("1,234\n2,345\n", 1, "no header"),
        ("# colour: red\nRegion,2023\nEurope,5\n", 1, "colour"),
    ],
)
def test_what_looks_wrong_is_noticed_with_its_line(text: str, line: int, part: str) -> None:
    notices = read(text).notices
    assert (notices[0].file, notices[0].line) == ("tables/market-size.csv", line)
    assert part in notices[0].message


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('Region,2023\nAsia,6\nEurope,"5\n', 3, "not closed"),
        ("Region,2023\n", 1, "no rows"),
        ("# title: Kites\n", None, "no table"),
        ("Region,2023\nEurope,1,234\nAsia,1,400\n", 2, "more cells"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, line: int | None, problem: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(text)
    assert problem in str(caught.value) and caught.value.line == line


def test_a_caption_in_a_remark_is_the_title_though_it_has_commas() -> None:
    table = read_delimited(
        b"# Table 14: Camps by region, 2022-2030 (EUR million)\nRegion,2022\nNorth,5\n", "a.csv"
    ).tables[0]
    assert (table.title, table.header) == ("Table 14: Camps by region, 2022-2030 (EUR million)", ("Region", "2022"))


def test_a_header_that_begins_with_a_hash_is_no_remark() -> None:
    table = read_delimited(b"# of plants,2022\nNorth,5\nSouth,6\n", "a.csv").tables[0]
    assert table.header == ("# of plants", "2022")


@pytest.mark.parametrize(
    ("corner", "title"),
    [
        ("Table 3: Average rent, GBP", "Table 3: Average rent, GBP"),
        ("Exports of gum by country", "Exports of gum by country"),
        ("Region", "Market Size"),
        ("Table", "Market Size"),
    ],
)
def test_a_caption_over_the_row_names_is_the_title(corner: str, title: str) -> None:
    assert only(f'"{corner}",2023,2024\nEurope,5,6\n').title == title


def test_names_that_open_with_a_year_are_a_header() -> None:
    assert only("Region,2024 sales\nEurope,5\n").header == ("Region", "2024 sales")


def test_a_row_without_end_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"csv:1: the row that starts here has 200,001 cells.* a row of its own"):
        read("1," * 200_000)
