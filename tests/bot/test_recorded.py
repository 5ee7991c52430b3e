"""The bot that keeps its answers."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.answer import Answer
from bot.reader import Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.records_schema import RejectionRow, TurnRow
from bot.verify import Rejection
from bot.visitors import VISITOR
from tests.bot.fakes import EDITION, PASSAGES, REPORT, FakeBot


def test_an_answer_is_kept_before_it_is_shown(records: Records) -> None:
    for part in RecordedBot(FakeBot(), records).stream("How big?", REPORT.id, "c7"):
        kept = records.turns("c7")
        assert [turn.answer for turn in kept] == ([part] if isinstance(part, Answer) else [])


def test_reports_and_passages_are_the_bots_own(records: Records) -> None:
    bot = RecordedBot(FakeBot(), records)
    assert bot.reports() == [REPORT]
    assert bot.passage("tidal-energy:p0") is not None
    assert bot.passage("tidal-energy:p99") is None


def test_an_answer_is_kept_with_what_it_was_given_from(records: Records) -> None:
    bot = FakeBot()
    answer = RecordedBot(bot, records).ask("How big?")
    bot.passages.clear()
    kept = records.answer(answer.id)
    assert kept is not None and kept.answer == answer
    assert kept.provenance.editions == (EDITION,)
    assert kept.provenance.passages == (PASSAGES["tidal-energy:p0"],)


def test_a_reader_forgets_their_own_conversation_only(records: Records) -> None:
    fake = FakeBot()
    bot = RecordedBot(fake, records)
    lin, kim = bot.seen_by(Reader(name="lin")), bot.seen_by(Reader(name="kim"))
    lin.ask("How big?", conversation="c1")
    kim.ask("How big?", conversation="c1")
    assert lin.forget("c1")
    assert fake.forgotten == ["c1"]
    assert records.turns("c1", reader="lin") == []
    assert len(records.turns("c1", reader="kim")) == 1


def test_a_conversation_is_its_readers(records: Records) -> None:
    bot = FakeBot()
    RecordedBot(bot, records).seen_by(Reader(name="k1")).ask("How big?", conversation="c7")
    assert bot.readers == [Reader(name="k1")]
    assert [turn.question for turn in records.turns("c7", reader="k1")] == ["How big?"]
    assert records.turns("c7") == []


def test_it_is_kept_on_which_site_and_by_whom_it_was_asked(records: Records) -> None:
    bot = RecordedBot(FakeBot(), records)
    bot.ask("How big?", conversation="c1")  # in a terminal
    token = VISITOR.set("5f0c21aa")
    asked = bot.seen_by(Reader(name="site_0", site="site_0"))
    VISITOR.reset(token)
    asked.ask("How big?", conversation="c2")
    list(asked.stream("How big?", conversation="c3"))
    with Session(records.engine) as session:
        found = session.execute(select(TurnRow.conversation, TurnRow.site, TurnRow.visitor)).all()
    assert [tuple(row) for row in found] == [
        ("c1", "", ""), ("c2", "site_0", "5f0c21aa"), ("c3", "site_0", "5f0c21aa"),
    ]  # fmt: skip


def test_what_was_taken_out_is_kept_with_the_answer(records: Records) -> None:
    taken = {"a1": (Rejection("USD 9 billion.", "it is not there"),)}
    RecordedBot(FakeBot(), records, rejected=lambda answer: taken.pop(answer, ())).ask("How big is the market?")
    with Session(records.engine) as session:
        (row,) = session.scalars(select(RejectionRow))
    assert (row.answer, row.text, row.why) == ("a1", "USD 9 billion.", "it is not there")
