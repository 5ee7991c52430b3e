"""Records from before there were keys get a place for them; those of a time between two releases keep theirs."""

from pathlib import Path

from bot.keys import Keys
from bot.records import Records
from bot.records_schema import KeyRow
from ingest.database import connect
from tests.layouts import unpack


def test_keys_are_made_in_records_from_before(tmp_path: Path) -> None:
    records = Records(f"sqlite:///{unpack('layout_4', tmp_path) / 'records.sqlite'}")
    key, token = Keys(records.engine).create("shop", "public")
    found = Keys(records.engine).check(token)
    assert found is not None and found.id == key.id
    records.close()


def test_keys_made_before_their_table_was_counted_are_kept(tmp_path: Path) -> None:
    url = f"sqlite:///{unpack('layout_4', tmp_path) / 'records.sqlite'}"
    between = connect(url)
    KeyRow.metadata.tables["keys"].create(between)
    _, token = Keys(between).create("shop", "licensed")
    between.dispose()
    records = Records(url)
    assert Keys(records.engine).check(token)
    records.close()
