"""Explanations from the section that a report has on them."""

import pytest

from bot.answerers.section import section
from bot.retrieve import Found
from bot.understand import understand
from ingest.domain import Section
from tests.bot.books import book_of

GROWS = (
    "Cheap silk. A kite costs half of what it did. Schools buy them in spring. Wind is free. Tax is low. Rain is rare."
)
SLOWS = "Two things weigh:\n- Power lines. Towns forbid flying near them.\n- Drones compete for the sky."
MORE = (Section(("Why it is growing",), GROWS, "a.md"), Section(("What could slow it",), SLOWS, "a.md"))


def told(question: str) -> list[str]:
    book = book_of("Kites fly. Kites are sold in Europe.", "Kite Market", sections=MORE)
    draft = section(Found(understand(question, book), book))
    return [each.quote for each in draft.cited] if draft else []


@pytest.mark.parametrize(
    "question",
    [
        "Why is the kite market growing?",
        "what's driving demand for kites",
        "Which factors fuel kite sales?",
        "drivers?",
    ],
)
def test_the_first_sentences_of_its_section_answer_a_run_in_label_with_what_is_said_of_it(question: str) -> None:
    assert told(question) == [
        "Cheap silk. A kite costs half of what it did.", "Schools buy them in spring.", "Wind is free.", "Tax is low.",
    ]  # fmt: skip


def test_of_a_list_each_items_first_sentence_is_told_and_its_lead_in_is_not() -> None:
    assert told("What holds the market back?") == [
        "Power lines. Towns forbid flying near them.", "Drones compete for the sky.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Why are stunt kites growing?",  # of a part
        "Why did kites grow in 2021?",  # of a time
        "Why is demand in Japan growing?",  # of a place
        "How big is the kite market?",
        "What are the opportunities?",  # no such section
    ],
)
def test_a_narrower_question_is_left_to_others(question: str) -> None:
    assert told(question) == []
