"""Cells found by the words of their labels."""

from dataclasses import replace

import pytest

from bot.labelled import labelled
from bot.understand import understand
from ingest.domain import Table
from tests.bot.accounts import accounts
from tests.bot.books import book_of


def cells(question: str) -> list[str]:
    return [q.text for printed in labelled(understand(question, accounts(), None), accounts()) for q in printed]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What was gross profit in the first half of 2024?", ["513"]),
        ("What was Acmetron's gross profit in the second quarter of 2025?", ["290"]),
        ("How much did the company spend on R&D in the six months ended June 30, 2025?", ["149"]),
        ("What were diluted earnings per share in Q2 2024?", ["$ 0.35"]),
        ("What were licence revenues in the first half of 2025?", ["590"]),
        ("What were inventories at the end of 2024?", ["910"]),
        ("How much long-term debt, net of the current portion, was there at June 30, 2025?", ["1,200"]),
        ("What was the operating profit of Pumps in 2023?", ["120"]),
        ("What did a litre of diesel cost on average in the financial year 2022/23?", ["178.4"]),
        ("What was the order backlog of Drives at the end of Q1 2025?", ["80"]),
        ("What was total RPO in 2022?", ["98"]),
        ("order intake of Drives, last twelve months to June 2025", ["51"]),
    ],
)
def test_the_words_of_a_row_its_group_and_its_time_name_a_cell(question: str, expected: list[str]) -> None:
    assert cells(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "What was gross profit in the first quarter of 2025?",  # another quarter
        "What was adjusted gross profit in the first half of 2024?",  # a word that nothing explains
        "What was gross profit in Germany in the first half of 2024?",  # a place the tables do not have
        "What was the gross profit of Globex in the first half of 2024?",  # another company
        "How many inventories were there at the end of 2024?",  # money is no count
        "What were earnings per share in Q2 2024?",  # basic or diluted
        "What was the share of Pumps in operating profit in 2023?",
        "By how much did inventories fall by June 30, 2025?",  # a change, which no level is
        "How did inventories change by June 30, 2025?",  # a level tells no change
        "What were inventories as of September 30, 2024?",  # another day of that year
        "What would gross profit be in the first half of 2024 if prices rose?",
        "Was gross profit 513 in the first half of 2024, right?",
    ],
)
def test_what_the_labels_leave_open_names_none(question: str) -> None:
    assert cells(question) == []


def test_two_times_give_a_cell_each() -> None:
    assert cells("By how much did the operating profit of Drives change from 2023 to 2024?") == ["190", "210"]


def test_who_asks_for_the_market_asks_for_no_cell_called_so() -> None:
    """It is the text's sentence or the whole of a table that answers it."""
    sizes = Table("Pump market size", ("Year", "Market size"), (("2024", "12.0"), ("2025", "13.1")), "t.csv")
    book = book_of("# Pump Market\n\nThe pump market was worth USD 12.0 billion in 2024.\n", "Pump Market", (sizes,))
    assert labelled(understand("How big was the market in 2024?", book, None), book) == ()


def test_the_market_s_whole_name_needs_no_explaining() -> None:
    rows = (("Schools", "30", "35"), ("Offices", "50", "52"), ("Cleaning of ships", "2", "3"))
    table = Table("Revenue by client (USD million)", ("Client", "2023", "2024"), rows, "t.csv")
    book = book_of("None.", "Commercial Cleaning in Norway", (table,))
    found = labelled(understand("commercial cleaning revenue from schools as clients in 2024", book), book)
    assert [q.text for printed in found for q in printed] == ["35"]


@pytest.mark.parametrize("word", ["average", "avg"])
def test_an_average_price_is_not_what_all_sold_for(word: str) -> None:
    turnover = Table(
        "Turnover (EUR million)", ("Year", "Rides", "Games"), (("2023", "141", "35"), ("2024", "148", "36")), "t.csv"
    )
    book = book_of("# Pitch fees\n\nFees rose.", "Fairs bulletin", (turnover,))
    assert labelled(understand(f"{word} ride price 2024", book, None), book) == ()
    assert labelled(understand("rides turnover 2024", book, None), book)


