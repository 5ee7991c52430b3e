"""What is kept of people is deleted, whole and alone."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.erasing import Erased, Eraser, overwrite
from bot.leads import Leads
from bot.recorded import RecordedBot
from bot.records import ModelUse, Records
from bot.records_schema import CitedRow, FeedbackRow, LeadRow, ModelUseRow, SourceRow, TurnRow
from tests.bot.fakes import FakeBot

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
Talk = Callable[..., list[str]]
USE = ModelUse(
    answer="", model="openai:x", tokens_in=10, tokens_out=5, millionths=7, seconds=0.1, outcome="answered"
)  # fmt: skip


class Day:
    """A clock that a test sets."""

    now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Day:
    return Day()


@pytest.fixture
def records(tmp_path: Path, clock: Day) -> Iterator[Records]:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}", clock)
    yield records
    records.close()


@pytest.fixture
def eraser(records: Records) -> Eraser:
    return Eraser(records, Leads(records.engine))


@pytest.fixture
def talk(records: Records) -> Talk:
    """Asks in a conversation, rates the answers and notes a model's use; the answers' ids."""
    bot = RecordedBot(FakeBot(), records)

    def talked(conversation: str, *questions: str) -> list[str]:
        answers = [bot.ask(question, conversation=conversation).id for question in questions]
        for answer in answers:
            records.rate(answer, "down", "no")
            records.keep_use(USE.model_copy(update={"answer": answer}))
        return answers

    return talked


def leave(records: Records, email: str, conversation: str | None, at: datetime = NOON) -> None:
    with records.writing() as session:
        number = session.scalar(select(func.count()).select_from(LeadRow))
        session.add(LeadRow(id=f"lead{number}", email=email, conversation=conversation, consent="Yes.", received_at=at))


def count(records: Records, table: type) -> int:
    with Session(records.engine) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_conversation_goes_with_all_that_is_its_own(records: Records, eraser: Eraser, talk: Talk) -> None:
    talk("c1", "How big?", "Who are the players?")
    (kept,) = talk("c2", "How big?")
    erased = eraser.conversation("c1")
    assert erased.model_dump() | {"sources": 0} == Erased(conversations=1, answers=2, thumbs=2).model_dump()
    assert erased.sources >= 1
    assert [count(records, table) for table in (TurnRow, FeedbackRow)] == [1, 1]
    assert records.answer(kept) is not None
    with Session(records.engine) as session:
        needed = set(session.scalars(select(CitedRow.digest)))
        assert set(session.scalars(select(SourceRow.digest))) == needed
    assert not eraser.conversation("c1")


def test_of_what_a_model_took_the_counts_stay(records: Records, eraser: Eraser, talk: Talk) -> None:
    talk("c1", "How big?")
    eraser.conversation("c1")
    assert records.used_today() == (15, 7)
    with Session(records.engine) as session:
        assert list(session.scalars(select(ModelUseRow.answer))) == [""]


def test_what_is_older_goes_and_the_rest_stays(records: Records, eraser: Eraser, talk: Talk, clock: Day) -> None:
    talk("c1", *["How big?"] * 3)
    leave(records, "a@shop.example", None)
    clock.now = NOON + timedelta(days=2)
    talk("c2", "How big?")
    leave(records, "b@shop.example", None, clock.now)
    erased = eraser.before(NOON + timedelta(days=1))
    assert (erased.answers, erased.leads, erased.conversations) == (3, 1, 1)
    assert [count(records, table) for table in (TurnRow, LeadRow)] == [1, 1]


def test_an_address_goes_with_the_conversations_it_came_from(records: Records, eraser: Eraser, talk: Talk) -> None:
    talk("c1", "How big?")
    talk("c2", "How big?")
    leave(records, "ann@shop.example", "c1")
    leave(records, "ann@shop.example", None)
    leave(records, "ben@shop.example", "c2")
    erased = eraser.of(" ann@shop.example ")
    assert (erased.leads, erased.conversations) == (2, 1)
    assert records.turns("c1") == [] and len(records.turns("c2")) == 1
    assert not eraser.of("nobody@shop.example")


def test_everything_goes_and_nothing_of_it_stands_in_the_files(
    records: Records, eraser: Eraser, talk: Talk, tmp_path: Path
) -> None:
    talk("c1", *["How big is Hesperia?"] * 250)
    leave(records, "ann@shop.example", "c1")
    erased = eraser.everything(NOON + timedelta(seconds=1))
    assert (erased.answers, erased.leads) == (250, 1)
    assert all(count(records, table) == 0 for table in (TurnRow, FeedbackRow, SourceRow, CitedRow, LeadRow))
    overwrite(records)
    files = b"".join(each.read_bytes() for each in tmp_path.glob("records.sqlite*"))
    assert b"Hesperia" not in files and b"ann@shop.example" not in files


def test_how_much_it_was_is_said() -> None:
    assert str(Erased(conversations=1, answers=2)) == "1 conversations, 2 answers, 0 thumbs, 0 sources, 0 leads"
    assert not Erased()
