"""Which one is largest, fastest or smallest: in the report's own sentence, else by ranking the figures it prints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot import table_cues
from bot.answerers.lists import asked_classes, item_kinds
from bot.answerers.peers import peers
from bot.answerers.ranking import ranked_parts, ranking
from bot.asked import all_stand_in
from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.lexicon import SUPERLATIVES_SAID
from bot.measuring import PRICE
from bot.phrase import verbatim
from bot.question import Question
from bot.readings import sentence_spans
from bot.retrieve import Found
from bot.sense import GENERIC, stems
from ingest.domain import Cell, Source, Span
from ingest.places import contains, find_places
from ingest.quantity.periods import read_periods

CUE_STEMS = stems(("market size share revenue value largest biggest leading growth fastest",))
"""Words of a question that any ranking answers; "consumes the most" asks for one of consumption."""


def superlative(found: Found) -> Draft | None:
    """The sentence of the report that names the largest, fastest or smallest of what was asked, or a ranking."""
    question, book = found.question, found.book
    levels_tell = not (_MOVED.search(question.ask) or table_cues.ranks_times(question.ask))
    ranked = ranked_parts(question, book) if levels_tell else []
    if ordinal := _ORDINAL.search(question.ask):
        place = _PLACES[ordinal[1].lower()]
        in_order = ranked[::-1] if question.aspect == "smallest" else ranked
        return ranking(in_order[place:] + in_order[:place], found, sort=False) if len(ranked) > place else None
    if ranked and stems((ranked[0].label,)) & question.stems - CUE_STEMS:
        return ranking(ranked, found)
    said = _said(found)
    if said:
        return Draft((Paragraph((said,)),), answerer="extract")
    if ranked:
        return ranking(ranked, found)
    return peers(found) if levels_tell else None


_MOVED = re.compile(
    r"\b(?:los(?:t|es?|ing)|gain(?:s|ed|ing)?|won|shed|declin\w+|decreas\w+|fell|fallen|dropped|shr[aiu]nk\w*)\b",
    re.IGNORECASE,
)
"""Asks what moved most, which no ranking of levels tells: "Which supplier lost the most share?"."""
_ORDINAL = re.compile(r"\b(second|third|fourth|2nd|3rd|4th)\b[- ]", re.IGNORECASE)
_PLACES = {"second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}


def _said(found: Found) -> Sentence | None:
    """The sentence that answers, cited."""
    said = _statement_of(found.question, found.book)
    return Sentence(verbatim(said.text), (evidence_at(found.book, said.source),)) if said else None


def _statement_of(question: Question, book: Book) -> "_Statement | None":
    """The best statement that has the cue, every word asked for, and a member of the class asked for; of as good ones
    the first."""
    cues = (SUPERLATIVES_SAID[question.aspect], *([PRICE] if question.measure == "price" else []))
    said = [each for each in _statements(book) if all(cue.search(each.says) for cue in cues)]
    best = max(said, key=lambda each: _score(question, book, each), default=None)
    return best if best and _score(question, book, best) > 0 else None


def named_first(question: Question, book: Book) -> str | None:
    """The member of the class asked for that the answering sentence names first, as the report writes it."""
    said = _statement_of(question, book)
    if said is None:
        return None
    text = said.text
    places = [(found.start, text[found.start : found.end]) for found in find_places(text)]
    names = [
        (match.start(), match[0])
        for name in _member_names(question, book)
        if (match := re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE))
    ]
    wanted = names or places
    return min(wanted, key=lambda pair: (pair[0], -len(pair[1])))[1] if wanted else None


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence, or a row of two whose label ``says`` that what stands beside it is first of its kind."""

    source: Source
    text: str
    above: tuple[str, ...]
    says: str


def _statements(book: Book) -> Iterator[_Statement]:
    """All sentences of the report, and rows of tables of labels and names: a superlative may stand anywhere, and there
    are few."""
    for number, section in enumerate(book.report.sections):
        for start, end in sentence_spans(section.text):
            text = section.text[start:end]
            yield _Statement(Span(number, start, end), text, section.heading, text)
    for number, table in enumerate(book.report.tables):
        if len(table.header) != _LABEL_AND_NAME:
            continue
        for row, (label, name) in enumerate(table.rows):
            if label and _NAMED.search(name):
                yield _Statement(Cell(number, row, -1), f"{label}: {name}", table.heading, label)


_LABEL_AND_NAME = 2
_NAMED = re.compile(r"[A-Z][a-z]")
"""Stands in a cell that names something."""


def _score(question: Question, book: Book, said: _Statement) -> float:
    """0 unless the statement meets all that was asked; else how directly it does."""
    text, own, above = said.text, stems((said.text,)), stems(said.above)
    places = {found.value.name for found in find_places(text)}
    years = {year for found in read_periods(text, book.frame) for year in (found.value.first, found.value.last)}
    classes = asked_classes(question)
    words = [word for word in question.words if not any(word.stems & group for group in classes)]
    if not (classes or words):
        return 0.0
    if not all_stand_in(words, own | above | GENERIC) or not _are_met(question.places, places):
        return 0.0
    if question.years and not set(question.years) & years:
        return 0.0
    members = _members(question, book)
    named = any(member <= own for member in members)
    if isinstance(said.source, Cell):  # its label says of what kind it is
        named = bool(classes) and all(group & stems((said.says,)) for group in classes)
    if classes and not named and not (not members and any(group & own for group in classes)):
        return 0.0
    score = 1.0 + named + 0.2 * bool(re.search(r"\d", text)) + 0.5 * all_stand_in(words, own)
    return score + 0.3 * sum(bool(group & own) for group in classes) - 0.002 * len(text.split())


def _are_met(asked: tuple[str, ...], named: set[str]) -> bool:
    """Whether each place asked for is named, or a place inside it."""
    return all(any(contains(place, name) for name in named) for place in asked)


def _members(question: Question, book: Book) -> set[frozenset[str]]:
    """The names of the report that are of the class asked for, as stems."""
    found = {stems((text,)) - GENERIC for text in _member_names(question, book)}
    return {member for member in found if member}


def _member_names(question: Question, book: Book) -> list[str]:
    """The items of the lists that are of the class asked for."""
    wanted = asked_classes(question)
    words = frozenset(stem for word in question.words for stem in word.stems)
    found: list[str] = []
    for each in book.lists:
        label = stems((each.label, *each.heading[-1:]))
        if any(group & (label | item_kinds(each)) for group in wanted) or (words and words <= label):
            found += [text for text, _ in each.items]
    return found
