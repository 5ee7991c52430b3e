"""The searches that are compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cite import Hit
from bot.retrieve import searched
from bot.shelf import Shelf
from bot.understand import understand
from evals.retrieval.searches import (
    BARE,
    CHANCES,
    PARTS,
    WORDS,
    Asked,
    Search,
    by_ranks,
    searches,
    with_neighbours,
)  # fmt: skip
from ingest.index import open_index
from ingest.library import Library
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings
from tests.bot.beehives import beehives
from tests.ingest.fakes import HashEncoder, Silence

REPORT = """# Widget Market Report

## Market size

The widget market was worth USD 3.20 billion in 2024.

## Gadgets

Growth comes from factories that replace old machines.

## Makers

Cogworks and Sprocket & Sons lead.
"""


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[tuple[dict[str, Search], dict[str, Asked]]]:
    """Every search on a small report, and questions about it."""
    (tmp_path / "widgets.md").write_text(REPORT, encoding="utf-8")
    settings, encoder = IngestSettings(data_dir=tmp_path / "data"), HashEncoder()
    ingest_all([tmp_path / "widgets.md"], settings, encoder, Silence())
    with Library(settings.library_location) as library, open_index(settings) as index:
        book = Shelf(library).book("widgets")

        def reading(text: str) -> Asked:
            question = understand(text, book)
            return Asked(question, book, searched(question, book))

        questions = {text: reading(text) for text in ("How big was the market in 2024?", "What of gadgets?")}
        with searches(library, index, encoder, [book], last_first) as found:
            yield found, questions


def last_first(question: str, hits: list[Hit]) -> list[Hit]:
    """Finds the last passages best."""
    return hits[::-1]


def test_a_word_of_the_heading_is_found_only_where_headings_are_searched(
    asked: tuple[dict[str, Search], dict[str, Asked]],
) -> None:
    found, questions = asked
    assert list(found[WORDS](questions["What of gadgets?"]))[:1] == [1]
    assert list(found[WORDS + BARE](questions["What of gadgets?"])) == []


def test_the_figure_of_the_ledger_leads_where_quantities_are_searched(
    asked: tuple[dict[str, Search], dict[str, Asked]],
) -> None:
    found, questions = asked
    assert found[CHANCES](questions["How big was the market in 2024?"])[0] == 0


def test_every_search_finds_passages_and_every_part_is_one_of_them(
    asked: tuple[dict[str, Search], dict[str, Asked]],
) -> None:
    found, questions = asked
    assert {name for part in PARTS for name in (part.with_it, part.without)} <= set(found)
    for search in found.values():
        numbers = list(search(questions["How big was the market in 2024?"]))
        assert set(numbers) <= {0, 1, 2}
        assert len(numbers) == len(set(numbers))


def test_what_both_rankings_have_comes_before_what_one_has_first() -> None:
    dense, words = [(7, 0.9), (3, 0.5)], [(4, 9.0), (3, 5.0)]
    assert [number for number, _ in by_ranks(dense, words)] == [3, 4, 7]


def test_neighbours_are_of_the_same_section_or_table() -> None:
    passages = beehives().passages
    europe = next(p.number for p in passages if p.text.startswith("Region: Europe"))
    assert with_neighbours([europe, 0], passages) == [europe, europe - 1, europe + 1, 0]
    assert with_neighbours([0, 5], passages) == [0, 5]
    assert with_neighbours([], passages) == []
