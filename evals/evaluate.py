"""Asks the questions of one split of a bot on that split's reports, and scores the answers."""

from collections.abc import Sequence

from evals.library import open_desk
from evals.question import Question, Split
from evals.run import run
from evals.scored import Scored
from ingest.settings import IngestSettings


def evaluate(
    split: Split, questions: Sequence[Question], settings: IngestSettings, model: str | None = None
) -> list[Scored]:
    """The questions, all of the split, asked and scored. Raises NotIngested, and Misconfigured."""
    if not questions:
        return []
    with open_desk(split, settings, model) as desk:
        return run(questions, desk.ask, desk.passage_text, " ".join(filter(None, (split, model))))
