"""Whoever gets no answer is handed over also where the report names nobody."""

from dataclasses import replace

import pytest

from bot.answer import CitedText, HandoffBlock, ParagraphBlock
from bot.clarify import ask_back
from bot.compose import handoff
from bot.evidence import Reason
from bot.hand_over import LEFT, asks_back, handed_over, person_of
from bot.routing.compose import stated
from bot.verify import Verified
from ingest.domain import Contact
from ingest.versions import Version

INES = Contact("Ines Varga", email="ines@meadow.example")


def version(name: str = "kites", **fields: object) -> Version:
    return replace(Version(name, 1, f"{name}-1", "", "", "", 1, f"{name} Market"), **fields)


def said(reason: Reason | None = None, answerer: str = "lookup") -> Verified:
    return stated("Nothing on this.", reason, answerer=answerer)


@pytest.mark.parametrize(
    ("versions", "person"),
    [
        ([version(contact=INES, publisher="Meadow")], INES),
        ([version(contact=INES), version("tides", contact=INES)], INES),
        ([version(contact=INES, publisher="Meadow"), version("tides", publisher="Meadow")], Contact("Meadow")),
        ([version(publisher="Meadow")], Contact("Meadow")),
        ([version(publisher="Meadow"), version("tides", publisher="Ridge")], Contact("the publisher")),
        ([version()], Contact("the publisher")),
        ([], Contact("the publisher")),
    ],
)
def test_the_person_is_who_all_reports_name(versions: list[Version], person: Contact) -> None:
    assert person_of(versions) == person


def test_who_gets_no_answer_is_handed_over() -> None:
    told = handed_over(said("not_in_report"), [version(publisher="Meadow Research")])
    assert told.blocks[-1] == HandoffBlock(text="Ask Meadow Research.", name="Meadow Research")
    assert told.text.endswith("Ask Meadow Research.")
    assert (told.status, told.reason) == ("declined", "not_in_report")


def test_where_nobody_is_known_the_question_can_be_left() -> None:
    told = handed_over(said("no_report"), [])
    assert told.blocks[-1] == HandoffBlock(text=LEFT, name="the publisher")
    assert told.text.endswith("Nothing on this.\n\nYou can leave your question for the publisher.")


def test_what_is_asked_of_the_publisher_is_handed_over_and_other_answers_are_not() -> None:
    assert isinstance(handed_over(said(answerer="contact"), []).blocks[-1], HandoffBlock)
    assert handed_over(said(), []) == said()


def test_who_is_handed_over_already_stays_so() -> None:
    blocks = (ParagraphBlock(sentences=(CitedText(text="No."),)), handoff(INES))
    told = stated(blocks, "not_in_report")
    assert handed_over(told, [version(publisher="Meadow")]) == told


def test_a_question_back_is_told_from_what_cannot_be_answered() -> None:
    assert asks_back(ask_back(["Kites", "Tides"]))
    assert not asks_back(stated("I could not read this.", "unclear", (), answerer="talk"))
    assert not asks_back(said("not_in_report"))
