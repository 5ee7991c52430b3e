"""What speaks for and against a figure being the one asked for, as numbers that can be weighed."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from bot.asked import AskedWord
from bot.book import Book
from bot.match import ACCEPTED, EARNED, FINANCE, KINDS, NAMED_MEASURE, same_period, years_before
from bot.measuring import BY_VALUE, BY_VOLUME, OF_ALL
from bot.question import Question
from bot.sense import GENERIC, Sense, stems
from bot.spelling import is_english
from bot.statement import Statement
from ingest.domain import Cell, Kind, Quantity
from ingest.words import STOPWORDS, words

CLUES = (
    "constant", "own", "sentence", "heading", "near", "clause", "all said", "missing", "names missing", "unknown",
    "narrower", "unnamed", "rival", "strange", "whole",
    "kind asked", "measure", "too small", "too large", "noun asked", "noun other", "label other",
    "time same", "time near", "time other", "time unsaid", "dated", "current", "earlier", "ahead", "past",
    "place same", "place near", "place narrower", "cell", "compares",
    "alike",
)  # fmt: skip
"""Their names, in the order of the columns. All lie between 0 and 1 but "alike", a cosine."""

ALIKE = CLUES.index("alike")

MOST = 3
"""Words that a name, or the question, has too many at most: more than that is not worse."""

LONG = 10
"""The same of a sentence."""

LEAST_SIZE, LARGEST_PRICE = 10**5, 10**6
"""A market is worth more than this, and one thing costs less, in any currency."""

_COUNTED = re.compile(
    r"\b(?:how many|number of|count of)\s+(?:(?:the|a|an|of|new|more|total|different)\s+)*([\w'-]+)(?:\s+([\w'-]+))?",
    re.IGNORECASE,
)

ANY_KIND: frozenset[Kind] = frozenset(get_args(Kind))

_SHIPPED = re.compile(r"\bshipments?\b|\bshipped\b|\bproduction\b", re.IGNORECASE)
"""Counted in units, tonnes or money."""

_RATES = frozenset({"share", "cagr", "growth", "increase"})
"""Measures in percent that are never each other."""

_PARTLY = re.compile(r"\bby how much\b|\baccounts? for\b|\bmakes? up\b", re.IGNORECASE)

Clues = dict[str, float]
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Inquest:
    """A question with what is the same for every figure of its report."""

    question: Question
    book: Book

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How telling each word asked for is: its inverse passage frequency; a word the report lacks tells most."""
        most = math.log(1 + len(self.book.passages))
        idf = self.book.idf
        return tuple(
            min((idf[stem] for stem in word.stems if stem in idf), default=most) for word in self.question.words
        )

    @cached_property
    def asked(self) -> frozenset[str]:
        """Stems of all that was asked, and of what else it may be called."""
        return self.question.stems | frozenset(s for word in self.question.words for s in word.stems)

    @cached_property
    def counted(self) -> frozenset[str]:
        """Stems of what is to be counted."""
        return counted(self.question)

    def share(self, said: frozenset[str]) -> float:
        """The weight of the words asked for that are said, as a share of that of all of them; 0 without any."""
        total = sum(self.weights)
        met = sum(w for word, w in zip(self.question.words, self.weights, strict=True) if word.stands_in(said))
        return met / total if total else 0.0

    def missing(self, said: frozenset[str]) -> list[AskedWord]:
        """The words asked for that are not said."""
        return [word for word in self.question.words if not word.stands_in(said)]


def counted(question: Question) -> frozenset[str]:
    """Stems of what is to be counted: "how many pages" counts pages."""
    match = _COUNTED.search(question.ask)
    said = words(" ".join(group for group in match.groups() if group)) if match else []
    heads = {word.stem for word in said if word.text.lower() not in STOPWORDS}
    return frozenset(heads).union(*(word.stems for word in question.words if word.stems & heads))


def clues_of(question: Question, book: Book, statements: Sequence[Statement]) -> Array:
    """Clues of each figure, shape (len(statements), len(CLUES)); "alike" is left 0, for who compares meanings."""
    inquest = Inquest(question, book)
    rows = [{"constant": 1.0, **dict(_clues(inquest, statement))} for statement in statements]
    found = np.array([[row.get(name, 0.0) for name in CLUES] for row in rows], dtype=np.float64)
    return found.reshape(len(rows), len(CLUES))


def meets(question: Question, book: Book, statement: Statement) -> bool:
    """Whether a figure could answer at all: it is a number of a sort asked for, and its time, its place and every name
    asked for are said, if by nothing else then by its sentence."""
    inquest, sense = Inquest(question, book), statement.sense
    if sense.quantity.kind not in kinds_asked(question) or _of_place(inquest, statement).get("place other"):
        return False
    if question.words and not inquest.share(sense.about | sense.around | statement.header):
        return False
    if OF_ALL.search(question.ask) and _is_of_a_part(inquest, sense):
        return False
    if _lacks_a_name(inquest, sense) or _is_deal(question, statement) or _is_other_rate(question, sense.quantity):
        return False
    return _may_be_of_time(question, sense, book)


