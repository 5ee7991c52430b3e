import pytest

from ingest.domain import Cell, Report, Section, Span, Table
from ingest.split import MAX_PASSAGE, MAX_SENTENCE, passages

TABLE = Table(
    "Revenue", ("Region", "2023", "2024"), (("Europe", "5", ""), ("", "", ""), ("Asia", "", "8")), "a.csv",
    "USD million", ("Note: estimated",), ("Size",),
)  # fmt: skip


def report(*texts: str, tables: tuple[Table, ...] = ()) -> Report:
    sections = tuple(Section(("Size",), text, "report.md") for text in texts)
    return Report("kites", "Kite Market", "d", sections, tables)


def texts(*sections: str) -> list[str]:
    return [passage.text for passage in passages(report(*sections))]


def test_every_passage_is_verbatim_and_numbered_in_reading_order() -> None:
    text = "First sentence. " * 60 + "\n\n- one\n- two\n\n" + "Last words here. " * 50
    found = passages(report(text))
    assert [passage.number for passage in found] == list(range(len(found)))
    assert len(found) > 3
    for passage in found:
        assert isinstance(passage.source, Span)
        assert text[passage.source.start : passage.source.end] == passage.text
        assert passage.context == "Kite Market > Size"


def test_nothing_of_a_text_is_left_out_but_the_space_between() -> None:
    text = "A sentence of some length here. " * 99 + "\n\n" + "\n".join(f"- item {number}" for number in range(200))
    assert "".join("".join(texts(text)).split()) == "".join(text.split())


def test_a_passage_holds_whole_sentences_up_to_its_length() -> None:
    sentence = "This is a sentence of about fifty characters, fine."
    for piece in texts(" ".join([sentence] * 40)):
        assert len(piece) <= MAX_PASSAGE and piece.endswith("fine.")


def test_a_sentence_beyond_all_length_is_cut_between_words() -> None:
    pieces = texts("word " * (MAX_SENTENCE // 2))
    assert len(pieces) > 2 and all(set(piece.split()) == {"word"} for piece in pieces)


def test_a_list_stays_with_the_sentence_that_leads_to_it() -> None:
    pieces = texts("x" * 590 + ". And more of it.\n\nThe players are:\n\n- Windy\n- Himmel")
    assert len(pieces) == 2 and pieces[-1].endswith("The players are:\n\n- Windy\n- Himmel")


def test_a_long_list_is_cut_between_its_items() -> None:
    pieces = texts("Items:\n\n" + "\n".join(f"- item number {number} of the list" for number in range(60)))
    assert pieces[0].startswith("Items:") and all(piece.startswith("- item") for piece in pieces[1:])


def test_a_table_gives_its_header_and_each_filled_row() -> None:
    found = passages(report(tables=(TABLE,)))
    assert [(passage.text, passage.source) for passage in found] == [
        ("Revenue: Region; 2023; 2024", Cell(0, -1, -1)),
        ("Region: Europe; 2023: 5", Cell(0, 0, -1)),
        ("Region: Asia; 2024: 8", Cell(0, 2, -1)),
    ]
    assert {passage.context for passage in found} == {"Kite Market > Size > Revenue (USD million)\nNote: estimated"}


@pytest.mark.parametrize("text", ["", "\n\n", "- ", "a", "- a\n- b", "?\n\n?"])
def test_scraps_are_split_without_an_error(text: str) -> None:
    assert "".join("".join(texts(text)).split()) == "".join(text.split())
