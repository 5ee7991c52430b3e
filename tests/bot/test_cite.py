"""A place in a report becomes evidence that can be opened."""

from bot.address import passage_view
from bot.cite import address, evidence_at, evidence_of, passage_of, within
from bot.cited import citable
from ingest.domain import Cell, Span, Table
from tests.bot.books import book_of

TEXT = "The widget market was USD 10 billion in 2024. It will be USD 12 billion in 2026.\n\nHospitals buy most."
TABLE = Table("Sales, USD million", ("Region", "2024"), (("Japan", "842"), ("China", "610")), "t.csv")
BOOK = book_of(TEXT, tables=(TABLE,))


def test_evidence_quotes_exactly_its_place_with_the_numbers_in_it() -> None:
    first = Span(0, 0, TEXT.index(" It"))
    evidence = evidence_at(BOOK, first)
    assert evidence.quote == "The widget market was USD 10 billion in 2024."
    assert [quantity.text for quantity in evidence.quantities] == ["USD 10 billion"]
    assert (evidence.heading, evidence.title) == (("Size",), "Widget Market")
    assert citable(evidence)


def test_a_quantity_is_cited_by_its_sentence_or_its_cell() -> None:
    in_2026 = next(q for q in BOOK.quantities if "12" in q.text)
    assert evidence_of(BOOK, in_2026).quote == "It will be USD 12 billion in 2026."
    china = next(q for q in BOOK.quantities if q.text == "610")
    evidence = evidence_of(BOOK, china)
    assert (evidence.quote, evidence.table, evidence.row, evidence.column) == ("610", TABLE.title, "China", "2024")


def test_every_place_that_is_cited_can_be_opened() -> None:
    for quantity in BOOK.quantities:
        evidence = evidence_of(BOOK, quantity)
        view = passage_view(BOOK, evidence.passage)
        assert view is not None
        assert view.text[evidence.start : evidence.end] == evidence.quote


def test_addresses_name_sections_tables_rows_and_cells() -> None:
    assert address(BOOK, Span(0, 3, 9)) == "r:s0"
    assert [address(BOOK, Cell(0, *at)) for at in ((1, 1), (1, -1), (-1, -1))] == ["r:t0r1c1", "r:t0r1", "r:t0"]


def test_a_row_holds_its_cells_and_no_place_holds_another_s() -> None:
    assert within(Cell(0, 1, 1), Cell(0, 1, -1))
    assert not within(Cell(0, 1, 1), Cell(0, 1, 0))
    assert within(Span(0, 3, 5), Span(0, 0, 9))
    assert not within(Span(1, 3, 5), Span(0, 0, 9))
    assert not within(Span(0, 3, 5), Cell(0, 0, 0))


def test_a_place_is_in_the_passage_of_its_sentences_or_of_its_row() -> None:
    def text(source: Span | Cell) -> str | None:
        number = passage_of(BOOK, source)
        return None if number is None else BOOK.passages[number].text

    buyers = TEXT.index("Hospitals")
    assert "Hospitals buy most." in (text(Span(0, buyers, len(TEXT))) or "")
    assert text(Cell(0, 1, 1)) == text(Cell(0, 1, -1)) == "Region: China; 2024: 610"
    assert text(Cell(0, -1, 1)) == "Sales, USD million: Region; 2024"
    assert text(Cell(0, 7, 1)) is None
