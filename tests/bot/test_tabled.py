"""What a question asks of tables, and when it is not for them."""

import pytest

from bot.evidence import Operation
from bot.table_figures import Printed
from bot.tabled import by_labels, is_part, made_of, tabled, whole_of
from bot.understand import understand
from ingest.domain import Cell, Table
from tests.bot import briquettes
from tests.bot.accounts import accounts
from tests.bot.books import book_of
from tests.bot.lathes import lathes


def figures(question: str) -> list[list[str]] | None:
    found = tabled(understand(question, lathes()), lathes())
    return [[q.text for q in printed] for printed in found.figures] if found else None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What was the revenue of milling in Germany in 2023?", [["1,150"]]),
        ("TL revenue Germany 2024", [["1,250"]]),
        ("Revenue of bores 400 to 650 mm in Germany in 2022", [["300"]]),
        ("Revenue of milling for rail in Germany in 2024", [["700"]]),
        ("Milling and turning lathes in Germany in 2022?", [["900"], ["1,000"]]),
        ("Turning lathes in France in 2024", [["900", "950"]]),
        ("Milling in Germany by year", [["900"], ["1,150"], ["1,200"]]),
        ("Which modality is the largest in Germany in 2024?", [["1,250"], ["1,200"], ["330"]]),
        ("Which country is the smallest in 2023?", [["2,100"], ["2,560"], ["2,600"]]),
        ("Which modality grows fastest in Germany from 2022 to 2024?", [["15.5"], ["11.8"], ["4.9"]]),
        ("When does milling overtake turning lathes in Germany?", [["900"], ["1,000"], ["1,150"], ["1,100"]]),
        ("When does milling in Germany pass EUR 1.1 million?", [["900"], ["1,150"]]),
        ("Milling plus turning lathes in Germany in 2023", [["1,150"], ["1,100"]]),
        ("CAGR of milling in Germany 2022-2024", [["15.5"]]),
        ("CAGR of milling in France 2022-2024", [["1,200"], ["1,400"]]),
    ],
)
def test_a_question_that_tables_explain_gets_their_cells(question: str, expected: list[list[str]]) -> None:
    assert figures(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Turning lathes in Spain in 2024",  # a place no table has
        "Revenue of grinding in Germany in 2024",  # a part no table has
        "Milling revenue in Germany in 2030",  # a year no table has
        "Revenue of milling without rail in Germany in 2024",
        "Average of milling and turning lathes in Germany in 2024",
        "Is milling in Germany worth 5,000 in 2024?",
        "top 9 modalities in Germany in 2024",
        "When does milling in Germany reach EUR 9 billion?",
        "Why does milling grow in Germany?",
        "Heavy turning for rail in Germany in 2024",  # not crossed in any table
    ],
)
def test_a_question_with_more_than_tables_say_is_left_to_others(question: str) -> None:
    assert figures(question) is None


def test_a_number_that_no_name_and_no_year_explains_is_not_passed_over() -> None:
    assert figures("Milling 5-axis revenue in Germany in 2023") is None


def test_a_follow_up_keeps_the_names_it_leans_on() -> None:
    book = lathes()
    first = understand("Revenue of milling in Germany in 2023", book)
    then = understand("and in 2024?", book, first)
    found = tabled(then, book)
    assert found is not None
    assert [printed[0].text for printed in found.figures] == ["1,200"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("gross profit and research and development in Q2 2025", ["290", "75"]),
        ("inventories, dividends and investments 2024", ["910", "41", "9"]),
        ("research and development in Q2 2025", ["75"]),
        ("total revenues and gross profit, Q2 2025 and Q2 2024", ["420", "390", "290", "261"]),
    ],
)
def test_each_of_several_things_asked_for_has_its_cell(question: str, expected: list[str]) -> None:
    found = tabled(understand(question, accounts()), accounts())
    assert found is not None
    assert [printed[0].text for printed in found.figures] == expected


@pytest.mark.parametrize(
    "question",
    ["gross profit and goodwill in Q2 2025", "growth of dividends and inventories in 2024", "dividends and costs 2024"],
)
def test_one_of_several_things_alone_is_no_answer(question: str) -> None:
    assert tabled(understand(question, accounts()), accounts()) is None


