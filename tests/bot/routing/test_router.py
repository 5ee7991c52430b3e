"""Conversations over a library of editions, neighbours and publishers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.routing.route import picked
from bot.routing.router import Turn, went_back
from bot.shelf import Shelf
from ingest.errors import UnknownReport
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from tests.bot.routing.libraries import CATALOGUE
from tests.bot.sources import report_of

REPORTS = {
    "kites-2024": ("Kite Market 2024", "Northfield Research", 2024, "2.5"),
    "kites-2025": ("Kite Market 2025", "Northfield Research", 2025, "2.7"),
    "kites-brook": ("Kite Market", "Brook & Vale", 2025, "3.1"),
    "kite-services": ("Kite Services Market", "Northfield Research", 2025, "0.4"),
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportBot]:
    with shelved(tmp_path_factory.mktemp("library"), REPORTS) as opened:
        yield opened


@pytest.fixture(scope="module")
def lone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportBot]:
    with shelved(tmp_path_factory.mktemp("lone"), {"kites-brook": REPORTS["kites-brook"]}) as opened:
        yield opened


@contextmanager
def shelved(folder: Path, reports: dict[str, tuple[str, str, int, str]]) -> Iterator[ReportBot]:
    """A bot over a library of short reports."""
    with Library(f"sqlite:///{folder / 'library.sqlite'}") as library:
        for report, (title, publisher, year, size) in reports.items():
            market = title.removesuffix(" 2024").removesuffix(" 2025").lower()
            before = f"It was valued at USD 0.{size[0]} billion in 2020."
            text = f"The {market} was valued at USD {size} billion in 2025. {before}"
            read = report_of(text, title)
            read = replace(read, id=report, publisher=publisher, published=date(year, 3, 1))
            library.replace(read, passages(read), quantities(read), item_lists(read))
        yield ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search))


def asked(bot: ReportBot, *turns: str) -> Answer:
    """The answer to the last of some turns."""
    answer = bot.ask(turns[0])
    for turn in turns[1:]:
        answer = bot.ask(turn, conversation=answer.conversation)
    return answer


@pytest.mark.parametrize(
    ("turns", "figure", "report"),
    [
        (["Kite services market size in 2025?"], "0.4", "kite-services"),
        (["How big is the kite market in 2025 according to Brook & Vale?"], "3.1", "kites-brook"),
        (["Northfield's kite market size in 2025?"], "2.7", "kites-2025"),
        (["Northfield's kite market size in 2025, in the 2024 edition?"], "2.5", "kites-2024"),
        (["Northfield's kite market size in 2025?", "and in the 2024 edition?"], "2.5", "kites-2024"),
        (["Northfield's kite market size in 2025?", "and according to Brook & Vale?"], "3.1", "kites-brook"),
        (["Northfield's kite market size in 2025?", "what about the services market?"], "0.4", "kite-services"),
        (["How big is the kite market in 2025?", "the one by Brook & Vale"], "3.1", "kites-brook"),
        (["How big is the kite market in 2025?", "northfield", "and in 2020?"], "0.2", "kites-2025"),
    ],
)
def test_each_turn_finds_its_report_and_cites_no_other(
    bot: ReportBot, turns: list[str], figure: str, report: str
) -> None:
    answer = asked(bot, *turns)
    assert f"USD {figure} billion" in answer.text
    assert {each.report for each in answer.citations} == {report}


def test_the_edition_is_said_where_there_are_several(bot: ReportBot) -> None:
    assert asked(bot, "Northfield's kite market size in 2025?").text.endswith("This is from the newest edition, 2025.")
    assert "edition" not in asked(bot, "Kite services market size in 2025?").text


def test_what_two_publishers_say_stands_side_by_side_and_goes_on_so(bot: ReportBot) -> None:
    turns = ["How big was the kite market in 2025 according to Northfield and Brook & Vale?", "and in 2020?"]
    first, then = asked(bot, turns[0]), asked(bot, *turns)
    assert {each.report for each in first.citations} == {each.report for each in then.citations}
    assert "USD 2.7 billion" in first.text and "USD 3.1 billion" in first.text and "They differ." in first.text
    assert "USD 0.2 billion" in then.text and "USD 0.3 billion" in then.text


def test_the_two_reports_spoken_of_last_are_asked_side_by_side(bot: ReportBot) -> None:
    turns = ["Northfield's kite market size in 2025?", "and according to Brook & Vale?", "do they agree on 2020?"]
    answer = asked(bot, *turns)
    assert {each.report for each in answer.citations} == {"kites-2025", "kites-brook"}
    assert "USD 0.2 billion" in answer.text and "USD 0.3 billion" in answer.text


def test_a_market_that_is_larger_than_another_is_told_beside_it(bot: ReportBot) -> None:
    answer = bot.ask("is Northfield's kite market larger than Brook & Vale's in 2025?")
    assert "USD 2.7 billion" in answer.text and "USD 3.1 billion" in answer.text


def test_it_asks_back_with_what_tells_the_reports_apart(bot: ReportBot) -> None:
    answer = asked(bot, "How big is the kite market in 2025?")
    assert answer.reason == "unclear"
    assert set(answer.suggestions) == {"Kite Market 2025 (Northfield Research)", "Kite Market (Brook & Vale)"}
    picked = bot.ask("Kite Market (Brook & Vale)", conversation=answer.conversation)
    assert "USD 3.1 billion" in picked.text


@pytest.mark.parametrize(
    ("question", "report", "why"),
    [
        ("How big is it according to Northfield?", "kites-brook", "The report chosen is by Brook & Vale"),
        ("How big was it in the 2024 edition?", "kites-2025", "The report chosen is the edition 2025"),
        ("What changed since the last edition?", "kites-2025", "other editions are not asked beside it"),
        ("Kite services market size according to Gartner?", None, "does not name Gartner"),
        ("How big is the kite market according to Northfield in the 2019 edition?", None, "There is no 2019 edition"),
        ("How big is the rope market?", None, "No report in the library is on this."),
    ],
)
def test_what_is_out_of_scope_is_declined_with_the_reason(
    bot: ReportBot, question: str, report: str | None, why: str
) -> None:
    answer = bot.ask(question, report)
    assert answer.status == "declined" and why in answer.text and not answer.citations


def test_which_reports_there_are_is_told(bot: ReportBot) -> None:
    answer = bot.ask("Which reports do you have?")
    assert answer.status == "answered" and "- Kite Services Market" in answer.text
    assert "Kite Market 2024" not in answer.text


def test_a_greeting_needs_no_report(bot: ReportBot) -> None:
    assert bot.ask("hello").status == "answered"
    assert bot.ask("thanks!").text == "You are welcome."


@pytest.mark.parametrize("question", ["hello", "Who are you?", "What can you do?"])
def test_of_several_reports_none_is_said_to_be_the_one_that_is_spoken_of(bot: ReportBot, question: str) -> None:
    answer = bot.ask(question)
    assert "the reports in this library" in answer.text and not answer.citations
    assert bot.ask(answer.suggestions[0]).text.startswith("The library has these reports")
    assert "the Kite market" in bot.ask(question, "kites-2025").text


def test_a_question_for_a_person_asks_back_whose_report(bot: ReportBot) -> None:
    answer = bot.ask("Who can I contact?")
    assert answer.reason == "unclear" and len(answer.suggestions) == 3


def test_a_wrong_id_is_an_error(bot: ReportBot) -> None:
    with pytest.raises(UnknownReport):
        bot.ask("How big is it?", report="nowhere")


def test_a_chosen_report_is_refused_for_a_publishers_whole_name_only(bot: ReportBot) -> None:
    assert "is not asked" not in bot.ask("How big is the kite market of brook anglers?", "kites-2025").text
    assert "is not asked" in bot.ask("How big is it by Brook & Vale?", "kites-2025").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which reports do you have?", "- Kite Market"),
        ("What changed since the last edition?", "There is no earlier edition of Kite Market in the library; it has"),
        ("Was the size for 2025 raised since the previous report?", "There is no earlier edition"),
        ("How big is the kite market according to Gartner?", "Kite Market does not name Gartner"),
        ("How big is the kite market according to Brook & Vale?", "USD 3.1 billion"),
        ("How did the kite market change from 2020 to 2025?", "2020"),
    ],
)
def test_a_report_alone_is_asked_about_itself_and_its_shelf(lone: ReportBot, question: str, said: str) -> None:
    assert said in lone.ask(question).text


def test_the_conversation_goes_back_to_what_was_spoken_of(bot: ReportBot) -> None:
    turns = ("Kite services market size in 2025?", "Northfield's kite market size in 2025?")
    answer = asked(bot, *turns, "ok back to services: and in 2025?")
    assert "USD 0.4 billion" in answer.text
    assert {citation.report for citation in answer.citations} == {"kite-services"}


def test_what_was_not_spoken_of_is_nothing_to_go_back_to() -> None:
    turns = (Turn("How big is it?", ("kite-services",)),)
    assert went_back("back to services: and in 2024?", turns, CATALOGUE) is not None
    assert went_back("back to mowers: and in 2024?", turns, CATALOGUE) is None
    assert went_back("back to Europe: and in 2024?", turns, CATALOGUE) is None
    assert went_back("and in 2024?", turns, CATALOGUE) is None


def test_one_market_takes_the_place_of_another(bot: ReportBot) -> None:
    answer = asked(bot, "How big is the kite services market in 2025?", "and the Northfield kite market?")
    assert "USD 2.7 billion" in answer.text
    assert "services" not in answer.text.lower()


def test_the_word_that_one_report_alone_has_picks_it(bot: ReportBot) -> None:
    offered = [CATALOGUE.get(each) for each in ("kites-25", "kite-services", "kite-software")]
    entries = [entry for entry in offered if entry]
    chosen = picked("the software one", entries, CATALOGUE)
    assert chosen is not None
    assert chosen.id == "kite-software"
    assert picked("the cheap one", entries, CATALOGUE) is None
