"""Figures that tables print for what is named."""

from bot.cells import name_of
from bot.table_figures import TableFigures
from bot.table_mentions import Mentions
from bot.understand import understand
from ingest.domain import Period, Table
from tests.bot.books import book_of
from tests.bot.lathes import lathes

MILLING = (frozenset([name_of("Milling")]), ("Germany",))


def figures(question: str) -> TableFigures:
    return TableFigures(Mentions(understand(question, lathes()), lathes()), lathes())


def test_one_thing_at_a_time_and_over_the_years() -> None:
    of = figures("milling in Germany")
    assert [q.text for q in of.at(MILLING, "size", Period(2023, 2023))] == ["1,150"]
    assert {year: q.text for year, (q, *_) in of.by_year(MILLING, "size").items()} == {
        2022: "900", 2023: "1,150", 2024: "1,200",
    }  # fmt: skip
    assert of.at(MILLING, "size", None) == ()  # of three years none is named


def test_tables_that_disagree_are_both_there() -> None:
    turning = (frozenset([name_of("Turning lathes")]), ("France",))
    assert [q.text for q in figures("turning lathes").at(turning, "size", Period(2024, 2024))] == ["900", "950"]


def test_regions_are_ranked_by_the_table_that_lists_them_not_beside_blocs() -> None:
    listed = Table(
        "Sales by region (EUR million)", ("Region", "2024"), (("Europe", "50"), ("North America", "40")), "t.csv",
        unit="EUR million",
    )  # fmt: skip
    bloc = Table(
        "G7: sales by trade (EUR million)",
        ("Trade", "2024"),
        (("Rail", "30"), ("Total", "70")),
        "t.csv",
        unit="EUR million",
    )
    book = book_of("None.", "Lathe Market", (listed, bloc))
    asked = Mentions(understand("Which region is the largest in 2024?", book), book)
    assert [q.text for (q, *_) in TableFigures(asked, book).parts("size")] == ["50", "40"]


def test_labels_that_print_the_same_are_one_and_others_are_not() -> None:
    def sheet(title: str, *cells: str) -> Table:
        return Table(title, ("Product", "2022", "2023")[: len(cells)], (cells,), "t.csv", unit="units")

    def years(*tables: Table) -> dict[int, str]:
        book = book_of("None.", "Machine Tools Market", tables)
        asked = Mentions(understand("volume of mills by year", book), book)
        thing = (frozenset([name_of("Mills")]), (None,))
        return {year: q.text for year, (q, *_) in TableFigures(asked, book).by_year(thing, "volume").items()}

    volume = sheet("Volume by product (units)", "Mills", "10")
    assert years(volume, sheet("Unit demand by product (units)", "Mills", "10", "12")) == {2022: "10", 2023: "12"}
    assert years(volume, sheet("Unit demand by product (units)", "Mills", "11", "12")) == {2022: "10"}
