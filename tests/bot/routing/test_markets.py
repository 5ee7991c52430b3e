"""Which markets a question names."""

import pytest

from bot.routing.catalogue import Catalogue, entry_of
from bot.routing.markets import WHOLE, alike, beside, mentions, nearest, partly, sharing, text_for, unnamed
from tests.bot.routing.libraries import CATALOGUE, version


def named(text: str) -> set[str]:
    return {each.entry.id for each in mentions(text, CATALOGUE)}


@pytest.mark.parametrize(
    ("question", "reports"),
    [
        ("kite services cagr", {"kite-services"}),
        ("How big is the market for kite software?", {"kite-software"}),
        ("how big are kites", {"kites-23", "kites-24", "kites-25", "kites-brook"}),
        ("market leader robotic lawnmowers", {"mowers", "mowers-old"}),
        ("isup revenue", {"sups"}),
        ("inflatable stand up paddle boards", {"sups"}),
        ("robotic lwan mowers size", {"mowers", "mowers-old"}),
        ("how fast is it growing?", set()),
    ],
)
def test_the_longest_name_that_stands_in_a_question_is_meant(question: str, reports: set[str]) -> None:
    assert named(question) == reports


def test_a_market_beside_the_one_spoken_of_is_named_by_what_differs() -> None:
    software = CATALOGUE.get("kite-software")
    assert software
    assert [each.entry.id for each in beside("and the services?", software, CATALOGUE)] == ["kite-services"]


def test_a_word_of_a_name_names_it_in_part_and_what_it_calls_a_market_by_first() -> None:
    assert {each.id for each in partly("how big is the lawn market?", CATALOGUE, called=True)} == {
        "mowers",
        "mowers-old",
    }
    assert partly("how big is the lawn?", CATALOGUE, called=True) == []


def test_another_publishers_name_for_a_market_is_nearest_to_it() -> None:
    assert [e.id for e in nearest([("paddleboard",)], CATALOGUE.entries, CATALOGUE)] == ["sups"]
    assert nearest([("silk",)], CATALOGUE.entries, CATALOGUE) == []


def test_of_two_markets_each_report_is_asked_for_its_own() -> None:
    asked = "kite services vs kite software, 2025 value"
    found = mentions(asked, CATALOGUE)
    assert {each.score for each in found} == {WHOLE}
    texts = {each.entry.id: text_for(each.entry, asked, found) for each in found}
    assert texts == {"kite-services": "kite services, 2025 value", "kite-software": "kite software, 2025 value"}


def test_a_market_is_asked_for_as_its_report_writes_it() -> None:
    found = mentions("isup revenue", CATALOGUE)
    assert text_for(found[0].entry, "isup revenue", found) == "Inflatable Stand-Up Paddleboards revenue"


def test_nothing_stands_beside_a_report_that_is_of_no_market() -> None:
    nameless = entry_of(version("annual", "2024", "Acme", 2024))
    assert nameless.names == () and beside("and the services?", nameless, CATALOGUE) == []


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("How big is the kite services market in 2024?", "How big is the market in 2024?"),
        ("and in 2030?", "and in 2030?"),
        ("How big is Europe?", "How big is Europe?"),
    ],
)
def test_a_question_without_the_names_of_markets(question: str, left: str) -> None:
    assert unnamed(question, CATALOGUE) == left


def test_a_name_may_stand_with_its_last_word_first_and_with_a_slip() -> None:
    found = mentions("growth of services for garden hose reels", TURNED)
    assert {each.entry.id for each in found} == {"services"}
    assert {each.entry.id for each in mentions("garden hose reel servces", TURNED)} == {"services"}
    assert {each.entry.id for each in mentions("garden hose reels", TURNED)} == {"reels"}


TURNED = Catalogue(
    [
        version("reels", "Garden Hose Reel Market", "Northfield Research", 2025),
        version("services", "Garden Hose Reel Services Market", "Northfield Research", 2025),
    ]
)


def test_a_market_that_is_set_beside_another_may_be_named_by_what_differs() -> None:
    text = "compare kite services with software in 2025"
    found = sharing(text, mentions(text, CATALOGUE), CATALOGUE)
    assert {each.entry.id for each in found} == {"kite-services", "kite-software"}
    assert [text_for(each.entry, text, found) for each in found] == ["Kite Services in 2025", "Kite Software in 2025"]


def test_a_report_is_asked_by_the_name_that_it_has_for_a_market() -> None:
    other = entry_of(version("other", "Inflatable Paddleboards", "Kessel", 2025))
    catalogue = Catalogue([*(entry.version for entry in CATALOGUE.entries), other.version])
    found = mentions("isup revenue in 2022", catalogue)
    assert text_for(other, "isup revenue in 2022", found) == "Inflatable Paddleboards revenue in 2022"
    assert [each.id for each in alike([other], catalogue)] == ["sups"]
    assert alike(catalogue.called(("kite",)), catalogue) == []


def test_a_word_may_be_called_by_its_beginning() -> None:
    assert named("how big is the infl. stand-up paddleboards market") == {"sups"}
    assert named("paddleb cagr") == set()


def test_a_market_is_taken_out_with_the_place_that_it_is_of() -> None:
    assert unnamed("Europe tents, revenue in 2024?", CATALOGUE) == ", revenue in 2024?"
