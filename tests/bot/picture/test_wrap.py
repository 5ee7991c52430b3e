"""Text broken into lines."""

import pytest

from bot.picture.wrap import length, wrapped


def test_short_text_is_one_line() -> None:
    assert wrapped("Market size", 30) == ["Market size"]


def test_nothing_is_no_line() -> None:
    assert wrapped(" ", 30) == []


@pytest.mark.parametrize(
    "text",
    [
        "Installed base of refrigerated units with remote monitoring by year",
        "THE WHOLE TITLE IS SET IN CAPITALS BY ITS PUBLISHER",
        "Supercalifragilisticexpialidociousness-of-refrigeration by year",
        "市場規模の推移と予測に関する年次報告書の表題",
    ],
)
def test_no_line_is_wider_than_the_room_and_nothing_is_lost(text: str) -> None:
    lines = wrapped(text, 12)
    assert all(length(line) <= 12 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_words_stay_whole_where_a_line_holds_them() -> None:
    assert wrapped("Tidal energy market size", 9) == ["Tidal energy", "market size"]


def test_capitals_are_wider() -> None:
    assert length("ABC") > length("abc")
