"""Headline figures over a library, each as its report's own answer gives it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import TableBlock
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.shelf import Shelf
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from tests.bot.sources import report_of

REPORTS = {
    "kites-2024": ("Kite Market 2024", "2.5", "6.1", "2.4"),
    "kites-2025": ("Kite Market 2025", "2.7", "5.9", "2.4"),
    "tides": ("Tidal Energy Market", "1.87", "9.5", "1.7"),
    "tents": ("Tent Market", "7.2", "3.3", "7.0"),
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportBot]:
    folder: Path = tmp_path_factory.mktemp("library")
    with Library(f"sqlite:///{folder / 'library.sqlite'}") as library:
        for report, (title, size, rate, before) in REPORTS.items():
            market = title.removesuffix(" 2024").removesuffix(" 2025").lower()
            text = (
                f"The {market} was valued at USD {size} billion in 2025. "
                f"It was valued at USD {before} billion in 2024. "
                f"The {market} is expected to grow at a CAGR of {rate}% from 2025 to 2032."
            )
            read = replace(report_of(text, title), id=report)
            library.replace(read, passages(read), quantities(read), item_lists(read))
        yield ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportBot]:
    """A library in which one report gives no rate, and another nothing."""
    texts = {
        "kites": ("Kite Market", "The kite market is expected to grow at a CAGR of 5.9% from 2025 to 2032."),
        "tides": (
            "Tidal Energy Market",
            "It was worth USD 2.0 billion in 2025. It will reach USD 4.2 billion in 2030.",
        ),
        "ropes": ("Rope Market", "Rope is made of hemp."),
    }
    folder: Path = tmp_path_factory.mktemp("other")
    with Library(f"sqlite:///{folder / 'library.sqlite'}") as library:
        for report, (title, text) in texts.items():
            read = replace(report_of(text, title), id=report)
            library.replace(read, passages(read), quantities(read), item_lists(read))
        yield ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search))


def rows(bot: ReportBot, question: str) -> list[tuple[str, ...]]:
    answer = bot.ask(question)
    return [row.cells for block in answer.blocks if isinstance(block, TableBlock) for row in block.rows]


def test_markets_are_ranked_by_growth_and_by_size_of_the_newest_editions(bot: ReportBot) -> None:
    assert [cells[0] for cells in rows(bot, "which of your markets grows fastest?")] == [
        "Tidal Energy Market", "Kite Market 2025", "Tent Market",
    ]  # fmt: skip
    assert [cells[1] for cells in rows(bot, "rank your markets by size in 2025")] == [
        "USD 7.2 billion (2025)", "USD 2.7 billion (2025)", "USD 1.87 billion (2025)",
    ]  # fmt: skip


def test_only_as_many_as_are_asked_for_and_only_within_a_bound(bot: ReportBot) -> None:
    assert len(rows(bot, "what are your two biggest markets in 2025?")) == 2
    told = rows(bot, "which of your markets grow by more than 5% a year?")
    assert [cells[0] for cells in told] == ["Tidal Energy Market", "Kite Market 2025"]
    told = rows(bot, "which of your markets grow by at least 5.9% a year?")
    assert [cells[0] for cells in told] == ["Tidal Energy Market", "Kite Market 2025"]
    slow = bot.ask("which of your markets grow by less than 4% a year?")
    assert slow.text.startswith("Tent Market gives the lowest compound annual growth rate, 3.3%")


def test_each_figure_is_cited_from_its_own_report(bot: ReportBot) -> None:
    answer = bot.ask("which of your markets grows fastest?")
    assert answer.text.startswith("Tidal Energy Market gives the highest compound annual growth rate, 9.5%")
    assert [each.report for each in answer.citations] == ["tides", "kites-2025", "tents"]


def test_a_year_that_no_report_gives_is_declined(bot: ReportBot) -> None:
    assert bot.ask("rank your markets by size in 1999").status == "declined"


def test_editions_are_compared_by_the_figures_that_both_give(bot: ReportBot) -> None:
    answer = bot.ask("what changed in the kite report since the 2024 edition?")
    assert rows(bot, "what changed in the kite report since the 2024 edition?") == [
        ("Market size 2025", "USD 2.5 billion", "USD 2.7 billion"),
        ("CAGR 2025–2032", "6.1%", "5.9%"),
        ("Market size 2024", "USD 2.4 billion", "USD 2.4 billion"),
    ]
    assert {each.report for each in answer.citations} == {"kites-2024", "kites-2025"}
    assert answer.text.startswith("Between Edition 2024 and Edition 2025 these headline figures changed:")


def test_a_report_without_a_rate_is_ranked_by_what_its_figures_make(other: ReportBot) -> None:
    answer = other.ask("which of your markets grows fastest?")
    first = "Tidal Energy Market has, calculated from what it gives, the highest compound annual growth rate, 16"
    assert answer.text.startswith(first)
    assert [cells[1].endswith(", calculated") for cells in rows(other, "which of your markets grows fastest?")] == [
        True, False,
    ]  # fmt: skip
    assert "2 of 3 reports give such a figure, or figures that it is calculated from;" in answer.text
    assert "Not ranked: Rope Market." in answer.text
    assert len(answer.calculations) == 1
    numbers = {each.number: each.report for each in answer.citations}
    assert {numbers[each.citation] for each in answer.calculations[0].operands} == {"tides"}


def test_the_first_and_the_last_are_told_where_both_are_asked_for(bot: ReportBot) -> None:
    answer = bot.ask("what is your biggest market in 2025 and what is the smallest?")
    assert "Tent Market gives the largest market size" in answer.text
    assert "Tidal Energy Market gives the lowest market size" in answer.text
    assert {each.report for each in answer.citations} == {"tents", "tides"}


@pytest.mark.parametrize("question", ["top two slowest of your markets", "which of your markets grows most slowly?"])
def test_the_slowest_alone_are_told_where_only_they_are_asked_for(bot: ReportBot, question: str) -> None:
    assert bot.ask(question).text.startswith("Tent Market gives the lowest compound annual growth rate, 3.3%")
    assert len(rows(bot, question)) > 1


@pytest.fixture(scope="module")
def currencies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportBot]:
    """A library whose reports are in several currencies, one in two editions with rates over other times."""
    texts = {
        "kites": ("Kite Market", "The kite market was valued at GBP 30.9 billion in 2025."),
        "tides": ("Tidal Energy Market", "The tidal energy market was valued at USD 8.9 billion in 2025."),
        "tents": ("Tent Market", "The tent market was valued at EUR 8.5 billion in 2025."),
        "ropes-2024": (
            "Rope Market 2024",
            "The rope market was valued at USD 0.5 billion in 2025. It is to grow at a CAGR of 5% from 2024 to 2030.",
        ),
        "ropes-2025": (
            "Rope Market 2025",
            "The rope market was valued at USD 0.4 billion in 2025. It is to grow at a CAGR of 4% from 2025 to 2032.",
        ),
    }
    folder: Path = tmp_path_factory.mktemp("currencies")
    with Library(f"sqlite:///{folder / 'library.sqlite'}") as library:
        for report, (title, text) in texts.items():
            read = replace(report_of(text, title), id=report)
            library.replace(read, passages(read), quantities(read), item_lists(read))
        yield ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search))


def test_the_first_is_told_across_currencies_where_every_rate_gives_it(currencies: ReportBot) -> None:
    answer = currencies.ask("what is your biggest market in 2025?")
    assert answer.text.startswith("Kite Market gives the largest market size of all, GBP 30.9 billion (2025)")
    assert "What is said across currencies holds at any exchange rate since 2022." in answer.text


def test_markets_whose_order_no_rate_settles_stay_apart(currencies: ReportBot) -> None:
    text = currencies.ask("what are your two biggest markets in 2025?").text
    assert "Tidal Energy Market gives the largest market size in USD" in text
    assert "Tent Market gives the largest market size in EUR" in text


def test_the_first_and_the_last_are_one_each_across_currencies(currencies: ReportBot) -> None:
    answer = currencies.ask("what is your biggest market in 2025 and what is the smallest?")
    assert {each.report for each in answer.citations} == {"kites", "ropes-2025"}


def test_as_many_are_told_as_come_next(bot: ReportBot) -> None:
    told = rows(bot, "which of your markets grows fastest, and which comes second?")
    assert [cells[0] for cells in told] == ["Tidal Energy Market", "Kite Market 2025"]
