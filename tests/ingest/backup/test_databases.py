"""The databases of a data folder are found, with their layouts, and whether they hold anything."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ingest.backup.databases import databases, is_empty, layouts, library_file, opened
from ingest.library import Library
from ingest.schema import SCHEMA
from ingest.settings import IngestSettings
from tests.ingest.backup.filled import fill
from tests.layouts import unpack


def test_every_database_of_the_folder_is_found_and_nothing_else(settings: IngestSettings) -> None:
    assert databases(settings) == {}
    fill(settings)
    (settings.data_dir / "library.sqlite.replaced-1").write_text("x")
    assert list(databases(settings)) == ["library.sqlite", "records.sqlite"]


def test_a_library_elsewhere_is_taken_in_place_of_the_folder_s(settings: IngestSettings, tmp_path: Path) -> None:
    fill(settings)
    elsewhere = tmp_path / "elsewhere.sqlite"
    Library(f"sqlite:///{elsewhere}").close()
    moved = settings.model_copy(update={"library_url": f"sqlite:///{elsewhere}"})
    assert databases(moved)["library.sqlite"] == elsewhere
    served = settings.model_copy(update={"library_url": "postgresql://db/x"})
    assert library_file(served) is None
    assert list(databases(served)) == ["records.sqlite"]


def test_layouts_are_told_of_this_release_and_of_those_before(settings: IngestSettings, tmp_path: Path) -> None:
    fill(settings)
    assert layouts(settings.data_dir / "library.sqlite") == {"library": SCHEMA}
    assert layouts(settings.data_dir / "records.sqlite") == {"records": 3}
    assert layouts(unpack("layout_3", tmp_path) / "library.sqlite") == {"library": 3}


def test_a_new_library_is_empty_and_one_with_a_report_is_not(settings: IngestSettings) -> None:
    path = settings.data_dir / "library.sqlite"
    Library(settings.library_location).close()
    assert is_empty(path)
    fill(settings)
    assert not is_empty(path)
    assert not is_empty(settings.data_dir / "records.sqlite")


def test_none_is_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), opened(tmp_path / "50% #1?.sqlite"):
        pass
    with closing(sqlite3.connect(tmp_path / "50% #1?.sqlite")) as made:
        made.execute("CREATE TABLE x (y)")
    assert is_empty(tmp_path / "50% #1?.sqlite")
