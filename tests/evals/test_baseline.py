from pathlib import Path

from evals.baseline import fallen, read_baseline, write_baseline
from evals.scorecard import Rate

BEFORE = {"dev": {"figure": Rate(9, 10), "right": Rate(8, 10)}, "test": {"right": Rate(1, 2)}}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(BEFORE, file)
    assert read_baseline(file) == BEFORE


def test_writing_one_split_keeps_the_other(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(BEFORE, file)
    write_baseline({"dev": {"right": Rate(10, 10)}}, file)
    assert read_baseline(file) == {"dev": {"right": Rate(10, 10)}, "test": BEFORE["test"]}


def test_a_fallen_score_is_named_with_how_much_it_fell() -> None:
    (line,) = fallen({"dev": {"figure": Rate(8, 10), "right": Rate(9, 10)}}, BEFORE)
    assert line == "dev: figure fell by 10.00%, from 90.00% (9 of 10) to 80.00% (8 of 10)"


def test_a_score_that_is_no_longer_measured_has_fallen() -> None:
    (line,) = fallen({"dev": {"right": Rate(8, 10)}}, BEFORE)
    assert "figure is no longer measured" in line


def test_the_same_share_of_more_questions_has_not_fallen() -> None:
    assert fallen({"dev": {"figure": Rate(18, 20), "right": Rate(16, 20)}}, BEFORE) == []
