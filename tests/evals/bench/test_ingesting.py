import time
from pathlib import Path

import pytest

from evals.bench.ingesting import copies, ingesting, seconds
from evals.library import EVALS


def test_copies_have_names_of_their_own(tmp_path: Path) -> None:
    names = [entry.stem for folder in copies(tmp_path) for entry in folder.iterdir()]
    originals = [entry.stem for entry in (EVALS / "library" / "dev").iterdir()]
    assert len(names) == len(set(names)) >= len(originals)
    assert not set(names) & set(originals)


def test_a_run_is_timed() -> None:
    assert 0.01 <= seconds(lambda: time.sleep(0.01)) < 1


def test_ingest_is_compared_by_its_fastest_run_and_pair_by_pair() -> None:
    found = ingesting([(10.0, 5.0), (4.0, 3.0)], passages=120, reports=2)
    assert (found.whole.low, found.whole.high) == (12.0, 30.0)
    assert (found.bare.low, found.bare.high) == (24.0, 40.0)
    assert (found.pairs.low, found.pairs.high) == (0.5, 0.75)
    assert found.ratio == pytest.approx(3 / 4)
