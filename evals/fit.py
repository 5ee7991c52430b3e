"""Fits what the bot chooses by to questions with known answers: figures, pairs of figures, and lines."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np

import bot
from bot.book import Book
from bot.cite import Hit
from bot.clues import CLUES, Array
from bot.interaction import Interaction
from bot.line_clues import LINE_CLUES
from bot.line_odds import LINE_WEIGHTS_FILE
from bot.meant import SURE
from bot.meeting import LabelMeeting
from bot.odds import WEIGHTS_FILE, likeliest_of, probabilities, shortlist, weights
from bot.pair_clues import PAIR_CLUES
from bot.pair_odds import PAIR_WEIGHTS_FILE
from bot.retrieve import Retrieval
from bot.scorer import LABELS_FILE, LINES_FILE, TRAINED_FILE
from bot.shelf import Shelf
from evals.examples import Example, Examples, is_of_use
from evals.judged import Judged, left_out, table
from evals.library import eval_settings, ingest_split
from evals.lines import LineExample, LineExamples, is_in_words
from evals.logit import fitted
from evals.pairs import PairExample, may_be_calculated, pair_example
from evals.question import QUESTIONS, Question, Split, load_questions
from evals.teach import LABELS, Document, Lesson, documents, judged, lesson, taught, told, with_plain
from evals.train import scores, train
from ingest.embed import Encoder
from ingest.index import Index, open_index
from ingest.library import Library
from ingest.settings import IngestSettings

FOLDER = Path(bot.__file__).parent

TRAINING = Path(__file__).with_name("training")
"""Questions that are learned from and never scored: on the dev split's reports, and, meant to trap, on those of a split
of their own."""

LEARNED_FROM: tuple[Split, ...] = ("dev", "train")

RIDGE, PAIR_RIDGE = 0.5, 0.3

THINNED = 3
"""Of the published figures asked for in training, one in so many also teaches when not to calculate."""

SMALLEST = 0.0005
"""Weights nearer to 0 are left out of the file."""


def fit_to_dev(user: IngestSettings, folds: int) -> Iterator[str]:
    """Fits to the dev split's ordinary questions and to the training questions, keeps what comes of it, and says what
    each part is worth on reports left out, where ``folds`` is not 0. Raises NotIngested."""
    encoder = Encoder(eval_settings("dev", user).embedding_model)
    scored = [question for question in load_questions(QUESTIONS, ("dev",)) if not (question.trap or question.act)]
    training = load_questions(TRAINING, ("dev",))
    traps = load_questions(TRAINING, ("train",))
    with _reports(user, encoder) as reports:

        def book(report: str) -> Book:
            return reports[report][0](report)

        def hits(text: str, of: Book) -> Sequence[Hit]:
            return reports[of.report.id][1].search(text, of)[0]

        yield fit_figures([*scored, *training, *traps], Examples(book, encoder.read, encoder.read_query), folds)
        asked = [*scored, *_thinned(training), *traps]
        yield fit_pairs(asked, lambda question: pair_example(question, book), folds)
        found = LineExamples(book, encoder.read, encoder.read_query, hits)
        in_words = (each for each in training if "-words-" in each.id)
        yield fit_lines([*scored, *in_words, *traps], found, folds)
        yield fit_labels(encoder)


@contextmanager
def _reports(user: IngestSettings, encoder: Encoder) -> Iterator[dict[str, tuple[Callable[[str], Book], Retrieval]]]:
    """Who opens each report of the splits that are learned from, and who searches it, by the report's id."""
    found: dict[str, tuple[Callable[[str], Book], Retrieval]] = {}
    with ExitStack() as stack:
        for split in LEARNED_FROM:
            settings = eval_settings(split, user)
            ingest_split(split, settings, encoder)
            library = stack.enter_context(Library(settings.library_location))
            opened = Shelf(library).book, _searcher(library, stack.enter_context(open_index(settings)), encoder)
            found |= dict.fromkeys((version.id for version in library.reports()), opened)
        yield found


def _searcher(library: Library, index: Index, encoder: Encoder) -> Retrieval:
    return Retrieval(
        lambda key, text, limit: index.search(key, encoder.read_query(text).pooled, limit),
        lambda report, text, limit: library.search(report, text, limit),
    )


