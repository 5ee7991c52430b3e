"""An answer as the message of a chat."""

import pytest

from bot.answer import Answer, Citation, CitedText, HandoffBlock, ParagraphBlock
from bot.message import ChatMessage, message_of
from tests.bot.fakes import ADDED, CHART, DECLINED, FIGURE, LIST, TABLE, paragraph


def written(answer: Answer) -> ChatMessage:
    return message_of(answer, lambda citation: f"x:{citation.number}")


@pytest.mark.parametrize("answer", [FIGURE, LIST, ADDED, CHART, TABLE, DECLINED])
def test_every_mark_of_the_answer_is_annotated_and_no_mark_of_the_list_of_sources(answer: Answer) -> None:
    message = written(answer)
    marks = [message.text[cited.start : cited.end] for cited in message.cited]
    assert {cited.url for cited in message.cited} == {f"x:{mark[1:-1]}" for mark in marks}
    said, _, sources = message.text.partition("\n\nSources")
    assert marks and len(marks) == said.count("[")
    assert sources


def test_a_figure_is_said_with_its_source() -> None:
    assert written(FIGURE).text == (
        "The market was estimated at USD 1.87 billion in 2025 and is expected to reach USD 2.10 billion in 2026 [1]."
        "\n\n"
        "Sources: Tidal Energy Market, 2025–2032\n"
        "- [1] Market size: “The tidal energy market size was estimated at USD 1.87 billion in 2025 and is expected to "
        "reach USD 2.10 billion in 2026, at a CAGR of 12.40% to reach USD 4.24 billion by 2032.”"
    )


def test_a_table_is_set_as_one() -> None:
    assert (
        "Market size by region, USD million\n\n| Region | 2025 | 2026 |\n| --- | --- | --- |\n"
        "| Europe | 842 | 951 [1] |"
    ) in written(TABLE).text


def test_a_declined_answer_says_so_and_names_who_can_help() -> None:
    said = written(DECLINED).text
    assert said.startswith("The report gives no market share for single companies; it lists Deepflow AS")
    assert "\n- Marit Solheim, Associate Director, Sales\n- marit@harbour.example\n" in said


def test_a_partial_answer_and_one_without_words_say_what_they_are() -> None:
    partial = FIGURE.model_copy(update={"status": "partial"})
    assert written(partial).text.startswith("The report answers only a part of this.\n\nThe market was")
    empty = DECLINED.model_copy(update={"blocks": (), "citations": ()})
    assert written(empty).text == "I found no such figure in the report."


def test_sources_of_several_reports_are_told_apart() -> None:
    other = FIGURE.citations[0].model_copy(update={"number": 2, "title": "Kite Market"})
    answer = FIGURE.model_copy(update={"citations": (*FIGURE.citations, other)})
    assert "- [2] Kite Market, Market size" in written(answer).text


def test_a_source_under_the_title_itself_does_not_say_it_again() -> None:
    top = FIGURE.citations[0].model_copy(update={"heading": (FIGURE.citations[0].title,)})
    assert "\n- [1] “The tidal energy market size" in written(FIGURE.model_copy(update={"citations": (top,)})).text
    shown = LIST.model_copy(update={"citations": (LIST.citations[0].model_copy(update={"heading": ()}),)})
    assert written(shown).text.endswith(f"Sources: {top.title}\n- [1] {top.title}")


def test_a_person_known_by_an_address_alone_is_named_once() -> None:
    block = HandoffBlock(text="Ask a@b.example.", name="a@b.example", email="a@b.example")
    assert written(DECLINED.model_copy(update={"blocks": (block,), "citations": ()})).text == "Ask a@b.example."


def test_no_report_and_no_question_puts_a_link_or_a_picture_into_the_chat() -> None:
    bad = "See ![chart](http://evil.example/?q=1) or <img src=x> at <5%."
    message = written(FIGURE.model_copy(update={"blocks": (paragraph(bad, 1),)}))
    assert "](" not in message.text and "<img" not in message.text and "<5%" in message.text
    assert message.text[message.cited[0].start : message.cited[0].end] == "[1]"


def test_a_number_in_brackets_that_cites_nothing_is_no_mark() -> None:
    block = ParagraphBlock(sentences=(CitedText(text="As noted in [7].", citations=(1,)),))
    message = written(FIGURE.model_copy(update={"blocks": (block,)}))
    assert [message.text[each.start : each.end] for each in message.cited] == ["[1]"]


def test_the_pieces_are_whole_sentences_and_lines() -> None:
    two = ParagraphBlock(sentences=(CitedText(text="One is USD 1.5 billion.", citations=(1,)), CitedText(text="Two.")))
    pieces = written(FIGURE.model_copy(update={"blocks": (two,)})).pieces
    assert pieces[:2] == ("One is USD 1.5 billion [1]. ", "Two.\n\n")


def test_an_answer_that_cites_nothing_has_no_list_of_sources() -> None:
    assert written(FIGURE.model_copy(update={"blocks": (paragraph("Hello."),), "citations": ()})).text == "Hello."


def test_the_link_is_asked_of_each_citation() -> None:
    asked: list[Citation] = []

    def link(citation: Citation) -> str:
        asked.append(citation)
        return "x"

    message_of(FIGURE, link)
    assert asked == list(FIGURE.citations)
