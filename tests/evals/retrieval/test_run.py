"""Every search is asked for the evidence of every question."""

from pathlib import Path

import pytest

from evals.question import Question
from evals.retrieval.run import Case, compare, measure
from evals.retrieval.searches import CHANCES, FUSED, PARTS, RERANKED, Asked
from ingest.settings import IngestSettings
from tests.bot.beehives import asked, beehives
from tests.ingest.fakes import HashEncoder

REPORT = """# Widget Market Report

## Market size

The widget market was worth USD 3.20 billion in 2024.

## Gadgets

Growth comes from factories that replace old machines.
"""


def question(number: int, turn: str, expect: dict[str, object], kind: str = "figure") -> Question:
    """A question about the report on widgets."""
    given = {"id": f"q{number}", "report": "widgets", "split": "dev", "kind": kind, "turns": [turn], "expect": expect}
    return Question.model_validate(given)


def test_each_search_has_the_rank_of_the_first_evidence_and_its_time() -> None:
    questions = [asked("Why do keepers buy sensors?"), asked("What hampers adoption?")]
    cases = [Case(Asked(each, beehives(), each.ask), frozenset({2})) for each in questions]
    warmed: list[str] = []

    def warm(asked: Asked) -> list[int]:
        warmed.append(asked.text)
        return []

    found = compare(cases, {"first": lambda _: [2, 0], "third": lambda _: [0, 1, 2], "never": lambda _: []}, warm)
    assert warmed == [each.ask for each in questions]
    assert {name: [place.rank for place in of.places] for name, of in found.items()} == {
        "first": [1, 1], "third": [3, 3], "never": [None, None]
    }  # fmt: skip
    assert all(place.report == "beehives" and place.took_ms >= 0 for of in found.values() for place in of.places)


def test_a_split_is_read_and_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "widgets.md").write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr("evals.library.report_folders", lambda split: (tmp_path / "widgets.md",))
    monkeypatch.setattr("evals.retrieval.run.Encoder", lambda model: HashEncoder())
    size = {"value": "3.20", "scale": "1e9", "kind": "money", "currency": "USD", "period": "2024"}
    questions = [
        question(1, "How big was the market in 2024?", {"figure": [size]}),
        question(2, "Why does it grow?", {"contains": ["factories"]}, "explanation"),
        question(3, "Who lost?", {"contains": ["nobody that it names"]}, "explanation"),
        question(4, "How is the weather?", {"declined": True}, "out_of_scope"),
    ]
    measured = measure("dev", questions, IngestSettings(data_dir=tmp_path / "data"))
    assert (measured.questions, measured.without, measured.reports, measured.passages) == (2, 1, 1, 2)
    assert measured.searches[CHANCES].places[0].rank == 1
    assert {name for part in PARTS for name in (part.with_it, part.without)} - set(measured.searches) == {RERANKED}
    reread = measure("dev", questions, IngestSettings(data_dir=tmp_path / "data"), lambda question, hits: hits)
    assert reread.searches[RERANKED].places[0].rank == measured.searches[CHANCES].places[0].rank
    assert len(reread.searches[FUSED].places) == 2