MORE = Table(
    "Results of the year",
    ("", "FY24 > Amount (USD million)", "FY24 > % change", "FY23 > Amount (USD million)"),
    (
        ("Labor and benefits", "302", "6.5%", "283"),
        ("Sales and marketing", "40", "5.0%", "38"),
        ("1. Sanjo Electronics", "126", "1.0%", "125"),
        ("Acquisitions", "12", "", "4"),
        ("Net cash used in operating activities", "7", "", "9"),
        ("Net loss per share, basic and diluted", "$ 0.4", "", "$ 0.5"),
        ("Operating Income", "81", "", "80"),
    ),
    "t.csv",
)
RISK = Table("Ratios", ("", "FY24", "FY23", "Change"), (("Cost of risk", "18bps", "21bps", "-3bps"),), "t.csv")
GROUPED = Table(
    "Indicators",
    ("", "2024", "2023"),
    (
        ("Comparable sales growth", "", ""),
        ("Kitchen", "1.8%", "4.4%"),
        ("Verano", "0.6%", "3.1%"),
        ("Average check", "", ""),
        ("Kitchen", "$ 24.63", "$ 23.71"),
        ("Verano", "$ 14.92", "$ 14.35"),
    ),
    "t.csv",
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How much was spent on labor in FY24?", ["302"]),  # the first of two things that a row names
        ("How much was spent on benefits in FY24?", []),
        ("What were sales in FY24?", []),  # what is spent on sales and marketing is none
        ("What was Sanjo's amount in FY24?", ["126"]),
        ("What was net loss per share in FY24?", ["$ 0.4"]),
        ("What was diluted net loss per share in FY24?", ["$ 0.4"]),
        ("What was the Operating margin in FY24?", []),
        ("How much cash was spent on acquisitions in FY23?", ["4"]),
        ("Acquisitions in FY23, in USD million?", ["4"]),
        ("Acquisitions in FY23, in EUR million?", []),
        ("What was the cost of risk in FY23?", ["21bps"]),
        ("What was same-store sales growth of Verano in 2023?", ["3.1%"]),
        ("What was the average check at Verano in 2023?", ["$ 14.35"]),
    ],
)
def test_labels_need_not_be_said_whole(question: str, expected: list[str]) -> None:
    book = book_of("", tables=(MORE, RISK, GROUPED))
    found = [q.text for printed in labelled(understand(question, book, None), book) for q in printed]
    assert found == expected


def test_a_change_since_the_year_before_has_both_years() -> None:
    assert cells("By how much did the operating profit of Drives rise in 2024 compared with the year before?") == [
        "190",
        "210",
    ]


@pytest.mark.parametrize(("question", "expected"), [("equity ratio in 2024", []), ("equity in 2024", ["648"])])
def test_an_amount_is_no_ratio(question: str, expected: list[str]) -> None:
    overview = Table("Overview", ("", "2024", "2023"), (("Equity", "648", "601"), ("Debt", "20", "19")), "t.csv")
    book = book_of("", tables=(replace(overview, unit="EUR million"),))
    found = [q.text for printed in labelled(understand(question, book, None), book) for q in printed]
    assert found == expected


def test_a_compound_rate_that_is_printed_is_not_calculated_anew() -> None:
    header = ("", "2020", "2024", "CAGR > 2020–24")
    rows = (("Ready meals", "5,186", "6,512", "5.9%"), ("Pizza", "4,100", "4,900", "4.6%"))
    book = book_of("None.", "Food databook", (Table("Retail sales", header, rows, "t.csv", unit="EUR million"),))
    found = labelled(understand("What is the 2020-24 CAGR of ready meals?", book, None), book)
    assert [q.text for printed in found for q in printed] == ["5.9%"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the operating profit of Pumps?", ["95"]),
        ("How large are inventories?", ["940"]),
        ("What is gross profit?", []),  # of a quarter or of half a year
    ],
)
def test_without_a_time_the_last_one_is_meant_where_times_of_one_sort_are_told(
    question: str, expected: list[str]
) -> None:
    assert cells(question) == expected
