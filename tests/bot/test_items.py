"""Rows and columns by the words of their labels."""

import pytest

from bot.items import stems_of
from tests.bot.accounts import accounts


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
