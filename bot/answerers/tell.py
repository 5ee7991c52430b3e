"""The sentences or the list that most likely answer, in the report's own words."""

import re
from collections.abc import Sequence

from bot.answerers.cover import names
from bot.answerers.itemise import listed
from bot.answerers.lists import best_list
from bot.book import Book
from bot.cite import evidence_at, evidence_of
from bot.evidence import Draft, Listing, Paragraph, Sentence
from bot.lexicon import ONLY, SUPERLATIVES_SAID
from bot.line_odds import LikelyLine
from bot.lines import Line
from bot.phrase import labelled, verbatim
from bot.question import Question
from bot.readings import places_in
from bot.retrieve import Found
from ingest.domain import Span
from ingest.places import contains

ENOUGH = 0.5
"""Least probability of an answer: that of all sentences quoted together."""

ASKED_FOR = 0.5
"""Probability of all likely figures together from which one is asked for, and no words."""

MOST = 3
"""Sentences quoted at most."""

SHORTEST = 5
"""Stems of a sentence at least: less is a name or a label."""

NEARLY = 0.35
"""Further sentences are at least this part as likely as the best one."""


def tell(found: Found) -> Draft | None:
    """The likeliest list whole, or the likeliest few sentences in reading order."""
    question = found.question
    may_say_otherwise = question.is_wordy or question.kind == "superlative"
    if question.unknown and not may_say_otherwise:  # of what the report never names, no line tells anything
        return None
    chosen = _chosen([each for each in found.lines if _may_answer(each.line, question)])
    if sum(each.probability for each in chosen) < ENOUGH:
        return None
    best = chosen[0].line
    if question.kind == "list" and best.is_sentence and best_list(question, found.book):
        return None
    stated = {q for each in chosen for q in found.book.ledger_by_quote.get(each.line.source, ())}
    if _is_of_a_figure(found) and not best.figures and found.likely[0].quantity not in stated:
        return None
    if best.items:
        if question.kind == "coverage" and not _is_listed(question, best):
            return None
        return listed(best.items, found.book, "")
    if best.figures:
        return _figures(best, found.book)
    lines = sorted((each.line for each in chosen), key=_place)
    quoted = tuple(Sentence(verbatim(line.said), (evidence_at(found.book, line.source),)) for line in lines)
    return Draft((Paragraph(quoted),), answerer="tell")


def _is_listed(question: Question, line: Line) -> bool:
    """Whether a list names the places asked about, and not whether there are others is asked."""
    items = line.items.items if line.items else ()
    named = not question.places or any(names(text, question) for text, _ in items)
    return named and not ONLY.search(question.ask)


def _may_answer(line: Line, question: Question) -> bool:
    """Whether a line says something, and of what is asked to be largest or fastest says just that."""
    if line.is_sentence and len(line.own) < SHORTEST:
        return False
    if question.kind == "explanation" and not question.is_wordy and not _is_of_places(line, question):
        return False
    said = SUPERLATIVES_SAID.get(question.aspect) if question.kind == "superlative" else None
    if _SECOND.search(question.ask) and not (line.figures or line.items or _SECOND_SAID.search(line.said)):
        return False
    return said is None or bool(line.figures or said.search(line.said))


_SECOND = re.compile(
    r"\b(?:second|third|fourth|2nd|3rd|4th)[- ](?:\w+[- ])?(?:larg|big|fast|small|most|best)\w*", re.IGNORECASE
)
_SECOND_SAID = re.compile(
    r"\b(?:second|third|fourth|2nd|3rd|4th|next|follow(?:s|ed|ing)?|behind|ahead of|before|then|runner)\b",
    re.IGNORECASE,
)
"""Asks for who comes behind the first, and says who does."""


def _is_of_places(line: Line, question: Question) -> bool:
    """Whether a line, or a heading over it, names every place asked for, or one inside it."""
    named = places_in(" ; ".join((*line.heading, line.said)))
    return all(any(contains(asked, place) for place in named) for asked in question.places)


def _chosen(likely: Sequence[LikelyLine]) -> list[LikelyLine]:
    """The likeliest line; with a sentence those sentences that are nearly as likely."""
    if not likely or not likely[0].line.is_sentence:
        return list(likely[:1])
    best = likely[0].probability
    return [each for each in likely[:MOST] if each.line.is_sentence and each.probability >= NEARLY * best]


def _is_of_a_figure(found: Found) -> bool:
    """Whether a figure is likelier to be asked for than none: "margin of Acme" is, "why did it fall" is not."""
    question = found.question
    may_be = question.kind == "explanation" and not question.is_wordy and not _WHO.match(question.ask)
    return may_be and sum(each.probability for each in found.likely) > ASKED_FOR


_WHO = re.compile(r"\W*(?:and |so |but )?(?:who|whose|whom|where)\b", re.IGNORECASE)
"""Asks for somebody or some place, and for no figure."""


def _figures(line: Line, book: Book) -> Draft:
    """The figures of a row or column as a list, each with its labels and its own cell."""
    intro = Sentence(f"The report gives under “{line.heading[-1]}”:", (evidence_at(book, line.source),))
    items = tuple(Sentence(labelled(q, evidence_of(book, q)), (evidence_of(book, q),)) for q in line.figures)
    return Draft((Listing(intro, items),), answerer="tell")


def _place(line: Line) -> tuple[int, int]:
    return (line.source.section, line.source.start) if isinstance(line.source, Span) else (0, 0)
