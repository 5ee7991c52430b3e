"""What the faces' tests share: settings, records in a temporary file and a client of the API over the fake bot."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.api.app import api
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client
from tests.bot.staff.turns import Clock


@pytest.fixture
def settings() -> BotSettings:
    return BotSettings(max_question=200, max_body_kb=4)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    yield records
    records.close()


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 3, 10, 12, tzinfo=UTC))


@pytest.fixture
def timed(tmp_path: Path, clock: Clock) -> Iterator[Records]:
    """Records whose clock is set."""
    records = Records(f"sqlite:///{tmp_path / 'timed.sqlite'}", clock)
    yield records
    records.close()


@pytest.fixture
def bot() -> FakeBot:
    return FakeBot()


@pytest.fixture
def client(bot: FakeBot, settings: BotSettings, records: Records) -> Iterator[TestClient]:
    with local_client(api(RecordedBot(bot, records), settings, records), raise_server_exceptions=False) as client:
        yield client
