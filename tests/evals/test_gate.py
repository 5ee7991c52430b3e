"""The gate: every question is asked, and no score may be below evals/baseline.json."""

from pathlib import Path

import pytest

from evals.baseline import Kept, fallen, kept_of, read_baseline
from evals.evaluate import evaluate
from evals.question import QUESTIONS, Split, load_questions
from evals.scorecard import scorecard
from ingest.settings import IngestSettings

REFRESH = "Where this is meant, python -m evals --write-baseline keeps the scores of today."


@pytest.fixture(scope="session", params=["dev", "test"])
def now(request: pytest.FixtureRequest, eval_data: Path) -> dict[str, Kept]:
    """The scores of a split, of a library made anew."""
    split: Split = request.param
    scored = evaluate(split, load_questions(QUESTIONS, [split]), IngestSettings(data_dir=eval_data))
    return {split: kept_of(scorecard(split, scored), scored)}


@pytest.mark.timeout(1200)  # some minutes on two quiet cores, many on busy ones
@pytest.mark.filterwarnings("default")  # those of torch and transformers are not ours
def test_no_score_has_fallen(now: dict[str, Kept]) -> None:
    lines = fallen(now, read_baseline())
    assert not lines, "\n".join(["", *lines, REFRESH])


def test_the_baseline_is_of_both_splits_and_of_every_measure() -> None:
    baseline = read_baseline()
    assert set(baseline) == {"dev", "test"}
    for kept in baseline.values():
        assert {"right", "figure", "no wrong figure", "verbatim", "list recall", "declined recall"} <= set(kept.rates)
        assert kept.times_embedding > 0
