"""The conversation a page holds."""

from pathlib import Path

from sqlalchemy import create_engine, text

from bot.desk import Step
from bot.records import Records
from bot.ui.conversation import Conversation, Screen, advanced, kept_turns
from tests.bot.fakes import FIGURE, LIST, REPORT, FakeBot

SCREEN = Screen(FakeBot(), [REPORT])
FIRST = FIGURE.model_copy(update={"id": "a1", "conversation": "c1"})
SECOND = LIST.model_copy(update={"id": "a2", "conversation": "c1"})


def talk() -> Conversation:
    conversation = Conversation()
    for answer in (FIRST, SECOND):
        conversation = conversation.asking("How?")
        assert conversation.pending
        conversation = SCREEN.ended(conversation, advanced(conversation.pending, answer))
    return conversation


def test_it_begins_with_the_welcome() -> None:
    assert "Questions to start with" in SCREEN.show(Conversation())


def test_the_turn_under_way_shows_its_steps() -> None:
    asking = Conversation().asking("How big?")
    assert asking.pending
    asked = advanced(asking.pending, Step(name="retrieve", text="Looking"))
    assert "<li>Looking</li>" in SCREEN.show(asking, asked)


def test_turns_are_numbered_and_keep_the_bots_conversation() -> None:
    assert [turn.number for turn in talk().turns] == [1, 2]
    assert talk().id == "c1"
    assert talk().pending is None


def test_a_thumb_changes_only_its_own_turn() -> None:
    before = talk()
    after = before.rated("a1", "up", SCREEN)
    assert [turn.thumb for turn in after.turns] == ["up", None]
    assert after.rendered[0] != before.rendered[0]
    assert after.rendered[1] is before.rendered[1]


def test_a_conversation_that_was_kept_comes_back_with_its_thumbs(records: Records) -> None:
    for answer in (FIRST, SECOND):
        records.keep("How?", answer)
    records.rate("a2", "down")
    back = SCREEN.restored(kept_turns(records, "c1"), records.feedback)
    assert back.id == "c1"
    assert [turn.thumb for turn in back.turns] == [None, "down"]
    assert back.rendered[0] == talk().rendered[0]


def test_a_conversation_that_is_not_known_is_a_new_one(records: Records) -> None:
    assert SCREEN.restored(kept_turns(records, "c9"), records.feedback) == Conversation()
    assert kept_turns(records, "") == ()


def test_answers_kept_by_another_release_do_not_break_the_page(records: Records, tmp_path: Path) -> None:
    records.keep("How?", FIRST)
    with create_engine(f"sqlite:///{tmp_path / 'records.sqlite'}").begin() as connection:
        connection.execute(text("UPDATE turns SET body = :body"), {"body": '{"id": "a1", "words": "It grew."}'})
    assert kept_turns(records, "c1") == ()
