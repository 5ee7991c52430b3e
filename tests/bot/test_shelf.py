"""Which report a question is about."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.shelf import Shelf
from ingest.errors import UnknownReport
from ingest.library import Library
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


@pytest.mark.parametrize(
    ("question", "reports"),
    [
        ("How big is the kite market?", ["kites"]),
        ("How big is tidal energy?", ["old-tides", "tides"]),
        ("How big is tidal energy, by the forecast of 2024-2030?", ["old-tides"]),
        ("And in 2032?", []),
        ("Who are the players?", []),
    ],
)
def test_a_report_is_named_by_its_title(shelf: Shelf, question: str, reports: list[str]) -> None:
    assert shelf.about(question) == reports


def test_a_report_that_is_not_there_is_an_error(shelf: Shelf) -> None:
    with pytest.raises(UnknownReport):
        shelf.book("nowhere")


def test_a_book_is_read_once(shelf: Shelf) -> None:
    assert shelf.book("kites") is shelf.book("kites")


def test_a_licensed_report_is_only_there_for_who_may_read_it(tmp_path: Path) -> None:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        library.replace(replace(report_of("It grows.", "Kite Market"), id="kites", access="licensed"), (), (), ())
        assert Shelf(library).versions() == []
        with pytest.raises(UnknownReport):
            Shelf(library).book("kites")
        assert Shelf(library, licensed=True).book("kites").report.title == "Kite Market"
