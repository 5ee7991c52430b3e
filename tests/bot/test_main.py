"""The command."""

from pathlib import Path

import pytest

from bot.__main__ import main


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
