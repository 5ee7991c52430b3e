"""Library and index are kept in step."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ingest.access import with_access
from ingest.domain import Rules
from ingest.index import DamagedIndex, open_index
from ingest.lock import hold
from ingest.settings import IngestSettings
from ingest.summary import Entry
from ingest.upkeep import Store, erase_index, mend_index, open_store
from tests.ingest.fakes import HashEncoder, Silence
from tests.ingest.samples import LISTS, PASSAGES, QUANTITIES, REPORT
from tests.ingest.test_index import cut_short


@pytest.fixture
def store(settings: IngestSettings) -> Iterator[Store]:
    with open_store(settings, HashEncoder(), Silence()) as store:
        store.library.replace(REPORT, PASSAGES, QUANTITIES, LISTS, store.indexer)
        yield store


def completed(store: Store) -> list[str]:
    return [f"{outcome.id} {outcome.state}" for outcome in store.complete() if isinstance(outcome, Entry)]


def test_a_store_in_step_is_left_alone(store: Store) -> None:
    keys = store.index.keys()
    store.clean()
    assert completed(store) == [] and store.index.keys() == keys


def test_a_collection_with_too_few_passages_is_made_again(store: Store) -> None:
    key = store.library.version("kites").key
    store.index.write(key, [0], HashEncoder().encode(["x"]))
    assert completed(store) == ["kites indexed"]
    assert store.index.count(key) == len(PASSAGES)


def test_strays_are_dropped_and_the_collections_of_other_libraries_kept(store: Store) -> None:
    stray = f"{store.library.mark}stray"
    for key in (stray, "footnote-other-library"):
        store.index.write(key, [0], HashEncoder().encode(["x"]))
    store.clean()
    assert store.index.keys() == {store.library.version("kites").key, "footnote-other-library"}


def test_an_erased_index_is_made_again(settings: IngestSettings) -> None:
    with open_store(settings, HashEncoder(), Silence()) as store:
        store.library.replace(REPORT, PASSAGES, QUANTITIES, LISTS, store.indexer)
    erase_index(settings)
    with open_store(settings, HashEncoder(), Silence()) as store:
        assert completed(store) == ["kites indexed"]
        assert store.index.search(store.library.version("kites").key, HashEncoder().encode_query("kite"), 1)


class Counting(Silence):
    """Counts the passages that are embedded."""

    def __init__(self) -> None:
        self.passages = 0

    def begin(self, passages: int) -> None:
        self.passages += passages


def damaged(settings: IngestSettings) -> None:
    """A library with a report, and an index of it that cannot be read."""
    with open_store(settings, HashEncoder(), Silence()) as store:
        store.library.replace(REPORT, PASSAGES, QUANTITIES, LISTS, store.indexer)
    cut_short(settings)
    with open_index(settings) as index, pytest.raises(DamagedIndex):
        index.inspect()


def test_what_a_killed_writer_left_unreadable_is_mended_by_the_next(settings: IngestSettings) -> None:
    damaged(settings)
    with open_store(settings, HashEncoder(), Silence()) as store:
        store.clean()
        assert completed(store) == []
        assert store.index.probe(store.library.version("kites").key) == len(PASSAGES)


def test_an_index_is_mended_once_and_one_that_can_be_read_is_not_touched(settings: IngestSettings) -> None:
    damaged(settings)
    embedded = Counting()
    for _ in range(2):
        mend_index(settings, HashEncoder(), embedded)
        with open_store(settings, HashEncoder(), Silence()) as store:
            assert store.index.probe(store.library.version("kites").key) == len(PASSAGES)
    assert embedded.passages == len(PASSAGES)


def test_an_index_is_not_mended_while_another_process_writes(settings: IngestSettings) -> None:
    damaged(settings)
    with hold(settings, "write"):
        mend_index(settings, HashEncoder(), Silence())
    with open_index(settings) as index, pytest.raises(DamagedIndex):
        index.inspect()


def test_access_is_set_without_embedding_again_and_both_readings_are_kept(store: Store) -> None:
    (version,) = store.library.reports()
    report = store.library.report(version.id)
    name = next(section.heading[-1] for section in report.sections if section.heading)
    rules = Rules(licensed=(name,))
    store.set_access(with_access(replace(report, access="public"), rules), rules)
    assert completed(store) == []
    store.clean()
    versions = store.library.versions()
    assert [(each.whole, each.access) for each in versions] == [(True, "licensed"), (False, "public")]
    assert store.index.counts(store.library.mark) == {each.key: each.passages for each in versions}
    assert store.library.kept_rules(version.id) == rules
