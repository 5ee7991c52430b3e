"""Fits the weights by which a figure is chosen to the dev split's questions, and checks them on reports left out."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import bot
from bot.book import Book
from bot.clues import ALIKE, CLUES, Array, clues_of
from bot.conditions import meets
from bot.likeness import Likeness
from bot.odds import WEIGHTS_FILE, Alike, probabilities
from bot.question import Question as Understood
from bot.retrieve import searched
from bot.sense import Sense
from bot.shelf import Shelf
from bot.understand import understand
from evals.library import eval_settings, ingest_split
from evals.question import QUESTIONS, Figure, Question, load_questions
from ingest.embed import Encoder
from ingest.library import Library
from ingest.settings import IngestSettings

WEIGHTS = Path(bot.__file__).with_name(WEIGHTS_FILE)

RIDGE = 0.5
"""How strongly weights are drawn to 0: half this times their sum of squares is added to the loss."""

FOLDS = 6
"""Parts the reports are dealt into; each part is judged by weights fitted to the others."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Example:
    """A question's figures: their ``clues``, shape (n, len(CLUES)), and which of them are ``right``: none may be."""

    question: Question
    clues: Array
    right: Flags


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with the probability of the figure held likeliest, and whether it is right."""

    question: Question
    probability: float
    right: bool


def example(question: Question, book: Book, alike: Alike) -> Example:
    """What is known of a question's figures."""
    asked: Understood | None = None
    for turn in question.turns:
        asked = understand(turn, book, asked)
    if asked is None:
        raise ValueError(f"{question.id} asks nothing")
    statements = [each for each in book.statements if meets(asked, book, each)]
    clues = clues_of(asked, book, statements)
    clues[:, ALIKE] = alike(searched(asked, book), [statement.text for statement in statements])
    golds = [gold for entry in question.expect.figure for gold in entry if not gold.calculated]
    right = np.array([any(is_gold(each.sense, gold) for gold in golds) for each in statements], dtype=np.bool_)
    return Example(question, clues, right)


def is_of_use(question: Question) -> bool:
    """Whether one figure answers it, or none does."""
    return len(question.expect.figure) == 1 or is_unpublished(question)


def is_unpublished(question: Question) -> bool:
    """Whether no figure of the report answers it: none does, or only one that is calculated."""
    golds = [gold for entry in question.expect.figure for gold in entry]
    return question.kind == "unanswerable" or (bool(golds) and all(gold.calculated for gold in golds))


def is_gold(sense: Sense, gold: Figure) -> bool:
    """Whether a figure of the ledger is that of the gold: kind, currency, amount, and no other year."""
    quantity = sense.quantity
    if quantity.kind != gold.kind or quantity.amount != gold.amount or (quantity.currency or "") != gold.currency:
        return False
    period = quantity.period
    years = sense.years | ({period.first, period.last} if period else set())
    return not (gold.years and years) or gold.years <= years


def fitted(examples: Sequence[Example]) -> Array:
    """The weights under which what is right is likeliest, and none where nothing is."""
    usable = [each for each in examples if each.right.any() or is_unpublished(each.question)]
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
    """Every question judged by weights that were fitted without its report."""
    reports = sorted({each.question.report or "" for each in examples})
    for fold in (frozenset(reports[n::FOLDS]) for n in range(FOLDS)):
        weights = fitted([each for each in examples if each.question.report not in fold])
        for each in (each for each in examples if each.question.report in fold):
            odds = probabilities(each.clues @ weights)
            best = int(odds.argmax()) if len(odds) else -1
            right = bool(len(odds)) and bool(each.right[best])
            yield Judged(each.question, float(odds.max(initial=0.0)), right)


def table(results: Sequence[Judged], thresholds: Sequence[float] = (0.5, 0.6, 0.7, 0.8, 0.9)) -> str:
    """What answering from each probability on gives: of answerable questions, and of those that no figure answers."""
    silent = [each for each in results if is_unpublished(each.question)]
    asked = [each for each in results if not is_unpublished(each.question)]
    lines = [f"{len(asked)} questions with a figure, {len(silent)} without", "from   right   wrong   answered in vain"]
    for least in thresholds:
        given = [each for each in asked if each.probability >= least]
        right, vain = sum(each.right for each in given), sum(each.probability >= least for each in silent)
        shares = (right / max(len(asked), 1), (len(given) - right) / max(len(asked), 1), vain / max(len(silent), 1))
        lines.append(f"{least:.2f}  " + "  ".join(f"{share:6.1%}" for share in shares))
    return "\n".join(lines)


def write(weights: Array) -> None:
    """Keep the weights as the ones the bot uses."""
    rounded = {name: round(float(weight), 3) for name, weight in zip(CLUES, weights, strict=True)}
    WEIGHTS.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")


def fit_to_dev(user: IngestSettings) -> str:
    """Fits to the dev split, on its own library. Raises NotIngested."""
    settings = eval_settings("dev", user)
    encoder = Encoder(settings.embedding_model)
    ingest_split("dev", settings, encoder)
    with Library(settings.library_location) as library:
        alike = Likeness(encoder.encode, encoder.encode_query)
        return fit(load_questions(QUESTIONS, ("dev",)), Shelf(library).book, alike)


def fit(questions: Sequence[Question], book: Callable[[str], Book], alike: Alike) -> str:
    """Fits to the questions of use that name a report, writes the weights, and says what they are worth."""
    usable = [q for q in questions if q.report and is_of_use(q)]
    examples = [example(q, book(q.report), alike) for q in usable if q.report]
    write(fitted(examples))
    return table(list(judged(examples)))
