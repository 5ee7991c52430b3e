"""The command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.__main__ import main, refuse_to_stand_closed, service
from bot.keys import Keys
from bot.records import Records
from bot.settings import BotSettings
from bot.sites import Sites
from bot.watch import Watch
from ingest.errors import Misconfigured
from ingest.settings import IngestSettings
from tests.bot.fakes import CHART_TEXT, FakeBot


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INGEST_DATA_DIR", str(tmp_path))


def test_a_question_to_an_empty_library_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "How big is the market?"]) == 1
    assert "python -m ingest" in capsys.readouterr().err


def test_an_unknown_report_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "How big?", "--report", "nowhere"]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_wrong_setting_stops_the_start(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("BOT_PRT", "9000")
    assert main([]) == 2
    assert "BOT_PRT" in capsys.readouterr().err


@pytest.fixture
def fake_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bot that needs neither a library nor a model."""

    @contextmanager
    def open_fake(*_: object) -> Iterator[FakeBot]:
        yield FakeBot()

    monkeypatch.setattr("bot.__main__.open_owners_bot", open_fake)


@pytest.mark.usefixtures("fake_bot")
@pytest.mark.parametrize(("name", "beginning"), [("growth.svg", b"<svg "), ("growth.PNG", b"\x89PNG")])
def test_a_chart_is_written_beside_the_printed_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, beginning: bytes
) -> None:
    file = tmp_path / name
    assert main(["ask", "How will it grow?", "--chart", str(file)]) == 0
    said = capsys.readouterr()
    assert CHART_TEXT[:40] in said.out
    assert name in said.err
    assert file.read_bytes().startswith(beginning)


@pytest.mark.usefixtures("fake_bot")
def test_an_answer_without_a_chart_is_printed_and_no_file_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "players.svg"
    assert main(["ask", "Who are the players?", "--chart", str(file)]) == 1
    said = capsys.readouterr()
    assert "13 companies" in said.out
    assert "no chart" in said.err
    assert not file.exists()


@pytest.mark.parametrize(("name", "said"), [("growth.gif", ".svg or .png"), ("nowhere/growth.svg", "folder")])
def test_a_file_no_chart_can_be_written_to_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    assert main(["ask", "How will it grow?", "--chart", str(tmp_path / name)]) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert not printed.out


def test_whoever_is_served_can_leave_a_lead_and_is_quoted_what_the_settings_say() -> None:
    seen: list[str] = []

    class Seeing(Watch):
        def failed(self) -> None:
            seen.append("failed")

    given = service(BotSettings(quoted_per_day=7), Seeing(), Seeing())
    assert (given.hands_over, given.quoted_per_day) == (True, 7)
    given.watch.failed()
    assert seen == ["failed", "failed"]


@pytest.mark.parametrize("opened", ["", "false"])
def test_other_machines_are_not_served_before_somebody_may_ask(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], opened: str
) -> None:
    monkeypatch.setenv("BOT_HOST", "0.0.0.0")
    monkeypatch.setenv("BOT_OPEN", opened)
    assert main([]) == 2
    told = capsys.readouterr().err
    assert "keys create" in told and "BOT_OPEN=true" in told


def test_what_cannot_be_read_of_the_index_is_mended_before_anybody_is_served(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def mend(settings: IngestSettings, *_: object) -> None:
        raise Misconfigured(f"The index in {settings.data_dir.name} is looked at")

    monkeypatch.setenv("BOT_PORT", "0")
    monkeypatch.setattr("ingest.upkeep.mend_index", mend)
    assert main([]) == 2
    assert f"The index in {tmp_path.name} is looked at" in capsys.readouterr().err


def test_a_server_for_sites_alone_needs_no_other_key(records: Records) -> None:
    settings, keys, sites = BotSettings(host="0.0.0.0"), Keys(records.engine), Sites(records.engine)
    with pytest.raises(Misconfigured):
        refuse_to_stand_closed(settings, keys, sites)
    sites.create("Shop", ("https://shop.example",))
    refuse_to_stand_closed(settings, keys, sites)
    sites.revoke("Shop")
    with pytest.raises(Misconfigured):
        refuse_to_stand_closed(settings, keys, sites)
