"""Slips are mended, words are left alone."""

import pytest

from bot.spelling import in_american, is_english, is_foreign, mend, mended, variants
from ingest.words import stem
from tests.bot.beehives import beehives


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("whats teh markte size", "what's the market size"),
        ("beehive monitorng", "beehive monitoring"),
        ("bee hive monitoring", "beehive monitoring"),
        ("grwoth of acoustc sensors", "growth of acoustic sensors"),
        ("How big is Nectarworks?", "How big is Nectarworks?"),
        ("how big is Germany?", "how big is Germany?"),
        ("smart collars", "smart collars"),
        ("CEO", "CEO"),
    ],
)
def test_slips_are_put_right_and_names_are_kept(typed: str, meant: str) -> None:
    assert mended(typed, beehives().vocabulary) == meant


def test_a_word_is_no_slip_of_another() -> None:
    assert mend("hives", beehives().vocabulary) is None
    assert mend("maket", beehives().vocabulary) == "market"


@pytest.mark.parametrize(("word", "english"), [("hospital", True), ("cagr", True), ("zxqvv", False)])
def test_an_english_word_is_known(word: str, english: bool) -> None:
    assert is_english(word) is english


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("How big is the market?", False),
        ("Kui suur on mesilaste turg aastal?", True),
        ("Nectarworks Apiscan Broodline", False),
        ("market size", False),
    ],
)
def test_other_languages_are_recognised(text: str, foreign: bool) -> None:
    assert is_foreign(text, beehives().vocabulary) is foreign


@pytest.mark.parametrize(("one", "other"), [("fibre", "fiber"), ("colour", "color"), ("organisation", "organization")])
def test_both_sides_of_the_atlantic_are_read(one: str, other: str) -> None:
    assert stem(other) in variants(one)
    assert stem(one) in variants(other)


def test_a_word_that_the_report_writes_apart_is_parted() -> None:
    assert mended("sanitaryware sales", frozenset({"sanitary", "ware"})) == "sanitary ware sales"
    assert mended("warehouse sales", frozenset({"ware", "house"})) == "warehouse sales"


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("utilisation of capacity", "utilization of capacity"),
        ("organised labour", "organized labor"),
        ("fibre and tyres", "fiber and tires"),
        ("enterprise licence", "enterprise license"),
        ("merchandise, promises and four flour mills", "merchandise, promises and four flour mills"),
        ("Enterprise premises", "Enterprise premises"),
    ],
)
def test_british_spellings_are_read_as_american_ones(british: str, american: str) -> None:
    assert in_american(british) == american
