"""What speaks for and against a sentence or a list being the answer, as numbers that can be weighed."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from bot import lexicon
from bot.book import Book
from bot.cite import Hit
from bot.clues import Array
from bot.inquest import Inquest
from bot.lines import Line
from bot.measuring import SERIES, any_of, asks_for_all
from bot.question import Question
from bot.vocabulary import CLASS_STEMS, COMPANY_MARKS
from ingest.domain import Source, Span
from ingest.places import contains, find_places
from ingest.quantity.periods import read_periods

ASKS = ("list", "superlative", "explanation", "coverage", "about", "contact", "figure", "why", "who", "where", "when",
        "yes or no", "how many", "class", "all", "years")  # fmt: skip
"""What sort of answer the question wants."""

SAYS = (
    "list", "figures", "one time", "few items", "many items", "names", "companies", "places", "digits", "cause", "most",
    "question", "short", "long", "first", "address",
)  # fmt: skip
"""What sort of line it is."""

MET = ("own", "heading", "either", "all said", "missing", "names missing", "unknown", "class said", "class above",
       "place met", "place other", "time met", "time other", "aspect met", "aspect other",
       "aspect unsaid", "found", "found first", "repeats", "strange")  # fmt: skip
"""How it meets the question."""

LINE_CLUES = ("constant", *MET, *SAYS, *(f"{asks}: {says}" for asks in ASKS for says in SAYS))
"""Their names, in the order of the columns. All lie between 0 and 1."""

CAUSE = any_of(
    r"because", r"since", r"as", r"so that", r"due to", r"owing to", r"thanks to", r"therefore", r"in order to",
    r"driven by", r"helped by", r"hence", r"thus", r"which is why", r"for fear", r"held back", r"means? that",
)  # fmt: skip
MOST = any_of(
    r"largest|biggest|most|highest|greatest|leads?|leading|led|leader|dominat\w+|dominant|top|first|main|chief",
    r"fastest|quickest|swiftest|steepest|strongest|lowest|smallest|slowest|least|cheapest|dearest|foremost|number one",
)
_WHO = re.compile(r"\bwho(?:m|se)?\b", re.IGNORECASE)
_WHERE = re.compile(r"\bwhere\b|\bwhich (?:country|region|city|state|place)", re.IGNORECASE)
_WHEN = re.compile(r"\bwhen\b|\bwhat year\b|\bsince when\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_YES_NO = re.compile(
    r"^\W*(?:so |and )?(?:is|are|was|were|do|does|did|has|have|will|can|could)\b"
    r"|\b(?:right|correct|true|isn'?t it|aren'?t they|doesn'?t it|don'?t they|no)\W*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"@|https?:|\+\d{2}")
_NAME = re.compile(r"(?<=[a-z,;:] )[A-ZÀ-Þ][\w&.'’-]+")

REMEMBERED = 8_000
"""Lines whose words are read once: those of about a hundred reports."""

FEW, MANY, SHORT, LONG, RANKS = 3, 6, 60, 220, 20
"""Items of a short and of a long list; characters of a short and of a long line; passages that are ranked."""


def line_clues(question: Question, book: Book, lines: Sequence[Line], hits: Sequence[Hit]) -> Array:
    """Clues of each line, shape (len(lines), len(LINE_CLUES))."""
    asks = dict(_asks(question))
    ranks = {hit.passage.source: n for n, hit in reversed(list(enumerate(hits)))}
    inquest = Inquest(question, book)
    rows = [_row(inquest, line, asks, _rank(line, ranks)) for line in lines]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(LINE_CLUES))


def _row(inquest: Inquest, line: Line, asks: dict[str, bool], rank: int) -> list[float]:
    says = dict(_says(line))
    met = dict(_met(inquest, line, rank))
    kinds = [float(says[name]) for name in SAYS]
    crossed = [float(asks[wanted]) * value for wanted in ASKS for value in kinds]
    return [1.0, *(float(met[name]) for name in MET), *kinds, *crossed]


def _asks(question: Question) -> Iterator[tuple[str, bool]]:
    for kind in ("list", "superlative", "explanation", "coverage", "about", "contact", "figure"):
        yield kind, question.kind == kind
    yield "why", question.is_wordy or bool(lexicon.WHY.search(question.ask))
    for name, pattern in (("who", _WHO), ("where", _WHERE), ("when", _WHEN), ("yes or no", _YES_NO)):
        yield name, bool(pattern.search(question.ask))
    yield "all", asks_for_all(question.ask)
    yield "years", bool(SERIES.search(question.ask))
    yield "how many", bool(_HOW_MANY.search(question.ask))
    yield "class", any(word.stems & group for word in question.words for group in CLASS_STEMS)


def _says(line: Line) -> Iterator[tuple[str, float]]:
    count = len(line.items.items) if line.items else len(line.figures)
    yield "list", float(bool(line.items))
    yield "figures", float(bool(line.figures))
    yield "one time", float(len({q.period for q in line.figures}) == 1)
    yield "few items", float(0 < count <= FEW)
    yield "many items", float(count >= MANY)
    yield "first", float(isinstance(line.source, Span) and line.source.start == 0)
    yield from _worded(line.said)


@lru_cache(maxsize=REMEMBERED)
def _worded(said: str) -> tuple[tuple[str, float], ...]:
    """What a line's words say of it: the same for every question."""
    return (
        ("names", min(4, len(_NAME.findall(said))) / 4),
        ("companies", float(any(word.strip(".,()").lower() in COMPANY_MARKS for word in said.split()))),
        ("places", min(3, len(_places(said))) / 3),
        ("digits", min(12, sum(char.isdigit() for char in said)) / 12),
        ("cause", float(bool(CAUSE.search(said)))),
        ("most", float(bool(MOST.search(said)))),
        ("question", float(said.rstrip().endswith("?"))),
        ("short", float(len(said) < SHORT)),
        ("long", float(len(said) > LONG)),
        ("address", float(bool(_ADDRESS.search(said)))),
    )


