"""The index gives the nearest passages of one report and forgets what was dropped, on disk too."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import Misconfigured
from ingest.index import DamagedIndex, Index, Vectors, open_index, remove_leavings
from ingest.settings import IngestSettings

KEY = "footnote-0123-kites-1"


@pytest.fixture
def index(settings: IngestSettings) -> Iterator[Index]:
    with open_index(settings) as index:
        yield index


def vectors(count: int, seed: int = 0) -> Vectors:
    drawn = np.random.default_rng(seed).standard_normal((count, 32)).astype(np.float32)
    unit: Vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return unit


def test_the_nearest_passage_comes_first_with_its_cosine(index: Index) -> None:
    drawn = vectors(50)
    index.write(KEY, range(100, 150), drawn)
    found = index.search(KEY, drawn[7], 3)
    assert found[0][0] == 107 and found[0][1] == pytest.approx(1.0, abs=1e-5)
    best = np.argsort(-(drawn @ drawn[7]))[:3]
    assert [number for number, _ in found] == [100 + int(place) for place in best]
    assert [score for _, score in found] == pytest.approx(sorted((drawn @ drawn[7])[best], reverse=True), abs=1e-5)


def test_more_asked_for_than_there_is_gives_all(index: Index) -> None:
    index.write(KEY, range(5), vectors(5))
    assert len(index.search(KEY, vectors(1)[0], 1000)) == 5


def test_a_report_of_more_than_one_batch_goes_in_whole(index: Index) -> None:
    index.write(KEY, range(6000), vectors(6000))
    assert index.count(KEY) == 6000


def test_writing_a_key_again_leaves_nothing_of_before(index: Index) -> None:
    index.write(KEY, range(9), vectors(9))
    index.write(KEY, [1, 2], vectors(2, seed=1))
    assert index.count(KEY) == 2
    assert {number for number, _ in index.search(KEY, vectors(1)[0], 9)} == {1, 2}


def test_a_report_without_passages_has_an_empty_collection(index: Index) -> None:
    index.write(KEY, [], np.zeros((0, 0), dtype=np.float32))
    assert (index.count(KEY), index.keys()) == (0, {KEY})
    assert index.search(KEY, vectors(1)[0], 3) == []


def test_keys_are_told_by_their_mark(index: Index) -> None:
    for key in ("mine-1", "mine-2", "other-1"):
        index.write(key, [0], vectors(1))
    assert index.keys("mine-") == {"mine-1", "mine-2"}
    index.drop("mine-1")
    index.drop("mine-1")
    assert index.keys() == {"mine-2", "other-1"}
    assert index.count("mine-1") == 0


def test_searching_a_key_that_is_gone_says_how_to_mend_it(index: Index) -> None:
    with pytest.raises(DamagedIndex, match="--rebuild"):
        index.search(KEY, vectors(1)[0], 3)
    index.write(KEY, [0], vectors(1))
    with pytest.raises(DamagedIndex, match="--rebuild"):
        index.search(KEY, np.ones(7, dtype=np.float32), 3)  # of another model


def test_what_is_written_is_there_when_opened_again(settings: IngestSettings) -> None:
    with open_index(settings) as index:
        index.write(KEY, range(2000), vectors(2000))
    with open_index(settings) as index:
        assert index.count(KEY) == 2000
        assert index.search(KEY, vectors(2000)[5], 1)[0][0] == 5


def test_the_files_of_dropped_collections_are_removed_and_no_others(settings: IngestSettings) -> None:
    with open_index(settings) as index:
        index.write("kept", range(2000), vectors(2000))
        index.write("gone", range(2000), vectors(2000, seed=1))
        assert index.search("kept", vectors(1)[0], 1) and index.search("gone", vectors(1)[0], 1)
        index.drop("gone")
    before = {entry.name for entry in settings.chroma_dir.iterdir() if entry.is_dir()}
    remove_leavings(settings.chroma_dir)
    after = {entry.name for entry in settings.chroma_dir.iterdir() if entry.is_dir()}
    assert (len(before), len(after)) == (2, 1)
    with open_index(settings) as index:
        assert index.search("kept", vectors(2000)[5], 1)[0][0] == 5


def test_no_directory_has_no_leavings(tmp_path: Path) -> None:
    remove_leavings(tmp_path / "nowhere")


def test_a_directory_whose_database_is_damaged_is_told_before_anything_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"\x07" * 999)
    (tmp_path / "vectors").mkdir()
    with pytest.raises(DamagedIndex, match="--rebuild"):
        remove_leavings(tmp_path)
    assert (tmp_path / "vectors").exists()


def test_a_damaged_directory_says_how_to_mend_it(settings: IngestSettings) -> None:
    settings.chroma_dir.mkdir(parents=True)
    (settings.chroma_dir / "chroma.sqlite3").write_bytes(b"not a database at all " * 500)
    with pytest.raises(DamagedIndex, match="--rebuild"):
        open_index(settings)


@pytest.mark.parametrize(
    "url", ["localhost:8000", "ftp://localhost", "http://", "http://127.0.0.1:1", "http://a:notaport"]
)
def test_a_useless_server_url_is_told_in_one_line(tmp_path: Path, url: str) -> None:
    with pytest.raises(Misconfigured, match="INGEST_CHROMA_URL") as told:
        open_index(IngestSettings(data_dir=tmp_path, chroma_url=url))
    assert "\n" not in str(told.value)
