"""Conversations and feedback in a real SQLite file."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from bot.answer import Answer
from bot.provenance import NOTHING, provenance_of
from bot.records import ModelUse, Records
from ingest.errors import Misconfigured
from tests.bot.fakes import FIGURE, LIST, TABLE, FakeBot

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def open_records(path: Path) -> Records:
    return Records(f"sqlite:///{path / 'records.sqlite'}", clock=lambda: NOON)


def test_a_conversation_is_read_back_in_order_after_a_restart(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    for number, (question, answer) in enumerate([("How big?", FIGURE), ("Who?", LIST)]):
        records.keep(question, answer.model_copy(update={"id": f"a{number}", "conversation": "c1"}), "tidal-energy")
    records.close()
    records = open_records(tmp_path)
    turns = records.turns("c1")
    assert [turn.question for turn in turns] == ["How big?", "Who?"]
    assert turns[1].answer.blocks == LIST.blocks
    assert turns[0].report == "tidal-energy"
    assert records.turns("c2") == []
    records.close()


def test_only_the_latest_turns_are_read_back(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    for number in range(5):
        records.keep(str(number), FIGURE.model_copy(update={"id": f"a{number}", "conversation": "c1"}))
    assert [turn.question for turn in records.turns("c1", limit=2)] == ["3", "4"]
    records.close()


def test_a_second_thumb_takes_the_first_ones_place(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    records.keep("How big?", FIGURE.model_copy(update={"id": "a1", "conversation": "c1"}))
    assert records.feedback("a1") is None
    assert records.rate("a1", "up")
    assert records.rate("a1", "down", "Wrong year")
    stored = records.feedback("a1")
    assert stored is not None
    assert (stored.thumb, stored.comment) == ("down", "Wrong year")
    records.close()


def test_there_is_no_thumb_on_an_answer_nobody_gave(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    assert not records.rate("a1", "up")
    records.close()


@pytest.mark.parametrize("url", ["nonsense", "sqlite:////proc/nowhere/records.sqlite"])
def test_records_that_cannot_be_opened_name_the_setting(url: str) -> None:
    with pytest.raises(Misconfigured, match="BOT_RECORDS_URL"):
        Records(url)


USE = ModelUse(
    answer="a1", model="openai:small", tokens_in=900, tokens_out=100, millionths=450, seconds=1.5, outcome="answered"
)


def test_what_a_model_took_is_kept_for_each_answer(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    records.keep_use(USE)
    records.keep_use(USE.model_copy(update={"answer": "a2"}))
    assert records.uses("a1") == [USE]
    assert records.uses("a3") == []
    records.close()


def test_a_restart_does_not_forget_what_was_used_today(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    assert records.used_today() == (0, 0)
    records.keep_use(USE)
    records.close()
    records = open_records(tmp_path)
    assert records.used_today() == (1000, 450)
    records.close()


def test_what_was_used_yesterday_is_not_counted_today(tmp_path: Path) -> None:
    now = NOON
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}", clock=lambda: now)
    records.keep_use(USE)
    now = NOON + timedelta(hours=12, seconds=1)
    assert records.used_today() == (0, 0)
    records.keep_use(USE)
    assert records.used_today() == (1000, 450)
    records.close()


def kept(records: Records, number: int, answer: Answer = FIGURE, conversation: str = "c1", reader: str = "") -> str:
    """Keep an answer with what it was given from; its id."""
    given = answer.model_copy(update={"id": f"a{number}", "conversation": conversation})
    records.keep("How big?", given, reader=reader, provenance=provenance_of(given, FakeBot()))
    return given.id


def rows(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path / "records.sqlite")) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_kept_answer_is_read_with_who_asked_and_what_it_was_given_from(records: Records) -> None:
    kept(records, 1, TABLE, reader="lin")
    found = records.answer("a1")
    assert found is not None
    assert (found.question, found.reader, found.reports) == ("How big?", "lin", {"tidal-energy"})
    assert found.answer == TABLE.model_copy(update={"id": "a1", "conversation": "c1"})
    assert found.provenance == provenance_of(TABLE, FakeBot())
    assert found.asked_at.tzinfo is not None
    assert records.answer("a2") is None


def test_an_answer_kept_without_its_sources_is_read_without(records: Records) -> None:
    records.keep("How big?", FIGURE.model_copy(update={"id": "a1"}))
    found = records.answer("a1")
    assert found is not None and found.provenance == NOTHING


def test_what_a_hundred_answers_cite_is_kept_once(tmp_path: Path, records: Records) -> None:
    for number in range(100):
        kept(records, number)
    assert rows(tmp_path, "sources") == 2
    assert rows(tmp_path, "cited") == 200


def test_a_forgotten_conversation_takes_its_thumbs_and_what_nobody_else_needs(tmp_path: Path, records: Records) -> None:
    records.rate(kept(records, 1, FIGURE), "up", "Thanks")
    kept(records, 2, LIST)
    kept(records, 3, FIGURE, conversation="c2")
    assert rows(tmp_path, "sources") == 3
    assert records.forget("c1")
    assert [rows(tmp_path, table) for table in ("turns", "feedback", "sources", "cited")] == [1, 0, 2, 2]
    assert records.answer("a1") is None
    left = records.answer("a3")
    assert left is not None and left.provenance.passages
    assert not records.forget("c1")


def test_conversations_of_two_readers_with_the_same_name_never_mix(records: Records) -> None:
    for number, reader in enumerate(["", "lin", "kim"]):
        kept(records, number, reader=reader)
    assert [turn.answer.id for turn in records.turns("c1", reader="lin")] == ["a1"]
    assert records.forget("c1", reader="lin")
    assert records.turns("c1", reader="lin") == []
    assert [turn.answer.id for reader in ("", "kim") for turn in records.turns("c1", reader=reader)] == ["a0", "a2"]


def test_a_whole_conversation_is_read_where_no_limit_is_set(records: Records) -> None:
    for number in range(30):
        kept(records, number)
    assert len(records.turns("c1")) == 20
    assert len(records.turns("c1", limit=None)) == 30


def test_many_threads_keep_rate_and_forget_at_once_and_none_is_refused(records: Records) -> None:
    def work(number: int) -> bool:
        answer = kept(records, number, conversation=f"c{number}")
        rated = records.rate(answer, "up") and records.rate(answer, "down")
        return rated and (number % 4 > 0 or records.forget(f"c{number}"))

    with ThreadPoolExecutor(32) as threads:
        assert all(threads.map(work, range(200)))
    for number in range(200):
        found, thumb = records.answer(f"a{number}"), records.feedback(f"a{number}")
        if number % 4 == 0:
            assert found is thumb is None
        else:
            assert found and len(found.provenance.passages) == 1 and thumb and thumb.thumb == "down"


def test_what_is_acknowledged_is_on_the_disk(records: Records) -> None:
    with records._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_records_of_a_newer_release_are_refused(tmp_path: Path) -> None:
    open_records(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "records.sqlite")) as connection:
        connection.execute("UPDATE records_layout SET version_num = '99'")
        connection.commit()
    with pytest.raises(Misconfigured, match=r"newer release \(layout 99, .*BOT_RECORDS_URL"):
        open_records(tmp_path)


def test_records_that_can_be_written_are_left_as_they_were(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    records.keep("How big?", FIGURE)
    records.rate(FIGURE.id, "up")
    records.probe()
    assert records.feedback(FIGURE.id) is not None
    with closing(sqlite3.connect(tmp_path / "records.sqlite", timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # nobody holds them
        other.execute("ROLLBACK")
    records.close()


def test_records_that_another_holds_cannot_be_written_and_are_not_waited_for(tmp_path: Path) -> None:
    records = open_records(tmp_path)
    with closing(sqlite3.connect(tmp_path / "records.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        with pytest.raises(DBAPIError):
            records.probe()
        assert time.monotonic() - started < 10
        other.execute("ROLLBACK")
    records.probe()
    records.keep("How big?", FIGURE)
    records.close()


def test_whether_a_conversation_is_kept(tmp_path: Path) -> None:
    records = open_records(tmp_path / "records.sqlite")
    records.keep("How big?", FIGURE.model_copy(update={"id": "a1", "conversation": "c1"}), reader="lin")
    assert records.has("c1", "lin")
    assert not records.has("c1") and not records.has("c2", "lin")
    assert records.forget("c1", "lin")
    assert not records.has("c1", "lin")
    records.close()
