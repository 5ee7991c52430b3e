"""A library of layout 4 keeps what was live, and knows where it was read from."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ingest.library import Library
from tests.layouts import BEFORE, unpack


@pytest.mark.parametrize("layout", BEFORE)
def test_what_was_live_is_live_and_can_be_taken_through_its_steps(tmp_path: Path, layout: str) -> None:
    path = unpack(layout, tmp_path) / "library.sqlite"
    with closing(sqlite3.connect(path)) as old:
        (origin,) = old.execute("SELECT path FROM origins").fetchone()
    with Library(f"sqlite:///{path}") as library:
        (version,) = library.kept()
        assert (version.state, version.origin, library.events()) == ("live", origin, ())
        stamp = library.stamp()
        library.take_down(version.id)
        assert library.reports() == () and library.stamp() != stamp
        assert library.publish(version.id).number == version.number
        assert library.telling("slipway hoists") == {"harbour-cranes": 1.0}
        assert [event.action for event in library.events()] == ["publish", "take down"]
