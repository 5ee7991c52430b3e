"""What is said when the report does not say."""

from dataclasses import replace

import pytest

from bot.answerers.decline import WORTH_SHOWING, decline, missing
from bot.evidence import Draft, Paragraph
from bot.odds import Likely
from ingest.domain import Table
from tests.bot.beehives import answer, asked, beehives, found, kinds_of
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "reason", "lacking", "near"),
    [
        ("What was the market size in 2015?", "not_published", "2015", "2023"),
        ("What is the market share of Apiscan?", "not_published", "Apiscan", "Apiscan GmbH"),
        ("How big is the market in Japan?", "not_published", "Japan", "Asia-Pacific"),
        ("How big are smart collars?", "not_in_report", "smart collars", ""),
        ("What's the weather in Paris?", "out_of_scope", "weather", ""),
    ],
)
def test_what_is_missing_and_what_is_near_are_named(question: str, reason: str, lacking: str, near: str) -> None:
    verified = answer(question)
    assert (verified.status, verified.reason) == ("declined", reason)
    assert lacking in verified.text
    assert near in verified.text


def test_the_reader_is_handed_to_a_person() -> None:
    assert "handoff" in kinds_of(answer("What was the market size in 2015?").blocks)


def test_declining_is_always_possible_and_gives_a_reason() -> None:
    assert decline(found("How big is the market in 2024?")).reason is not None


@pytest.mark.parametrize(
    ("question", "said"), [("What is the market share of Apiscan?", "market share"), ("How big is Japan?", "in Japan")]
)
def test_what_is_missing_is_said_in_the_question_s_terms(question: str, said: str) -> None:
    assert said in missing(asked(question), beehives())


@pytest.mark.parametrize(
    ("question", "tells"),
    [("Europe is the largest region?", "is the largest"), ("Widgets grew fastest, right?", "grows fastest")],
)
def test_who_asks_which_is_first_is_told_so(question: str, tells: str) -> None:
    book = book_of("The widget market was valued at USD 2.5 billion in 2024.")
    assert f"which {tells}" in answer(question, book=book).text


def said(draft: Draft) -> str:
    return " ".join(s.text for block in draft.blocks if isinstance(block, Paragraph) for s in block.sentences)


def test_the_likeliest_figure_is_shown_as_near() -> None:
    evidence = found("What share do scales have?")
    quantity = next(q for q in evidence.book.quantities if q.text == "41.0%")
    near = replace(evidence, likely=(Likely(quantity, WORTH_SHOWING),))
    assert "41.0%" in said(decline(near))
    assert "41.0%" not in said(decline(replace(evidence, likely=(Likely(quantity, WORTH_SHOWING - 0.01),))))
    other = replace(found("How many wasps are there?"), likely=(Likely(quantity, WORTH_SHOWING),))
    assert "41.0%" not in said(decline(other))


@pytest.mark.parametrize("question", ["How do brass makers pay tax?", "How large are the brass makers?"])
def test_a_sentence_that_only_opens_a_list_is_not_what_the_report_says(question: str) -> None:
    book = book_of("Buzz grows.\n\nThe brass makers it names are:\n\n- Acme Tools\n- Bolt Works\n- Carex Ltd\n")
    assert "names are" not in answer(question, book=book).text


def test_the_name_that_was_asked_about_alone_is_not_what_the_report_says() -> None:
    for question in ("Who is the chairman of Apiscan GmbH?", "profit of Apiscan GmbH", "Apiscan GmbH sales in 2019?"):
        told = said(decline(found(question)))
        assert not any(f"{lead} “Apiscan GmbH”" in told for lead in ("It does say:", "What is near:"))
    assert "It does say: “Apiscan GmbH”" in said(decline(found("dose it traet Apiscan GmbH")))


def test_the_rest_of_a_region_is_not_the_region_and_the_world_is_no_news() -> None:
    table = Table("Sales", ("Region", "2024"), (("Asia", "4"), ("Rest of World", "5")), "s.csv")
    assert "as a whole" not in answer("Does it sell in Kenya?", book=book_of("None.", tables=(table,))).text


def test_a_number_that_nothing_names_is_called_such_a_number() -> None:
    assert missing(asked("How many are there?"), beehives()) == "I found no such number in the report."
