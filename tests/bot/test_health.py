"""Whether questions can be answered, over a real library and index, broken for real."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.health import KEPT, Health
from bot.records import Records
from bot.stock import Stock
from ingest.index import Index
from ingest.library import Library
from ingest.settings import IngestSettings
from tests.bot.stores import MODEL, store

LOADED = SimpleNamespace(is_loaded=True)
ALL = ["model", "records", "library", "index", "agreement"]


@pytest.fixture
def settings(tmp_path: Path) -> IngestSettings:
    return IngestSettings(data_dir=tmp_path / "data")


@contextmanager
def watched(
    settings: IngestSettings, records: Records, *reports: str, model: str = MODEL
) -> Iterator[tuple[Library, Index, Health]]:
    """A health that looks afresh each time."""
    now = iter(range(10**6))
    stock = Stock(model)
    with store(settings, *reports) as (library, index), stock.opened(library, index):
        stock.count(30)
        yield library, index, Health(stock, records, LOADED, lambda: next(now) * (KEPT + 1))


def faults(health: Health) -> dict[str, str]:
    return {check.part: check.fault for check in health.checks() if check.fault}


def test_all_is_well(settings: IngestSettings, records: Records) -> None:
    with watched(settings, records, "kites", "tents") as (_, _, health):
        assert [check.part for check in health.checks()] == ALL
        assert faults(health) == {}


def test_an_empty_library_says_how_to_fill_it(settings: IngestSettings, records: Records) -> None:
    with watched(settings, records) as (_, _, health):
        assert list(faults(health)) == ["library"]
        assert "python -m ingest" in faults(health)["library"]


def test_a_model_that_is_not_loaded_yet(records: Records) -> None:
    health = Health(Stock(MODEL), records, SimpleNamespace(is_loaded=False))
    assert list(faults(health)) == ["model", "library"]


def test_a_report_that_the_index_lost_while_it_is_served(settings: IngestSettings, records: Records) -> None:
    with watched(settings, records, "kites") as (library, index, health):
        assert faults(health) == {}
        index.drop(library.version("kites").key)
        assert "--rebuild" in faults(health)["index"]


def test_a_report_that_the_index_lost_before(settings: IngestSettings, records: Records) -> None:
    with store(settings, "kites", "tents") as (library, index):
        index.drop(library.version("kites").key)
    with watched(settings, records) as (_, _, health):
        assert "--rebuild" in faults(health)["agreement"]


def test_an_index_whose_files_are_damaged(settings: IngestSettings, records: Records) -> None:
    with store(settings, "kites"):
        pass
    for folder in filter(Path.is_dir, settings.chroma_dir.iterdir()):
        for file in folder.iterdir():
            file.write_bytes(file.read_bytes()[:50])
    with watched(settings, records) as (_, _, health):
        assert "--rebuild" in faults(health)["index"]


def test_another_embedding_model_than_the_reports_were_embedded_by(settings: IngestSettings, records: Records) -> None:
    with watched(settings, records, "kites", model="another") as (_, _, health):
        assert list(faults(health)) == ["agreement"]
        assert "INGEST_EMBEDDING_MODEL" in faults(health)["agreement"]


def test_a_library_that_cannot_be_read(settings: IngestSettings, records: Records) -> None:
    with watched(settings, records, "kites") as (_, _, health):
        with closing(sqlite3.connect(settings.data_dir / "library.sqlite")) as connection:
            connection.execute("ALTER TABLE reports RENAME TO elsewhere")
        assert list(faults(health)) == ["library"]


def test_records_that_somebody_holds(settings: IngestSettings, tmp_path: Path) -> None:
    records = Records(f"sqlite:///{tmp_path / 'held.sqlite'}")
    with (
        watched(settings, records, "kites") as (_, _, health),
        closing(sqlite3.connect(tmp_path / "held.sqlite", isolation_level=None)) as other,
    ):
        assert faults(health) == {}
        other.execute("BEGIN IMMEDIATE")
        assert "BOT_RECORDS_URL" in faults(health)["records"]
        other.execute("ROLLBACK")
        assert faults(health) == {}
    records.close()


def test_asking_again_at_once_looks_at_nothing(settings: IngestSettings, records: Records) -> None:
    now = [0.0]
    stock = Stock(MODEL)
    with store(settings, "kites") as (library, index), stock.opened(library, index):
        health = Health(stock, records, LOADED, lambda: now[0])
        first = health.checks()
        assert health.checks() is first
        now[0] += KEPT
        assert health.checks() is not first
