from dataclasses import replace

import pytest

from ingest.read.blocks import Grid
from ingest.read.tabular import MAX_COLUMNS, RawCell, RawRow, grid_of


def rows(text: str) -> list[RawRow]:
    """Rows of lines whose cells are parted by bars. "<3" behind a cell spans columns, "^2" rows; "!" marks a header;
    a row that begins with blanks is indented."""
    return [_row(line, number) for number, line in enumerate(text.strip("\n").splitlines(), start=1)]


def _row(line: str, number: int) -> RawRow:
    depth = len(line) - len(line.lstrip())
    cells = [_cell(cell.strip()) for cell in line.split("|")]
    return RawRow((replace(cells[0], depth=depth), *cells[1:]), number)


def _cell(text: str) -> RawCell:
    heads = text.startswith("!")
    text, _, columns = text.removeprefix("!").partition("<")
    text, _, down = text.partition("^")
    return RawCell(text, rows=int(down or 1), columns=int(columns or 1), heads=heads)


def grid(text: str) -> Grid:
    found = grid_of(rows(text))
    assert found is not None
    return found


@pytest.mark.parametrize("text", ["", "|", " | \n | ", "Only a line"])
def test_without_cells_or_with_a_single_one_there_is_no_table(text: str) -> None:
    assert grid_of(rows(text)) is None


def test_the_header_is_what_stands_above_the_first_figures() -> None:
    found = grid("Region | 2024 | 2025\nEurope | 5 | 6\nAsia | 7 | 8")
    assert (found.header, found.rows) == (("Region", "2024", "2025"), (("Europe", "5", "6"), ("Asia", "7", "8")))


def test_years_are_a_header_and_numbers_are_not() -> None:
    assert grid("2024 | 2025\n5 | 6").header == ("2024", "2025")
    assert grid("1 | 2\n5 | 6").header == ("", "")


def test_a_row_of_marks_that_figures_are_missing_is_no_header() -> None:
    assert grid("Region | 2024 | 2025\nEurope | – | n.a.\nAsia | 7 | 8").rows[0] == ("Europe", "–", "n.a.")


def test_a_table_of_texts_has_one_row_of_header() -> None:
    found = grid("Player | Seat\nAcme | Rome\nBeta | Oslo")
    assert (found.header, len(found.rows)) == (("Player", "Seat"), 2)


def test_rows_marked_as_header_head_even_above_texts() -> None:
    found = grid("!Player | !Place<2\n! | !Seat | !Plant\nAcme | Rome | Pisa\nBeta | Oslo | Bergen")
    assert found.header == ("Player", "Place > Seat", "Place > Plant")
    assert len(found.rows) == 2


def test_rows_marked_as_header_that_hold_figures_do_not_head() -> None:
    assert grid("!Region | !2024\n!Europe | !5\nAsia | 7").header == ("Region", "2024")


def test_a_bold_group_name_below_the_header_is_a_row() -> None:
    found = grid("!Region | !2024\n!Europe | \nFrance | 5")
    assert (found.header, found.rows[0]) == (("Region", "2024"), ("Europe", ""))


def test_a_name_over_two_header_rows_ends_no_header() -> None:
    found = grid("!Region^2 | !Revenue<2\n!2024 | !2025\nEurope | 5 | 6")
    assert found.header == ("Region", "Revenue > 2024", "Revenue > 2025")


def test_a_title_over_columns_comes_before_each_of_them() -> None:
    found = grid("Region | Revenue<2 | Units<2\n | 2024 | 2025 | 2024 | 2025\nEurope | 1 | 2 | 3 | 4")
    assert found.header == ("Region", "Revenue > 2024", "Revenue > 2025", "Units > 2024", "Units > 2025")


def test_a_title_that_is_not_joined_goes_on_to_the_next_one() -> None:
    found = grid("Region | Revenue | | Units | \n | 2024 | 2025 | 2024 | 2025\nEurope | 1 | 2 | 3 | 4")
    assert found.header == ("Region", "Revenue > 2024", "Revenue > 2025", "Units > 2024", "Units > 2025")


def test_a_year_in_an_upper_row_does_not_go_on() -> None:
    found = grid("Region | 2024 | | CAGR\n | Revenue | Share | %\nEurope | 1 | 2 | 3")
    assert found.header[1:3] == ("2024 > Revenue", "Share")


def test_the_same_text_in_two_header_rows_is_said_once() -> None:
    assert grid("Region | 2024\nRegion | 2024\nEurope | 5").header == ("Region", "2024")


def test_a_caption_and_a_unit_in_the_first_rows_are_no_header() -> None:
    found = grid("Table 3: Rents by region<3\nEUR million<3\nRegion | 2024 | 2025\nEurope | 5 | 6")
    assert (found.caption, found.notes) == ("Table 3: Rents by region", ("EUR million",))
    assert (found.header, found.line) == (("Region", "2024", "2025"), 3)


def test_a_caption_in_the_first_cell_needs_no_span() -> None:
    found = grid("Table 3: Rents | |\nRegion | 2024 | 2025\nEurope | 5 | 6")
    assert (found.caption, found.header) == ("Table 3: Rents", ("Region", "2024", "2025"))


def test_a_corner_over_empty_cells_is_no_caption() -> None:
    found = grid("Region | |\n | 2024 | 2025\nEurope | 5 | 6")
    assert (found.caption, found.header) == (None, ("Region", "2024", "2025"))


def test_notes_in_the_last_rows_are_no_rows() -> None:
    text = "Region | 2024\nEurope | 5\nAsia | 7\n* estimated<2\nSource: Windy<2"
    found = grid(text)
    assert (found.notes, len(found.rows)) == (("* estimated", "Source: Windy"), 2)


