"""Who comes behind the leader: the report's own sentence that says which company is second or third."""

import re
from collections.abc import Iterator

from bot.answerers.lists import item_kinds
from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.phrase import verbatim
from bot.question import Question
from bot.readings import periods_in, places_in
from bot.retrieve import Found
from bot.sense import GENERIC, stems
from bot.vocabulary import CLASS_STEMS, COMPANY_MARKS
from ingest.domain import Span
from ingest.planted import is_planted
from ingest.words import STOPWORDS, stem, words

_ORDINAL = r"(?:second|third|2nd|3rd|no\.? ?[23]|number (?:two|three)|#[23])"
ASKS = re.compile(
    rf"\brunners?[- ]up\b|\bwho\b.*\b(?:is|are|was|comes?|came|ranks?|ranked) (?:in )?(?:the )?{_ORDINAL}(?!\w)"
    rf"|\b{_ORDINAL}[- ](?:\w+[- ])?(?:larg|big|lead|top|strong)\w*|\bnext (?:biggest|largest)\b"
    r"|\bwho (?:comes|came|is|ranks|ranked|follows|followed) (?:next|(?:right )?(?:behind|after|next after) [\w.& ]+)"
    r"\W*\Z"
    rf"|\A\W*{_ORDINAL}(?: place)? (?:player|company|supplier|vendor|maker|producer|operator|provider)\b",
    re.IGNORECASE,
)
"""Asks who comes behind the first."""

SAYS = re.compile(
    r"\b(?:followed by|follow(?:s|ed)?|ahead of|in front of|behind|before|trail\w*|runners?[- ]up"
    r"|second|third|next|then)\b",
    re.IGNORECASE,
)
"""Says who does."""

_COMPANIES = next(group for group in CLASS_STEMS if stem("company") in group)
_ROLES = frozenset(
    map(
        stem,
        "runner up second third next behind after largest biggest leading top strongest place rank come number two"
        " three first leader player company firm supplier vendor seller manufacturer maker producer brand operator"
        " provider market industry share".split(),
    )
)
"""Stems that ask for whoever comes next, and name no part of a market."""


def runner_up(found: Found) -> Draft | None:
    """The sentence that names the first companies in their order, of what is asked for; the latest where several do."""
    question, book = found.question, found.book
    if not ASKS.search(question.ask):
        return None
    said = max(_candidates(question, book), default=None)
    if said is None:
        return None
    span = said[-1]
    return Draft((Paragraph((Sentence(verbatim(book.text_at(span)), (evidence_at(book, span),)),)),), answerer="leader")


def _candidates(question: Question, book: Book) -> Iterator[tuple[int, int, int, Span]]:
    """Sentences that name at least two companies of the report, or one and its place: first those that name most of
    what is asked for, then the latest, then the earliest in the report."""
    companies = companies_of(book)
    asked = {word.stem for word in words(question.ask)}
    wanted = asked - STOPWORDS - _ROLES - GENERIC - book.market_stems
    ahead = frozenset[str]().union(*(name for name in companies if name & wanted))
    for span, text in book.sentences:
        section = book.report.sections[span.section]
        own = stems((text,))
        named = [name for name in companies if name <= own]
        cue = SAYS.search(text)
        if not cue or not named or is_planted(text) or (len(named) < 2 and not _PLACED.search(text)):
            continue
        if not wanted - ahead <= own | stems(section.heading) or not (set(question.places) <= places_in(text)):
            continue
        years = {year for period in periods_in(text, book.frame) for year in (period.first, period.last)}
        if question.years and not set(question.years) & years:
            continue
        yield len(wanted & own), max(years, default=9999), -(span.section * 100_000 + span.start), span


_PLACED = re.compile(rf"\b(?:{_ORDINAL})(?!\w)", re.IGNORECASE)


def companies_of(book: Book) -> frozenset[frozenset[str]]:
    """The names that the report's lists of companies have, as stems, without what says that they are
    companies, and of which market."""
    kind = stem("company")
    named = (
        each for each in book.lists if kind in item_kinds(each) or _COMPANIES & stems((each.label, *each.heading[-1:]))
    )
    names = (_NATION.sub("", text) for each in named for text, _ in each.items)
    found = (frozenset(w.stem for w in words(name) if w.text.lower() not in COMPANY_MARKS) for name in names)
    return frozenset(name - book.market_stems or name for name in found if name)


_NATION = re.compile(r" \([^)]*\)|[:,].*")
