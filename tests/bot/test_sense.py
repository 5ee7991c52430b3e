"""What a quantity is about, as stems."""

import pytest

from bot.sense import Sense, stems
from tests.bot.beehives import beehives
from tests.bot.books import book_of


def sense(printed: str) -> Sense:
    return next(each for each in beehives().senses if each.quantity.text == printed)


@pytest.mark.parametrize(
    ("printed", "core"),
    [
        ("USD 468.0 million", set()),
        ("41.0%", {"scale"}),
        ("17.5%", {"acoust", "sensor"}),
        ("98.3", {"acoust", "sensor"}),
    ],
)
def test_its_core_is_its_own_name_without_the_market_s(printed: str, core: set[str]) -> None:
    assert sense(printed).core == core


def test_its_sentence_names_years_and_places() -> None:
    assert sense("USD 468.0 million").years == {2023, 2024}
    assert "Asia-Pacific" in sense("16.1%").places


def test_what_stands_above_it_is_the_heading_or_the_table() -> None:
    assert {"growth", "market"} <= sense("USD 468.0 million").above
    assert "product" in sense("98.3").above


def test_the_sentence_before_it_may_name_its_time() -> None:
    book = book_of("In 2024 prices fell. The widget market was worth USD 2 billion.")
    before = book.senses[-1].before
    assert before is not None
    assert book.text_at(before) == "In 2024 prices fell."
    assert sense("USD 412.5 million").before is None


def test_words_that_mean_nothing_have_no_stem() -> None:
    assert stems(["The hives of the keepers"]) == {"hive", "keeper"}
