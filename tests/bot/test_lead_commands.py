"""The commands over leads."""

import argparse
import csv
import json
import stat
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.delivery.outbox import Outbox
from bot.lead_commands import add_lead_commands, run_lead_command
from bot.leads import Leads
from bot.records import Records
from tests.bot.lead_samples import lead


def run(records: Records, *arguments: str) -> str:
    parser = argparse.ArgumentParser()
    add_lead_commands(parser)
    said: list[str] = []
    options = parser.parse_args(arguments)
    assert run_lead_command(options, Leads(records.engine), Outbox(records.engine), said.append) == 0
    return "\n".join(said)


@pytest.fixture
def leads(records: Records) -> Leads:
    return Leads(records.engine, ("webhook",))


def test_a_list_shows_each_lead_and_how_far_it_is(records: Records, leads: Leads) -> None:
    assert run(records, "list") == "There is no lead."
    outbox = Outbox(records.engine)
    for number in range(3):
        leads.keep(lead(number))
    first, second = outbox.claim("webhook"), outbox.claim("webhook")
    assert first and second
    outbox.delivered(first)
    outbox.failed(second, "it answered 500")
    lines = run(records, "list").splitlines()
    assert len(lines) == 4
    told = " ".join(lines)
    assert "webhook: delivered" in told and "it answered 500 (1 tries)" in told and "webhook: waiting" in told
    found = json.loads(run(records, "list", "--json"))
    assert [each["id"] for each in found] == [lead(number).id for number in range(3)]
    assert found[0]["deliveries"][0]["channel"] == "webhook"


def test_an_export_is_for_its_owner_and_calculates_nothing(records: Records, leads: Leads, tmp_path: Path) -> None:
    leads.keep(lead(1, name="=1+1", company="-1+cmd|' /C calc'!A0", message="+49 30 1234\n=2", question="@SUM(A1)"))
    file = tmp_path / "leads.csv"
    assert run(records, "export", str(file)) == f"1 lead in {file}."
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    (row,) = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines(keepends=True))
    assert (row["name"], row["company"]) == ("'=1+1", "'-1+cmd|' /C calc'!A0")
    assert (row["message"], row["question"]) == ("'+49 30 1234\n=2", "'@SUM(A1)")
    assert (row["email"], row["deliveries"]) == (lead(1).email, "webhook: waiting")


def test_an_address_is_forgotten_and_what_waits_is_tried(records: Records, leads: Leads) -> None:
    for number in range(2):
        leads.keep(lead(number))
    assert run(records, "retry") == "2 deliveries to be tried now by the server that runs."
    assert run(records, "forget", "VISITOR1@buyer.example") == "1 lead deleted."
    assert run(records, "retry").startswith("1 delivery ")


def test_what_cannot_be_done_is_an_error_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INGEST_DATA_DIR", str(tmp_path))
    assert main(["leads", "list"]) == 0
    assert main(["leads", "forget", "nobody"]) == 1
    assert main(["leads", "export", str(tmp_path / "nowhere" / "leads.csv")]) == 1
    told = capsys.readouterr().err
    assert "not an e-mail address" in told and "cannot be written" in told
