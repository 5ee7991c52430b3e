"""Tables as CSV."""

import csv
import io

import pytest

from bot.api.csv import csv_of, csv_of_words
from bot.room import WholeTable


def table(*rows: tuple[str, ...]) -> WholeTable:
    return WholeTable(address="r:t0", report="r", heading=(), title="T", header=("Part", "2025"), rows=rows)


def test_commas_quotes_and_lines_survive() -> None:
    rows = (('Rope, "thick"', "1,200"), ("Two\nlines", "–"), ("Étoffe", "€5"))
    read = list(csv.reader(io.StringIO(csv_of(table(*rows)).decode("utf-8-sig"), newline="")))
    assert read == [["Part", "2025"], *map(list, rows)]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        (" =HYPERLINK(0)", "' =HYPERLINK(0)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2.5", "-2.5"),
        ("+3.1%", "+3.1%"),
        ("- 4", "- 4"),
        ("-(5)", "-(5)"),
        ("1=1", "1=1"),
    ],
)
def test_a_spreadsheet_calculates_nothing(cell: str, written: str) -> None:
    rows = list(csv.reader(io.StringIO(csv_of(table((cell, "1"))).decode("utf-8-sig"), newline="")))
    assert rows[1][0] == written


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "  =1", "\r=1", "＝1", "-2+3+cmd|' /C calc'!A0"])
def test_of_people_s_words_nothing_is_calculated(text: str) -> None:
    assert csv_of_words([["a", text]]).decode("utf-8-sig").split(",", 1)[1].lstrip('"').startswith("'")


def test_other_words_stay_as_they_are() -> None:
    assert csv_of_words([["Jo", "5 - 3 = 2"]]) == b"\xef\xbb\xbfJo,5 - 3 = 2\r\n"
