"""The command says in one line what is wrong, and its exit code tells whether everything went in."""

from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.lock import hold
from ingest.settings import IngestSettings
from tests.ingest.fakes import HashEncoder


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The default folder, in a working directory of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "kites.md").write_text("# Kites\n\n## Size\n\nKites fly.\n")
    return tmp_path / "corpus"


def test_the_default_folder_goes_in(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], HashEncoder) == 0
    assert "kites" in capsys.readouterr().out
    assert (corpus.parent / "data" / "library.sqlite").exists()
    assert main([], HashEncoder) == 0
    assert "unchanged" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nowhere"], 1, "no such file or folder"),
        (["empty"], 1, "no report here"),
        (["--check", "nowhere"], 1, "no such file or folder"),
        (["--remove", "boats"], 1, "no report 'boats'"),
    ],
)
def test_what_failed_is_told_in_one_line(
    corpus: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, told: str
) -> None:
    (corpus.parent / "empty").mkdir()
    assert main(arguments, HashEncoder) == code
    errors = capsys.readouterr().err
    assert told in errors and errors.startswith("error: ") and errors.count("\n") == 1


def test_an_unknown_setting_is_wrong_usage(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INGEST_DATADIR", "x")
    assert main([], HashEncoder) == 2
    assert "INGEST_DATADIR" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--nonsense"], ["--check", "--rebuild"], ["corpus", "--rebuild"]])
def test_an_option_that_makes_no_sense_is_wrong_usage(corpus: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments, HashEncoder)
    assert stopped.value.code == 2


def test_a_busy_library_is_told_in_one_line(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with hold(IngestSettings(data_dir=corpus.parent / "data"), "read"):
        assert main([], HashEncoder) == 1
    assert "in use by process" in capsys.readouterr().err


def test_a_check_writes_nothing(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"], HashEncoder) == 0
    assert "checked" in capsys.readouterr().out
    assert [entry.name for entry in corpus.parent.iterdir()] == ["corpus"]


def test_the_index_is_made_anew_and_a_report_removed(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([], HashEncoder)
    assert main(["--rebuild"], HashEncoder) == 0
    assert "indexed" in capsys.readouterr().out
    assert main(["--remove", "kites"], HashEncoder) == 0
    assert "kites  removed" in capsys.readouterr().out
