"""The growth a year that a report states of its whole market in words of its own: "4.4% a year from 2025 to 2030"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product

from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.match import matching
from bot.measuring import ONE_YEAR
from bot.phrase import verbatim
from bot.question import Question
from bot.retrieve import Found
from bot.sense import stems
from ingest.domain import Quantity, Span
from ingest.quantity.periods import read_periods

FEWEST, MOST = 2, 15
"""Years that a rate a year is said of."""

HALF = Decimal("0.5")

SLACK = Decimal("0.02")
"""Points by which the sizes, rounded themselves, may miss a rate."""

_RATE = r"\d+(?:\.\d+)?\s?(?:%|per ?cent)"
_YEARLY = re.compile(
    rf"(?P<rate>{_RATE})\s(?:an?|per|each|every) (?:year|annum)\b|(?P<annual>{_RATE})\s(?:annually|yearly|p\.\s?a\b)"
    rf"|\b(?:average|mean|annual|yearly) (?:annual |yearly )?(?:growth|rate|increase)(?: rate)? of (?P<of>{_RATE})"
    rf"|\b(?:cagr|compound annual (?:growth )?rate)\)?(?: of| is|:)? (?P<cagr>{_RATE})|(?P<before>{_RATE}) cagr\b",
    re.IGNORECASE,
)
"""A growth a year as printed."""

_PART = re.compile(r"\b(?:fast|slow|quick)est\b", re.IGNORECASE)
"""Of one part among others."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def yearly(found: Found) -> Draft | None:
    """The sentence with the one rate a year that is borne out by the market's sizes; None where there are several."""
    question, book = found.question, found.book
    if not _asks_rate(question):
        return None
    told = [(rate, span) for rate, span, years in _rates(question, book) if {*question.years} <= years]
    if not told or len({rate for rate, _ in told}) > 1:
        return None
    span = told[0][1]
    sentence = Sentence(verbatim(book.text_at(span)), (evidence_at(book, span),))
    return Draft((Paragraph((sentence,)),), answerer="yearly")


def _asks_rate(question: Question) -> bool:
    """Whether the growth a year of the whole market is asked for, of no single year that is past."""
    growth = question.measure == "growth" and (question.operation in (None, "cagr") or question.asks_rate)
    rate = growth or question.measure == "cagr"
    if ONE_YEAR.search(question.ask) or question.historic or question.items:
        return False
    return rate and question.is_of_whole_market


def _rates(question: Question, book: Book) -> Iterator[tuple[Decimal, Span, frozenset[int]]]:
    """The rates a year of the whole market, each with its sentence and the years that this names or runs over."""
    sizes = [*matching(replace(question, measure="size", operation=None, periods=()), book)]
    for (span_before, _), (span, text) in pairwise([(Span(0, 0, 0), ""), *book.sentences]):
        matches = list(_YEARLY.finditer(text))
        if len(matches) != 1 or _PART.search(text) or _is_of_part(span, book):
            continue
        printed = _NUMBER.search(next(each for each in matches[0].groups() if each))
        if printed is None:
            continue
        around = (span_before, span) if span_before.section == span.section else (span,)
        named = [_years_of(book.text_at(each)) for each in around]
        near = [q for each in around for q in book.ledger_by_quote.get(each, ())]
        ends = _borne_out(Decimal(printed[0]), _levels(sizes, near, named, book))
        if ends and (question.years or ends[1] > (book.base_year or 0)):
            yield Decimal(printed[0]), span, frozenset({*named[-1], *ends})


def _is_of_part(span: Span, book: Book) -> bool:
    """Whether a sentence has a figure of a place, or a rate of something that the report lists."""
    said = book.ledger_by_quote.get(span, ())
    placed = any(q.place not in (None, book.frame.place) for q in said)
    about = frozenset().union(*(stems(q.subject) for q in said if q.kind == "percent"))
    return placed or any(name <= about for name in book.listed if name - book.market_stems)


def _years_of(text: str) -> frozenset[int]:
    return frozenset(year for found in read_periods(text) for year in (found.value.first, found.value.last))


Level = tuple[int, Decimal]
"""A year and an amount."""


def _levels(
    sizes: Sequence[Quantity], near: Sequence[Quantity], named: Sequence[frozenset[int]], book: Book
) -> tuple[list[Level], list[Level]]:
    """The sizes that a rate may run from, and those that it may run to: of the years named, from the base year or the
    one after it, to the last one."""
    money = [q for q in near if q.kind == "money" and q.upper is None]
    dated = [(q.period.last, q.amount) for q in [*sizes, *money] if q.period and q.upper is None]
    said = frozenset().union(*named)
    last = max((year for year, _ in dated), default=0)
    past = max((q.period.last for q in sizes if q.period and not q.forecast), default=None)
    year = book.base_year or past
    base = {year, year + 1} if year else set()
    starts = [level for level in dated if level[0] in said | base]
    to = max(named[-1], default=max(said, default=last))
    return starts, [level for level in dated if level[0] in {*named[-1], last}] + [(to, q.amount) for q in money]


def _borne_out(rate: Decimal, levels: tuple[list[Level], list[Level]]) -> tuple[int, int] | None:
    """The years between which the market grows by a rate, as rounded as it is printed; None where there are none."""
    exponent = rate.as_tuple().exponent
    slack = HALF.scaleb(exponent if isinstance(exponent, int) else 0) + SLACK
    for (first, small), (last, large) in product(*levels):
        if FEWEST <= last - first <= MOST and small > 0 and large > 0:
            grown = ((large / small) ** (Decimal(1) / (last - first)) - 1) * 100
            if abs(grown - rate) <= slack:
                return first, last
    return None
