"""The parts of a report are listed to whoever asks for them, with those that need a licence marked."""

import pytest

from bot.address import passage_view
from bot.answerers.contents import called, contents
from bot.book import Book
from bot.evidence import Listing
from bot.retrieve import Found
from bot.understand import understand
from bot.verify import verify
from ingest.domain import Report, Section
from tests.bot.answerers.test_full_report import BOOK, SECTIONS, TABLES, book_of

WHOLE = book_of(Report("kites", "Kite Market", "d", SECTIONS, TABLES), whole=True)
SCOPED = book_of(Report("kites", "Kite Market", "d", (*SECTIONS, Section(("Scope",), "Kites.", "r.md")), TABLES))


def listed(question: str, book: Book = SCOPED) -> list[str] | None:
    draft = contents(Found(understand(question, book), book))
    if draft is None:
        return None
    (block,) = draft.blocks
    assert isinstance(block, Listing) and verify(draft).status == "answered"
    return [item.text for item in block.items]


@pytest.mark.parametrize(
    "question",
    [
        "What does the full report cover?", "table of contents", "What does the report contain?", "contents please",
        "Show me the structure of the report", "Which parts does the study have?", "What is in the full report?",
    ],
)  # fmt: skip
def test_all_parts_are_listed(question: str) -> None:
    items = listed(question)
    assert items is not None
    assert {"Section: Scope", "Section: Price trends (licensed)"} <= set(items)
    assert "Table: Market size by type of kite (licensed)" in items


def test_only_those_that_are_asked_for() -> None:
    assert all(item.startswith("Table: ") for item in listed("Which tables does the report have?") or ["none"])
    assert all(item.startswith("Section: ") for item in listed("Which chapters are there?") or ["none"])
    assert listed("Which sections can I read?") == ["Section: Scope"]
    for question in ("which chapters are licensed", "what do I get if I buy the report?", "What's behind the paywall?"):
        items = listed(question)
        assert items and all(item.endswith(" (licensed)") for item in items)


@pytest.mark.parametrize(
    "question",
    [
        "How many tables does the report have?", "Which tables are there on Japan?", "How big is the kite market?",
        "Which parts do kites have?", "What does the market include?", "Does the report have tables?",
        "What does the report cost?", "Who wrote the report?", "Which section speaks of wind?", "What do people buy?",
        "Which tables are there for 2030?", "What does the report say about vendors?",
        "Give me an overview of the report", "Which licence do I get with the report?", "Who offers the report?",
        "Can I buy the report?", "What do I pay for the report?", "Show me the report", "What is the report about?",
        "tables", "tables in the report?", "What is not covered by the report?",
    ],
)  # fmt: skip
def test_other_questions_are_not_for_the_contents(question: str) -> None:
    assert listed(question) is None


def test_figures_of_licensed_titles_stay_hidden() -> None:
    items = listed("Which tables are licensed?")
    assert items and "Table: Top … vendors hold … (licensed)" in items


def test_who_reads_the_whole_is_told_the_same_parts() -> None:
    draft = contents(Found(understand("Which chapters does the report have?", WHOLE), WHOLE))
    assert draft and isinstance(draft.blocks[0], Listing)
    assert draft.blocks[0].intro.text == "The report has these sections:"


def test_each_part_is_cited_where_the_contents_have_it() -> None:
    draft = contents(Found(understand("What does the full report cover?", SCOPED), SCOPED))
    view = passage_view(SCOPED, "kites:contents")
    assert draft and view
    for evidence in draft.cited:
        assert view.text[evidence.start : evidence.end] == evidence.quote


def test_a_part_is_called_without_its_number() -> None:
    assert [called(line) for line in BOOK.licensed_contents][:1] == ["Competitive landscape"]
