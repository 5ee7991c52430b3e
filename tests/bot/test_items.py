"""Rows and columns by the words of their labels."""

import pytest

from bot.items import stems_of
from ingest.domain import Table
from tests.bot.accounts import accounts
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("diluted EPS", "diluted earnings per share"),
        ("R&D", "research and development"),
        ("capex", "capital expenditures"),
        ("sales", "revenue"),
        ("headcount", "employees"),
        ("profit for the year", "net income"),
        ("income taxes", "taxation"),
    ],
)
def test_words_of_accounts_for_one_thing_are_one(one: str, other: str) -> None:
    assert stems_of(one) == stems_of(other)


def test_what_restricts_a_figure_is_no_small_word() -> None:
    assert stems_of("profit before tax") != stems_of("profit after tax")


def near(said: str, hard: str) -> list[tuple[str, tuple[int, ...]]]:
    found = accounts().items.near(stems_of(said), stems_of(hard), frozenset())
    return sorted((c.quantity.text, c.distance) for c in found)


def test_a_row_is_as_far_as_its_label_and_group_have_words_that_are_not_said() -> None:
    texts = dict(near("gross profit", "gross profit"))
    assert set(texts) == {"290", "261", "566", "513"}
    assert all(distance[:2] == (0, 0) for distance in texts.values())


def test_a_word_of_one_row_is_not_explained_by_the_title_over_another() -> None:
    assert near("operating profit pumps", "operating profit pumps")
    assert not [text for text, _ in near("operating profit pumps", "operating profit pumps") if text == "210"]


def test_the_parts_of_a_column_stand_beside_each_other() -> None:
    found = accounts().items.beside(stems_of("operating profit"), stems_of("operating profit"), frozenset())
    columns = {c.group[:3] for c in found if c.group[1] == "column"}
    assert {(2, "column", 1), (2, "column", 2)} <= columns


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("diluted EPS", "Earnings (loss) per common share: Diluted"),
        ("RSUs granted", "RSU granted"),
        ("avg. price", "Average price"),
    ],
)
def test_words_for_one_thing_are_one(one: str, other: str) -> None:
    assert stems_of(one) <= stems_of(other)


def test_the_words_of_a_table_s_rows_are_known() -> None:
    assert accounts().items.row_words(2) == {"drive", "pump", "valv", "total"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CET1 ratio", "Common equity tier 1 ratio"),
        ("operating margin", "Ratio of operating profit to net sales"),
        ("EBITA margin", "EBITA, % of sales"),
        ("growth excluding FX", "growth at constant currency"),
        ("bricks without seasonal adjustment", "bricks, unadjusted"),
        ("spent on buying back shares", "spent on share buybacks"),
    ],
)
def test_more_words_for_one_thing_are_one(one: str, other: str) -> None:
    assert stems_of(one) <= stems_of(other)


def near_in(question: str, table: Table) -> list[str]:
    said = stems_of(question)
    found = book_of("None.", "Databook", (table,)).items.near(said, said, frozenset())
    return [c.quantity.text for c in sorted(found, key=lambda c: c.distance)]


def test_a_vague_word_of_a_label_need_not_be_said_where_no_other_label_has_the_rest() -> None:
    rows = (("Insulating materials", "117.9"), ("Steel products", "98.1"), ("Steel services", "97.2"))
    table = Table("Prices", ("", "Index"), rows, "t.csv")
    assert near_in("index of insulation", table) == ["117.9"]
    assert near_in("index of steel", table) == []


def test_a_table_s_title_speaks_of_sales_though_a_row_is_of_some_of_them() -> None:
    rows = (("Drives", "28"), ("Pumps", "30"), ("Overseas sales", "97"))
    assert near_in("sales of drives", Table("Net sales", ("", "2024"), rows, "t.csv")) == ["28"]


def test_the_base_of_an_index_says_that_figures_are_of_one() -> None:
    table = Table("Volume of cement, 2021 = 100", ("", "Volume"), (("Cement", "111.5"), ("Bricks", "99")), "t.csv")
    assert near_in("cement volume index", table) == ["111.5"]


def test_of_two_labels_the_one_that_says_more_of_what_is_asked_is_nearer() -> None:
    header = ("", "Annual dividends > Total", "Annual dividends > Fiscal year-end")
    table = Table("Dividends", header, (("Drives", "85.0", "45.0"), ("Pumps", "8.0", "4.0")), "t.csv")
    assert near_in("year end dividends drives", table)[0] == "45.0"
