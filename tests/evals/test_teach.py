"""Teaches which labels are meant."""

import json
from collections.abc import Sequence
from pathlib import Path

from evals.teach import LABELS, documents, judged, lesson, taught, told
from ingest.embed import Tokens
from tests.evals.learning import tokens

SAID = {
    "genre": "a bank",
    "tables": [
        {"title": "Loans", "unit": "USD", "columns": [], "rows": ["Flats", "Cars"]},
        {"title": "Results", "unit": "", "columns": ["Revenue", "Cost"], "rows": ["Retail", "Other"]},
    ],
    "asks": [["Cars", 0, 1, None], ["Cost of Retail", 1, 0, 1]],
    "absent": ["Ships"],
}


def reading(texts: Sequence[str]) -> list[Tokens]:
    return [tokens(text) for text in texts]


def written(folder: Path) -> Path:
    file = folder / "some.jsonl"
    file.write_text(json.dumps(SAID) + "\n", encoding="utf-8")
    return file


def test_a_document_has_a_cell_for_each_row_and_column(tmp_path: Path) -> None:
    (document,) = documents(written(tmp_path))
    assert document.labels.titles == ("Loans (USD)", "Results")
    assert len(document.labels.cells) == 2 + 4
    assert document.right == (1, 3, 6)


def test_what_is_taught_is_told_again(tmp_path: Path) -> None:
    (document,) = documents(written(tmp_path))
    lessons = [
        lesson(document, lambda texts: [tokens(t) for t in texts], lambda texts: [tokens(t) for t in texts])
    ] * 12
    worth = list(judged(taught(lessons), lessons[:1]))
    assert [(right, asked) for _, right, asked in worth] == [(True, True), (True, True), (False, False)]


def test_what_answers_are_worth() -> None:
    worth = [(0.9, True, True), (0.9, False, True), (0.2, True, True), (0.9, False, False), (0.1, False, False)]
    assert told(worth, 0.5) == "labels: from 0.5 on 33.3% right, 33.3% wrong; 50.0% of what no cell has answered"


def test_the_documents_that_are_taught_can_be_read() -> None:
    found = [each for file in (*(LABELS / "train").glob("*.jsonl"), LABELS / "test.jsonl") for each in documents(file)]
    assert len(found) > 200
