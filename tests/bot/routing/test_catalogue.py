"""What reports are called, and which are editions of one publication."""

import pytest

from bot.routing.catalogue import Entry, entry_of
from tests.bot.routing.libraries import CATALOGUE, version


def entry(report: str) -> Entry:
    found = CATALOGUE.get(report)
    assert found
    return found


def test_a_market_is_named_by_its_title_without_the_genre_and_by_its_initials() -> None:
    assert entry("kites-25").names == (("kite",),)
    assert entry("sups").names == (("inflat", "stand", "paddleboard"), ("isup",))


@pytest.mark.parametrize(
    ("title", "short"), [("Thermal Hinge Equipment Market", "the"), ("Bio Ink Grinder Market", "big")]
)
def test_initials_that_spell_a_word_of_every_question_are_no_name(title: str, short: str) -> None:
    assert (short,) not in entry_of(version("short", title, "Northfield Research", 2025)).names


def test_a_publisher_is_told_by_the_words_that_others_do_not_have() -> None:
    assert entry("kites-25").publisher == ("northfield",)
    assert entry("mowers").publisher == ("brook", "vale")


def test_editions_of_one_publication_are_put_in_order() -> None:
    assert [each.id for each in CATALOGUE.editions(entry("kites-24"))] == ["kites-23", "kites-24", "kites-25"]
    assert [each.id for each in CATALOGUE.editions(entry("mowers"))] == ["mowers-old", "mowers"]


def test_another_publisher_and_another_place_make_another_publication() -> None:
    assert CATALOGUE.editions(entry("kites-brook")) == [entry("kites-brook")]
    assert CATALOGUE.editions(entry("europe-tents")) == [entry("europe-tents")]


@pytest.mark.parametrize(
    ("title", "edition", "years"),
    [
        ("Kite Market 2024", None, {2024}),
        ("Kite Market, 2025-2032", None, {2021}),  # a forecast's years are no edition's: the year it came out
        ("Kite Market", "Edition 2024/25", {2024}),
        ("Kite Market", "Fourth edition", {2021}),
    ],
)
def test_an_edition_is_called_by_its_years(title: str, edition: str | None, years: set[int]) -> None:
    assert entry_of(version("kites", title, "Northfield", 2021, edition)).years == years


def test_a_report_without_a_market_or_a_publisher_is_its_own_series() -> None:
    lone = entry_of(version("annual-report", "2024", "", 2024))
    assert lone.series != entry("kites-25").series
