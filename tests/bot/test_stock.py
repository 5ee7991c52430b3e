"""What is counted in library and index, and when."""

import logging
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.stock import AT_LEAST, Stock
from ingest.index import Index
from ingest.library import Library
from ingest.settings import IngestSettings
from tests.bot.stores import MODEL, put, store

Store = tuple[Library, Index]


@pytest.fixture
def settings(tmp_path: Path) -> IngestSettings:
    return IngestSettings(data_dir=tmp_path)


@pytest.fixture
def opened(settings: IngestSettings) -> Iterator[Store]:
    with store(settings, "kites", "tents") as opened:
        yield opened


def test_it_counts_both_and_finds_them_in_agreement(opened: Store) -> None:
    stock = Stock(MODEL)
    with stock.opened(*opened):
        count = stock.count(30)
    assert count is not None
    assert (count.reports, count.quantities) == (2, 2)
    assert count.passages == count.vectors > 10
    assert (count.lacking, count.foreign, count.fault) == ((), (), "")


def test_nothing_is_told_of_what_is_not_open(opened: Store) -> None:
    stock = Stock(MODEL)
    assert stock.count() is None
    with stock.opened(*opened):
        assert stock.store == opened
    assert stock.store is None
    assert stock.count() is None


def test_a_report_that_the_index_lacks_is_named_in_the_log_once(
    opened: Store, caplog: pytest.LogCaptureFixture
) -> None:
    library, index = opened
    index.drop(library.version("kites").key)
    now = [0.0]
    stock = Stock(MODEL, lambda: now[0])
    with stock.opened(library, index), caplog.at_level(logging.ERROR):
        for _ in range(3):
            count = stock.count(30)
            now[0] += 1000
    assert count is not None
    assert count.lacking == ("kites",)
    assert [record.reports for record in caplog.records] == [["kites"]]


def test_a_report_that_another_model_embedded_is_told(opened: Store) -> None:
    stock = Stock("another")
    with stock.opened(*opened):
        count = stock.count(30)
    assert count is not None
    assert count.foreign == ("kites", "tents")


def test_a_report_without_an_index_of_its_own_is_not_missed(opened: Store) -> None:
    library, _ = opened
    library.replace(library.report("kites"), library.passages("kites"), (), ())
    stock = Stock(MODEL)
    with stock.opened(*opened):
        count = stock.count(30)
    assert count is not None
    assert (count.reports, count.lacking) == (2, ())


def test_it_counts_again_when_the_library_changed_and_when_time_has_passed(opened: Store) -> None:
    library, index = opened
    now = [0.0]
    stock = Stock(MODEL, lambda: now[0])
    with stock.opened(library, index):
        first = stock.count(30)
        assert stock.count(30) is first
        put(library, index, "locks")
        settled(stock)
        assert (after := stock.count(30)) is not None
        assert after.reports == 3
        now[0] += AT_LEAST + 1
        settled(stock)
        assert stock.count(30) is not after


def settled(stock: Stock) -> None:
    """Ask, and wait until whatever counts has counted."""
    stock.count(30)
    for thread in threading.enumerate():
        if thread.name == "footnote-stock":
            thread.join()


def test_a_replaced_report_is_never_missed(opened: Store) -> None:
    library, index = opened
    now = [0.0]
    stock = Stock(MODEL, lambda: now[0])
    with stock.opened(library, index):
        for _ in range(5):
            put(library, index, "kites")
            now[0] += 1000
            count = stock.count(30)
            assert count is not None
            assert count.lacking == ()


def test_nobody_waits_longer_than_they_will_for_the_first_count(opened: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    library, index = opened
    go = threading.Event()
    inspect = index.inspect
    monkeypatch.setattr(index, "inspect", lambda mark: go.wait(30) and inspect(mark))
    stock = Stock(MODEL)
    with stock.opened(library, index):
        assert stock.count(0.01) is None
        go.set()
        assert stock.count(30) is not None


def test_an_index_whose_files_are_damaged_is_a_fault(settings: IngestSettings) -> None:
    with store(settings, "kites"):
        pass
    for folder in filter(Path.is_dir, settings.chroma_dir.iterdir()):
        for file in folder.iterdir():
            file.write_bytes(b"broken")
    stock = Stock(MODEL)
    with store(settings) as (library, index), stock.opened(library, index):
        count = stock.count(30)
    assert count is not None
    assert count.fault
    assert count.reports == 1


def test_an_index_that_was_deleted_lacks_everything(settings: IngestSettings) -> None:
    with store(settings, "kites"):
        pass
    shutil.rmtree(settings.chroma_dir)
    stock = Stock(MODEL)
    with store(settings) as (library, index), stock.opened(library, index):
        count = stock.count(30)
    assert count is not None
    assert count.lacking == ("kites",)