def test_how_much_was_sold_is_no_percentage() -> None:
    rows = (("Tea", "", "22.9%"), ("Rum", "40", "77.1%"))
    table = Table("Net sales by aisle (USD thousand)", ("Aisle", "2023", "% of total 2023"), rows, "t.csv")
    book = book_of("None.", "Grocer report", (table,))
    assert tabled(understand("How much tea was sold in 2023?", book), book) is None
    assert tabled(understand("tea in 2023", book), book) is not None


def test_what_changed_between_two_times_is_calculated() -> None:
    found = tabled(understand("How did the revenue of milling in France change from 2022 to 2024?", lathes()), lathes())
    assert found is not None
    assert (found.shape, len(found.figures)) == ("calculation", 2)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the difference between the operating profit of Drives and Pumps in 2024?", ["95", "210"]),
        ("gap between basic and diluted net income per share in Q2 2025", ["$ 0.40", "$ 0.42"]),
        ("difference between the operating profit of Drives and Turbines in 2024", []),
    ],
)
def test_the_difference_between_two_cells_named_by_their_labels(question: str, expected: list[str]) -> None:
    found = tabled(understand(question, accounts()), accounts())
    apart = found if found and found.operations == ("difference",) else None
    assert [q.text for printed in apart.figures for q in printed] if apart else expected == []


def cell(row: str, column: str, title: str = "Operating profit by segment") -> Printed:
    book = accounts()
    return next(
        (q,)
        for q in book.quantities
        if isinstance(q.source, Cell)
        and book.report.tables[q.source.table].title == title
        and (book.report.tables[q.source.table].rows[q.source.row][0], q.period and str(q.period)) == (row, column)
    )


def test_cells_of_one_row_or_one_column_go_together() -> None:
    drives, pumps, before = cell("Drives", "2024"), cell("Pumps", "2024"), cell("Pumps", "2023")
    assert [p[0].text for p in made("difference", drives, pumps)] == ["95", "210"]
    assert [p[0].text for p in made("difference", pumps, before)] == ["120", "95"]  # the earlier one first
    assert [p[0].text for p in made("sum", drives, pumps)] == ["210", "95"]
    assert made("sum", drives, before) == ()  # neither in a row nor in a column
    assert made("sum", drives, cell("Dividends", "2024", "Five-year record")) == ()  # nor in a table
    assert made("sum", drives, drives) == ()


def made(operation: Operation, *cells: Printed) -> tuple[Printed, ...]:
    found = made_of(operation, cells)
    return found.figures if found else ()


def test_the_whole_of_a_cell_is_the_total_of_its_column() -> None:
    assert [q.text for q in whole_of(cell("Pumps", "2024"), accounts())] == ["455"]
    assert whole_of(cell("Total", "2024"), accounts()) == ()
    assert whole_of(cell("Dividends", "2024", "Five-year record"), accounts()) == ()


def test_a_part_is_told_apart_by_what_is_named() -> None:
    cells = [cell("Pumps", "2024"), cell("Total", "2024")]
    assert is_part("pumps", cells, accounts())
    assert not is_part("valves", cells, accounts())
    assert is_part("", cells, accounts())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which segment had the second highest operating profit in 2024?", ["150", "95"]),
        ("no 2 segment by operating profit in 2024", ["150", "95"]),
        ("At which sites did the number of employees fall?", ["-3.1"]),
        ("Which site saw the steepest fall in employees, in percent?", ["-3.1", "0.4", "2.0"]),
        ("Which pump grew most?", []),
    ],
)
def test_rankings_begin_where_they_are_asked_for(question: str, expected: list[str]) -> None:
    found = by_labels(understand(question, accounts()), accounts())
    assert [q.text for printed in (found.figures if found else ()) for q in printed] == expected


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Which country fell the most?", ["-18.3%", "-8.9%", "-4.3%"]),
        ("Which country fell the least?", ["-2.3%", "-4.3%", "-8.9%"]),
        ("Which country had the smallest decline?", ["-2.3%", "-4.3%", "-8.9%"]),
        ("Which country grew the least?", ["-18.3%", "-8.9%", "-4.3%"]),
    ],
)
def test_the_slightest_fall_is_told_from_the_deepest(question: str, first: list[str]) -> None:
    book = briquettes.book()
    found = by_labels(understand(question, book), book)
    assert found is not None and [printed[0].text for printed in found.figures] == first
