"""Questions of one matter fall together, and those of two stay apart, on questions that nothing was chosen by."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from bot.staff.matters import asked_for, matters
from ingest.embed import Encoder

HERE = Path(__file__).parent


def labelled(name: str) -> tuple[list[str], list[str]]:
    """The matters and the questions of a file."""
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pairs = [line.split(": ", 1) for line in lines]
    return [matter for matter, _ in pairs], [question for _, question in pairs]


def pairwise(found: Sequence[object], right: Sequence[object]) -> tuple[float, float]:
    """Precision and recall of the pairs that are put together."""
    pairs = list(combinations(range(len(right)), 2))
    together = {pair for pair in pairs if found[pair[0]] == found[pair[1]]}
    belonging = {pair for pair in pairs if right[pair[0]] == right[pair[1]]}
    return len(together & belonging) / len(together), len(together & belonging) / len(belonging)


@pytest.mark.parametrize(
    ("name", "title", "precision", "recall"),
    [
        ("gaps_tuned.txt", "Glass Packaging Market", 0.99, 0.82),  # 1.000 and 0.839
        ("gaps_held_out.txt", "Hospital Bed Market", 0.93, 0.76),  # 0.948 and 0.784
    ],
)
def test_most_pairs_of_a_matter_fall_together_and_few_others(
    name: str, title: str, precision: float, recall: float
) -> None:
    right, questions = labelled(name)
    found = pairwise(matters(questions, title, Encoder().encode), right)
    assert found[0] >= precision and found[1] >= recall, found


def test_what_tells_a_matter_is_in_english_and_without_what_all_share() -> None:
    assert asked_for("Wie groß ist der Glass Packaging Market in Japan?", "Glass Packaging Market").count("japan") == 1
    assert "market" not in asked_for("How big is the glass packaging market in Japan?", "Glass Packaging Market")


@pytest.mark.parametrize("question", ["", "???", "The market report", "=HYPERLINK(1)", "日本"])
def test_any_question_has_words_to_be_told_by(question: str) -> None:
    assert asked_for(question, "Glass Packaging Market")


def test_none_and_one_are_grouped_without_a_model() -> None:
    assert matters([], "Market", lambda texts: pytest.fail("asked for vectors")) == []
    assert matters(["How big?"], "Market", lambda texts: pytest.fail("asked for vectors")) == [0]
