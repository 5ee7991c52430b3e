"""What the full report has on a question that its public parts do not answer: by its headings and titles alone."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answerers.lists import asked_classes, item_kinds
from bot.asked import all_stand_in
from bot.book import Book, ContentsLine, contents_text
from bot.evidence import Draft, Evidence, Listing, Paragraph, Sentence
from bot.neighbours import is_called_market, is_of_another_market
from bot.question import Question
from bot.routing.catalogue import YEAR
from bot.sense import stems
from bot.vocabulary import CLASSES
from ingest.domain import ItemList, Measure, Span
from ingest.places import contains, find_places, place_named
from ingest.public import HIDDEN
from ingest.words import stem

NAMED = 3
"""Parts named at most."""

_SAID: tuple[tuple[tuple[Measure, ...], str], ...] = (
    (("size",), "size sizes revenue revenues value sales worth turnover spending"),
    (("share",), "share shares"),
    (("cagr", "growth", "increase"), "growth cagr rate rates forecast forecasts outlook"),
    (("volume",), "volume volumes units shipments demand"),
    (("price",), "price prices pricing"),
)
_MEASURED = {measure: frozenset(map(stem, said.split())) for measures, said in _SAID for measure in measures}
"""Stems by which a title says what its figures measure."""

_OF_NAMES = ("company", "segment", "application", "end user", "product", "component", "channel")
"""Classes of nouns that a title says its figures are broken down by, and whose members are names."""

_RIVALRY = frozenset(map(stem, "competitive competition".split()))
"""Stems of titles such as "Competitive landscape", which is of companies."""

_OF_CLASS = {name: frozenset(map(stem, members)) for name, members in CLASSES.items()}


def in_full_report(question: Question, book: Book) -> Sentence | None:
    """A sentence that names the licensed parts which by their titles have what was asked for; None where none has.

    It cites the contents list, which everybody may read. Where a title has a part of what was asked, or says only what
    its figures are broken down by, no more is claimed than that there is such a part.
    """
    if is_of_another_market(question, book) or any(is_called_market(word, question.ask) for word in question.unknown):
        return None
    asked = [_Meeting(line, question) for line in book.licensed_contents if HIDDEN not in line.title]
    exact = [each for each in asked if each.is_whole]
    found = exact or [each for each in asked if each.is_near]
    if not found:
        return None
    paths = {(*each.line.above, each.line.title) for each in found}
    lines = [each.line for each in found if not _is_below(each.line, paths)][:NAMED]
    named = ", ".join(f"{line.kind} “{' '.join(line.title.split())}”" for line in lines)
    lead = "The full report has this" if exact else "The full report has"
    return Sentence(f"{lead}: {named}.", tuple(_evidence(book, line) for line in lines))


def _is_below(line: ContentsLine, paths: Collection[tuple[str, ...]]) -> bool:
    return any(line.above[:depth] in paths for depth in range(1, len(line.above) + 1))


@dataclass(frozen=True)
class _Meeting:
    """How far the heading or title of a part meets a question."""

    line: ContentsLine
    question: Question

    @property
    def is_whole(self) -> bool:
        """Whether it names all that was asked for, its time too."""
        question = self.question
        said = self._meant if question.kind == "list" else self._said
        named = all_stand_in(question.words, said) and self._names_places
        names_something = bool(question.words or question.places or self._measures)
        measured = self._measures or question.measure in (None, "size")
        narrower = self._places - {"World"} > set(question.places)
        return named and names_something and measured and not narrower and set(question.years) <= self._years

    @property
    def is_near(self) -> bool:
        """Whether it names, or is broken down by, each part and place that was asked for."""
        words = self._names_words or self._is_by_names
        places = self._names_places or self._is_by_places
        narrowed = bool(self.question.words or self.question.places)
        return words and places and (narrowed or self._measures) and not (self._years and self._is_of_other_years)

    @cached_property
    def _said(self) -> frozenset[str]:
        return stems((self.line.title, *self.line.above))

    @cached_property
    def _classes(self) -> frozenset[str]:
        named = frozenset(name for name, members in _OF_CLASS.items() if members & self._said)
        return named | {"company"} if _RIVALRY & self._said else named

    @cached_property
    def _meant(self) -> frozenset[str]:
        """The stems it says, and those that stand for the same."""
        return self._said.union(*(_OF_CLASS[name] for name in self._classes))

    @property
    def _names_words(self) -> bool:
        return all_stand_in(self.question.words, self._meant)

    @property
    def _is_by_names(self) -> bool:
        """Whether what was asked for may be one of the names that its figures are broken down by."""
        of_rivals = self.question.measure == "share" and "company" in self._classes
        return of_rivals or (self._measures and not self._classes.isdisjoint(_OF_NAMES))

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(found.value.name for found in find_places(" ; ".join((*self.line.above, self.line.title))))

    @property
    def _names_places(self) -> bool:
        return self._places.issuperset(self.question.places)

    @property
    def _is_by_places(self) -> bool:
        """Whether it is broken down by places of the kind asked for, within the place that it is of."""
        asked = [place for name in self.question.places if (place := place_named(name))]
        within = [name for name in self._places if name != "World"]
        return all(
            place.kind in self._classes and all(contains(name, place.name) for name in within) for place in asked
        )

    @property
    def _measures(self) -> bool:
        measure = self.question.measure
        return measure is not None and not _MEASURED.get(measure, frozenset()).isdisjoint(self._said)

    @cached_property
    def _years(self) -> frozenset[int]:
        told = [int(year) for year in YEAR.findall(self.line.title)]
        return frozenset(range(min(told), max(told) + 1)) if told else frozenset()

    @property
    def _is_of_other_years(self) -> bool:
        return not self._years.issuperset(self.question.years)


def is_list_of_other(draft: Draft, question: Question, book: Book) -> bool:
    """Whether lists are proposed that are of nothing that was asked for, where a licensed part is by its title."""
    listings = [block for block in draft.blocks if isinstance(block, Listing)]
    classes = asked_classes(question)
    if draft.reason is not None or question.kind != "list" or not (listings and classes):
        return False
    if not any(_Meeting(line, question).is_whole for line in book.licensed_contents):
        return False
    return not any(group & _kinds(listing) for listing in listings for group in classes)


def _kinds(listing: Listing) -> frozenset[str]:
    """The stems that a list is introduced by, and those of what its items are by their form."""
    nowhere = Span(0, 0, 0)
    items = tuple((item.text, nowhere) for item in listing.items)
    return stems((listing.intro.text,)) | item_kinds(ItemList(listing.intro.text, items, nowhere))


_DENIES = re.compile(r"\b([Tt])he report (?=(?:does not|names no|gives no)\b)")
_FOUND_NONE = re.compile(r"\A(I found (?:no|nothing)\b.*) in the report(?=\.\Z| that\b)")


def of_public(draft: Draft, book: Book) -> Draft:
    """A draft from what is public of a report, saying what is missing there and not what the whole report lacks."""
    if not book.licensed_contents:
        return draft
    return replace(draft, blocks=tuple(_of_public(b) if isinstance(b, Paragraph) else b for b in draft.blocks))


def _of_public(paragraph: Paragraph) -> Paragraph:
    said = (_FOUND_NONE.sub(r"\1 in the public part of the report", each.text) for each in paragraph.sentences)
    said = (_DENIES.sub(r"\1he public part of the report ", text) for text in said)
    return Paragraph(tuple(replace(each, text=text) for each, text in zip(paragraph.sentences, said, strict=True)))


def _evidence(book: Book, line: ContentsLine) -> Evidence:
    report = book.report
    return Evidence(
        report.id, report.title, f"{report.id}:contents", ("Contents of the full report",), contents_text(report),
        line.start, line.end, url=report.url,
    )  # fmt: skip