@lru_cache(maxsize=REMEMBERED)
def _places(said: str) -> tuple[str, ...]:
    return tuple(each.value.name for each in find_places(said))


def _met(inquest: Inquest, line: Line, rank: int) -> Iterator[tuple[str, float]]:
    question, book = inquest.question, inquest.book
    either = line.own | line.above
    missing = inquest.missing(either)
    classes = [group for word in question.words for group in CLASS_STEMS if word.stems & group]
    yield "own", inquest.share(line.own)
    yield "heading", inquest.share(line.above)
    yield "either", inquest.share(either)
    yield "all said", float(bool(question.words) and not missing)
    yield "missing", min(3, len(missing)) / 3
    yield "names missing", min(2, sum(bool(word.stems & book.name_stems) for word in missing)) / 2
    yield "unknown", min(2, sum(word.text in question.unknown for word in missing)) / 2
    yield "class said", float(any(group & line.own for group in classes))
    yield "class above", float(any(group & line.above for group in classes))
    places = _places(line.said) if question.places else ()
    met = all(any(contains(asked, name) for name in places) for asked in question.places)
    yield "place met", float(bool(question.places) and met)
    yield "place other", float(bool(question.places) and not met)
    years = _years(line.said) if question.years else frozenset[int]()
    yield "time met", float(bool(question.years) and set(question.years) <= years)
    yield "time other", float(bool(question.years) and bool(years) and not set(question.years) & years)
    yield from _aspects(question, line)
    yield "found", 1 - min(RANKS, rank) / RANKS
    yield "found first", float(rank == 0)
    yield "repeats", len(line.own & inquest.asked) / max(1, len(inquest.asked))
    yield "strange", min(10, len(line.own - inquest.asked)) / 10


def _aspects(question: Question, line: Line) -> Iterator[tuple[str, float]]:
    """Whether the line says of something that it is what is asked for: largest, fastest, smallest."""
    asked = {name for name, cue in lexicon.SUPERLATIVES_SAID.items() if cue.search(question.ask)}
    said = {name for name, cue in lexicon.SUPERLATIVES_SAID.items() if cue.search(line.said)} if asked else set()
    yield "aspect met", float(bool(asked & said))
    yield "aspect other", float(bool(said) and not asked & said)
    yield "aspect unsaid", float(bool(asked) and not said)


@lru_cache(maxsize=REMEMBERED)
def _years(said: str) -> frozenset[int]:
    return frozenset(year for each in read_periods(said) for year in (each.value.first, each.value.last))


def _rank(line: Line, ranks: dict[Source, int]) -> int:
    """The rank of the best passage found that has the line."""
    source = line.source
    if not isinstance(source, Span):
        return RANKS
    inside = (
        rank
        for place, rank in ranks.items()
        if isinstance(place, Span)
        and place.section == source.section
        and place.start < source.end
        and source.start < place.end
    )
    return min(inside, default=RANKS)
