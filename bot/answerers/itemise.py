"""Lists as lists, complete: companies, segments, regions, chapters."""

import re
from dataclasses import replace

from bot.answerers.lists import asked_classes, asks_who, best_list, item_kinds
from bot.book import Book
from bot.cite import evidence_at
from bot.echo import asked_for
from bot.evidence import Draft, Listing, Paragraph, Sentence
from bot.inquest import counted
from bot.retrieve import Found
from bot.sense import stems
from ingest.domain import ItemList, Source, Span
from ingest.words import stem

LONGEST_LABEL = 90
"""Characters; a longer lead-in is named by its heading instead."""


def itemise(found: Found) -> Draft | None:
    """The list whose label or heading the question names, whole."""
    chosen = best_list(found.question, found.book)
    return listed(chosen, found.book, "") if chosen else None


def count(found: Found) -> Draft | None:
    """How many there are of what the report lists, by counting them, with the list."""
    question = found.question
    if question.measure != "count" or question.periods or _DO.search(question.ask):
        return None
    chosen = best_list(question, found.book)
    if chosen is None or not chosen.complete:
        return None
    label = stems((chosen.label, *chosen.heading[-1:]))
    if not all(word.stands_in(label | item_kinds(chosen)) for word in question.words):
        return None
    named, kind = counted(question), stems((_GROUP.split(chosen.label)[0], *chosen.heading[-1:]))
    if named and not named & (kind | item_kinds(chosen) | frozenset().union(*asked_classes(question))):
        return None
    return listed(chosen, found.book, f"{len(chosen.items)} ")


_DO = re.compile(
    r"\bhow many (?:(?!do\b|does\b|did\b|are\b|were\b)[\w'’-]+ ){1,4}?"
    r"(?:use|adopt|buy|bought|employ|run|offer|own|plan|need|rely|prefer|want|pay|paid|switch|install|expect|say|said|los[et]|close|open|have|has|had|complain|report)(?:s|e?d|ing)?\b",
    re.IGNORECASE,
)
"""Asks how many do a thing, which no list counts: "how many hospitals use it"."""

_GROUP = re.compile(r"[,:(]")
"""Behind it a label tells what group its items are of, and not what they are: "Uses, Segment Hospitals"."""


def who(found: Found) -> Draft | None:
    """The list of companies, for "who leads the market?" when the report does not say who."""
    named = itemise(found) if asks_who(found.question) or stem("company") in found.question.stems else None
    if named is None:
        return None
    missing = Paragraph((Sentence("The report does not say which of them leads.", echo=asked_for(found.question)),))
    return replace(named, blocks=(missing, *named.blocks), partial=True, speaks=False)


def listed(chosen: ItemList, book: Book, number: str) -> Draft:
    """A list as a list; ``number`` says how many items it has, with a space behind, or nothing."""
    items = tuple(Sentence(text, (evidence_at(book, source),)) for text, source in chosen.items)
    intro = Sentence(_intro(chosen, book, number), (evidence_at(book, _lead(chosen)),))
    return Draft((Listing(intro, items),), answerer="list")


def _intro(chosen: ItemList, book: Book, number: str) -> str:
    """What the list is of, in the report's own words."""
    label = chosen.label.strip().rstrip(":.")
    verb = f"The report lists {number}under" if chosen.complete else "The report names, as examples, under"
    name = label if label and len(label) < LONGEST_LABEL else (chosen.heading or (book.report.title,))[-1]
    return f"{verb} “{name}”:"


def _lead(chosen: ItemList) -> Source:
    """Where the list stands: its own source, or its first item when that is all there is."""
    source = chosen.source
    return source if isinstance(source, Span) and source.end > source.start else chosen.items[0][1]
