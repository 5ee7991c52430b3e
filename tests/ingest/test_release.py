"""The commands that say which version answers, beside a process that holds the data folder."""

import json
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.library import Library
from ingest.lock import hold
from ingest.release import STEPS
from ingest.settings import IngestSettings
from tests.ingest.fakes import HashEncoder

TEXT = "# Kites Market\n\n## Size\n\nThe kite market was worth USD {} billion in 2025.\n"


@pytest.fixture
def folder(settings: IngestSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report of two versions; the commands then work beside a writer."""
    monkeypatch.setenv("INGEST_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("INGEST_EMBEDDING_MODEL", "hash")
    folder = tmp_path / "kites"
    folder.mkdir()
    for worth in ("1", "2"):
        (folder / "report.md").write_text(TEXT.format(worth))
        assert main([str(folder)], HashEncoder) == 0
    return folder


def live(settings: IngestSettings) -> str | None:
    with Library(settings.library_location) as library:
        return library.report("kites").sections[-1].text.split("USD ")[1].split()[0] if library.reports() else None


def test_each_step_is_taken_and_told(
    settings: IngestSettings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "report.md").write_text(TEXT.format("3"))
    assert main(["--draft", str(folder)], HashEncoder) == 0
    assert "python -m ingest publish kites" in capsys.readouterr().out
    with hold(settings, "write"):
        for command, told, worth in (
            ("publish", "answers now", "3"),
            ("rollback", "answers again", "2"),
            ("rollback", "answers again", "3"),
            ("takedown", "answers no more", None),
            ("publish", "answers now", "3"),
        ):
            assert main([command, "kites"], HashEncoder) == 0
            assert told in capsys.readouterr().out and live(settings) == worth


def test_a_draft_is_discarded(settings: IngestSettings, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "report.md").write_text(TEXT.format("3"))
    assert main(["--draft", str(folder)], HashEncoder) == 0
    assert main(["discard", "kites"], HashEncoder) == 0
    assert main(["publish", "kites"], HashEncoder) == 1
    assert "no draft" in capsys.readouterr().err and live(settings) == "2"


def test_status_tells_versions_and_what_was_done(
    settings: IngestSettings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["status"], HashEncoder) == 0
    told = capsys.readouterr().out
    assert "live" in told and "previous" in told and str(folder) in told and "publish" not in told
    assert main(["status", "kites"], HashEncoder) == 0
    assert capsys.readouterr().out.count("publish, version") == 2
    assert main(["status", "--json"], HashEncoder) == 0
    found = json.loads(capsys.readouterr().out)
    assert [version["state"] for version in found["versions"]] == ["live", "previous"]
    assert [event["action"] for event in found["events"]] == ["publish", "publish"]


@pytest.mark.parametrize("command", STEPS)
def test_an_unknown_report_is_told(
    settings: IngestSettings, folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "boats"], HashEncoder) == 1
    assert "kites" in capsys.readouterr().err


def test_what_another_model_embedded_does_not_go_live(
    settings: IngestSettings, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INGEST_EMBEDDING_MODEL", "other")
    assert main(["rollback", "kites"], HashEncoder) == 1
    assert "Run python -m ingest first" in capsys.readouterr().err and live(settings) == "2"


@pytest.mark.parametrize("command", STEPS)
def test_each_command_is_described(command: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")
    assert f"`python -m ingest {command} " in page
