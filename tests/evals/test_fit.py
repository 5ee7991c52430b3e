"""What the bot chooses by is fitted, kept, and judged on reports left out."""

import json
from pathlib import Path

import numpy as np
import pytest

from bot.clues import CLUES
from bot.odds import WEIGHTS_FILE
from bot.pair_clues import PAIR_CLUES
from bot.pair_odds import PAIR_WEIGHTS_FILE
from bot.scorer import LINES_FILE, TRAINED_FILE
from evals import fit
from evals.fit import fit_figures, fit_lines, fit_pairs
from evals.question import Question
from tests.evals.learning import adding, question, speaking, telling


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fit, "FOLDER", tmp_path)
    return tmp_path


def number(asked: Question) -> int:
    return int(asked.id[1:])


def test_figures_are_fitted_kept_and_judged(folder: Path) -> None:
    questions = [telling(n, n % 3 != 0).question for n in range(60)]
    said = fit_figures(questions, lambda asked: telling(number(asked), number(asked) % 3 != 0), 4)
    assert "40 questions with an answer, 20 without" in said
    kept = json.loads((folder / WEIGHTS_FILE).read_text())
    assert max(kept, key=lambda name: kept[name]) == "own"
    assert set(kept) <= set(CLUES)
    with np.load(folder / TRAINED_FILE) as trained:
        assert trained["straight.weight"].shape[1] > len(CLUES)


def test_pairs_are_fitted_and_kept(folder: Path) -> None:
    questions = [adding(n, n % 2 == 0).question for n in range(40)]
    assert fit_pairs(questions, lambda asked: adding(number(asked), number(asked) % 2 == 0), 0) == "pairs: fitted"
    kept = json.loads((folder / PAIR_WEIGHTS_FILE).read_text())
    assert set(kept) <= set(PAIR_CLUES)
    assert kept["same sentence"] > 0


def test_lines_are_fitted_kept_and_judged(folder: Path) -> None:
    questions = [speaking(n, n % 2 == 0).question for n in range(60)]
    said = fit_lines(questions, lambda asked: speaking(number(asked), number(asked) % 2 == 0), 4)
    assert "30 questions with an answer, 30 without" in said
    assert (folder / LINES_FILE).exists()


def test_training_questions_are_read(folder: Path) -> None:
    assert question(1).split == "dev"
    assert all(file.suffix == ".jsonl" for file in fit.TRAINING.iterdir() if file.name != "README.md")
