"""Scores the product and the chain of the tutorials on the same questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.bench.spread import percentile
from evals.bench.tutorial import Tutorial, report_text
from evals.library import EVALS
from evals.question import Question
from evals.run import run
from evals.scored import Scored
from ingest.embed import Encoder


@dataclass(frozen=True, slots=True)
class Standing:
    """How one of the two did: answers that are right, figure questions that are, answers with a wrong figure."""

    questions: int
    right: int
    figure_questions: int
    figures_right: int
    wrong_figures: int
    p50_ms: float
    p95_ms: float


def standing(scored: Sequence[Scored]) -> Standing:
    """The standing of at least one answer."""
    took = [s.result.took_ms for s in scored]
    figures = [s.required["figure"] for s in scored if "figure" in s.required]
    return Standing(
        questions=len(scored),
        right=sum(s.right for s in scored),
        figure_questions=len(figures),
        figures_right=sum(figure.right for figure in figures),
        wrong_figures=sum(not s.counted["no wrong figure"].right for s in scored),
        p50_ms=percentile(took, 50),
        p95_ms=percentile(took, 95),
    )


def tutorial_answers(questions: Sequence[Question], encoder: Encoder) -> list[Scored]:
    """What the chain of the tutorials makes of questions about the corpus."""
    chains = tutorials({question.report for question in questions if question.report}, encoder)
    return [scored for report, chain in chains.items() for scored in _answers(questions, report, chain)]


def tutorials(reports: set[str], encoder: Encoder) -> Mapping[str, Tutorial]:
    """A chain for each report."""
    folder = EVALS.parent / "corpus"
    return {report: Tutorial(report, report_text(folder / report), encoder) for report in sorted(reports)}


def _answers(questions: Sequence[Question], report: str, chain: Tutorial) -> list[Scored]:
    asked = [question for question in questions if question.report == report]
    return run(asked, chain.ask, chain.passage_text, "tutorial")
