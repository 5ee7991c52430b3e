"""What a book knows of its report."""

import pytest

from ingest.domain import Cell, Period, Span
from tests.bot.beehives import REPORT, SECTIONS, beehives
from tests.bot.books import book_of


def test_the_market_is_named_in_the_title() -> None:
    assert beehives().market == "Beehive Monitoring"
    assert {"beehiv", "monitor"} <= beehives().market_stems


def test_its_own_years_are_read() -> None:
    assert beehives().base_year == 2024
    assert beehives().question_frame.forecast == Period(2024, 2030, "span")


def test_where_no_base_year_is_named_the_rate_gives_it() -> None:
    book = book_of("The widget market will grow at a CAGR of 7.1% from 2025 to 2031 to reach USD 9.1 billion by 2031.")
    assert book.base_year == 2025


def test_the_places_it_speaks_of_are_known() -> None:
    assert {"Europe", "Germany", "France", "Asia-Pacific", "North America"} <= beehives().places
    assert "Japan" not in beehives().places


def test_the_names_of_its_parts_are_known() -> None:
    assert frozenset({"hobbi", "keeper"}) in beehives().listed
    assert "acoust" in beehives().name_stems


def test_initials_stand_for_a_name_only_one_has() -> None:
    book = book_of("The widget market is divided into:\n\n- Direct sales\n- Original equipment makers")
    assert book.initials["oem"] == "Original equipment makers"


def test_a_market_without_its_name_in_the_title_is_what_the_figures_are_of() -> None:
    assert beehives().whole == frozenset()


@pytest.mark.parametrize("word", ["apiaries", "thermometers", "everhive"])
def test_its_words_are_those_of_text_and_tables(word: str) -> None:
    assert word in beehives().vocabulary


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert beehives().idf["winter"] > beehives().idf["beehiv"]


def test_every_figure_is_kept_in_the_room_it_stands_in() -> None:
    rooms = beehives().ledger_by_room
    assert [q.text for q in rooms["section", 0]][:2] == ["USD 412.5 million", "USD 468.0 million"]
    assert sum(len(quantities) for quantities in rooms.values()) == len(beehives().quantities)


def test_a_source_is_quoted_verbatim() -> None:
    assert beehives().text_at(Span(0, 0, 11)) == "The beehive"
    assert beehives().text_at(Cell(0, 0, 2)) == "176.0"
    assert beehives().text_at(Cell(0, 0, -1)) == "Europe; 158.0; 176.0; 350.1"


def test_the_front_matter_says_who_published_it_and_whom_to_ask() -> None:
    front = beehives().front_matter
    for said in (REPORT.title, "Meadow Research", "Ines Varga", "ines.varga@meadow.example"):
        assert said in front


def test_passages_are_found_by_where_they_start() -> None:
    assert set(beehives().passage_starts) == set(range(len(SECTIONS)))
