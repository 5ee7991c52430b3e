"""The bench: answers, ingest, starts, and the chain of the tutorials beside the product, in one run."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.bench.answering import Answering, Timing, answering, scored, time_answers
from evals.bench.comparing import Standing, standing, tutorial_answers
from evals.bench.ingesting import Ingesting, time_ingest
from evals.bench.starting import Starting, time_starts
from evals.library import EVALS, open_desk
from evals.question import QUESTIONS, Question, load_questions
from ingest.embed import Encoder
from ingest.settings import IngestSettings

ANSWERS_GOAL = 2.0
"""An answer may take this many times its question's own embedding, at most."""

INGEST_GOAL = 0.8
"""Ingest must reach this part of the bare encoder's passages a second, at least."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that was measured."""

    answering: Answering
    product: Standing
    tutorial: Standing
    ingesting: Ingesting
    starting: Starting


def bench(settings: IngestSettings, repeats: int, tell: Callable[[str], None]) -> Bench:
    """Measure. ``tell`` hears what is being measured, for it takes minutes."""
    questions = corpus_questions()
    tell(f"answers to {len(questions)} questions, {repeats} times")
    with open_desk("dev", settings) as desk:
        rounds = time_answers(questions, desk, repeats)
        product = standing(scored(rounds[0], desk))
    tell("the tutorial chain on the same questions")
    tutorial = standing(tutorial_answers(questions, Encoder(settings.embedding_model)))
    with tempfile.TemporaryDirectory(prefix="footnote-bench-") as folder:
        tell(f"starts, {repeats} times")
        starting = time_starts(Path(folder, "starts"), _first(rounds[0], False), _first(rounds[0], True), repeats)
        tell(f"ingest and the bare encoder, {repeats} times")
        ingesting = time_ingest(settings, Path(folder, "ingest"), repeats)
    return Bench(answering(rounds), product, tutorial, ingesting, starting)


def corpus_questions() -> list[Question]:
    """The dev questions about the reports in corpus/."""
    reports = {folder.name for folder in (EVALS.parent / "corpus").iterdir() if folder.is_dir()}
    return [question for question in load_questions(QUESTIONS, ("dev",)) if question.report in reports]


def _first(timings: Sequence[Timing], searched: bool) -> str:
    """The first question, clear without those before it, that was answered with a search, or without."""
    alone = (timing for timing in timings if len(timing.question.turns) == 1 and timing.result.answer.citations)
    return next(timing.question.turns[0] for timing in alone if timing.searched == searched)
