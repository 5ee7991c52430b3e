from dataclasses import replace
from pathlib import Path

from evals.baseline import Kept, digest, fallen, kept_of, read_baseline, risen, write_baseline
from evals.rate import Rate
from evals.score import score
from evals.scorecard import scorecard
from tests.evals.answers import asked, money, question, saying

DEV = Kept({"figure": Rate(9, 10), "right": Rate(8, 10), "no wrong figure": Rate(9, 10)}, "of dev", 2.0)
BEFORE = {"dev": DEV, "test": Kept({"right": Rate(1, 2)}, "of test", 2.0)}


def now(**rates: Rate) -> dict[str, Kept]:
    named = {name.replace("_", " "): rate for name, rate in rates.items()}
    return {"dev": replace(DEV, rates={**DEV.rates, **named})}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(BEFORE, file)
    assert read_baseline(file) == BEFORE


def test_writing_one_split_keeps_the_other(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(BEFORE, file)
    write_baseline(now(right=Rate(10, 10)), file)
    assert read_baseline(file) == {**now(right=Rate(10, 10)), "test": BEFORE["test"]}


def test_a_fallen_score_is_named_with_how_much_it_fell() -> None:
    (line,) = fallen(now(figure=Rate(7, 10), right=Rate(9, 10)), BEFORE)
    assert line == "dev: figure fell by 20.00%, from 90.00% (9 of 10) to 70.00% (7 of 10)"


def test_a_miss_that_another_processor_may_round_to_is_no_fall() -> None:
    assert fallen(now(figure=Rate(8, 10)), BEFORE) == []


def test_a_score_that_is_no_longer_measured_has_fallen() -> None:
    (line,) = fallen({"dev": replace(DEV, rates={"right": Rate(8, 10), "no wrong figure": Rate(9, 10)})}, BEFORE)
    assert "figure is no longer measured" in line


def test_the_same_share_of_more_questions_has_not_fallen() -> None:
    assert fallen(now(figure=Rate(18, 20), right=Rate(16, 20)), BEFORE) == []


def test_one_more_wrong_figure_is_a_fall_however_many_questions_there_are() -> None:
    (line,) = fallen(now(no_wrong_figure=Rate(98, 100)), BEFORE)
    assert line == "dev: no wrong figure: its misses rose from 1 to 2"


def test_a_wrong_figure_more_of_the_adversarial_questions_is_a_fall_too() -> None:
    before = {"dev": replace(DEV, rates={"adversarial no wrong figure": Rate(9, 10)})}
    (line,) = fallen({"dev": replace(DEV, rates={"adversarial no wrong figure": Rate(98, 100)})}, before)
    assert line == "dev: adversarial no wrong figure: its misses rose from 1 to 2"


def test_fewer_questions_with_the_same_faults_are_no_fall() -> None:
    assert fallen(now(no_wrong_figure=Rate(8, 9)), BEFORE) == []


def test_other_questions_than_those_of_the_baseline_are_told() -> None:
    (line,) = fallen({"dev": replace(DEV, questions="changed")}, BEFORE)
    assert "gold are not those of the baseline" in line


def test_speed_has_a_tolerance() -> None:
    assert fallen({"dev": replace(DEV, times_embedding=3.0)}, BEFORE) == []
    (line,) = fallen({"dev": replace(DEV, times_embedding=3.1)}, BEFORE)
    assert line == "dev: an answer that searches takes 3.1 times its embedding; it was 2"


def test_a_risen_score_is_told_and_is_no_fall() -> None:
    better = now(figure=Rate(10, 10))
    assert fallen(better, BEFORE) == []
    assert risen(better, BEFORE) == ["dev: figure rose from 90.00% (9 of 10) to 100.00% (10 of 10)"]


def test_the_digest_is_of_gold_too_and_not_of_the_order() -> None:
    one, other = question(figure=[money("1")], id="a"), question(figure=[money("2")], id="b")
    assert digest([one, other]) == digest([other, one])
    assert digest([one, other]) != digest([one, question(figure=[money("3")], id="b")])


def test_a_scorecard_is_kept_with_its_questions() -> None:
    answered = asked(saying("It was USD 1 billion."), took_ms=6.0, embedding_ms=3.0)
    scored = [score(question(figure=[money("1")]), answered, {}.get)]
    kept = kept_of(scorecard("dev", scored), scored)
    assert kept.rates["figure"] == Rate(1, 1)
    assert kept.times_embedding == 2.0
    assert kept.questions == digest([scored[0].question])
