"""What the full report has on a question that its public parts do not answer: by its headings and titles alone."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answerers.contents import called, contents_evidence
from bot.answerers.lists import asked_classes, item_kinds
from bot.asked import all_stand_in
from bot.book import Book, ContentsLine
from bot.evidence import Draft, Evidence, Listing, Paragraph, Sentence
from bot.grammar import is_derived
from bot.neighbours import is_called_market, is_of_another_market
from bot.question import Question
from bot.routing.catalogue import YEAR
from bot.sense import GENERIC, stems
from bot.vocabulary import CLASSES
from ingest.domain import ItemList, Measure, Span
from ingest.places import contains, find_places, place_named
from ingest.public import HIDDEN
from ingest.words import STOPWORDS, stem, words

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

_WIDEST, _ELSEWHERE = 3, 4
"""How wide a part is that is broken down by what the places asked for lie in; and one of other places."""

_WIDER = {"country": frozenset({"region"}), "state": frozenset({"region", "country"})}
"""What places of a kind lie in."""

_BY = re.compile(r"\b(?:by|per) (?:the |each |type of |kind of )?([^\W\d_]+)", re.IGNORECASE)
_TIMES = frozenset(map(stem, "year quarter month week day season decade annum fiscal calendar".split()))

_OF_CLASS = {name: frozenset(map(stem, members)) for name, members in CLASSES.items()}


def in_full_report(question: Question, book: Book) -> Sentence | None:
    """A sentence that names the licensed parts which by their titles have what was asked for; None where none has.

    It cites the contents list, which everybody may read. Where a title has a part of what was asked, or says only what
    its figures are broken down by, no more is claimed than that there is such a part.
    """
    if is_of_another_market(question, book) or any(is_called_market(word, question.ask) for word in question.unknown):
        return None
    asked = _meetings(question, book)
    exact = [each for each in asked if each.is_whole]
    found = exact or _nearest(asked)
    if not found:
        return None
    return _naming(found, "The full report has this" if exact else "The full report has", book)


def _nearest(asked: Sequence["_Meeting"]) -> list["_Meeting"]:
    """Those that may have a part of what was asked, of the places asked for before those of places around them; those
    broken down by what these lie in only where there are no others."""
    near = sorted((each for each in asked if each.is_near), key=lambda each: each.width)
    return [each for each in near if each.width < _WIDEST] or near


def _naming(found: Sequence["_Meeting"], lead: str, book: Book) -> Sentence:
    paths = {(*each.line.above, each.line.title) for each in found}
    lines = [each.line for each in found if not _is_below(each.line, paths)][:NAMED]
    named = ", ".join(f"{line.kind} “{called(line)}”" for line in lines)
    return Sentence(f"{lead}: {named}.", tuple(contents_evidence(book, line) for line in lines))


def _meetings(question: Question, book: Book) -> list["_Meeting"]:
    return [_Meeting(line, question, book.market_stems) for line in book.licensed_contents if HIDDEN not in line.title]


def _is_below(line: ContentsLine, paths: Collection[tuple[str, ...]]) -> bool:
    return any(line.above[:depth] in paths for depth in range(1, len(line.above) + 1))


@dataclass(frozen=True)
class _Meeting:
    """How far the heading or title of a part meets a question."""

    line: ContentsLine
    question: Question
    common: frozenset[str] = frozenset()

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
        places = self.width < _ELSEWHERE
        narrowed = bool(self.question.words or self.question.places)
        return words and places and (narrowed or self._measures) and not (self._years and self._is_of_other_years)

    @property
    def is_of_the_matter(self) -> bool:
        """Whether it names all that was asked for, and not only what is measured or where."""
        return bool(self.question.words) and self.is_whole

    @cached_property
    def width(self) -> int:
        """How wide the places are that it is of, or broken down by, beside those asked for: 0 for these themselves,
        ``_ELSEWHERE`` where they are others."""
        if self._names_places:
            return 0
        if self._is_by_places:
            return 1
        if self._is_of_wider:
            return 2
        return _WIDEST if self._is_by_wider else _ELSEWHERE

    @cached_property
    def _said(self) -> frozenset[str]:
        return stems((self.line.title, *self.line.above))

    @cached_property
    def _classes(self) -> frozenset[str]:
        named = frozenset(name for name, members in _OF_CLASS.items() if members & self._said)
        return named | {"company"} if _RIVALRY & self._said else named

    @cached_property
    def _meant(self) -> frozenset[str]:
        """The stems it says, and those that stand for the same or are derived from them."""
        return self._said.union(self._derived, *(_OF_CLASS[name] for name in self._classes))

    @cached_property
    def _derived(self) -> frozenset[str]:
        """Stems of the question that are derived from those it says, or these from them: shipped, of shipments."""
        return frozenset(each for each in self._asked if any(is_derived(each, other) for other in self._said))

    @cached_property
    def _asked(self) -> frozenset[str]:
        said = words(self.question.ask)
        return frozenset(word.stem for word in said if word.text.lower() not in STOPWORDS) - self.common - GENERIC

    @property
    def _counts(self) -> bool:
        """Whether its figures are, by its title, of what is asked for: how much was shipped, of "Shipments by port"."""
        counted = stems((_BY.split(self.line.title)[0],)) - self.common - GENERIC
        return any(each in counted or any(is_derived(each, other) for other in counted) for each in self._asked)

    @property
    def _names_words(self) -> bool:
        return all_stand_in(self.question.words, self._meant)

    @property
    def _is_by_names(self) -> bool:
        """Whether what was asked for may be one of the names that its figures are broken down by."""
        of_rivals = self.question.measure == "share" and "company" in self._classes
        of_names = not self._classes.isdisjoint(_OF_NAMES) or self._is_by_others
        return of_rivals or (of_names and (self._measures or self._counts))

    @property
    def _is_by_others(self) -> bool:
        """Whether its figures are broken down by what is no place, time or class known, and may be what was asked for:
        "by port"."""
        by = {stem(found) for found in _BY.findall(self.line.title)}
        return bool(by - _TIMES - frozenset[str]().union(*_OF_CLASS.values()))

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
    def _is_of_wider(self) -> bool:
        """Whether it is of places in which those asked for lie."""
        asked, wider = self.question.places, self._places - {"World"}
        return bool(asked) and all(any(contains(name, place) for name in wider) for place in asked)

    @property
    def _is_by_wider(self) -> bool:
        """Whether it is broken down by what the places asked for lie in, and of no places in which they do not."""
        kinds = {place.kind for name in self.question.places if (place := place_named(name))}
        by = [not self._classes.isdisjoint(_WIDER.get(kind, frozenset())) for kind in kinds]
        return bool(by) and all(by) and self._places <= {"World"}

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


def pointed(draft: Draft, question: Question, book: Book) -> Draft:
    """An answer in the words of public parts, with the licensed ones that are by their titles on what was asked, where
    no heading over these words is; partial, unless only whether the report has it was asked."""
    if draft.reason is not None or question.kind not in _IN_WORDS or not book.licensed_contents:
        return draft
    if draft.answerer in _OF_CONTENTS or is_of_another_market(question, book):
        return draft
    found = [each for each in _meetings(question, book) if each.is_of_the_matter]
    if not found or any(_is_headed(evidence, question) for evidence in draft.cited):
        return draft
    more = _naming(found, "The full report has this", book)
    partial = draft.partial or question.kind != "coverage"
    return replace(draft, blocks=(*draft.blocks, Paragraph((more,))), partial=partial)


_IN_WORDS = ("explanation", "list", "coverage")
"""Kinds of question that sentences answer, which may only announce what is asked for."""

_OF_CONTENTS = ("contents", "decline")


def _is_headed(evidence: Evidence, question: Question) -> bool:
    if evidence.passage.endswith(":contents"):
        return True
    *above, title = ("", *evidence.heading, *([evidence.table] if evidence.table else []))
    return _Meeting(ContentsLine("section", title, tuple(above), False, 0, 0, 0), question).is_whole


def is_list_of_other(draft: Draft, question: Question, book: Book) -> bool:
    """Whether lists are proposed that are of nothing that was asked for, where a licensed part is by its title."""
    listings = [block for block in draft.blocks if isinstance(block, Listing)]
    classes = asked_classes(question)
    if draft.answerer == "contents":
        return False
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
