"""Several rows of a table, named one by one."""

import pytest

from bot.answerers.rows import rows
from bot.evidence import Draft, Grid, Paragraph
from bot.retrieve import Found
from bot.understand import understand
from bot.verify import verify
from ingest.domain import Table
from tests.bot.books import book_of

RENTS = Table(
    "Average rent of a stall, GBP",
    ("", "2014", "2023", "2024"),
    (
        ("North East", "28", "44", "47"),
        ("North West", "34", "56", "60"),
        ("Yorkshire and The Humber", "36", "58", "61"),
        ("South East", "40", "68", "73"),
    ),
    "rents.csv",
)
QUEUES = Table(
    "Queues, 2024",
    ("", "Persons waiting", "Median wait, months"),
    (
        ("North East", "6120", "14"),
        ("North West", "13480", "22"),
        ("South East", "24600", "31"),
        ("Total", "44200", "26"),
    ),
    "queues.csv",
)
BOOK = book_of("Stalls are let by the year.", tables=(RENTS, QUEUES))


def asked(question: str) -> Draft | None:
    return rows(Found(understand(question, BOOK), BOOK))


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("rents 2024 in the north east, yorkshire and the south east?", ["GBP 47", "GBP 61", "GBP 73"]),
        ("Average rent in the South East and the North West in 2014", ["GBP 40", "GBP 34"]),
        ("How many persons are waiting in the North East and the South East?", ["6,120", "24,600"]),
    ],
)
def test_the_cells_of_the_rows_named_stand_beside_each_other(question: str, figures: list[str]) -> None:
    draft = asked(question)
    assert draft is not None
    (table,) = draft.blocks
    assert isinstance(table, Grid)
    assert [cells[1] for cells, _ in table.rows] == figures


def test_rows_of_several_measures_go_by_their_labels() -> None:
    rows_of = (("Revenue", "70", "80"), ("Operating profit", "5", "6"), ("Net debt", "20", "18"))
    book = book_of("None.", "Acme report", (Table("Summary, GBP million", ("", "2023", "2024"), rows_of, "t.csv"),))
    draft = rows(Found(understand("operating profit and net debt 2024", book), book))
    assert draft is not None
    (table,) = draft.blocks
    assert isinstance(table, Grid)
    assert [cells for cells, _ in table.rows] == [("Operating profit", "GBP 6 million"), ("Net debt", "GBP 18 million")]


def test_they_are_added_up_when_that_is_asked_for() -> None:
    question = "How many persons are waiting in the North East, North West and South East together?"
    draft = asked(question)
    assert draft is not None
    assert isinstance(draft.blocks[0], Paragraph)
    assert "6,120 and 13,480 and 24,600 add up to 44,200" in draft.blocks[0].sentences[-1].text
    assert verify(draft, question).status == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "rents 2024 in the north east?",
        "rents 2024 in the north east and atlantis?",
        "rents of market halls 2024 in the north east and the south east?",
        "rents from 2014 to 2024 in the north east and the south east?",
        "rents 2019 in the north east and the south east?",
        "Why do rents rise in the north east and the south east?",
        "north east and south east?",
        "How many persons are waiting in the North East and in total together?",
    ],
    ids=[
        "one row",
        "no such row",
        "a word no part says",
        "over time",
        "no such year",
        "in words",
        "which column",
        "a part and the whole",
    ],
)
def test_what_is_not_plainly_meant_is_left_to_others(question: str) -> None:
    assert asked(question) is None
