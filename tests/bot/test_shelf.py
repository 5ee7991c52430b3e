"""Which report a question is about."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.reader import Reader
from bot.room import Wanted
from bot.shelf import Shelf
from ingest.access import with_access
from ingest.domain import Rules, Section, Span
from ingest.errors import UnknownReport
from ingest.library import Library
from ingest.quantity.reports import quantities
from ingest.split import passages
from ingest.versions import Version
from tests.bot.sources import report_of

TITLES = {
    "kites": "Kite Market, 2025-2032",
    "old-tides": "Tidal Energy Market, 2024-2030",
    "tides": "Tidal Energy Market, 2025-2032",
}


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        for report, title in TITLES.items():
            library.replace(replace(report_of("It grows.", title), id=report), (), (), ())
        yield Shelf(library)


def test_a_report_that_is_not_there_is_an_error(shelf: Shelf) -> None:
    with pytest.raises(UnknownReport):
        shelf.book("nowhere")


def test_a_book_is_read_once(shelf: Shelf) -> None:
    assert shelf.book("kites") is shelf.book("kites")


def test_books_are_kept_by_how_much_is_in_them(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.shelf.HELD", 2)
    kites = shelf.book("kites")
    shelf.book("tides")
    assert shelf.book("kites") is kites
    shelf.book("old-tides")  # tides, asked last of all, goes
    assert shelf.book("kites") is kites
    monkeypatch.setattr("bot.shelf.HELD_QUANTITIES", -1)
    assert shelf.book("tides") is shelf.book("tides") and shelf.book("kites") is not kites


def test_the_catalogue_follows_the_library(tmp_path: Path) -> None:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        shelf = Shelf(library)
        assert len(shelf.catalogue) == 0
        library.replace(replace(report_of("It grows.", "Kite Market"), id="kites"), (), (), ())
        assert [entry.market for entry in shelf.catalogue.entries] == ["Kite"]
        assert shelf.catalogue is shelf.catalogue
        library.remove("kites")
        assert len(shelf.catalogue) == 0


def test_words_tell_the_reports_that_have_them(tmp_path: Path) -> None:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        for report, text in {"kites": "Silk is woven.", "tides": "Turbines turn.", "waves": "Buoys bob."}.items():
            read = replace(report_of(text, "A Market"), id=report)
            library.replace(read, passages(read), (), ())
        shelf = Shelf(library)
        assert shelf.telling("silk") == ["kites"]
        assert shelf.telling("turbines and buoys") == ["tides", "waves"]
        assert shelf.telling("rope") == []  # nothing has it
        assert shelf.telling("market") is None  # all have it


def test_figures_of_the_whole_market_are_told_from_those_of_its_parts(tmp_path: Path) -> None:
    text = "The kite market was valued at USD 2.5 billion in 2025. Stunt kites were worth USD 1.1 billion in 2025."
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        read = replace(report_of(text, "Kite Market"), id="kites")
        library.replace(read, passages(read), quantities(read), ())
        (found,) = Shelf(library).whole_market()["kites"]
        assert f"{found.amount:,.0f}" == "2,500,000,000"


def test_a_licensed_report_is_only_there_for_who_may_read_it(tmp_path: Path) -> None:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        library.replace(replace(report_of("It grows.", "Kite Market"), id="kites", access="licensed"), (), (), ())
        assert Shelf(library).versions() == []
        with pytest.raises(UnknownReport):
            Shelf(library).book("kites")
        assert Shelf(library, Reader(licensed=True)).book("kites").report.title == "Kite Market"


def test_readers_share_books_and_not_what_they_may_read(tmp_path: Path) -> None:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        for report, access in (("kites", "public"), ("tides", "licensed")):
            library.replace(replace(report_of("It grows.", TITLES[report]), id=report, access=access), (), (), ())
        anybody = Shelf(library)
        buyer, other = (anybody.seen_by(Reader(name=name, licensed=True)) for name in ("k1", "k2"))
        assert buyer.book("kites") is anybody.book("kites")
        assert buyer.book("tides") and other.catalogue is buyer.catalogue
        assert [len(shelf.catalogue) for shelf in (anybody, buyer)] == [1, 2]
        with pytest.raises(UnknownReport):
            anybody.book("tides")  # held in memory, and still not theirs


def test_a_report_with_licensed_parts_is_another_book_without_a_licence(tmp_path: Path) -> None:
    sections = (Section((), "Kites fly.", "r.md"), Section(("Size",), "It was USD 3.7 million in 2024.", "r.md"))
    report = with_access(
        replace(report_of("", "Kite Market"), id="kites", sections=sections), Rules(licensed=("Size",))
    )
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        library.replace(report, passages(report), quantities(report), ())
        public = Shelf(library)
        licensed = public.seen_by(Reader(licensed=True))
        books = [shelf.book("kites") for shelf in (public, licensed, licensed.seen_by(Reader()))]
        assert books[0] is books[2] and public.book("kites") is books[0] and licensed.book("kites") is books[1]
        assert [len(book.quantities) for book in books[:2]] == [0, 1]
        assert "3.7" not in books[0].said and books[0].hides(Span(1, 0, 0)) and not books[1].hides(Span(1, 0, 0))
        assert [line.title for line in books[0].licensed_contents] == ["Size"] and not books[1].licensed_contents
        assert [len(shelf.ledger(Wanted(), ("", -1), 9)) for shelf in (public, licensed)] == [0, 1]


def test_words_of_what_is_licensed_tell_no_reports_apart(tmp_path: Path) -> None:
    """How rare a word is depends on what the reader may read alone."""
    texts = {"kites": "Kites fly on silk.", "boats": "Boats sail on silk.", "carts": "Carts roll.", "drones": "Rotors."}
    told: list[object] = []
    for hidden in ("Silk and rotors.", "Nothing."):
        with Library(f"sqlite:///{tmp_path / hidden}") as library:
            for report, text in texts.items():
                read = replace(report_of(text, f"{report} Market"), id=report)
                library.replace(read, passages(read), (), ())
            for number in range(5):
                read = replace(report_of(hidden, "Loom Market"), id=f"loom-{number}", access="licensed")
                library.replace(read, passages(read), (), ())
            told.append(library.seen(False).telling("silk rotors"))
    assert told[0] == told[1]


def test_a_version_that_is_deleted_while_it_is_read_is_read_anew(tmp_path: Path) -> None:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:

        class Overtaken(Library):
            """Another version goes live, twice, right after somebody looked which one is."""

            turns = 0

            def version(self, report_id: str, number: int | None = None) -> Version:
                found = super().version(report_id, number)
                for _ in range(2 if self.turns == 0 else 0):
                    self.turns += 1
                    read = report_of(f"It grows {self.turns}.", "Kite Market")
                    library.replace(replace(read, id="kites", digest=str(self.turns)), (), (), ())
                return found

        library.replace(replace(report_of("It grows.", "Kite Market"), id="kites"), (), (), ())
        with Overtaken(f"sqlite:///{tmp_path / 'library.sqlite'}") as overtaken:
            assert Shelf(overtaken).book("kites").report.digest == "2"
