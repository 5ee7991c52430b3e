"""Records from before there were keys get a place for them; those of a time between two releases keep theirs."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.keys import Keys
from bot.records import Records
from tests.layouts import unpack


def test_keys_are_made_in_records_from_before(tmp_path: Path) -> None:
    records = Records(f"sqlite:///{unpack('layout_4', tmp_path) / 'records.sqlite'}")
    key, token = Keys(records.engine).create("shop", "public")
    found = Keys(records.engine).check(token)
    assert found is not None and found.id == key.id
    records.close()


def test_keys_made_before_their_table_was_counted_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite"
    records = Records(f"sqlite:///{path}")
    _, token = Keys(records.engine).create("shop", "licensed")
    records.close()
    with closing(sqlite3.connect(path)) as between:
        between.execute("UPDATE records_layout SET version_num = '3'")
        between.commit()
    records = Records(f"sqlite:///{path}")
    assert Keys(records.engine).check(token)
    records.close()
