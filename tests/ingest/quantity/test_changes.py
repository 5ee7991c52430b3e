from decimal import Decimal

import pytest

from ingest.domain import Table
from ingest.quantity.changes import changes_of, is_change, is_difference
from ingest.quantity.headers import read_header, read_headers
from ingest.quantity.labels import Label
from tests.ingest.quantity.units_of import FRAME


def headers(line: str) -> list[Label]:
    return [read_header(text.strip(), FRAME) for text in line.split("|")]


@pytest.mark.parametrize("text", ["Change", "Chg. %", "% change", "Δ%", "+/-", "+/- %", "Tonnes > +/- %", "YoY"])
def test_a_header_may_say_that_its_figures_are_changes(text: str) -> None:
    assert is_change(read_header(text, FRAME))


@pytest.mark.parametrize("text", ["Exchange fees", "Sales", "2024"])
def test_other_headers_are_none_of_changes(text: str) -> None:
    assert not is_change(read_header(text, FRAME))


def test_a_change_leads_to_the_later_of_the_times_before_it() -> None:
    found = changes_of(headers("Item | 3Q23 | 3Q22 | Chg. | 9M23 | 9M22 | Chg."), [])
    assert {at: str(change.period) for at, change in found.items()} == {3: "Q3 2023", 6: "9M 2023"}


@pytest.mark.parametrize(("change", "kind"), [("5", "amount"), ("25", "percent"), ("7", None)])
def test_figures_tell_amounts_from_percentages(change: str, kind: str | None) -> None:
    rows = [[None, Decimal(25), Decimal(20), Decimal(change)]]
    assert changes_of(headers("Item | 2024 | 2023 | Change"), rows)[3].kind == kind


@pytest.mark.parametrize(
    ("line", "between"),
    [
        ("Item | 2024 | Change | 2023 | Change | 2022", {2: (1, 3), 4: (3, 5)}),
        ("Item | 2024 | 2023 | Change | 2022 | Change", {3: (1, 2), 5: (2, 4)}),
        ("Item | 2022 | 2023 | 2024 | YoY", {4: (3, 2)}),
        ("Item | 2022 | 2023 | 2024 | Change", {}),
        ("Item | 2024 | Q4 2023 | Change", {}),
        ("Item | 2020–2024 | 2023 | Change", {}),
        ("Item | 2024 | 2023 | Change since 2022", {}),
        ("Item | 2024 | 2023 | Shops | Change", {}),
    ],
)
def test_a_change_lies_between_the_times_around_it(line: str, between: dict[int, tuple[int, int]]) -> None:
    found = changes_of(headers(line), [])
    assert {at: (change.later, change.earlier) for at, change in found.items()} == between


def test_a_change_may_be_told_apart_by_how_it_was_computed() -> None:
    assert is_change(read_header("Constant-currency change", FRAME))
    assert not is_change(read_header("Small change", FRAME))


@pytest.mark.parametrize(
    ("line", "between"),
    [
        ("Item | 2033 | 2024 | Change vs. 2023", {3: (2, None)}),
        ("Item | 2023 | 2024 | Change vs. 2023 (%)", {3: (2, 1)}),
        ("Item | Q3 2025 | Q2 2025 | QoQ | Q3 2024 | YoY", {3: (1, 2), 5: (1, 4)}),
        ("Item | Q2 2024 | Q1 2025 | Q2 2025 | Change > Quarter-to-quarter > % | Change > Year-over-year > %",
         {4: (3, 1), 5: (3, 1)}),
    ],
)  # fmt: skip
def test_a_change_leads_to_the_time_that_its_header_tells(
    line: str, between: dict[int, tuple[int, int | None]]
) -> None:
    found = changes_of(headers(line), [])
    assert {at: (change.later, change.earlier) for at, change in found.items()} == between


@pytest.mark.parametrize("text", ["∆ FY", "Reported change", "Constant currency change", "percentage point change"])
def test_changes_are_told_by_how_they_were_computed(text: str) -> None:
    assert is_change(read_header(text, FRAME))


def test_a_change_over_some_months_leads_to_the_latest_time() -> None:
    found = changes_of(headers("Item | Sep 2024 | Aug 2025 | Sep 2025 | % change > 1 month | % change > 12 months"), [])
    assert {at: str(change.period) for at, change in found.items()} == {4: "2025-09", 5: "2025-09"}


@pytest.mark.parametrize(("change", "is_one"), [("25", True), ("7", False)])
def test_bare_percentages_are_changes_where_the_figures_beside_them_tell_so(change: str, is_one: bool) -> None:
    rows = [[None, Decimal(25), Decimal(20), Decimal(change)]]
    assert (3 in changes_of(headers("Item | 2024 | 2023 | %"), rows)) == is_one


def test_a_change_on_a_day_leads_to_the_latest_of_the_days_beside_it() -> None:
    header = ("", "30.09.2025", "30.06.2025", "31.12.2024", "% change on > 31.12.2024", "Change on > 30.06.2025 (%)")
    found = changes_of(read_headers(Table("Loans", header, (), "t.csv"), FRAME, {}), [])
    assert {at: (change.later, change.earlier) for at, change in found.items()} == {4: (1, 3), 5: (1, 2)}


@pytest.mark.parametrize("header", ["Movement", "Net movement", "Change"])
def test_what_lies_between_two_days_may_end_with_a_year(header: str) -> None:
    found = changes_of(headers(f"Item | 31 Dec 2025 | 30 Jun 2025 | {header}"), [])
    assert {at: str(change.period) for at, change in found.items()} == {3: "2025"}


def test_a_change_on_nine_months_leads_to_those_of_the_year_after() -> None:
    found = changes_of(headers("Item | 9M 2025 | 9M 2024 | Change on > 9M 2024 (%)"), [])
    assert {at: (change.later, change.earlier) for at, change in found.items()} == {3: (1, 2)}


def numbers(*rows: str) -> list[list[Decimal | None]]:
    return [[Decimal(each) for each in row.split()] for row in rows]


def test_a_column_may_be_the_difference_of_two_others() -> None:
    rows = numbers("10 4.1 14.2", "20 5.0 25.0", "7 1.5 8.5")
    assert is_difference(rows, 1, (0, 1, 2))  # of a total what is no part of the first, to the last digit
    assert not is_difference(numbers("10 40.0 14", "20 25.0 25", "7 21.4 8.5"), 1, (0, 1, 2))
    assert not is_difference(rows[:2], 1, (0, 1, 2))  # two rows may agree by chance
