"""What to ask next: questions that this very report answers."""

import re
from collections.abc import Iterator
from typing import Literal

from bot.book import Book
from bot.evidence import Draft, Paragraph
from bot.question import Question
from bot.readings import periods_in
from ingest.domain import Period, Quantity
from ingest.quantity.framing import names_market

Topic = Literal["size", "growth", "calculation", "series", "companies", "regions", "segments"]
Offer = tuple[Topic, str]

_NAMES: tuple[tuple[Topic, str, re.Pattern[str]], ...] = (
    (
        "companies",
        "Who are the key players?",
        re.compile(r"compan|player|vendor|supplier|producer|manufacturer|leader", re.I),
    ),
    ("regions", "Which regions does the report cover?", re.compile(r"region|geograph|countr", re.I)),
    ("segments", "What are the segments?", re.compile(r"segment", re.I)),
)
"""Topics of lists, what to ask for one, and the words its label has, in a report or in a question."""


def openers(book: Book) -> tuple[str, ...]:
    """Questions to start with."""
    return tuple(text for _, text in _offers(book))


def follow_ups(question: Question, book: Book, told: Draft | None = None) -> tuple[str, ...]:
    """Questions on what this one and those it leans on do not touch, another year of the same figure first, where that
    was not ``told``."""
    asked = frozenset(_asked(question))
    offers = (text for topic, text in _offers(book) if topic not in asked)
    return (*_another_year(question, book, told), *offers)


def _offers(book: Book) -> Iterator[Offer]:
    """Every question the ledger and the lists can answer, what most people ask for first."""
    whole = [q for q in book.quantities if not q.subject and not q.place]
    years = _years(whole)
    of_market = names_market(book.report.title)
    if years and of_market:
        yield "size", f"How big is the {book.market} market?"
    elif years and (measured := next((q.label for q in whole if _is_size_of(q, years[-1])), "")):
        yield "size", f"What was {measured.lower()} in {years[-1]}?"
    if of_market and any(q.measure == "cagr" for q in whole):
        yield "growth", "How fast is the market growing?"
    for topic, text, label in _NAMES:
        if any(label.search(each.label) for each in book.lists):
            yield topic, text
    if len(years) > 1 and of_market:
        yield "calculation", f"How much will the market grow from {years[0]} to {years[-1]}?"
    if len(years) > 2 and of_market:
        yield "series", "What is the market size by year?"


def _years(quantities: list[Quantity]) -> list[int]:
    """The single years whose market size is published, in order."""
    return sorted({q.period.first for q in quantities if q.period and _is_size_of(q, q.period.first)})


def _is_size_of(q: Quantity, year: int) -> bool:
    return q.measure == "size" and q.upper is None and q.period == Period(year, year)


def _another_year(question: Question, book: Book, told: Draft | None) -> Iterator[str]:
    """The last published year when a market's size was asked for another one, else the first, where that was not told;
    none after a comparison of two."""
    if question.kind != "figure" or question.measure not in ("size", None) or question.words or question.places:
        return
    years = _years([q for q in book.quantities if not q.subject and not q.place])
    spoken = set(question.years)
    said = spoken.union(_years_said(told, book) if told else ())
    if len(spoken) == 1 and question.operation is None and (left := [year for year in years if year not in said]):
        yield f"And in {left[0] if years[-1] in said else left[-1]}?"


def _years_said(told: Draft, book: Book) -> Iterator[int]:
    """The years that the sentences of a draft name."""
    for block in told.blocks:
        for sentence in block.sentences if isinstance(block, Paragraph) else ():
            yield from (year for p in periods_in(sentence.text, book.frame) for year in (p.first, p.last))


def _asked(question: Question | None) -> Iterator[Topic]:
    """The topics of a question and of those before it."""
    while question is not None:
        if question.kind == "series":
            yield "series"
        elif question.operation is not None:
            yield "calculation"
        elif question.kind == "figure":
            yield "growth" if question.measure in ("cagr", "growth") else "size"
        else:
            yield from (topic for topic, _, label in _NAMES if label.search(question.text))
        question = question.previous
