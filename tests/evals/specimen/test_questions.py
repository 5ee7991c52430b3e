import json
from collections import Counter
from pathlib import Path

from evals.question import load_questions
from evals.specimen.contradiction import Planted
from evals.specimen.edition import Edition
from evals.specimen.gold import write_lines
from evals.specimen.plant import planted
from evals.specimen.questions import questions


def test_there_are_hundreds_and_the_loader_takes_them(editions: tuple[Edition, ...], tmp_path: Path) -> None:
    for edition in editions:
        found = questions(planted(edition, 3), 3)
        write_lines(found, tmp_path / "asked.jsonl")
        read = load_questions(tmp_path, ["dev"])
        assert len(read) == len(found) >= 250
        assert len({question.turns for question in read}) == len(read)


def test_questions_are_of_many_kinds_and_wordings(asked: Planted) -> None:
    found = questions(asked, 3)
    kinds = Counter(str(one["kind"]) for one in found)
    assert kinds.keys() == {"figure", "list", "calculation", "unanswerable", "coverage"}
    assert min(kinds.values()) >= 6
    tags = {tag for one in found for tag in one["tags"]}  # type: ignore[attr-defined]
    assert {"terse", "long", "typo", "series", "top three", "fastest", "share", "sum"} <= tags


def test_the_same_seed_asks_the_same(asked: Planted) -> None:
    assert json.dumps(questions(asked, 3)) == json.dumps(questions(asked, 3))
    assert json.dumps(questions(asked, 3)) != json.dumps(questions(asked, 4))


def test_a_clean_edition_can_be_asked_too(edition: Edition) -> None:
    assert len(questions(Planted(edition), 3)) >= 300
