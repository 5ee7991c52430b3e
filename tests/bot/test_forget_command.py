"""The command that deletes."""

import argparse
from datetime import UTC, datetime

import pytest

from bot.__main__ import main
from bot.erasing import Eraser
from bot.forget_command import add_forget_command, day, run_forget_command
from bot.leads import Leads
from bot.recorded import RecordedBot
from bot.records import Records
from tests.bot.fakes import FakeBot
from tests.bot.lead_samples import leave


def run(records: Records, *arguments: str) -> str:
    parser = argparse.ArgumentParser()
    add_forget_command(parser)
    said: list[str] = []
    eraser = Eraser(records, Leads(records.engine))
    assert run_forget_command(parser.parse_args(arguments), eraser, records, said.append) == 0
    return "\n".join(said)


def test_it_says_how_much_was_deleted(records: Records) -> None:
    bot = RecordedBot(FakeBot(), records)
    for conversation in ("c1", "c2", "c3"):
        bot.ask("How big?", conversation=conversation)
    leave(records, "l1", "ann@shop.example", datetime.now(UTC), "c2")
    assert "1 conversations, 1 answers" in run(records, "--conversation", "c1")
    assert "1 conversations" in run(records, "--email", "ann@shop.example")
    assert "nothing" in run(records, "--before", "2026-01-01")
    assert "1 conversations" in run(records, "--all")
    assert "nothing" in run(records, "--all")


@pytest.mark.parametrize("arguments", [(), ("--all", "--conversation", "c1"), ("--before", "soon"), ("--email",)])
def test_what_is_to_be_deleted_must_be_said(records: Records, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit):
        run(records, *arguments)


def test_a_day_begins_in_utc() -> None:
    assert day("2026-03-01") == datetime(2026, 3, 1, tzinfo=UTC)


def test_it_is_a_command(tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("INGEST_DATA_DIR", str(tmp_path))
    assert main(["forget", "--all"]) == 0
    assert "nothing" in capsys.readouterr().out
