"""Figures of sentences that name what is asked for only beside what they are of: one place of several counted together,
a rival that another is compared with."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.book import Book
from bot.question import Question
from ingest.domain import Quantity, Span
from ingest.found import Found
from ingest.places import Place, contains, find_places


def is_of_bystander(cited: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether all the figures cited are of others than what is asked for, which their sentences name beside it or not
    at all."""
    return bool(cited) and all(
        isinstance(q.source, Span) and (is_of_places_together(q, question, book) or is_compared_with(q, question, book))
        for q in cited
    )


def is_of_places_together(q: Quantity, question: Question, book: Book) -> bool:
    """Whether a figure is of several places together of which fewer are asked for ("sold in Kenya, Uganda and Rwanda"),
    or of none of those asked for."""
    asked = set(question.places) - {book.frame.place}
    if not asked or q.place in asked:
        return False
    if q.place is not None and not any(contains(q.place, each) or contains(each, q.place) for each in asked):
        return True
    said = _said(q, book)
    found = find_places(said)
    named = {each.value.name for each in found}
    for heading in _headings(q, book):
        above = {each.value.name for each in find_places(heading)}
        if all(any(contains(place, each) for place in asked) for each in above):
            named |= above
    if not any(contains(place, each) for place in asked for each in named):
        return True
    together = [run for run in _runs(found, said) if len(run) > 1 and run & asked and not run <= asked]
    return bool(together) and not _EACH.search(said)


_EACH = re.compile(r"\b(?:each|respectively|both)\b", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:,|,? and|&|/)\s*(?:the\s+)?\Z", re.IGNORECASE)


def _runs(found: Sequence[Found[Place]], said: str) -> Iterator[set[str]]:
    """Places that stand in one enumeration, with nothing of their own between them."""
    run = {found[0].value.name} if found else set[str]()
    for before, each in pairwise(found):
        if not _JOINS.fullmatch(said[before.end : each.start]):
            yield run
            run = set()
        run.add(each.value.name)
    yield run


def is_compared_with(q: Quantity, question: Question, book: Book) -> bool:
    """Whether a name that is asked for stands only as what another is compared with: "18%, second to Falcon"."""
    if not isinstance(q.source, Span) or not isinstance(q.quote, Span):
        return False
    said, at = _said(q, book), q.source.start - q.quote.start
    for name in _names(question.ask):
        found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", said))
        told_behind = bool(found) and any(map(str.isdigit, said[found[-1].end() :]))
        if (
            found
            and not told_behind
            and all(at < each.start() and _COMPARES.search(said[: each.start()]) for each in found)
        ):
            return True
    return False


_COMPARES = re.compile(
    r"\b(?:(?:second|third|next|close|closest|inferior|superior|similar|equal|compared) (?:only )?to|behind|ahead of"
    r"|(?:more|less|larger|smaller|bigger|higher|lower|faster|slower|better|worse|rather|other) than|than|against"
    r"|overtaking|overtook|unlike|versus|vs\.?|compared with)\s+(?:that of\s+|those of\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)


def _names(ask: str) -> Iterator[str]:
    """Runs of words with capitals, the first word of the question left out."""
    for match in _NAME.finditer(ask):
        yield match[0].removesuffix("'s").removesuffix("’s")


_NAME = re.compile(r"(?<![.?!] )[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*)*")


def _said(q: Quantity, book: Book) -> str:
    return book.text_at(q.quote) if isinstance(q.quote, Span) else ""


def _headings(q: Quantity, book: Book) -> tuple[str, ...]:
    return book.report.sections[q.source.section].heading if isinstance(q.source, Span) else ()
