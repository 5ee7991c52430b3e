"""Tables as CSV."""

import csv
import io

import pytest

from bot.api.csv import csv_lines, csv_of, csv_of_words
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
        ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
        ("+1-HYPERLINK(0)", "'+1-HYPERLINK(0)"),
        ("＝1+1", "'＝1+1"),
        ("-2.5", "-2.5"),
        ("-2.5 million", "-2.5 million"),
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


def test_very_many_rows_come_in_parts_and_disarmed() -> None:
    parts = list(csv_lines(("Asked",), ((f"=1+{number} " + "x" * 1000,) for number in range(200))))
    assert len(parts) > 2
    assert max(map(len, parts)) < 70_000
    read = list(csv.reader(io.StringIO(b"".join(parts).decode("utf-8-sig"), newline="")))
    assert len(read) == 201
    assert all(row[0].startswith("'=1+") for row in read[1:])
