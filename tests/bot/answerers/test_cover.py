"""Whether the report treats something."""

from dataclasses import replace

import pytest

from bot.answerers.cover import asked_itself, cover, enclosing_place, named_in_heading, named_in_list, named_in_text
from bot.evidence import Paragraph
from bot.retrieve import Found
from bot.understand import understand
from ingest.domain import Section
from tests.bot.beehives import answer, asked, beehives, found
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does it cover Germany?", "Germany and France are the leading countries"),
        ("Is France covered?", "Germany and France"),
        ("Does the report cover Apiscan?", "Apiscan GmbH"),
        ("Is Broodline one of the players?", "Broodline Inc."),
        ("Does the report mention batteries?", "Batteries that fail in winter"),
        ("Are hobby keepers included?", "Hobby keepers"),
    ],
)
def test_what_is_there_is_shown_where_it_stands(question: str, said: str) -> None:
    verified = answer(question)
    assert verified.status == "answered"
    assert verified.text.startswith("Yes")
    assert said.rstrip(".") in verified.text


@pytest.mark.parametrize(
    "question",
    ["Does it cover Japan?", "Is Nectarworks among the companies?", "Does the report discuss wasps?"],
)
def test_what_is_not_there_is_not_covered(question: str) -> None:
    assert cover(found(question)) is None
    assert answer(question).status == "declined"


def test_the_wider_region_of_a_place_is_known() -> None:
    assert enclosing_place(asked("Does it cover Japan?"), beehives()) == "Asia-Pacific"
    assert enclosing_place(asked("Does it cover batteries?"), beehives()) is None


def test_a_name_is_looked_for_in_lists_headings_and_text() -> None:
    assert named_in_list(asked("Does it cover Everhive?"), beehives())
    assert named_in_heading(asked("Does it cover drivers?"), beehives())
    assert named_in_text(asked("Does it mention batteries?"), beehives())
    assert named_in_list(asked("Does it cover Nectarworks?"), beehives()) is None


SCOPE = (
    "The note covers widgets of steel. Wooden widgets are excluded, but toys count as widgets. Shops sell most widgets."
)


def of_scope(question: str) -> str:
    book = book_of(SCOPE)
    draft = cover(Found(understand(question, book), book))
    return draft.blocks[0].sentences[0].text if draft and isinstance(draft.blocks[0], Paragraph) else ""


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("Are wooden widgets included?", "No: the report says that it leaves this out."),
        ("Are toys included?", "Yes"),
        ("Are shops part of it?", "Yes"),
        ("Does it only cover steel?", ""),
    ],
)
def test_what_is_left_out_is_not_covered(question: str, opens: str) -> None:
    assert of_scope(question).startswith(opens)
    assert bool(of_scope(question)) is bool(opens)


def test_the_report_s_own_answer_to_the_question_is_given() -> None:
    book = book_of("None.")
    section = Section(("Does the study cover cinemas?",), "No. These are left to another study.", "r.md", 1)
    book = replace(book, report=replace(book.report, sections=(section,)))
    draft = asked_itself(understand("Are cinemas included?", book), book)
    assert draft is not None
    assert isinstance(draft.blocks[0], Paragraph)
    assert [sentence.text for sentence in draft.blocks[0].sentences] == ["No.", "These are left to another study."]


@pytest.mark.parametrize(
    "question",
    ["Is Bolt Works the largest maker?", "Are Carex Ltd the main suppliers?", "Is Bolt Works bigger than Acme Tools?"],
)
def test_that_something_is_named_is_no_yes_to_whether_it_is_first(question: str) -> None:
    book = book_of("Makers:\n\n- Acme Tools\n- Bolt Works\n- Carex Ltd\n")
    assert "Yes" not in answer(question, book=book).text
    assert answer("Is Bolt Works covered?", book=book).text.startswith("Yes")
