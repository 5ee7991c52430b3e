"""Rankings found by the words of labels."""

from dataclasses import replace

import pytest

from bot.ranked import peaks, ranked
from bot.understand import understand
from ingest.domain import Table
from tests.bot.accounts import accounts
from tests.bot.books import book_of


def parts(question: str) -> list[str]:
    return [q.text for printed in ranked(understand(question, accounts(), None), accounts()) for q in printed]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which segment had the highest operating profit in 2023?", ["190", "120", "80"]),
        ("Which segment had the highest operating profit in 2024?", ["210", "150", "95"]),
        ("Which of the three sites had the fewest employees at the end of 2024?", ["2,314", "1,106", "488"]),
        ("Which segment had the highest operating profit?", ["210", "150", "95"]),  # of the last year there is
        ("Which product was cheapest in 2023?", ["410", "96", "12"]),
        ("What is the most expensive product?", ["430", "99", "11"]),
    ],
)
def test_the_parts_of_a_table_are_ranked_without_its_sum(question: str, expected: list[str]) -> None:
    assert parts(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Which segment had the highest operating profit in 2019?",
        "Which region had the highest operating profit in 2024?",
        "Which segment had the highest dividend in 2024?",
        "What was the operating profit of Pumps in 2024?",
        "In which year was the operating profit of segments highest?",
        "Which site was cheapest?",
        "How large is the operating profit of the largest segment?",
    ],
)
def test_other_questions_rank_nothing(question: str) -> None:
    assert parts(question) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("In which of the five years were dividends highest?", ["44", "41", "38", "31", "20"]),
        ("Which year had the lowest dividends?", ["44", "41", "38", "31", "20"]),
        ("What were dividends in 2022?", []),
        ("In which year were salaries highest?", []),
    ],
)
def test_the_times_of_one_row_are_ranked_where_it_is_asked_when(question: str, expected: list[str]) -> None:
    found = peaks(understand(question, accounts(), None), accounts())
    assert [q.text for printed in found for q in printed] == expected


QUARTERS = Table(
    "Quarterly data",
    ("", "2024 > First Quarter", "2024 > Second Quarter", "2024 > Third Quarter", "2024 > Full Year"),
    (("Revenue", "228", "242", "241", "711"), ("Profit", "35", "41", "36", "112")),
    "t.csv",
    unit="USD million",
)
MADE = Table(
    "Production of buses by country, in units",
    ("", "2023", "2024"),
    (("Germany", "7,688", "8,045"), ("Spain", "2,307", "2,561"), ("Sweden", "9,982", "9,456"), ("EU", "37", "38")),
    "t.csv",
)
NEW = Table("New buses by country, in units", ("", "2023", "2024"), (*MADE.rows[1:], ("Italy", "9", "8")), "t.csv")
MARGINS = Table(
    "EBITA by business area",
    ("", "2023", "2024"),
    (
        ("EBITA, SEK M", "", ""),
        *(("Climate", "246", "214"), ("Flow", "148", "171"), ("Service", "121", "142")),
        ("EBITA margin, %", "", ""),
        *(("Climate", "12.8", "11.6"), ("Flow", "14.5", "15.5"), ("Service", "17.6", "18.6")),
    ),
    "t.csv",
    depths=(0, 1, 1, 1, 0, 1, 1, 1),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which country produced the most buses in 2024?", ["9,456", "8,045", "2,561"]),  # a union is no country
        ("Which business area had the highest EBITA margin in 2024?", ["18.6", "15.5", "11.6"]),
    ],
)
def test_what_is_ranked_is_of_the_kind_asked_for(question: str, expected: list[str]) -> None:
    book = book_of("", tables=(MADE, NEW, MARGINS))
    assert [q.text for printed in ranked(understand(question, book, None), book) for q in printed] == expected


def test_quarters_of_a_year_are_ranked_without_the_year() -> None:
    book = book_of("", tables=(QUARTERS,))
    question = understand("Which quarter of 2024 brought in the most revenue?", book, None)
    assert [q.text for printed in peaks(question, book) for q in printed] == ["242", "241", "228"]


def test_two_tables_that_rank_the_same_are_one_answer() -> None:
    rows = (("Tools", "62"), ("Pumps", "70"), ("Lifts", "39"), ("Total", "171"))
    by_row = Table("Results by segment", ("Segment", "Segment profit > 2024"), rows, "r.csv", unit="EUR million")
    header = ("", "Segments > Tools", "Segments > Pumps", "Segments > Lifts", "Segments > Subtotal")
    profits = ("Segment profit", "62", "70", "39", "171")
    across = Table("Segments, 2024", header, (profits,), "s.csv", unit="EUR million")
    other = replace(across, rows=(("Segment profit", "62", "71", "39", "171"),))
    for table, expected in ((across, ["70", "62", "39"]), (other, [])):
        book = book_of("", tables=(by_row, table))
        question = understand("Which segment made the most profit in 2024?", book, None)
        assert [q.text for printed in ranked(question, book) for q in printed] == expected
