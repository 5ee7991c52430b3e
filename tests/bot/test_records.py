"""Conversations and feedback in a real SQLite file."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from bot.records import ModelUse, Records
from ingest.errors import Misconfigured
from tests.bot.fakes import FIGURE, LIST

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
