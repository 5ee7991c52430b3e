"""Records from before there were keys get a place for them."""

from pathlib import Path

import pytest

from bot.keys import Keys
from bot.records import Records
from tests.layouts import BEFORE, unpack


@pytest.mark.parametrize("layout", BEFORE)
def test_a_key_is_made_and_found_in_upgraded_records(tmp_path: Path, layout: str) -> None:
    records = Records(f"sqlite:///{unpack(layout, tmp_path) / 'records.sqlite'}")
    keys = Keys(records.engine)
    assert keys.all() == []
    key, token = keys.create("shop", "licensed", ("kites",))
    found = keys.check(token)
    assert found is not None and (found.id, found.reports) == (key.id, ("kites",))
    records.close()
