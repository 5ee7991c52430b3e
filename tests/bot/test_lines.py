"""The sentences, lists, rows and columns that may answer."""

from ingest.domain import Cell, Span
from tests.bot.books import book_of
from tests.bot.makers import book

BOOK = book()


def test_sentences_keep_their_place_and_heading() -> None:
    line = next(each for each in BOOK.lines if each.said.startswith("Owners"))
    assert line.is_sentence
    assert isinstance(line.source, Span)
    assert BOOK.text_at(line.source) == line.said
    assert line.text == f"Size. {line.said}"


def test_a_list_is_a_line_with_its_items() -> None:
    players = next(each for each in BOOK.lines if each.items and "Key players" in each.said)
    assert not players.is_sentence
    assert "Clamp GmbH" in players.said


def test_columns_and_rows_of_a_table_are_lines() -> None:
    said = {each.said: each for each in BOOK.lines if each.figures}
    assert "2024: Europe 1,000; Asia 800; Other 700; Total 2,500" in said
    europe = said["Europe: 2023 900; 2024 1,000"]
    assert [q.text for q in europe.figures] == ["900", "1,000"]
    assert isinstance(europe.source, Cell)
    assert europe.heading[-1] == "Sales of widgets (USD million)"


def test_labels_are_no_lines() -> None:
    assert not book_of("Short.").lines
