"""Parts of a market by the figures printed for them."""

import pytest

from bot.answerers.ranking import part_name, ranked_parts, ranking, table_of
from bot.evidence import Grid, Paragraph
from bot.understand import understand
from ingest.domain import Table
from tests.bot.beehives import asked, beehives, found
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Which product is the largest?", ["Scales", "Thermometers", "Acoustic sensors"]),
        ("Market size by product in 2030", ["Scales", "Thermometers", "Acoustic sensors"]),
        ("Market size by region in 2023", ["Europe", "North America", "Asia-Pacific"]),
    ],
)
def test_the_highest_comes_first(question: str, parts: list[str]) -> None:
    ranked = [part_name(quantity) for quantity in ranked_parts(asked(question), beehives())]
    assert [part for part in ranked if part in parts] == parts


def test_figures_that_are_ranked_are_of_one_measure_and_period() -> None:
    ranked = ranked_parts(asked("Market size by product"), beehives())
    assert len({(quantity.measure, quantity.period) for quantity in ranked}) == 1


def test_a_class_without_figures_is_not_ranked() -> None:
    assert ranked_parts(asked("Which company is the largest?"), beehives()) == []


def test_a_ranking_says_the_first_and_shows_them_all() -> None:
    evidence = found("Which product is the largest?")
    proposal = ranking(ranked_parts(evidence.question, beehives()), evidence)
    said, grid = proposal.blocks
    assert isinstance(said, Paragraph)
    assert isinstance(grid, Grid)
    assert "Scales" in said.sentences[0].text
    assert len(grid.rows) == 3


def test_every_row_of_a_table_is_cited() -> None:
    grid = table_of(ranked_parts(asked("Market size by product in 2030"), beehives()), beehives())
    assert all(evidence for _, evidence in grid.rows)
    assert "2030" in grid.title


def test_who_sold_the_most_is_ranked_by_how_many() -> None:
    header = ("Maker", "Revenue 2024 (USD million)", "Units sold 2024")
    rows = (("Acme", "90", "110"), ("Bolt", "70", "250"), ("Cog", "80", "140"))
    book = book_of("None.", "Truck Market", (Table("Makers of trucks", header, rows, "t.csv"),))
    ranked = ranked_parts(understand("Which maker sold the most trucks in 2024?", book), book)
    assert [q.text for q in ranked] == ["250", "140", "110"]
    largest = ranked_parts(understand("Which maker is the largest in 2024?", book), book)
    assert [q.text for q in largest] == ["90", "80", "70"]


def test_the_year_stands_once_in_the_title_of_a_ranking() -> None:
    table = Table("Sales", ("Country", "Sales 2030 (EUR million)"), (("Italy", "4"), ("Spain", "5")), "s.csv")
    book = book_of("None.", tables=(table,))
    figures = [q for q in book.quantities if q.kind == "money"]
    assert table_of(figures, book, title="Sales 2030").title == "Sales 2030"
    assert table_of(figures, book, title="Sales").title == "Sales, 2030"