def kinds_asked(question: Question) -> frozenset[Kind]:
    """The kinds of number that may answer: "how much" asks for money, weight or a part, unless it says what of."""
    kinds = KINDS.get(question.measure)
    if kinds is None and BY_VALUE.search(question.ask):
        return KINDS["size"]
    if kinds is None:
        return KINDS["volume"] if BY_VOLUME.search(question.ask) else ANY_KIND
    match question.measure:
        case "size" if not NAMED_MEASURE.search(question.ask):
            return kinds | {"number", "percent"} if _PARTLY.search(question.ask) else kinds | {"number"}
        case "volume" if _SHIPPED.search(question.ask):
            return kinds | {"money"}
        case _:
            return kinds


def _is_of_a_part(inquest: Inquest, sense: Sense) -> bool:
    """Whether its name has a word, not asked for, of a part that the report lists."""
    listed = frozenset[str]().union(*inquest.book.listed)
    return bool((sense.core & listed) - inquest.asked - GENERIC)


def _is_other_rate(question: Question, quantity: Quantity) -> bool:
    """Whether a share is asked for and this is a rate of growth, or the other way round."""
    asked = ACCEPTED.get(question.measure, ())
    return question.measure in _RATES and quantity.measure in _RATES and quantity.measure not in asked


def _may_be_of_time(question: Question, sense: Sense, book: Book) -> bool:
    """A year is said by the figure, its sentence or the one before; one that readers call now may go without saying."""
    years, quantity = set(question.years), sense.quantity
    if not years or is_of_time(question, quantity):
        return True
    if quantity.period is not None:
        return False
    now = {book.base_year, (book.base_year or 0) + 1, book.report.published.year if book.report.published else None}
    if not sense.years or (book.base_year in years and max(sense.years) < min(years)):
        return years <= now or years <= years_before(sense, book)
    return years <= sense.years | years_before(sense, book)


def is_of_time(question: Question, quantity: Quantity) -> bool:
    """Whether it is of a period asked for, or of a span that ends in the year asked for, for what grows over spans."""
    period = quantity.period
    if any(same_period(quantity, asked) for asked in question.periods):
        return True
    over = period is not None and period.kind == "span" and quantity.measure in ("increase", "growth", "cagr")
    return bool(over and period and question.years == (period.last,))


def _lacks_a_name(inquest: Inquest, sense: Sense) -> bool:
    """Whether a name asked for is said nowhere around it."""
    missing = inquest.missing(sense.about | sense.around | sense.above)
    return any(_is_name(word, inquest) for word in missing)


def _is_name(word: AskedWord, inquest: Inquest) -> bool:
    """By its capital inside the question, a digit, or by being no English word though the report has it."""
    if any(char.isdigit() for char in word.text):
        return True
    inside = not inquest.question.ask.lstrip().startswith(word.text)
    return (inside and word.text[:1].isupper()) or (
        bool(word.stems & inquest.book.surface.keys()) and not is_english(word.text.lower())
    )


def _is_deal(question: Question, statement: Statement) -> bool:
    """Whether money that somebody paid or raised is taken for what somebody earned."""
    money = statement.sense.quantity.kind == "money"
    return money and bool(EARNED.search(question.ask) and statement.clause & FINANCE)


def _clues(inquest: Inquest, statement: Statement) -> Iterator[tuple[str, float]]:
    for part in (_of_words, _of_name, _of_measure, _of_time, _of_place):
        yield from part(inquest, statement).items()


def _of_words(inquest: Inquest, statement: Statement) -> Clues:
    """How much of what is asked for stands in its own fields, near it, in its sentence, and above it."""
    sense, question = statement.sense, inquest.question
    sentence = sense.about | sense.around
    everything = sentence | sense.above
    missing = inquest.missing(everything)
    lost = sum(w for word, w in zip(question.words, inquest.weights, strict=True) if word in missing)
    named = [word for word in missing if word.stems & inquest.book.name_stems]
    strange = [word for word in missing if word.text in question.unknown]
    return {
        "own": inquest.share(sense.about),
        "sentence": inquest.share(sentence),
        "heading": inquest.share(everything),
        "near": inquest.share(statement.near),
        "clause": inquest.share(statement.clause),
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
    }


def _few(count: int) -> float:
    return min(MOST, count) / MOST


def _of_measure(inquest: Inquest, statement: Statement) -> Clues:
    """Whether it is a number of the sort asked for."""
    question, quantity, sense = inquest.question, statement.sense.quantity, statement.sense
    money = quantity.kind == "money"
    said = sense.about | stems((quantity.unit,)) | statement.header
    unit_said = bool(quantity.unit) and quantity.kind == "number"
    is_counted = bool(inquest.counted & said)
    label = frozenset(s for s in statement.header or stems((quantity.label,)) if not any(map(str.isdigit, s)))
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
    return {"place near" if named else "place other": 1.0}


def own_place(quantity: Quantity, book: Book) -> str | None:
    """The place it is of, None for the report's whole geography."""
    return None if quantity.place == book.frame.place else quantity.place
