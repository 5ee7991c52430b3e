"""The index gives the nearest passages of one report and forgets what was dropped, on disk too."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import Misconfigured
from ingest.index import SHARDS, DamagedIndex, Index, Vectors, open_index, remove_leavings
from ingest.lock import hold
from ingest.settings import IngestSettings

KEY = "footnote-0123-kites-1"
MARK = "footnote-0123456789ab-"


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


def key(report: int, version: int = 1) -> str:
    """As the library makes them; reports that are 64 apart share a collection."""
    return f"{MARK}{report:012x}-{'c' * 12}-{version}"


def test_reports_that_share_a_collection_are_kept_apart(index: Index) -> None:
    for number in range(6):
        index.write(key(64 * number), range(20), vectors(20, seed=number))
    index.drop(key(128))
    assert index.counts(MARK) == {key(64 * number): 20 for number in (0, 1, 3, 4, 5)}
    for number in (0, 1, 3, 4, 5):
        drawn = vectors(20, seed=number)
        found = index.search(key(64 * number), drawn[7], 20)
        assert found[0][0] == 7 and found[0][1] == pytest.approx(1.0, abs=1e-5)
        assert sorted(each for each, _ in found) == list(range(20))
    with pytest.raises(DamagedIndex, match="--rebuild"):
        index.search(key(128), vectors(1)[0], 3)


def test_a_report_has_its_new_version_beside_the_old_one_until_that_is_dropped(index: Index) -> None:
    for version in (1, 2):
        index.write(key(5, version), range(version), vectors(version, seed=version))
    assert (index.count(key(5, 1)), index.count(key(5, 2))) == (1, 2)
    index.drop(key(5, 1))
    assert index.keys() == {key(5, 2)}
    assert index.search(key(5, 2), vectors(2, seed=2)[1], 1)[0][0] == 1


def test_many_reports_take_a_bounded_number_of_collections(settings: IngestSettings) -> None:
    with open_index(settings) as index:
        for number in range(80):
            index.write(key(number), [0, 1], vectors(2, seed=number))
        assert len(index._client.list_collections()) == SHARDS
    with open_index(settings) as index:
        for number in range(80):
            assert index.search(key(number), vectors(2, seed=number)[1], 1)[0][0] == 1


def written_by_an_earlier_release(index: Index, name: str, drawn: Vectors) -> None:
    own = index._client.create_collection(name, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None)
    own.add(ids=[str(number) for number in range(len(drawn))], embeddings=drawn)


def test_what_an_earlier_release_wrote_is_searched_where_it_is_and_gathered(index: Index) -> None:
    drawn = vectors(30)
    written_by_an_earlier_release(index, key(7), drawn)
    before = index.search(key(7), drawn[3], 5)
    assert before[0][0] == 3 and index.count(key(7)) == 30
    index.gather(MARK)
    index._held.clear()
    assert [collection.name for collection in index._client.list_collections()] == [f"{MARK}{'c' * 12}-s07"]
    assert [number for number, _ in index.search(key(7), drawn[3], 5)] == [number for number, _ in before]
    index.gather(MARK)
    assert index.counts() == {key(7): 30}


def test_an_index_is_erased_by_its_mark(index: Index) -> None:
    index.write(key(1), [0], vectors(1))
    index.write("footnote-other-1", [0], vectors(1))
    index.erase(MARK)
    assert index.keys() == {"footnote-other-1"}


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


def keyed(number: int) -> str:
    """A key as the library's are; those of a report share a collection with others'."""
    return f"{MARK}{number:012x}-0123456789ab-1"


def test_an_index_that_can_be_read_counts_what_each_key_has(index: Index) -> None:
    for key, count in ((keyed(1), 40), (keyed(1 + SHARDS), 50), (KEY, 3)):
        index.write(key, range(count), vectors(count))
    assert index.inspect(MARK) == {keyed(1): 40, keyed(1 + SHARDS): 50}
    assert index.inspect()[KEY] == 3
    assert [index.probe(key) for key in (keyed(1), keyed(1 + SHARDS), KEY, keyed(2))] == [40, 50, 3, 0]


@pytest.mark.parametrize("kept", [0, 60])
def test_an_index_whose_files_are_damaged_is_found_out(settings: IngestSettings, kept: int) -> None:
    with open_index(settings) as index:
        index.write(keyed(1), range(300), vectors(300))
    for folder in filter(Path.is_dir, settings.chroma_dir.iterdir()):
        for file in folder.iterdir():
            file.write_bytes(file.read_bytes()[:kept])
    with open_index(settings) as index:
        with pytest.raises(DamagedIndex, match="--rebuild"):
            index.inspect(MARK)
        with pytest.raises(DamagedIndex, match="--rebuild"):
            index.probe(keyed(1))


def test_an_index_that_lost_its_files_is_found_out_though_its_last_vectors_are_in_its_database(
    settings: IngestSettings,
) -> None:
    with open_index(settings) as index:
        index.write(keyed(1), range(300), vectors(300))
    for folder in filter(Path.is_dir, settings.chroma_dir.iterdir()):
        shutil.rmtree(folder)
    with open_index(settings) as index:
        assert index.counts(MARK) == {keyed(1): 300}
        with pytest.raises(DamagedIndex, match="--rebuild"):
            index.inspect(MARK)


def cut_short(settings: IngestSettings) -> None:
    """Leave of the index's files what a process does that is killed while it writes them."""
    for file in settings.chroma_dir.glob("*/index_metadata.pickle"):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def test_what_cannot_be_read_is_dropped_and_nothing_else(settings: IngestSettings) -> None:
    with open_index(settings) as index:
        index.write(keyed(1), range(300), vectors(300))
        index.write("footnote-other-1", range(300), vectors(300))
    cut_short(settings)
    with open_index(settings) as index:
        index.write(keyed(2), range(300), vectors(300))
        with pytest.raises(DamagedIndex):
            index.probe(keyed(1))  # it is held as open then
        assert index.drop_unreadable(MARK) == 1
        assert index.drop_unreadable(MARK) == 0
        assert index.inspect(MARK) == {keyed(2): 300}
        index.write(keyed(1), range(300), vectors(300))
        assert index.inspect(MARK) == {keyed(1): 300, keyed(2): 300}
        with pytest.raises(DamagedIndex):
            index.inspect("footnote-other-")


