"""The oldest layout that is read; one before it is refused and left as it is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ingest.errors import OtherLayout
from ingest.library import Library
from tests.layouts import unpack


def test_a_library_before_it_is_refused(tmp_path: Path) -> None:
    path = unpack("layout_3", tmp_path) / "library.sqlite"
    with closing(sqlite3.connect(path)) as old:
        old.execute("UPDATE library SET schema = 2")
        old.commit()
    with pytest.raises(OtherLayout, match=r"an older release \(layout 2"):
        Library(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as left:
        assert not left.execute("SELECT * FROM sqlite_schema WHERE name = 'library_layout'").fetchall()
