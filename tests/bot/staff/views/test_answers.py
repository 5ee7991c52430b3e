"""Answers to look at, as they were given."""

from datetime import UTC, datetime

import pytest

from bot.provenance import provenance_of
from bot.records import Kept
from bot.staff.insights import Disliked, Refused
from bot.staff.views.answers import answers_html
from tests.bot.fakes import FIGURE, FIGURE_TEXT, SIZES, FakeBot
from tests.bot.staff.attacks import ATTACKS, LOADED

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHOSEN = {"days": "30", "report": "", "site": ""}
ASKED = {"answer": "a1", "question": "How big?", "status": "answered", "reason": "", "report": "bees", "site": "",
         "asked_at": NOON}  # fmt: skip
KEPT = Kept(
    question="How big?", report=None, answer=FIGURE.model_copy(update={"id": "a1"}), asked_at=NOON, reader="",
    provenance=provenance_of(FIGURE, FakeBot()),
)  # fmt: skip


def disliked(**fields: object) -> Disliked:
    return Disliked.model_validate({**ASKED, "comment": None, "given_at": NOON, **fields})


def refused(**fields: object) -> Refused:
    said = {"why": "USD 9 billion does not stand there", "text": "It is USD 9 billion."}
    return Refused.model_validate({**ASKED, **said, **fields})


def test_the_answer_is_shown_whole_with_its_quote_and_its_edition() -> None:
    html = answers_html([(disliked(comment="wrong year"), KEPT)], [], {"bees": "Bees"}, CHOSEN)
    for said in ("How big?", "wrong year", FIGURE_TEXT, SIZES, "3rd edition", "version 7", "Answer a1"):
        assert said in html


def test_what_was_taken_out_is_marked_as_not_said() -> None:
    html = answers_html([], [refused()], {}, CHOSEN)
    assert '<span class="mark">Not said</span> It is USD 9 billion.' in html
    assert "Because USD 9 billion does not stand there." in html
    assert "No reader saw any of it" in html


@pytest.mark.parametrize("attack", ATTACKS)
def test_whatever_was_typed_is_text(attack: str) -> None:
    html = answers_html(
        [(disliked(question=attack, comment=attack), None)],
        [refused(question=attack, why=attack, text=attack)],
        {"bees": attack},
        CHOSEN,
    )
    assert not [tag for tag in LOADED if tag in html]
