"""Rows of tables and points of charts are judged like sentences."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.evidence import Grid, Point, Series
from bot.shown import grid_faults, point_verdict
from ingest.domain import Table
from tests.bot.sources import cite, cite_row, figure

ROWS = (("Japan", "842", "951"), ("China", "610", "688"))
SIZES = Table("Market size by region, USD million", ("Region", "2024", "2025"), ROWS, "t.csv")
JAPAN, CHINA = cite_row(SIZES, 0), cite_row(SIZES, 1)


def faults(*rows: tuple[str, ...], header: tuple[str, ...] = SIZES.header, title: str = SIZES.title) -> list[bool]:
    evidence = {"Japan": JAPAN, "China": CHINA}
    grid = Grid(title, header, tuple((row, (evidence.get(row[0], JAPAN),)) for row in rows))
    return [bool(why) for why in grid_faults(grid, "")]


def test_rows_as_printed_are_shown() -> None:
    assert faults(*SIZES.rows) == [False, False]


WRONG = ["Japan 842 952", "Japan 951 842", "Korea 842 951", "Japan 842", "Japan 842 n/a"]


@pytest.mark.parametrize("row", [tuple(cells.split()) for cells in WRONG], ids=WRONG)
def test_a_row_with_anything_else_is_not(row: tuple[str, ...]) -> None:
    assert faults(("China", "610", "688"), row)[-1]


def test_a_title_or_header_that_says_something_else_takes_every_row_with_it() -> None:
    assert faults(*SIZES.rows, title="Market size by region, USD billion") == [True, True]
    assert faults(*SIZES.rows, header=("Region", "2024", "2026")) == [True, True]


def test_a_row_without_a_verbatim_quote_is_not_shown() -> None:
    cut = replace(JAPAN, start=1)
    grid = Grid(SIZES.title, SIZES.header, ((SIZES.rows[0], (cut,)), (SIZES.rows[1], (CHINA,))))
    assert grid_faults(grid, "")[0]


TEXT = cite("The widget market was USD 10 billion in 2025. Hospitals held 41% in 2025.")
SIZE = figure(TEXT, "10 billion")
SERIES = Series("Widget market size", "USD", ())


def why(label: str, amount: Decimal, unit: str = "USD", cited: bool = True) -> str:
    return point_verdict(Point(label, amount, (TEXT,) if cited else ()), replace(SERIES, unit=unit))[1]


def test_a_point_is_the_published_amount_of_its_year_in_its_unit() -> None:
    assert not why("2025", SIZE.amount)
    assert why("2026", SIZE.amount)
    assert why("2025", SIZE.amount + 1)
    assert why("2025", SIZE.amount, unit="EUR")
    assert why("2025", SIZE.amount, cited=False)
    assert why("Clinics", SIZE.amount)
