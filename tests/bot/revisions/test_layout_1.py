"""Records of any release before get the tables that they lack."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.records import Records
from bot.records_schema import LAYOUT
from ingest.database import connect
from tests.layouts import shape, unpack


def test_records_from_before_models_were_counted_have_the_shape_of_new_ones(tmp_path: Path) -> None:
    path = unpack("layout_4", tmp_path) / "records.sqlite"
    with closing(sqlite3.connect(path)) as old:
        old.execute("DROP TABLE model_uses")
        old.commit()
    urls = f"sqlite:///{path}", f"sqlite:///{tmp_path / 'new.sqlite'}"
    for url in urls:
        Records(url).close()
    upgraded, new = (shape(connect(url)) for url in urls)
    assert upgraded == new


def test_the_number_is_that_of_the_newest_revision() -> None:
    assert max(int(f.stem.removeprefix("layout_")) for f in LAYOUT.revisions.glob("layout_*.py")) == LAYOUT.number
