"""Tables that lines break apart or run together."""

from ingest.domain import Table
from ingest.read.blocks import Grid
from ingest.read.tidied import named_apart, rest_of_brackets, tidied, under_change


def test_years_under_quarters_are_a_part_of_the_header() -> None:
    rows = (("", "25", "24"), ("Margin", "2.3", "2.2"))
    grid = tidied(Grid(("", "Q2", "Q4"), rows, 1, depths=(0, 0), pages=(1, 1)))
    assert grid.header == ("", "Q2 25", "Q4 24")
    assert grid.rows == (("Margin", "2.3", "2.2"),)
    assert grid.depths == (0,)
    assert grid.pages == (1,)


def test_numbers_without_a_name_under_names_are_figures() -> None:
    grid = Grid(("", "Retail", "Rail"), (("", "25", "24"),), 1)
    assert tidied(grid) == grid


def test_a_day_before_a_name_heads_the_rows_below() -> None:
    rows = (("At 30 June 2025 Retail", "8", "9"), ("Commercial", "5", "6"))
    grid = tidied(Grid(("", "Gross", "Net"), rows, 1, pages=(3, 4)))
    assert grid.rows == (("At 30 June 2025", "", ""), ("Retail", "8", "9"), ("Commercial", "5", "6"))
    assert grid.pages == (3, 3, 4)


def test_a_day_alone_is_a_label() -> None:
    grid = Grid(("", "Gross"), (("At 30 June 2025", "8"),), 1)
    assert tidied(grid) == grid


def block(corner: str, names: tuple[str, ...] = ("Revenue", "Costs", "Capital expenditure")) -> Table:
    return Table("Segments", (corner, "2024"), tuple((name, "4") for name in names), "t.xlsx", heading=("Segments",))


def test_blocks_of_the_same_rows_are_told_apart_by_their_corners() -> None:
    spain, france, other = named_apart([block("Segment Spain"), block("Segment France"), block("Staff", ("Men",))])
    assert spain.title == "Segment Spain, Segments"
    assert france.title == "Segment France, Segments"
    assert other.title == "Segments"


def test_a_corner_that_names_what_rows_are_tells_no_block() -> None:
    tables = [block("Region"), block("Region")]
    assert named_apart(tables) == tables


def test_brackets_go_on_in_the_corner() -> None:
    assert rest_of_brackets("(In millions, except ratios", "and employees)") == "and employees)"
    assert rest_of_brackets("Sales (in millions)", "and employees)") == ""
    assert rest_of_brackets("(In millions", "Segment") == ""


def test_a_caption_that_only_heads_the_last_columns_is_a_part_of_their_header() -> None:
    grid = under_change(
        Grid(("CHF million", "2024", "2023", "reported", "organic"), (("Sales", "5", "4", "9", "8"),), 1), "Change in %"
    )
    assert grid is not None
    assert grid.header == ("CHF million", "2024", "2023", "Change in % > reported", "Change in % > organic")


def test_a_caption_of_the_whole_table_heads_no_columns() -> None:
    assert under_change(Grid(("", "2024", "2023"), (("Sales", "5", "4"),), 1), "Change in %") is None
    assert under_change(Grid(("", "2024", "reported"), (("Sales", "5", "4"),), 1), "Sales") is None
