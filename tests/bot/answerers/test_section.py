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
        "Why do drivers of vans fly kites?",  # of people
        "Why are sales of Skyline growing?",  # of a company
    ],
)
def test_a_narrower_question_is_left_to_others(question: str) -> None:
    assert told(question) == []


def of(question: str, *sections: Section) -> list[str]:
    book = book_of("Kites fly.", "Kite Market", sections=sections)
    draft = section(Found(understand(question, book), book))
    return [each.quote for each in draft.cited] if draft else []


def test_a_label_before_a_paragraph_heads_it_as_does_a_line_over_one() -> None:
    dynamics = Section(
        ("Dynamics",), "Drivers. Silk is cheap. Schools buy.\n\nRestraint: Old rules\n\nTowns forbid flying.", "a.md"
    )
    assert of("Why does it grow?", dynamics) == ["Drivers. Silk is cheap.", "Schools buy."]
    assert of("What holds it back?", dynamics) == ["Towns forbid flying."]


def test_an_announcement_is_told_with_what_it_announces() -> None:
    why = Section(("Why it is growing",), "The reason is plain. Silk is cheap.\n\nWind is free. Tax is low.", "a.md")
    assert of("Why is it growing?", why)[:2] == ["The reason is plain. Silk is cheap.", "Wind is free. Tax is low."]


def test_without_a_heading_the_sentences_that_name_it_are_told() -> None:
    market = Section(
        ("Market",),
        "Kites are old. Cheap silk is the main driver of demand. Rain is the brake. Towns lose a fair in three.",
        "a.md",
    )
    assert of("Why does the market grow?", market)[:1] == ["Cheap silk is the main driver of demand."]
    assert of("What slows it down?", market) == ["Rain is the brake.", "Towns lose a fair in three."]


def test_what_is_said_of_a_place_names_no_topic_of_the_market() -> None:
    japan = Section(("Japan",), "Growth is driven by schools.", "a.md")
    assert of("Why does the market grow?", japan) == []


def test_advice_for_somebody_is_told_to_who_asks_for_theirs() -> None:
    view = Section(("Our view",), "Makers should sell in spring. Schools should buy in autumn.", "a.md")
    assert of("What should schools do?", view) == ["Schools should buy in autumn."]


def test_a_bare_why_after_the_growth_asks_for_what_drives_it() -> None:
    book = book_of("Kites fly.", "Kite Market", sections=MORE)
    before = understand("What is the CAGR?", book)
    assert section(Found(understand("why?", book, before), book)) is not None


@pytest.mark.parametrize("ask", ["What is left out of the study?", "which products dont count as kites here"])
def test_what_is_not_counted_is_told_in_the_reports_words(ask: str) -> None:
    counted = Section(("What is counted",), "Kites fly on a cord. Balloons are not included.", "a.md")
    assert of(ask, counted) == ["Balloons are not included."]
    assert of("Which countries are not covered?", counted) == []
