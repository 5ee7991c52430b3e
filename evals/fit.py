"""Fits the choosing of figures to the dev split's questions, and checks it on reports left out."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

import bot
from bot.clues import CLUES, Array
from bot.interaction import Interaction
from bot.odds import WEIGHTS_FILE, likeliest_of, probabilities, shortlist
from bot.scorer import TRAINED_FILE
from bot.shelf import Shelf
from evals.examples import Example, Examples, is_of_use
from evals.library import eval_settings, ingest_split
from evals.question import QUESTIONS, Question, load_questions
from evals.train import scores, train
from ingest.embed import Encoder
from ingest.library import Library
from ingest.settings import IngestSettings

FOLDER = Path(bot.__file__).parent

RIDGE = 0.5
"""How strongly weights are drawn to 0: half this times their sum of squares is added to the loss."""

FOLDS = 4
"""Parts the reports are dealt into; each part is judged by what was fitted to the others."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the probability of the figure held likeliest, and whether its sentence has a right one."""

    question: Question
    silent: bool
    probability: float
    right: bool


def fitted(examples: Sequence[Example]) -> Array:
    """The weights under which what is right is likeliest, and none where nothing is."""
    usable = [each for each in examples if each.is_of_use]
    start = np.zeros(len(CLUES))
    found = minimize(_loss, start, args=(usable,), jac=True, method="L-BFGS-B")
    return np.asarray(found.x)


def _loss(weights: Array, examples: Sequence[Example]) -> tuple[float, Array]:
    """Minus the log-likelihood with its ridge, and the gradient of both."""
    loss, gradient = RIDGE / 2 * float(weights @ weights), RIDGE * weights
    for each in examples:
        odds = probabilities(each.clues @ weights)
        chance = float(odds[each.right].sum()) if each.right.any() else 1 - float(odds.sum())
        wanted = np.where(each.right, odds, 0.0) / max(chance, 1e-12) if each.right.any() else np.zeros_like(odds)
        loss -= float(np.log(max(chance, 1e-12)))
        gradient = gradient + each.clues.T @ (odds - wanted)
    return loss, gradient


def judged(examples: Sequence[Example]) -> Iterator[Judged]:
    """Every question judged by what was fitted without its report."""
    reports = sorted({each.question.report or "" for each in examples})
    for fold in (frozenset(reports[n::FOLDS]) for n in range(FOLDS)):
        kept = [each for each in examples if each.question.report not in fold]
        first = fitted(kept)
        model = train(kept, first)
        for each in (each for each in examples if each.question.report in fold):
            yield _judge(each, first, model)


def _judge(example: Example, first: Array, model: Interaction) -> Judged:
    if not len(example.right):
        return Judged(example.question, example.is_silent, 0.0, False)
    short = shortlist(example.clues @ first)
    found = likeliest_of([example.quantities[at] for at in short], probabilities(scores(model, example, short)))
    best = next(at for at in short if example.quantities[at] is found[0].quantity)
    return Judged(example.question, example.is_silent, found[0].probability, example.is_quoted_right(int(best)))


def table(results: Sequence[Judged], thresholds: Sequence[float] = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)) -> str:
    """What answering from each probability on gives: of answerable questions, and of those that no figure answers."""
    silent = [each for each in results if each.silent]
    asked = [each for each in results if not each.silent]
    lines = [f"{len(asked)} questions with a figure, {len(silent)} without", "from   right   wrong   answered in vain"]
    for least in thresholds:
        given = [each for each in asked if each.probability >= least]
        right, vain = sum(each.right for each in given), sum(each.probability >= least for each in silent)
        shares = (right / max(len(asked), 1), (len(given) - right) / max(len(asked), 1), vain / max(len(silent), 1))
        lines.append(f"{least:.2f}  " + "  ".join(f"{share:6.1%}" for share in shares))
    return "\n".join(lines)


def write(weights: Array, model: Interaction) -> None:
    """Keep them as the ones the bot uses."""
    rounded = {name: round(float(weight), 3) for name, weight in zip(CLUES, weights, strict=True)}
    (FOLDER / WEIGHTS_FILE).write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")
    parameters = {name: values.numpy().astype(np.float16) for name, values in model.state_dict().items()}
    np.savez(str(FOLDER / TRAINED_FILE), allow_pickle=False, **parameters)


def fit_to_dev(user: IngestSettings) -> str:
    """Fits to the dev split, on its own library. Raises NotIngested."""
    settings = eval_settings("dev", user)
    encoder = Encoder(settings.embedding_model)
    ingest_split("dev", settings, encoder)
    with Library(settings.library_location) as library:
        examples = Examples(Shelf(library).book, encoder.read, encoder.read_query)
        return fit(load_questions(QUESTIONS, ("dev",)), examples)


def fit(questions: Sequence[Question], example: Callable[[Question], Example]) -> str:
    """Fits to the questions of use, keeps what comes of it, and says what that is worth."""
    examples = [example(question) for question in questions if is_of_use(question)]
    first = fitted(examples)
    write(first, train(examples, first))
    return table(list(judged(examples)))
