import json
from pathlib import Path

import pytest

from evals.__main__ import main


def test_a_choice_without_questions_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--report", "no-such-report"]) == 2
    assert "No question is of that split, kind and report." in capsys.readouterr().err


def test_wrong_settings_are_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INGEST_DATA_DRI", "typo")
    assert main(["--kind", "contact"]) == 2
    assert "INGEST_DATA_DRI" in capsys.readouterr().err


def test_results_are_of_all_questions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--split", "dev", "--write-results"]) == 2
    assert "leave out --split" in capsys.readouterr().err


@pytest.mark.parametrize("repeats", ["0", "many"])
def test_a_bench_is_repeated_at_least_once(repeats: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["bench", "--repeats", repeats])
    assert "--repeats" in capsys.readouterr().err


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("default")  # those of torch and transformers are not ours
def test_a_part_of_the_questions_is_scored_and_compared_with_nothing(
    eval_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INGEST_DATA_DIR", str(eval_data))
    assert main(["--split", "test", "--kind", "smalltalk", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)["test"]
    assert said["rates"]["right"]["of"] >= 5
    low, high = said["intervals"]["right"]["wilson"]
    assert 0 < low < high <= 1
    assert main(["--split", "test", "--kind", "smalltalk"]) == 0
    assert "kind smalltalk" in capsys.readouterr().out
    assert main(["--split", "test", "--kind", "smalltalk", "--model", "some:model"]) == 2
    told = capsys.readouterr()
    assert ("some:model cannot be opened" in told.err, told.out) == (True, "")


def test_the_search_is_measured_and_written_down(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr("evals.retrieval.run.measure", lambda split, *rest: split)
    monkeypatch.setattr("evals.retrieval.table.tables", lambda measured, machine: f"of {', '.join(measured)}")
    monkeypatch.setattr("evals.retrieval.table.write_page", written.append)
    assert main(["--split", "dev", "retrieval", "--write"]) == 0
    assert written == ["of dev"]
