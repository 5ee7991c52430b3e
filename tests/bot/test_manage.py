"""The commands that look after what is kept."""

from contextlib import closing
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.app import open_records
from bot.keys import Keys
from bot.manage import known_reports, manage
from bot.settings import BotSettings
from bot.sites import Sites
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.settings import IngestSettings
from ingest.split import passages
from tests.bot.sources import report_of


@pytest.fixture
def ingest(tmp_path: Path) -> IngestSettings:
    """A library with one report, whose id is r."""
    settings = IngestSettings(data_dir=tmp_path)
    read = report_of("The kite market was valued at USD 2.5 billion in 2025.", "Kite Market")
    with Library(settings.library_location) as library:
        library.replace(read, passages(read), quantities(read), item_lists(read))
    return settings


def test_a_key_and_a_site_are_kept_and_told_of_reports_that_are_missing(
    ingest: IngestSettings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = BotSettings(public_url="https://bot.example")
    for command in (
        ["keys", "create", "shop", "--scope", "public", "--report", "r", "--report", "tides"],
        ["sites", "create", "Shop", "--origin", "https://shop.example", "--report", "r", "--report", "boats"],
    ):
        assert manage(parser().parse_args(command), settings, ingest) == 0
    told = capsys.readouterr()
    assert "no report tides" in told.err and "no report boats" in told.err and "no report r " not in told.err
    assert "https://bot.example" in told.out
    with closing(open_records(settings, ingest)) as records:
        assert [key.name for key in Keys(records.engine).all()] == ["shop"]
        assert [site.name for site in Sites(records.engine).all()] == ["Shop"]


@pytest.mark.parametrize(
    ("command", "said"),
    [(["leads", "list"], "no lead"), (["forget", "--all"], "nothing"), (["keys", "list"], "no key")],
)
def test_each_command_does_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str], said: str
) -> None:
    assert manage(parser().parse_args(command), BotSettings(), IngestSettings(data_dir=tmp_path)) == 0
    assert said in capsys.readouterr().out


def test_the_reports_there_are_are_known(ingest: IngestSettings) -> None:
    assert known_reports(ingest) == ["r"]
