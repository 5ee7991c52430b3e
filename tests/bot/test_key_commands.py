"""The commands that manage keys."""

import argparse
import json
from datetime import UTC, datetime

import pytest

from bot.__main__ import main
from bot.key_commands import add_key_commands, expiry, run_key_command, table
from bot.keys import Keys, is_key
from bot.records import Records

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def run(keys: Keys, *arguments: str) -> str:
    parser = argparse.ArgumentParser()
    add_key_commands(parser)
    said: list[str] = []
    assert run_key_command(parser.parse_args(arguments), keys, ["kites"], said.append) == 0
    return "\n".join(said)


@pytest.fixture
def keys(records: Records) -> Keys:
    return Keys(records.engine)


def test_only_the_key_itself_is_printed_so_that_it_can_be_piped(keys: Keys, capsys: pytest.CaptureFixture[str]) -> None:
    token = run(keys, "create", "shop", "--scope", "public", "--report", "kites", "--report", "tides")
    assert is_key(token) and keys.check(token)
    told = capsys.readouterr().err
    assert "only its hash" in told and "kites, tides" in told and "there is no report tides" in told
    assert token not in told


def test_a_list_shows_every_key_and_no_secret(keys: Keys) -> None:
    assert "keys create" in run(keys, "list")
    token = run(keys, "create", "shop", "--scope", "licensed")
    run(keys, "create", "desk", "--scope", "staff", "--expires", "30d")
    run(keys, "revoke", "shop")
    lines = run(keys, "list").splitlines()
    assert [("shop" in line, "revoked" in line) for line in lines[1:]] == [(True, True), (False, False)]
    assert "until" in lines[2] and "never" in lines[2]
    found = json.loads(run(keys, "list", "--json"))
    assert [key["name"] for key in found] == ["shop", "desk"]
    assert token[18:] not in json.dumps(found)


def test_an_expired_key_is_shown_as_such(keys: Keys) -> None:
    keys.create("shop", "public", expires_at=NOON)
    assert "expired" in table(keys.all(), NOON)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("90d", datetime(2026, 5, 30, 12, tzinfo=UTC)),
        ("12h", datetime(2026, 3, 2, tzinfo=UTC)),
        ("2w", datetime(2026, 3, 15, 12, tzinfo=UTC)),
        ("2026-03-01", datetime(2026, 3, 2, tzinfo=UTC)),
        ("2027-01-31", datetime(2027, 2, 1, tzinfo=UTC)),
    ],
)
def test_an_end_is_a_day_or_a_span(text: str, end: datetime) -> None:
    assert expiry(text, NOON) == end


@pytest.mark.parametrize("text", ["2026-02-28", "tomorrow", "2026-13-01", "0x10", "-3d", ""])
def test_an_end_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        expiry(text, NOON)


@pytest.mark.parametrize("name", ["", " shop", "a\nb", "x" * 101])
def test_a_name_is_one_line(keys: Keys, name: str) -> None:
    with pytest.raises(SystemExit):
        run(keys, "create", name, "--scope", "public")


def test_a_key_of_no_name_is_an_error_of_the_command(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INGEST_DATA_DIR", str(tmp_path))
    assert main(["keys", "create", "shop", "--scope", "public"]) == 0
    assert is_key(capsys.readouterr().out.strip())
    assert main(["keys", "revoke", "nobody"]) == 1
    assert "keys list" in capsys.readouterr().err
