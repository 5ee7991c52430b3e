import json
from decimal import Decimal
from pathlib import Path

import pytest

from evals.fit import TRAINING
from evals.library import report_folders
from evals.question import QUESTIONS, BadQuestion, load_questions

GOLD = {"value": "13.70", "scale": "1e9", "kind": "money", "currency": "USD", "unit": "", "period": "2026-2032"}
LINE = {
    "id": "a-figure-01",
    "report": "a",
    "split": "dev",
    "kind": "figure",
    "turns": ["How big is it?"],
    "expect": {"figure": [GOLD, [GOLD, GOLD]]},
}


def written(folder: Path, *lines: object, name: str = "a.jsonl") -> Path:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_line_becomes_a_question(tmp_path: Path) -> None:
    (question,) = load_questions(written(tmp_path, LINE, ""), ["dev"])
    first, second = question.expect.figure
    assert (len(first), len(second)) == (1, 2)
    assert str(first[0].value) == "13.70"
    assert first[0].amount == Decimal("13.70e9")
    assert first[0].years == {2026, 2032}
    assert question.is_declined is False


def test_only_the_splits_asked_for_are_loaded(tmp_path: Path) -> None:
    folder = written(tmp_path, LINE, LINE | {"id": "b", "split": "test"})
    assert [question.id for question in load_questions(folder, ["test"])] == ["b"]


BAD = [
    ("not json", "JSON"),
    (LINE | {"kind": "riddle"}, "kind"),
    (LINE | {"surprise": 1}, "surprise"),
    (LINE | {"turns": []}, "turns"),
    (LINE | {"expect": {}}, "nothing is expected"),
    (LINE | {"expect": {"items": [], "exact": True, "declined": False}}, "there are none"),
    (LINE | {"expect": {"figure": [GOLD | {"currency": ""}]}}, "currency"),
    (LINE | {"expect": {"figure": [GOLD | {"value": "much"}]}}, "value"),
    (LINE | {"expect": {"figure": [GOLD | {"period": "last year"}]}}, "period"),
    (LINE, "is taken by"),
]


@pytest.mark.parametrize(("line", "problem"), BAD)
def test_a_bad_line_is_named_with_file_and_line(tmp_path: Path, line: object, problem: str) -> None:
    with pytest.raises(BadQuestion, match=rf"a\.jsonl:2: .*{problem}"):
        load_questions(written(tmp_path, LINE, line), ["dev"])


def test_the_committed_questions_can_all_be_read() -> None:
    assert len(load_questions(QUESTIONS, ["dev"])) >= 120
    assert load_questions(QUESTIONS, ["test"])


def test_what_is_only_learned_from_is_of_reports_of_its_own() -> None:
    learned = load_questions(TRAINING, ("train",))
    scored = load_questions(QUESTIONS, ("dev", "test"))
    named = {each.report for each in learned}
    assert named == {path.stem for path in report_folders("train")[1].iterdir()}
    assert not named & {each.report for each in scored}
    assert not load_questions(QUESTIONS, ("train",))
