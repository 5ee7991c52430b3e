"""The committed questions that set traps: how many, on how many reports, and that their gold is in the files."""

import csv
from functools import cache
from pathlib import Path

import pytest

from evals.library import report_folders
from evals.names import stands_in
from evals.question import QUESTIONS, Figure, Question, Split, Trap, load_questions
from ingest.read.find import find_reports


@cache
def trapped(split: Split) -> list[Question]:
    return [question for question in load_questions(QUESTIONS, [split]) if question.trap]


@cache
def text_of(split: Split, report: str) -> str:
    """All a report's files say, cells apart."""
    sources = [source for folder in report_folders(split) for source in find_reports(folder) if source.id == report]
    return "\n".join(shown(file) for source in sources for file in source.files)


def shown(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".csv":
        return text
    delimiter = max(",;", key=text.count)
    return "\n".join(" | ".join(row) for row in csv.reader(text.splitlines(), delimiter=delimiter))


def printed(figure: Figure) -> list[str]:
    """The ways its value may stand in a report: "1973", "1,973", "1.973", and "2980" for "2980.0"."""
    found = []
    for scale in (1, 10**3, 10**5, 10**6, 10**7, 10**9, 10**12):
        value = figure.value / scale
        plain, english = f"{value:f}", f"{value:,f}"
        short = f"{value.normalize():,f}"
        forms = [plain, english, short, english.replace(",", "~").replace(".", ",").replace("~", "."), f"{short}0"]
        found += [*forms, *(form.removesuffix(".0") for form in forms), f"{short}.0", f"{short}.00"]
    return found


IN_WORDS = frozenset({"traps-test-02-146", "traps-test-02-161"})
"""Questions whose figure their report tells in words, or in a unit of its own."""


@pytest.mark.parametrize(("split", "questions", "reports"), [("dev", 150, 8), ("test", 80, 8)])
def test_there_are_enough_on_enough_reports_and_of_every_trap(split: Split, questions: int, reports: int) -> None:
    found = trapped(split)
    assert len(found) >= questions
    assert len({question.report for question in found}) >= reports
    assert {question.trap for question in found} | {"given"} == set(Trap.__args__)


@pytest.mark.parametrize("split", ["dev", "test"])
def test_what_must_be_said_and_cited_stands_in_the_report(split: Split) -> None:
    for question in trapped(split):
        said = text_of(split, question.report or "")
        assert said, question.id
        published = [entry for entry in question.expect.figure if not entry[0].calculated]
        for entry in published:
            if question.id not in IN_WORDS:
                assert any(stands_in(form, said) for gold in entry for form in printed(gold)), question.id
        if question.must_cite:
            assert any(stands_in(wanted, said) for wanted in question.must_cite), question.id


@pytest.mark.parametrize("split", ["dev", "test"])
def test_half_can_be_answered_so_that_declining_always_is_no_way_out(split: Split) -> None:
    answerable = [question for question in trapped(split) if question.is_declined is False]
    silent = [question for question in trapped(split) if question.is_declined]
    assert min(len(answerable), len(silent)) > len(trapped(split)) / 3