def test_a_long_sentence_in_the_last_row_is_a_note_and_a_name_is_a_row() -> None:
    said = "Figures of regions do not add up to the totals because they are rounded."
    assert grid(f"Region | 2024\nEurope | 5\n{said}<2").notes == (said,)
    assert grid("Region | 2024\nEurope | 5\nRest of the world | ").rows[-1] == ("Rest of the world", "")


def test_a_header_that_comes_again_on_the_next_page_is_left_out() -> None:
    found = grid("Region | 2024\nEurope | 5\nRegion | 2024\nAsia | 7")
    assert found.rows == (("Europe", "5"), ("Asia", "7"))


def test_empty_rows_and_columns_are_left_out() -> None:
    found = grid("Region | | 2024\n | |\nEurope | | 5")
    assert (found.header, found.rows) == (("Region", "2024"), (("Europe", "5"),))


def test_a_name_over_several_rows_stands_in_each() -> None:
    found = grid("Region | Part | 2024\nEurope^2 | Tea | 5\nSilk | 6\nAsia | Tea | 7")
    assert [row[0] for row in found.rows] == ["Europe", "Europe", "Asia"]


def test_a_text_over_several_columns_stands_in_the_first() -> None:
    assert grid("Region | 2024 | 2025\nAsia | 7 | 8\nEurope | not known<2").rows[1] == ("Europe", "not known", "")


def test_short_rows_are_filled() -> None:
    assert grid("Region | 2024 | 2025\nEurope | 5\nAsia | 7 | 8").rows[0] == ("Europe", "5", "")


def test_indents_become_steps_from_the_least_one() -> None:
    found = grid("Region | 2024\n  Europe | 5\n     France | 3\n        Paris | 1\n  Asia | 7")
    assert found.depths == (0, 1, 2, 0)


def test_rows_without_indents_have_no_depths() -> None:
    assert grid("Region | 2024\n  Europe | 5\n  Asia | 7").depths == ()


def test_the_page_of_each_row_is_kept_where_all_have_one() -> None:
    paged = [
        replace(row, page=page)
        for row, page in zip(rows("R | 2024\nA | 5\nR | 2024\nB | 6"), (8, 8, 9, 9), strict=True)
    ]
    found = grid_of(paged)
    assert found is not None
    assert found.pages == (8, 9)
    some = grid_of([*paged[:2], replace(paged[3], page=None)])
    assert some is not None
    assert some.pages == ()


def test_spaces_and_line_breaks_in_a_cell_are_one_blank() -> None:
    assert grid_of(
        [RawRow((RawCell("Name"), RawCell("2024"))), RawRow((RawCell("New\n  York"), RawCell("5")))]
    ) == Grid(("Name", "2024"), (("New York", "5"),), 1)


def test_spans_beyond_all_measure_are_cut_off() -> None:
    found = grid_of(
        [RawRow((RawCell("A", rows=10**9, columns=10**9), RawCell("B"))), RawRow((RawCell("C"), RawCell("5")))]
    )
    assert found is None or len(found.header) <= MAX_COLUMNS
    wide = grid_of([RawRow(tuple(RawCell(str(at)) for at in range(2 * MAX_COLUMNS)))] * 2)
    assert wide is not None
    assert len(wide.header) == MAX_COLUMNS


def test_a_bracket_that_the_header_leaves_open_is_closed_by_the_line_below() -> None:
    found = grid_of(rows("Modality (thousand | 2024\nscans) |\nCT | 5\nMRI | 6"))
    assert found is not None
    assert found.header == ("Modality (thousand scans)", "2024")
    assert found.rows == (("CT", "5"), ("MRI", "6"))
    group = grid_of(rows("Modality | 2024\nOld (film) |\nCT | 5"))
    assert group is not None
    assert group.header[0] == "Modality"


def test_a_unit_at_the_right_above_the_header_is_said_of_the_table() -> None:
    found = grid("Table 3: Rents | |\n | | EUR million\nRegion | 2024 | 2025\nEurope | 5 | 6")
    assert (found.caption, found.notes) == ("Table 3: Rents", ("EUR million",))
    assert found.header == ("Region", "2024", "2025")


def test_another_text_at_the_right_heads_its_column() -> None:
    found = grid(" | | Sales\nRegion | 2024 | 2025\nEurope | 5 | 6")
    assert (found.notes, found.header) == ((), ("Region", "2024", "Sales > 2025"))


def test_a_name_printed_once_for_several_rows_is_that_of_each() -> None:
    found = grid("Year | Quarter | Sales\n2024 | Q1 | 5\n | Q2 | 6\n2025 | Q1 | 7\n | Q2 | 8\n | Total | 9")
    assert [row[0] for row in found.rows] == ["2024", "2024", "2025", "2025", ""]


def test_rows_without_a_name_are_left_so_where_the_second_column_has_figures() -> None:
    found = grid("Region | 2024 | 2025\nEurope | 5 | 6\n | 7 | 8")
    assert [row[0] for row in found.rows] == ["Europe", ""]


def test_a_header_of_two_rows_may_count_in_the_second() -> None:
    found = grid("!^2 | !Guests<2\n!1 000 nights | !Change, %\nAugust | 955.2 | -0.3")
    assert found.header == ("", "Guests > 1 000 nights", "Guests > Change, %")


def test_words_for_which_way_a_figure_went_are_put_to_it() -> None:
    found = grid("Item | | Change % | A$m\nRevenue | up | 0.9% | 335\nProfit | down | 23.7% | 89")
    assert found.header == ("Item", "Change %", "A$m")
    assert found.rows == (("Revenue", "up 0.9%", "335"), ("Profit", "down 23.7%", "89"))
