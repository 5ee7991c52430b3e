"""One small edition of each layout, as models and as files."""

from pathlib import Path

import pytest

from evals.specimen.__main__ import main
from evals.specimen.compose import composed
from evals.specimen.contradiction import Planted
from evals.specimen.edition import Edition
from evals.specimen.layout import LAYOUTS
from evals.specimen.markets import MARKETS
from evals.specimen.plant import planted

SMALL = 40


def edition_in(layout: int, tables: int = SMALL) -> Edition:
    """A clean edition of a layout; each layout with another market."""
    return composed(list(MARKETS.values())[layout], LAYOUTS[layout], 3, tables)


@pytest.fixture(scope="session")
def editions() -> tuple[Edition, ...]:
    """A clean edition of each layout."""
    return tuple(edition_in(layout.number) for layout in LAYOUTS)


@pytest.fixture(scope="session")
def edition(editions: tuple[Edition, ...]) -> Edition:
    """A clean edition of the first layout."""
    return editions[0]


@pytest.fixture(scope="session")
def printed(edition: Edition) -> Planted:
    """The same with contradictions."""
    return planted(edition, 3)


@pytest.fixture(scope="session")
def asked() -> Planted:
    """An edition large enough to be asked anything, with contradictions."""
    return planted(edition_in(0, 200), 3)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder the command has written an edition of the third layout into."""
    folder = tmp_path_factory.mktemp("specimen")
    assert main(["--seed", "3", "--tables", str(SMALL), "--layout", "2", "--out", str(folder)]) == 0
    return folder
