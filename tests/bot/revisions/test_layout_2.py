"""Conversations from before readers were told apart are anybody's."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.records import Records
from tests.layouts import unpack


def test_old_conversations_are_anybodys(tmp_path: Path) -> None:
    path = unpack("layout_4", tmp_path) / "records.sqlite"
    with closing(sqlite3.connect(path)) as old:
        (talk,) = old.execute("SELECT conversation FROM turns GROUP BY conversation HAVING count(*) = 2").fetchone()
    records = Records(f"sqlite:///{path}")
    assert [turn.question for turn in records.turns(talk)] == ["How big is the market in 2024?", "and in 2030?"]
    assert records.turns(talk, reader="lin") == []
    records.close()


def test_records_that_have_readers_already_keep_them(tmp_path: Path) -> None:
    path = unpack("layout_4", tmp_path) / "records.sqlite"
    with closing(sqlite3.connect(path)) as between:
        between.execute("ALTER TABLE turns ADD COLUMN reader VARCHAR(64) NOT NULL DEFAULT ''")
        between.execute("UPDATE turns SET reader = 'lin'")
        between.commit()
        (answer,) = between.execute("SELECT min(answer) FROM turns").fetchone()
    records = Records(f"sqlite:///{path}")
    kept = records.answer(answer)
    assert kept is not None and kept.reader == "lin"
    records.close()
