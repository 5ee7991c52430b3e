"""Reads what a drafted sentence claims: its quantities, periods, places and every other trace of a number."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.readings import REMEMBERED, cleaned
from ingest.domain import Period, Quantity, Span
from ingest.places import find_places
from ingest.quantity.frame import Frame
from ingest.quantity.framing import market_name, market_names
from ingest.quantity.periods import read_periods
from ingest.quantity.reports import read_quantities
from ingest.words import STOPWORDS

Range = tuple[int, int]

_SPELLED = """
zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
billion billions trillion trillions lakh lakhs crore crores dozen dozens half halve halves halved halving third
thirds quarter quarters fourth fourths fifth fifths sixth seventh eighth ninth tenth tenths second twice thrice
double doubles doubled doubling triple triples tripled tripling treble trebled quadruple quadrupled quadruples
quintuple quintupled fold twofold threefold fourfold fivefold sixfold tenfold percent percentage cent
"""
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_NUMBER_WORDS = frozenset(_SPELLED.split())
_TOKEN = re.compile(r"[^\s()\[\]{}\"'“”‘’«»;]+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the sentence and where it stands in it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claims:
    """What a sentence says that needs support. Offsets are into ``text``, the sentence as it will be shown."""

    text: str
    quantities: tuple[Quantity, ...]
    periods: tuple[tuple[Period, Range], ...]
    places: tuple[tuple[str, Range], ...]
    loose: tuple[Piece, ...]

    @property
    def spans(self) -> list[Range]:
        """Where its numbers, times and places stand."""
        named = [span for _, span in (*self.periods, *self.places)]
        return [*map(span_of, self.quantities), *named, *((piece.start, piece.end) for piece in self.loose)]

    @property
    def bare(self) -> bool:
        """Whether it has neither a number, nor a time, nor a place."""
        return not self.spans


def market_frame(titles: tuple[str, ...]) -> Frame:
    """A drafted sentence speaks of the market in its reports' titles."""
    names = tuple(name for title in titles for name in market_names(market_name(title), ""))
    return Frame(market=frozenset(stem for name in names for stem in name), names=tuple(dict.fromkeys(names)))


@lru_cache(maxsize=REMEMBERED)
def read_claims(text: str, frame: Frame) -> Claims:
    """What the cleaned sentence says, so that nothing with a number in it goes unread."""
    shown = cleaned(text)
    plain = _as_statement(shown)
    periods = tuple((found.value, (found.start, found.end)) for found in read_periods(plain, frame))
    quantities = [_in_fiscal_year(quantity, plain, periods) for quantity in read_quantities(plain, frame)]
    places = tuple((found.value.name, (found.start, found.end)) for found in find_places(shown))
    covered = [span_of(quantity) for quantity in quantities] + [span for _, span in periods]
    return Claims(shown, tuple(quantities), periods, places, tuple(_loose(shown, covered)))


def _in_fiscal_year(quantity: Quantity, text: str, periods: tuple[tuple[Period, Range], ...]) -> Quantity:
    """Growth "from FY2024 to FY2025" is that of the fiscal year 2025, which the reader takes for the calendar's."""
    period = quantity.period
    if period is None or period.kind != "year" or any(named == period for named, _ in periods):
        return quantity
    run = [text[start:end] for named, (start, end) in periods if named.kind == "span" and named.last == period.last]
    fiscal = any(_FISCAL.search(printed) for printed in run)
    return replace(quantity, period=replace(period, kind="fiscal year")) if fiscal else quantity


_FISCAL = re.compile(r"\bFY|\bfiscal\b", re.IGNORECASE)
_CALCULATED = re.compile(r"\(?calculated,? not published\)?[:,]?", re.IGNORECASE)
_INTRODUCES = re.compile(r":\s*\Z")


def _as_statement(shown: str) -> str:
    """The sentence without the mark of a calculated figure, a list's intro as a statement; offsets stay.

    The reader of quantities leaves lines that end in a colon unread, and takes "not published" for a denial.
    """
    unmarked = _CALCULATED.sub(lambda mark: " " * len(mark[0]), shown)
    return _INTRODUCES.sub(lambda colon: ".".ljust(len(colon[0])), unmarked)


def span_of(quantity: Quantity) -> Range:
    """Where a quantity of free text stands in it."""
    if not isinstance(quantity.source, Span):
        raise TypeError(f"'{quantity.text}' was read from a table, not from free text")
    return quantity.source.start, quantity.source.end


def names_around(text: str, span: Range) -> Iterator[str]:
    """Names a number may be part of: the token it stands in, and with the capitalised word before or after it."""
    start, end = span
    token = next((match for match in _TOKEN.finditer(text) if match.start() <= start < match.end()), None)
    if token and any(char.isalpha() for char in token[0]) and any(char.isdigit() for char in token[0]):
        yield token[0].strip(".,:!?")
    before = re.search(r"[A-Z][\w&-]*[ -]$", text[:start])
    after = re.match(r"[ -][A-Z][\w&-]*", text[end:])
    if before:
        yield text[before.start() : end]
    if after:
        yield text[start : end + after.end()]


def _loose(text: str, covered: list[Range]) -> Iterator[Piece]:
    """Tokens that show a number which no quantity or period accounts for."""
    for token in _TOKEN.finditer(text):
        if any(_unread(text, at, covered) for at in range(token.start(), token.end())):
            yield _named(text, token)
    for word in _WORD.finditer(text):
        spelled = word[0].casefold() in _NUMBER_WORDS and not _inside(word.start(), covered)
        if spelled or (word[0] in _MONTHS and not _opens(text, word.start())):
            yield Piece(word[0], word.start(), word.end())


def _opens(text: str, at: int) -> bool:
    """Whether a word opens the sentence, where "March" and "May" may be verbs."""
    return at == 0 and text.split(" ", 1)[0] in ("March", "May")


def _named(text: str, token: re.Match[str]) -> Piece:
    """The token; with the word before it when it is a bare number that belongs to a name: "Type 2", "ISO 9001"."""
    piece = token[0].rstrip(".,:!?")
    before = _NAMING.search(text, 0, token.start()) if piece.isdecimal() else None
    start = before.start(1) if before and before[1].casefold() not in STOPWORDS else token.start()
    return Piece(text[start : token.start() + len(piece)], start, token.start() + len(piece))


_NAMING = re.compile(r"([^\W\d_]+)[ -]\Z")


def _unread(text: str, at: int, covered: list[Range]) -> bool:
    """Whether a character shows a number that was not read. The reader takes a superscript for a footnote's mark, which
    may be so in a report, while a drafted sentence has no footnotes: there "12⁴" says something else than 12."""
    if unicodedata.category(text[at]) == "No":
        return True
    numeric = text[at] in "%‰" or unicodedata.numeric(text[at], None) is not None
    return numeric and not _inside(at, covered)


def _inside(at: int, ranges: list[Range]) -> bool:
    return any(start <= at < end for start, end in ranges)
