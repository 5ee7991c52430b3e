"""The command says in one line what is wrong, and its exit code tells whether everything went in."""

import json
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


@pytest.mark.parametrize("arguments", [["--nonsense"], ["--check", "--rebuild"], ["corpus", "--rebuild"], ["--json"]])
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


BOATS = """# Boats

The market was worth USD 33.0 billion in 2024.

| Year | USD billion |
| --- | --- |
| 2024 | 30.0 |
"""


def test_an_audit_says_where_a_report_contradicts_itself(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "boats.md").write_text(BOATS)
    main([], HashEncoder)
    assert "boats contradicts itself: 1 contradiction; see python -m ingest --audit boats" in capsys.readouterr().out
    assert main(["--audit", "boats"], HashEncoder) == 0
    told = capsys.readouterr().out
    assert told.startswith("Boats (boats): 1 contradiction\n\n1. The market, 2024: USD 33.0 billion in one place")
    assert main(["--audit"], HashEncoder) == 0
    assert "Kites (kites): nothing found" in capsys.readouterr().out


def test_an_audit_of_a_file_needs_no_library_and_no_model(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "boats.md").write_text(BOATS)

    def no_encoder(model: str) -> HashEncoder:
        raise AssertionError(f"{model} was loaded")

    assert main(["--audit", "corpus/boats.md", "--json"], no_encoder) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["report"], [finding["kind"] for finding in told["findings"]]) == ("boats", ["text"])


@pytest.mark.parametrize(("named", "told"), [("planes", "no report 'planes'"), ("corpus/empty.md", "empty")])
def test_what_cannot_be_audited_is_told_in_one_line(
    corpus: Path, capsys: pytest.CaptureFixture[str], named: str, told: str
) -> None:
    (corpus / "empty.md").write_text("")
    assert main(["--audit", named], HashEncoder) == 1
    errors = capsys.readouterr().err
    assert told in errors and errors.startswith("error: ") and errors.count("\n") == 1
