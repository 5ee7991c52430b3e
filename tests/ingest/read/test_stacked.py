from ingest.read.blocks import Grid, Paragraph
from ingest.read.stacked import stacked

HEAD = Grid(("", "Years ended June 30,", "Years ended June 30,"), (("(In thousands)", "2024", "2023"),), 1)
COSTS = Grid(("Costs:", "", ""), (("Fuel", "70", "66"), ("Wages", "31", "30")), 5)
PROFIT = Grid(("", "", ""), (("Profit", "12", "9"),), 9)


def test_tables_below_a_table_of_years_are_one_under_its_header() -> None:
    (grid,) = stacked([HEAD, COSTS, PROFIT])
    assert isinstance(grid, Grid)
    assert grid.header == ("(In thousands)", "Years ended June 30, > 2024", "Years ended June 30, > 2023")
    assert grid.rows == (("Costs:", "", ""), ("Fuel", "70", "66"), ("Wages", "31", "30"), ("Profit", "12", "9"))


def test_a_text_between_them_ends_the_stack() -> None:
    text = Paragraph("See the notes.", 8)
    first, between, last = stacked([HEAD, COSTS, text, PROFIT])
    assert isinstance(first, Grid)
    assert len(first.rows) == 3
    assert (between, last) == (text, PROFIT)


def test_a_table_with_its_own_header_or_another_width_stays_alone() -> None:
    headed = Grid(("Region", "2024", "2023"), (("Europe", "5", "4"),), 5)
    narrow = Grid(("", ""), (("Profit", "12"),), 5)
    assert list(stacked([HEAD, headed])) == [HEAD, headed]
    assert list(stacked([HEAD, narrow])) == [HEAD, narrow]


def test_a_table_with_figures_heads_no_other() -> None:
    whole = Grid(("", "2024", "2023"), (("Sales", "90", "80"),), 1)
    assert list(stacked([whole, PROFIT])) == [whole, PROFIT]
