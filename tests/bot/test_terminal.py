"""An answer in the terminal."""

import pytest

from bot.answer import Answer
from bot.terminal import render
from tests.bot.fakes import ADDED, CHART, DECLINED, FIGURE, LIST, PLAYERS, TABLE, paragraph

ALL = [FIGURE, LIST, ADDED, CHART, TABLE, DECLINED]


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("answer", ALL)
def test_no_line_is_wider_than_the_terminal(answer: Answer, width: int) -> None:
    assert max(map(len, render(answer, width).splitlines())) <= min(width, 88)


@pytest.mark.parametrize("answer", ALL)
def test_sources_are_listed_by_their_numbers(answer: Answer) -> None:
    lines = render(answer).splitlines()
    number = f"1–{len(answer.citations)}" if len(answer.citations) > 1 else "1"
    assert any(line.startswith(f"[{number}] ") for line in lines)


def test_a_quote_the_answer_does_not_show_is_shown_with_its_source() -> None:
    assert '    "The tidal energy market size was estimated' in render(FIGURE)
    assert '"Deepflow AS"' not in render(LIST)


def test_a_cell_is_named_by_its_table_row_and_column() -> None:
    assert "[1] Market size by region, USD million, Europe, 2025" in render(TABLE)


def test_a_list_is_whole() -> None:
    text = render(LIST)
    assert all(f"- {player.rstrip('.')}" in text for player in PLAYERS)


def test_a_calculation_says_that_it_is_one() -> None:
    assert "Calculated, not published: 4.24 − 2.10 = USD 2.14 billion" in render(ADDED)


def test_the_columns_of_a_table_stand_under_each_other() -> None:
    lines = render(TABLE).splitlines()
    header = next(line for line in lines if line.startswith("Region"))
    europe = next(line for line in lines if line.startswith("Europe  "))
    assert header.index("2026") + 4 == europe.index("951") + 3


def test_a_declined_answer_says_so_and_names_a_person() -> None:
    text = render(DECLINED)
    assert text.startswith("I found no such figure in the report.")
    assert "marit@harbour.example" in text


def test_colours_are_only_for_terminals() -> None:
    assert "\x1b" not in render(FIGURE)
    assert "\x1b[1mSources\x1b[0m" in render(FIGURE, colour=True)


def test_a_report_cannot_drive_the_terminal() -> None:
    hostile = FIGURE.model_copy(update={"blocks": (paragraph("Size\x1b]0;owned\x07\x1b[2J\r", 1),)})
    assert not any(character in render(hostile) for character in "\x1b\x07\r")
