"""Looking things up in a library."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.reader import Reader
from bot.reading_room import ReadingRoom
from bot.retrieve import Retrieval
from bot.room import BadCursor, Wanted
from bot.shelf import Shelf
from ingest.domain import Table
from ingest.errors import UnknownReport
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from tests.bot.beehives import beehives
from tests.bot.sources import report_of

SIZES = Table(
    "Kite market size by country, USD million",
    ("Country", "2024", "2025", "FY2026"),
    (("France", "120", "131", "140"), ("Total", "300", "330", "350")),
    file="sizes.csv",
    notes=("Kites only.",),
    heading=("Countries",),
)
KITES = "The kite market was valued at USD 2.5 billion in 2025. Stunt kites were worth USD 1.1 billion in 2025."
TIDES = "The tidal energy market grows at a CAGR of 12.4% from 2025 to 2032. Turbines turn in the sea."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        read = replace(report_of(KITES, "Kite Market", ("Size",), (SIZES,)), id="kites", published=date(2025, 3, 1))
        hidden = replace(report_of(KITES, "Silk Market"), id="silk", access="licensed")
        for each in (read, replace(report_of(TIDES, "Tidal Energy Market"), id="tides"), hidden):
            library.replace(each, passages(each), quantities(each), item_lists(each))
        yield library


def room_of(library: Library, reader: Reader | None = None) -> ReadingRoom:
    shelf = Shelf(library, reader) if reader else Shelf(library)
    return ReadingRoom(shelf, Retrieval(lambda key, text, limit: [], library.search))


def test_a_report_tells_what_is_in_it(library: Library) -> None:
    view = room_of(library).report("kites")
    assert view is not None
    assert (view.title, view.published, view.access) == ("Kite Market", date(2025, 3, 1), "public")
    assert [section.address for section in view.sections] == ["kites:s0"]
    assert view.sections[0].characters == len(KITES)
    assert [(table.address, table.rows, table.header[0]) for table in view.tables] == [("kites:t0", 2, "Country")]
    assert view.quantities == len(library.quantities("kites"))


def test_the_audit_of_a_report_is_told(library: Library) -> None:
    table = Table(
        "Size, USD million", ("Part", "2025"), (("Hemp", "100"), ("Silk", "200"), ("Total", "330")), file="t.csv"
    )
    read = replace(report_of("", "Rope Market", tables=(table,)), id="rope")
    library.replace(read, passages(read), quantities(read), ())
    view = room_of(library).report("rope")
    assert view is not None
    (finding,) = view.audit
    assert finding.kind == "total" and finding.contradiction
    assert any("330" in place.quote for place in finding.places)


def test_what_a_reader_may_not_read_is_not_there(library: Library) -> None:
    room = room_of(library)
    assert room.report("silk") is None and room.report("nowhere") is None
    assert not room.quantities(Wanted(subject="silk"), 200).quantities
    assert {q.report for q in room.quantities(Wanted(), 200).quantities} == {"kites", "tides"}
    with pytest.raises(UnknownReport):
        room.quantities(Wanted(report="silk"), 10)
    with pytest.raises(UnknownReport):
        room.search("How big is it?", "silk")
    assert {found.report for found in room.search("stunt kites")} == {"kites"}
    seen = room_of(library, Reader(licensed=True, reports=frozenset(["silk", "tides"])))
    assert {q.report for q in seen.quantities(Wanted(), 200).quantities} == {"silk", "tides"}


@pytest.mark.parametrize("address", ["kites:t0", "kites:t0r1", "kites:t0r1c2"])
def test_a_table_is_found_by_any_address_in_it(library: Library, address: str) -> None:
    table = room_of(library).table(address)
    assert table is not None
    assert (table.address, table.rows, table.notes) == ("kites:t0", SIZES.rows, SIZES.notes)
    assert (table.row, table.column) == {"kites:t0": (None, None), "kites:t0r1": (1, None)}.get(address, (1, 2))


@pytest.mark.parametrize("address", ["kites:t9", "kites:s0", "kites:p0", "silk:t0", "kites", "", "t0", "kites:t0r"])
def test_what_is_no_table_is_none(library: Library, address: str) -> None:
    assert room_of(library).table(address) is None


def texts(room: ReadingRoom, wanted: Wanted) -> list[str]:
    return [quantity.text for quantity in room.quantities(wanted, 200).quantities]


def test_quantities_are_found_by_what_they_measure_where_and_when(library: Library) -> None:
    room = room_of(library)
    assert texts(room, Wanted(measure="cagr")) == ["12.4%"]
    assert texts(room, Wanted(subject="stunt kites")) == ["USD 1.1 billion"]
    assert texts(room, Wanted(subject="the kite market", period="2025", measure="size")) == [
        "USD 2.5 billion",
        "131",
        "330",  # a place is asked for by itself
    ]
    assert texts(room, Wanted(place="france", period="2025")) == ["131"]
    assert texts(room, Wanted(place="FR")) == texts(room, Wanted(place="fra")) == texts(room, Wanted(place="France"))
    assert texts(room, Wanted(place="Nowhereland")) == []
    assert texts(room, Wanted(place="France", period="2026")) == ["140"]  # a fiscal year's number is enough
    assert texts(room, Wanted(report="tides", period="2025–2032")) == ["12.4%"]
    assert texts(room, Wanted(period="1999")) == texts(room, Wanted(subject="zebra")) == []


def test_every_quantity_has_its_source(library: Library) -> None:
    for quantity in room_of(library).quantities(Wanted(), 200).quantities:
        citation = quantity.citation
        assert quantity.value in citation.quote
        assert citation.report == quantity.report
    (cell,) = room_of(library).quantities(Wanted(place="France", period="2025"), 5).quantities
    assert (cell.unit, cell.citation.row, cell.citation.column) == ("USD million", "France", "2025")


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_follow_each_other_without_gap_or_repeat(library: Library, limit: int) -> None:
    room = room_of(library)
    whole = room.quantities(Wanted(), 200).quantities
    seen, cursor = [], None
    while True:
        page = room.quantities(Wanted(), limit, cursor)
        assert len(page.quantities) <= limit
        seen += [(q.report, q.text, q.citation.passage) for q in page.quantities]
        if (cursor := page.next) is None:
            break
    assert seen == [(q.report, q.text, q.citation.passage) for q in whole]


def test_a_page_ends_where_enough_was_looked_at(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.reading_room.SCANNED", 2)
    room = room_of(library)
    page = room.quantities(Wanted(measure="cagr", subject="zebra"), 1)
    assert page.quantities == ()
    found, cursor = [], None
    for _ in range(20):
        page = room.quantities(Wanted(period="2025–2032"), 1, cursor)
        found += [quantity.text for quantity in page.quantities]
        if (cursor := page.next) is None:
            break
    assert found == ["12.4%"] and cursor is None


@pytest.mark.parametrize("cursor", ["x", "!", "", "bm8", "AAAA", "é"])
def test_a_cursor_of_ones_own_is_refused(library: Library, cursor: str) -> None:
    with pytest.raises(BadCursor):
        room_of(library).quantities(Wanted(), 10, cursor)


def test_search_finds_the_passage_and_its_place(library: Library) -> None:
    found = room_of(library).search("turbines in the sea", limit=3)
    assert found[0].report == "tides" and "Turbines" in found[0].text
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    rows = [each for each in room_of(library).search("France", "kites") if "France" in each.text]
    assert rows[0].address == "kites:t0r0" and rows[0].heading == ("Countries", SIZES.title)


def test_search_puts_what_the_ledger_has_first(library: Library) -> None:
    book = beehives()
    library.replace(book.report, book.passages, book.quantities, book.lists)
    found = room_of(library).search("How big is Europe in 2024?", book.report.id, 5)
    assert "2024: 176.0" in found[0].text and len(found) == 5


def test_an_empty_library_has_nothing_to_find(tmp_path: Path) -> None:
    with Library(f"sqlite:///{tmp_path / 'empty.sqlite'}") as library:
        assert room_of(library).search("anything") == []
        assert room_of(library).quantities(Wanted(), 10).quantities == ()