def fit_labels(encoder: Encoder) -> str:
    """Which cell's labels are meant, taught with the documents of ``labels/train``, tried on ``labels/test.jsonl``."""

    def lessons(found: Iterable[Document]) -> list[Lesson]:
        return [lesson(each, encoder.read, encoder.read) for each in found]

    files = sorted((LABELS / "train").glob("*.jsonl"))
    model = taught(lessons(with_plain([each for file in files for each in documents(file)])))
    _write_model(LABELS_FILE, model)
    return told(list(judged(model, lessons(documents(LABELS / "test.jsonl")))), SURE)


def _thinned(questions: Sequence[Question]) -> Iterator[Question]:
    return (each for n, each in enumerate(questions) if each.kind != "figure" or n % THINNED == 0)


def fit_figures(questions: Sequence[Question], example: Callable[[Question], Example], folds: int) -> str:
    """Which figure is asked for: the weights of its clues, and the model that reads the likeliest closer."""
    examples = [example(question) for question in questions if is_of_use(question)]
    first, model = _figures(examples)
    _write_weights(WEIGHTS_FILE, CLUES, first)
    _write_model(TRAINED_FILE, model)
    weights.cache_clear()
    return _worth("figures", list(left_out(examples, folds, _figure_judge)))


def fit_pairs(questions: Sequence[Question], example: Callable[[Question], PairExample | None], folds: int) -> str:
    """Which two figures are calculated with, and how: the weights of a pair's clues."""
    found = (example(question) for question in questions if may_be_calculated(question))
    examples = [each for each in found if each]
    _write_weights(PAIR_WEIGHTS_FILE, PAIR_CLUES, fitted(examples, PAIR_RIDGE))
    return _worth("pairs", list(left_out(examples, folds, _pair_judge)))


def fit_lines(questions: Sequence[Question], example: Callable[[Question], LineExample], folds: int) -> str:
    """Which sentence, list, row or column answers: as for figures."""
    examples = [example(question) for question in questions if is_in_words(question)]
    first, model = _lines(examples)
    _write_weights(LINE_WEIGHTS_FILE, LINE_CLUES, first)
    _write_model(LINES_FILE, model)
    return _worth("lines", list(left_out(examples, folds, _line_judge)))


def _worth(name: str, results: Sequence[Judged]) -> str:
    return f"{name}: on reports left out, {table(results)}" if results else f"{name}: fitted"


def _figures(examples: Sequence[Example]) -> tuple[Array, Interaction]:
    first = fitted(examples, RIDGE)
    return first, train(examples, first)


def _lines(examples: Sequence[LineExample]) -> tuple[Array, Interaction]:
    first = fitted(examples, RIDGE)
    return first, train(examples, first)


def _figure_judge(kept: list[Example]) -> Callable[[Example], Judged]:
    first, model = _figures(kept)

    def judge(example: Example) -> Judged:
        if not len(example.right):
            return Judged(example.question, example.is_silent, 0.0, False)
        short = shortlist(example.clues @ first)
        found = likeliest_of([example.quantities[at] for at in short], probabilities(scores(model, example, short)))
        best = next(at for at in short if example.quantities[at] is found[0].quantity)
        return Judged(example.question, example.is_silent, found[0].probability, example.is_quoted_right(int(best)))

    return judge


def _pair_judge(kept: list[PairExample]) -> Callable[[PairExample], Judged]:
    first = fitted(kept, PAIR_RIDGE)

    def judge(example: PairExample) -> Judged:
        odds = probabilities(example.clues @ first)
        best = list(max(example.groups, key=lambda group: float(odds[list(group)].sum()), default=()))
        return Judged(example.question, example.is_silent, float(odds[best].sum()), bool(example.right[best].any()))

    return judge


def _line_judge(kept: list[LineExample]) -> Callable[[LineExample], Judged]:
    first, model = _lines(kept)

    def judge(example: LineExample) -> Judged:
        short = shortlist(example.clues @ first)
        odds = probabilities(scores(model, example, short))
        best = int(odds.argmax())
        return Judged(example.question, example.is_silent, float(odds[best]), bool(example.right[short[best]]))

    return judge


def _write_weights(file: str, names: Sequence[str], values: Array) -> None:
    kept = {name: round(float(weight), 3) for name, weight in zip(names, values, strict=True)}
    large = {name: weight for name, weight in kept.items() if abs(weight) >= SMALLEST}
    (FOLDER / file).write_text(json.dumps(large, indent=2) + "\n", encoding="utf-8")


def _write_model(file: str, model: Interaction | LabelMeeting) -> None:
    parameters = {name: values.numpy().astype(np.float16) for name, values in model.state_dict().items()}
    np.savez(str(FOLDER / file), allow_pickle=False, **parameters)
