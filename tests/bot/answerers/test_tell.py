"""Answers in the report's own words."""

from bot.answerers.tell import ENOUGH, tell
from bot.evidence import Listing, Paragraph
from bot.line_odds import LikelyLine
from bot.lines import Line
from bot.retrieve import Found
from bot.understand import understand
from bot.verify import verify
from ingest.domain import Table
from tests.bot.books import book_of
from tests.bot.makers import book

BOOK = book()


def found(*chances: tuple[str, float]) -> Found:
    likely = tuple(
        LikelyLine(next(line for line in BOOK.lines if line.said.startswith(start)), chance)
        for start, chance in chances
    )
    return Found(understand("Why do owners buy steel widgets?", BOOK), BOOK, lines=likely)


def said(asked: Found) -> list[str]:
    draft = tell(asked)
    assert draft is not None
    (block,) = draft.blocks
    assert isinstance(block, Paragraph)
    return [sentence.text for sentence in block.sentences]


def test_sentences_nearly_as_likely_are_quoted_in_reading_order() -> None:
    texts = said(found(("Owners", 0.5), ("Recycled", 0.3), ("The widget market", 0.05)))
    assert [text.split()[0] for text in texts] == ["Recycled", "Owners"]


def test_what_is_unlikely_is_not_told() -> None:
    assert tell(found(("Owners", ENOUGH - 0.1))) is None
    assert tell(found()) is None


def test_a_list_is_told_whole_and_alone() -> None:
    draft = tell(found(("Key players: Acme Ltd;", 0.6), ("Owners", 0.3)))
    assert draft is not None
    (listing,) = draft.blocks
    assert isinstance(listing, Listing)
    assert [item.text for item in listing.items] == ["Acme Ltd", "Bolt Inc", "Clamp GmbH"]


def test_a_row_is_told_figure_by_figure_and_survives_verification() -> None:
    draft = tell(found(("Europe: 2023", 0.8)))
    assert draft is not None
    (listing,) = draft.blocks
    assert isinstance(listing, Listing)
    assert [item.text for item in listing.items] == ["Europe, 2023: USD 900 million", "Europe, 2024: USD 1,000 million"]
    assert verify(draft, "sales in Europe every year").status == "answered"


def test_a_column_names_its_rows() -> None:
    draft = tell(found(("2024: Europe", 0.8)))
    assert draft is not None
    assert isinstance(draft.blocks[0], Listing)
    assert draft.blocks[0].items[0].text == "Europe, 2024: USD 1,000 million"
    assert verify(draft, "sales by region").status == "answered"


def test_a_cell_with_words_beside_its_figure_is_told_whole_and_once() -> None:
    rows = (("Size", "USD 4 billion"), ("Leading region", "Europe (34.6%, of USD 4 billion)"))
    keyed = book_of("None.", tables=(Table("Key figures", ("Attribute", "Detail"), rows, "t.csv"),))
    line = next(line for line in keyed.lines if line.figures)
    draft = tell(Found(understand("Why?", keyed), keyed, lines=(LikelyLine(line, 0.9),)))
    assert draft is not None and isinstance(draft.blocks[0], Listing)
    assert [item.text for item in draft.blocks[0].items] == [
        "Size, Detail: USD 4 billion",
        "Leading region: Europe (34.6%, of USD 4 billion)",
    ]
    assert verify(draft, "").status == "answered"


def test_who_is_largest_is_not_told_by_a_line_that_does_not_say_so() -> None:
    likely = found(("Owners", 0.9)).lines
    assert tell(Found(understand("Which region is the largest?", BOOK), BOOK, lines=likely)) is None


def test_a_mere_name_is_no_sentence() -> None:
    name = LikelyLine(Line("International Widgets of Acme Ltd", ("Size",), BOOK.lines[0].source), 0.9)
    assert tell(Found(understand("Why do owners buy steel widgets?", BOOK), BOOK, lines=(name,))) is None


def test_of_what_the_report_never_names_nothing_is_told() -> None:
    likely = found(("Owners", 0.9)).lines
    assert tell(Found(understand("What profit does Acme make?", BOOK), BOOK, lines=likely)) is None


def test_a_verb_that_the_report_lacks_names_nothing() -> None:
    likely = found(("Owners", 0.9)).lines
    assert tell(Found(understand("What keeps owners from plastic?", BOOK), BOOK, lines=likely)) is not None


def test_a_sentence_that_leans_is_told_with_the_one_before() -> None:
    makers = book_of(
        "Acme makes widgets of steel in Bremen. It took over Bolt, a rival from Lyon with two plants.", "Widget Market"
    )
    told = (LikelyLine(makers.lines[1], 0.9),)
    draft = tell(Found(understand("Who took over Bolt?", makers), makers, lines=told))
    assert draft is not None
    assert [each.quote for each in draft.cited] == [line.said for line in makers.lines[:2]]


def test_a_place_asked_for_must_be_named_by_the_line() -> None:
    abroad = book_of(
        "Exports of widgets come to much: most went to China and a little to France.\n\nGermany buys none."
    )
    told = (LikelyLine(abroad.lines[0], 0.9),)
    assert tell(Found(understand("exports to Germany", abroad), abroad, lines=told)) is None
    assert tell(Found(understand("exports to China", abroad), abroad, lines=told)) is not None


def test_a_list_asked_for_is_not_told_by_a_sentence_where_there_is_one() -> None:
    sentence = found(("Owners", 0.9)).lines
    assert tell(Found(understand("Who are the key players?", BOOK), BOOK, lines=sentence)) is None
