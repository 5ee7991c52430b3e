"""A library of an earlier layout opens with every part as its report is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ingest.access import with_access
from ingest.domain import Rules
from ingest.library import Library
from tests.layouts import BEFORE, unpack


@pytest.mark.parametrize("layout", BEFORE)
@pytest.mark.parametrize("access", ["public", "licensed"])
def test_parts_are_as_their_report(tmp_path: Path, layout: str, access: str) -> None:
    file = unpack(layout, tmp_path) / "library.sqlite"
    with closing(sqlite3.connect(file)) as old:
        old.execute("UPDATE reports SET access = ?", (access,))
        old.commit()
    with Library(f"sqlite:///{file}") as library:
        (version,) = library.versions()
        report = library.report(version.id)
        assert version.whole and version.access == report.access == access
        assert all(part.access is None for part in report.parts)
        assert report.rules == library.kept_rules(version.id) == Rules()
        assert with_access(report) == report
        assert bool(library.seen(False).reports()) == (access == "public")
