"""What speaks for and against a figure being the one asked for, as numbers that can be weighed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.book import Book
from bot.conditions import CONDITIONS, is_of_time, own_place, unmet
from bot.inquest import Inquest
from bot.match import ACCEPTED, KINDS
from bot.question import Question
from bot.sense import GENERIC, stems
from bot.statement import Statement
from ingest.domain import Cell

CLUES = (
    "constant", "own", "sentence", "heading", "near", "clause", "hint own", "hint said", "all said", "missing",
    "names missing", "unknown",
    "narrower", "unnamed", "rival", "strange", "whole", "total",
    "kind asked", "measure", "too small", "too large", "noun asked", "noun other", "label other",
    "time same", "time near", "time other", "time unsaid", "dated", "current", "earlier", "ahead", "past",
    "place same", "place near", "place narrower", "cell", "compares",
    *(f"not its {name}" for name in CONDITIONS),
)  # fmt: skip
"""Their names, in the order of the columns. All lie between 0 and 1."""

_COLUMN = {name: number for number, name in enumerate(CLUES)}

MOST = 3
"""Words that a name, or the question, has too many at most: more than that is not worse."""

LONG = 10
"""The same of a sentence."""

LEAST_SIZE, LARGEST_PRICE = 10**5, 10**6
"""A market is worth more than this, and one thing costs less, in any currency."""

Clues = dict[str, float]
Array = NDArray[np.float64]


def clues_of(question: Question, book: Book, statements: Sequence[Statement]) -> Array:
    """Clues of each figure, shape (len(statements), len(CLUES))."""
    inquest = Inquest(question, book)
    rows: list[list[float]] = []
    for statement, lacking in zip(statements, unmet(inquest, statements), strict=True):
        row = [0.0] * len(CLUES)
        row[_COLUMN["constant"]] = 1.0
        for part in (_of_words, _of_name, _of_measure, _of_time, _of_place):
            for name, value in part(inquest, statement).items():
                row[_COLUMN[name]] = value
        for condition in lacking:
            row[_COLUMN[f"not its {condition}"]] = 1.0
        rows.append(row)
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(CLUES))


def _of_words(inquest: Inquest, statement: Statement) -> Clues:
    """How much of what is asked for stands in its own fields, near it, in its sentence, and above it."""
    sense, question = statement.sense, inquest.question
    missing = inquest.missing(sense.everything)
    lost = sum(w for word, w in zip(question.words, inquest.weights, strict=True) if word in missing)
    named = [word for word in missing if word.stems & inquest.book.name_stems]
    strange = [word for word in missing if word.text in question.unknown]
    return {
        "own": inquest.share(sense.about),
        "sentence": inquest.share(sense.sentence),
        "heading": inquest.share(sense.everything),
        "near": inquest.share(statement.near),
        "clause": inquest.share(statement.clause),
        "hint own": inquest.hinted(statement.named),
        "hint said": inquest.hinted(statement.everything),
        "all said": float(bool(question.words) and not missing),
        "missing": min(MOST, lost / MOST) / MOST,
        "names missing": _few(len(named)),
        "unknown": _few(len(strange)),
    }


def _of_name(inquest: Inquest, statement: Statement) -> Clues:
    """What it is about that was not asked for."""
    sense, book = statement.sense, inquest.book
    rivals = (statement.clause & book.name_stems) - inquest.asked - GENERIC - book.market_stems
    whole = inquest.question.is_of_whole_market and not sense.core and own_place(sense.quantity, book) is None
    return {
        "narrower": _few(len(sense.core - inquest.asked - GENERIC)),
        "unnamed": float(not sense.core),
        "rival": _few(len(rivals)),
        "strange": min(LONG, len(sense.around - inquest.asked)) / LONG,
        "whole": float(whole),
        "total": float(statement.total and not inquest.missing(statement.named | sense.above)),
    }


def _few(count: int) -> float:
    return min(MOST, count) / MOST


def _of_measure(inquest: Inquest, statement: Statement) -> Clues:
    """Whether it is a number of the sort asked for."""
    question, quantity = inquest.question, statement.sense.quantity
    money = quantity.kind == "money"
    said = statement.named | stems((quantity.unit,)) if inquest.counted else statement.named
    unit_said = bool(quantity.unit) and quantity.kind == "number"
    is_counted = bool(inquest.counted & said)
    label = statement.told
    return {
        "kind asked": float(quantity.kind in KINDS.get(question.measure, frozenset())),
        "measure": float(quantity.measure in ACCEPTED.get(question.measure, ())),
        "too small": float(question.measure == "size" and money and quantity.amount < LEAST_SIZE),
        "too large": float(question.measure == "price" and money and quantity.amount >= LARGEST_PRICE),
        "noun asked": float(is_counted),
        "noun other": float(bool(inquest.counted) and unit_said and not is_counted),
        "label other": float(bool(label) and not label & inquest.asked),
        "cell": float(isinstance(quantity.source, Cell)),
        "compares": float(_compares(question)),
    }


def _compares(question: Question) -> bool:
    """Whether it asks for what lies between figures."""
    apart = question.operation in ("difference", "multiple", "sum", "share") and question.measure != "share"
    return apart or (question.operation == "growth" and len(question.years) > 1)


def _of_time(inquest: Inquest, statement: Statement) -> Clues:
    """Whether it is of the time asked for, or of now when none is."""
    question, sense = inquest.question, statement.sense
    quantity, years = sense.quantity, set(question.years)
    if not years:
        return {
            "dated": float(quantity.period is not None),
            "current": float(quantity.period is not None and quantity.period.last == inquest.book.base_year),
            "earlier": float(statement.earlier),
            "ahead": float(quantity.forecast and not question.forecast),
            "past": float(question.forecast and not quantity.forecast),
        }
    if quantity.period is not None:
        return {"time same" if is_of_time(question, quantity) else "time other": 1.0}
    if not sense.years:
        return {"time unsaid": 1.0}
    return {"time near" if years <= sense.years else "time other": 1.0}


def _of_place(inquest: Inquest, statement: Statement) -> Clues:
    """Whether it is of the place asked for, or of the whole geography when none is."""
    places, own = inquest.question.places, own_place(statement.sense.quantity, inquest.book)
    if not places:
        return {"place narrower": float(own is not None)}
    if own in places:
        return {"place same": 1.0}
    named = all(place in statement.sense.places for place in places)
    return {"place near": 1.0} if named else {}
