"""The sentences or the list that most likely answer, in the report's own words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answerers import runner_up
from bot.answerers.cover import names
from bot.answerers.itemise import listed
from bot.answerers.lists import best_list
from bot.book import Book
from bot.carried_on import completed
from bot.cite import evidence_at, evidence_of
from bot.evidence import Draft, Listing, Paragraph, Sentence
from bot.grammar import parts_of_speech
from bot.lexicon import ONLY, SUPERLATIVES_SAID
from bot.line_odds import LikelyLine
from bot.lines import Line
from bot.phrase import labelled, verbatim
from bot.question import Question
from bot.readings import places_in
from bot.retrieve import Found
from bot.unexplained import is_unadvised
from ingest.domain import Cell, Quantity, Span
from ingest.places import contains

ENOUGH = 0.5
"""Least probability of an answer: that of all sentences quoted together."""

ASKED_FOR = 0.5
"""Probability of all likely figures together from which one is asked for, and no words."""

MOST, MOST_TOLD = 3, 4
"""Sentences chosen at most, and quoted with those that they lean on."""

SHORTEST = 5
"""Stems of a sentence at least: less is a name or a label."""

NEARLY = 0.35
"""Further sentences are at least this part as likely as the best one."""


def tell(found: Found) -> Draft | None:
    """The likeliest list whole, or the likeliest few sentences in reading order."""
    question = found.question
    if _names_unknown(question):  # of what the report never names, no line tells anything
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
    spans = [each.line.source for each in chosen if isinstance(each.line.source, Span)]
    if is_unadvised(question.ask, ((each.line.heading, each.line.said) for each in chosen)):
        return None
    spans = completed(spans, found.book, bool(_WHY.search(question.ask)), MOST_TOLD)
    quoted = tuple(Sentence(verbatim(found.book.text_at(span)), (evidence_at(found.book, span),)) for span in spans)
    return Draft((Paragraph(quoted),), answerer="tell")


def _names_unknown(question: Question) -> bool:
    """Whether a question names what the report never does; a verb names nothing: "what keeps prices down?"."""
    if question.is_wordy or question.kind == "superlative":
        return False
    return any(not _is_verb(word, question.ask) for each in question.unknown for word in each.split())


def _is_verb(word: str, ask: str) -> bool:
    parts = parts_of_speech(word.lower())
    if word[:1].isupper() or not parts:
        return False
    asked = re.search(
        rf"\b(?:what|who|that)(?: \w+ly)? {re.escape(word)}\b(?! (?:do|does|did|is|are|was|were|has|have|will|can)\b)",
        ask,
        re.IGNORECASE,
    )
    return not parts & {"NOUN", "PROPN", "ADJ"} or ("VERB" in parts and bool(asked))


_WHY = re.compile(r"\b(?:why|how come|reasons?|what caused|what made)\b", re.IGNORECASE)


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
    if runner_up.ASKS.search(question.ask) and not (line.figures or line.items or runner_up.SAYS.search(line.said)):
        return False
    return said is None or bool(line.figures or said.search(line.said))


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
    items = {item.text: item for item in (_cell(quantity, book) for quantity in line.figures)}
    return Draft((Listing(intro, tuple(items.values())),), answerer="tell")


def _cell(quantity: Quantity, book: Book) -> Sentence:
    """A figure under its labels; where a name beside it says whose it is, the row as it is printed: "Largest region:
    Europe (34.6% in 2025)"."""
    cell, source = evidence_of(book, quantity), quantity.source
    if isinstance(source, Cell) and _WORDS.search(cell.quote.replace(quantity.text, " ", 1)):
        printed = [text for text in book.report.tables[source.table].rows[source.row] if text]
        if len(printed) == _LABEL_AND_VALUE:
            row = replace(source, column=-1)
            return Sentence(f"{printed[0]}: {printed[1]}", (evidence_at(book, row),))
    return Sentence(labelled(quantity, cell), (cell,))


_LABEL_AND_VALUE = 2
_WORDS = re.compile(r"[^\W\d_]{3}")
