"""What was kept for long enough is deleted, at the start and again."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.allowance import Allowance
from bot.erasing import Erased, Eraser
from bot.leads import Leads
from bot.quotas import Quotas
from bot.reader import Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.records_schema import AskedRow, QuotedRow, SaltRow
from bot.retention import Retention, sweeping
from bot.settings import BotSettings
from bot.sites import Sites
from bot.visitors import Visitors
from tests.bot.fakes import FakeBot
from tests.bot.lead_samples import leave
from tests.bot.serving import becomes_true
from tests.bot.test_allowance import sentence
from tests.bot.test_portions import Closed

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}", lambda: NOON)
    yield records
    records.close()


def retention(records: Records, later: timedelta, **days: int) -> Retention:
    settings = BotSettings.model_validate(days)
    return Retention(records, Eraser(records, Leads(records.engine)), settings, lambda: NOON + later)


def test_each_kind_has_its_own_time(records: Records) -> None:
    RecordedBot(FakeBot(), records).ask("How big?", conversation="c1")
    leave(records, "l1", "ann@shop.example", NOON)
    days = {"keep_conversations_days": 10, "keep_leads_days": 20}
    assert retention(records, timedelta(days=9), **days).sweep() == Erased()
    assert retention(records, timedelta(days=11), **days).sweep().answers == 1
    assert retention(records, timedelta(days=21), **days).sweep() == Erased(leads=1)


def test_nought_keeps_until_it_is_deleted(records: Records) -> None:
    RecordedBot(FakeBot(), records).ask("How big?")
    leave(records, "l1", "ann@shop.example", NOON)
    forever = {"keep_conversations_days": 0, "keep_leads_days": 0}
    assert not retention(records, timedelta(days=9_000), **forever).sweep()


def test_of_the_days_before_no_salt_no_count_and_no_mark_is_left(records: Records) -> None:
    site = Sites(records.engine).create("Shop", ("https://shop.example",), day_limit=5)
    Visitors(records, lambda: NOON).hash_of("203.0.113.7")
    Quotas(records, lambda: NOON).take(site, "ann")
    Allowance(records, 1000, lambda: NOON).charge([sentence(1)], Closed(), Reader(name="k1", licensed=True), "")

    def left() -> list[int | None]:
        with Session(records.engine) as session:
            return [session.scalar(select(func.count()).select_from(each)) for each in (SaltRow, AskedRow, QuotedRow)]

    retention(records, timedelta(hours=11)).sweep()
    assert left() == [1, 1, 1]
    retention(records, timedelta(hours=12)).sweep()
    assert left() == [0, 0, 0]


def test_several_processes_sweep_at_once(records: Records, tmp_path: Path) -> None:
    bot = RecordedBot(FakeBot(), records)
    for number in range(300):
        bot.ask("How big?", conversation=f"c{number}")
    others = [Records(f"sqlite:///{tmp_path / 'records.sqlite'}") for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        swept = threads.map(lambda each: retention(each, timedelta(days=400)).sweep().answers, others)
        assert sum(swept) == 300
    for each in others:
        each.close()


def test_it_sweeps_at_the_start_and_again_and_ends_with_the_server(
    records: Records, caplog: pytest.LogCaptureFixture
) -> None:
    bot = RecordedBot(FakeBot(), records)
    bot.ask("How big?", conversation="c1")
    with caplog.at_level("INFO", "bot.retention"), sweeping(retention(records, timedelta(days=400)), 0.01):
        assert becomes_true(lambda: records.turns("c1") == [])
        bot.ask("How big?", conversation="c2")
        assert becomes_true(lambda: records.turns("c2") == [])
    assert "1 answers" in caplog.text
    bot.ask("How big?", conversation="c3")
    assert len(records.turns("c3")) == 1


def test_records_that_cannot_be_written_stop_no_server(records: Records, caplog: pytest.LogCaptureFixture) -> None:
    with records.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE salts")
    with sweeping(retention(records, timedelta(days=400)), 60):
        assert becomes_true(lambda: "could not be deleted" in caplog.text)
