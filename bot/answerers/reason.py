"""Why a figure is as it was told: the report's own sentence that names its subject and gives a cause."""

import re
from collections.abc import Iterator

from bot.answerers.decline import decline
from bot.asked import all_stand_in
from bot.book import Book
from bot.causes import CAUSE
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.phrase import verbatim
from bot.question import Question
from bot.readings import places_in, sentence_spans
from bot.retrieve import Found
from bot.sense import stems
from ingest.domain import Span
from ingest.planted import is_in_planted

MOST = 2
"""Sentences at most."""

_ON = re.compile(r"\A\W*(?:this|that|these|the reason|reasons|it|they|the cause)\b", re.IGNORECASE)
"""Goes on about what the sentence before is about."""


def reason(found: Found) -> Draft | None:
    """The first sentences on what was asked about that give a cause; declined where there is none, unless
    it is asked of the whole market, of which more may be said. None where no reason is asked for."""
    question, book = found.question, found.book
    if question.aspect != "reason":
        return None
    spans = list(_giving_cause(question, book))[:MOST]
    if not spans:
        return None if _is_of_whole_market(question) else decline(found)
    quoted = tuple(Sentence(verbatim(book.text_at(span)), (evidence_at(book, span),)) for span in spans)
    return Draft((Paragraph(quoted),), answerer="reason")


def _giving_cause(question: Question, book: Book) -> Iterator[Span]:
    for number, section in enumerate(book.report.sections):
        heading, on_it = stems(section.heading), False
        for start, end in sentence_spans(section.text):
            text = section.text[start:end]
            own = _is_on(question, text, stems((text,)), heading) or (on_it and bool(_ON.match(text)))
            if own and CAUSE.search(text) and not is_in_planted(section, start):
                yield Span(number, start, end)
            on_it = own


def _is_on(question: Question, text: str, said: frozenset[str], heading: frozenset[str]) -> bool:
    """Whether a sentence names what was asked about: its words and places, of the whole market its year."""
    if question.places and not set(question.places) <= places_in(text):
        return False
    if _is_of_whole_market(question):
        return any(str(year) in text for year in question.years)
    if question.words:
        return all_stand_in(question.words, said | heading) and any(word.stands_in(said) for word in question.words)
    return True


def _is_of_whole_market(question: Question) -> bool:
    """Whether what was told is of no part and no place; its words are then those of any reason."""
    return question.previous is not None and question.previous.is_of_whole_market