def test_what_another_process_wrote_meanwhile_is_read_and_added_to(settings: IngestSettings) -> None:
    """An open client cannot read vectors that another process added to a collection it has open."""
    keys = [f"{MARK}{'0' * 12}-{'f' * 12}-{number}" for number in range(1, 8)]
    with hold(settings, "write"), open_index(settings) as index:
        index.write(keys[0], range(40), vectors(40))
    with open_index(settings) as index:
        assert len(index.search(keys[0], vectors(1)[0], 99)) == 40
        for turn, key in enumerate(keys[1:], start=1):
            if turn % 2:
                script = ELSEWHERE.format(data=str(settings.data_dir), key=key, seed=turn)
                subprocess.run([sys.executable, "-c", script], check=True)
            else:
                with hold(settings, "write"):
                    index.refresh()
                    index.write(key, range(40), vectors(40, turn))
            for seed, known in enumerate(keys[: turn + 1]):
                (best, cosine), *_ = index.search(known, vectors(40, seed)[3], 1)
                assert best == 3 and cosine == pytest.approx(1.0, abs=1e-5)
            assert index.inspect(MARK) == dict.fromkeys(keys[: turn + 1], 40)
    with open_index(settings) as fresh:
        assert fresh.inspect(MARK) == dict.fromkeys(keys, 40)


ELSEWHERE = """
from pathlib import Path
from ingest.index import open_index
from ingest.lock import hold
from ingest.settings import IngestSettings
from tests.ingest.test_index import vectors

settings = IngestSettings(data_dir=Path({data!r}))
with hold(settings, "write"), open_index(settings) as index:
    index.write({key!r}, range(40), vectors(40, {seed}))
"""


def test_an_index_that_was_damaged_by_no_process_of_ours_is_not_opened_anew(settings: IngestSettings) -> None:
    key = f"{MARK}{'0' * 12}-{'f' * 12}-1"
    with open_index(settings) as index:
        index.write(key, range(4), vectors(4))
    with open_index(settings) as index:
        with pytest.raises(DamagedIndex):
            index.search(f"{key}9", vectors(1)[0], 1)
        client = index._client
        index.refresh()
        assert index._client is client
