"""The sources of an answer by number."""

from bot.source_list import Source, sources_of
from tests.bot.fakes import FIGURE, LIST, PLAYERS, SIZES, TABLE


def test_neighbours_of_one_place_that_the_answer_shows_are_one_source() -> None:
    (source,) = sources_of(LIST)
    assert source == Source(f"1–{len(PLAYERS)}", LIST.citations[0].title, "Companies", "")


def test_what_the_answer_does_not_show_is_quoted() -> None:
    (source,) = sources_of(FIGURE)
    assert source.quote == SIZES


def test_marks_and_bullets_do_not_hide_that_the_answer_shows_a_quote() -> None:
    said = FIGURE.model_copy(update={"text": SIZES.removesuffix(".") + " [1]."})
    assert [source.quote for source in sources_of(said)] == [""]
    whole = LIST.citations[0].model_copy(update={"quote": "\n".join(f"- {name}" for name in PLAYERS)})
    listed = LIST.model_copy(update={"citations": (whole,)})
    assert [source.quote for source in sources_of(listed)] == [""]


def test_a_cell_is_named_by_its_table_row_and_column() -> None:
    assert [source.place for source in sources_of(TABLE)] == ["Market size by region, USD million, Europe, 2025"]


def test_the_same_heading_of_two_reports_is_two_sources() -> None:
    other = LIST.citations[1].model_copy(update={"title": "Kite Market"})
    answer = LIST.model_copy(update={"citations": (LIST.citations[0], other)})
    assert [source.title for source in sources_of(answer)] == [LIST.citations[0].title, "Kite Market"]
