"""A library of layout 3 becomes what a new one is."""

from pathlib import Path

import pytest

from ingest.database import connect
from ingest.library import Library
from ingest.schema import SCHEMA
from tests.layouts import BEFORE, shape, unpack


@pytest.mark.parametrize("layout", BEFORE)
def test_an_upgraded_library_has_the_shape_of_a_new_one(tmp_path: Path, layout: str) -> None:
    urls = [f"sqlite:///{unpack(layout, tmp_path) / 'library.sqlite'}", f"sqlite:///{tmp_path / 'new.sqlite'}"]
    for url in urls:
        Library(url).close()
    upgraded, new = (shape(connect(url)) for url in urls)
    assert upgraded == new


@pytest.mark.parametrize("layout", BEFORE)
def test_it_keeps_its_reports_and_finds_them_by_their_words(tmp_path: Path, layout: str) -> None:
    with Library(f"sqlite:///{unpack(layout, tmp_path) / 'library.sqlite'}") as library:
        (version,) = library.reports()
        assert len(library.passages(version.id)) == version.passages == 7
        assert len(library.quantities(version.id)) == 9
        assert library.telling("slipway hoists") == {"harbour-cranes": 1.0}
        assert library.search(version.id, "slipway", 5)


def test_the_number_is_that_of_the_newest_revision() -> None:
    folder = Path(__file__).parents[3] / "ingest" / "revisions"
    assert max(int(file.stem.removeprefix("layout_")) for file in folder.glob("layout_*.py")) == SCHEMA
