"""The joining of the parts: empty library, real files."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.app import build_app, open_bot, open_records
from bot.desk import NotReady
from bot.settings import BotSettings
from ingest.embed import Encoder
from ingest.settings import IngestSettings


def test_an_empty_library_is_served_but_not_ready(tmp_path: Path) -> None:
    settings, ingest = BotSettings(), IngestSettings(data_dir=tmp_path)
    records = open_records(settings, ingest)
    with open_bot(ingest, records, Encoder()) as bot:
        with TestClient(build_app(bot, settings, records)) as client:
            assert client.get("/healthz").status_code == 200
            assert client.get("/readyz").status_code == 503
            assert client.get("/").status_code == 200
        with pytest.raises(NotReady):
            bot.ask("How big is the market?")
    records.close()
    assert (tmp_path / "records.sqlite").exists()


def test_records_can_be_kept_elsewhere(tmp_path: Path) -> None:
    settings = BotSettings(records_url=f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    open_records(settings, IngestSettings(data_dir=tmp_path / "data")).close()
    assert (tmp_path / "elsewhere.sqlite").exists()
    assert not (tmp_path / "data").exists()
