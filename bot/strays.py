"""Whether cells that are proposed stray from the question: they are of a part that it does not name, or per something
else."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.asked import AskedWord
from bot.asked_times import blanked
from bot.book import Book
from bot.bystanders import is_of_bystander
from bot.cells import labels_at, name_at, name_of, tokens
from bot.entities import is_of_another_entity
from bot.evidence import Draft, Paragraph
from bot.items import STANDS_BEFORE, is_time_label, stems_of
from bot.labelled import OF_GROUP
from bot.question import Question
from bot.reworded import terms_in
from bot.sense import GENERIC, stems
from bot.sorts import RATES, is_amount_for_part, is_of_another_sort, is_silent_on_rate
from ingest.domain import HEADER_STEP, Cell, Quantity, Span
from ingest.places import find_places, place_named
from ingest.quantity.labels import names_total
from ingest.quantity.periods import read_mentions
from ingest.quantity.units import PHYSICAL
from ingest.words import stem

CHECKED = frozenset({"quote", "combine", "lookup", "likeliest", "calculate", "ranking"})
"""Answerers that go by less than all words of a question."""

_OF_ONE_MEASURE = frozenset({"lookup", "calculate"})
"""Answerers that go by the one measure of a whole question."""

_TOLD = frozenset({"lookup", "quote", "likeliest", "tables"})
"""Answerers that tell what is printed."""

_PER = re.compile(r"\bper (?P<one>share|capita|head|inhabitant|person|employee|visit|night)\b", re.IGNORECASE)


_TIME = r"(?:year|quarter|month|week|day|hour)s?\b"
_SIZED = re.compile(
    rf"(?<![\w.,-])(\d+(?:\.\d+)?)(?![- ]{_TIME})(?=[- ]?(?:inch(?:es)?|{PHYSICAL.pattern})\b|-[a-z])", re.IGNORECASE
)
"""How large a thing is that is asked about: "a 32-inch monitor"."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def strays(proposal: Draft, question: Question, book: Book) -> bool:
    """Whether a cell that is cited is of something else; sentences are read closer by others."""
    cited = [q for evidence in proposal.cited for q in evidence.quantities]
    cells = [q for q in cited if isinstance(q.source, Cell)]
    is_calculated = _is_calculated(proposal)
    is_made = is_calculated and proposal.answerer == "tables"  # of what is asked for, named by itself
    if not is_made and (is_amount_for_part(cells, question, book) or _lacks_term(cells, question, book)):
        return True
    is_told = proposal.answerer in _TOLD and len(cells) == len(cited) and not is_calculated
    if is_told and is_of_another_sort(cells, question, book):
        return True
    if cells and _are_of_another(cells, question, book):
        return True
    if proposal.answerer == "rows":
        return len({q.period for q in cells}) < len(cells) and bool(_ON_THE_YEAR.search(question.ask))
    if proposal.answerer == "tell":
        return not question.is_wordy and is_silent_on_rate((each.quote for each in proposal.cited), question)
    if proposal.answerer == "tables":
        return _is_of_a_part_of_all(cells, question, book) or _names_another(cells, question, book)
    if proposal.answerer not in CHECKED:
        return False
    if is_of_bystander(cited, question, book) or _is_of_whole_for_part(cited, question, book):
        return True
    if proposal.answerer == "ranking":
        return bool(cells) and 1 < len(question.words) == len(_missing(cited, question, book))
    per = _PER.search(question.ask)
    if per and cells and not any(stems((per["one"],)) <= stems((_told(q, book), *q.subject)) for q in cells):
        return True
    if cells and any(_is_of_the_opposite(q, question, book) for q in cells):
        return True
    sizes = frozenset(_SIZED.findall(question.ask))
    if cells and not all(any(size in _NUMBER.findall(_told(q, book)) for q in cells) for size in sizes):
        return True
    whole = proposal.answerer == "likeliest" and any(stems(q.subject) <= book.market_stems for q in cells)
    if whole and any(not word.stems.isdisjoint(book.items.words) for word in _missing(cells, question, book)):
        return True
    if len({q.label for q in cited}) == 1 and question.asks_amount_and_more:
        return True
    if proposal.answerer in _OF_ONE_MEASURE and len({item.measure for item in question.items} - {None}) > 1:
        return True
    if proposal.answerer == "calculate" and question.operation == "share" and len(cells) == len(cited):
        return bool(_missing(cells, question, book))
    if cited and _names_another(cited, question, book):
        return True
    unnamed = (_is_unnamed(q, question, book) or _is_unnamed_column(q, question, book) for q in cells)
    return proposal.answerer == "combine" and any(unnamed)


def _are_of_another(cells: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether cells are of another company, place or kind than what is asked for, or per something."""
    return (
        any(is_of_another_entity(q, question.ask, book.report) for q in cells)
        or _is_per_another(cells, question, book)
        or _is_of_place_left_out(cells, question)
        or _is_of_another_kind(cells, question, book)
    )


def _is_calculated(proposal: Draft) -> bool:
    """Whether something is calculated from what is cited."""
    paragraphs = (block for block in proposal.blocks if isinstance(block, Paragraph))
    return any(sentence.calculation for block in paragraphs for sentence in block.sentences)


_ON_THE_YEAR = re.compile(
    r"\b(?:on|over) the (?:year|quarter|month)\b|\b(?:year|quarter|month)-on-(?:year|quarter|month)\b|\by/?o/?y\b", re.I
)
"""Asks how one thing changed in time, and not how two differ."""


def _is_per_another(cells: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether all cells are told per something that is not asked for: sales per employee for sales. What is told per
    share is often asked for without, as dividends are."""
    per = [_PER.search(labels_at(q, book.report)[0]) for q in cells]
    asked = stems_of(question.ask)
    return all(match and match["one"].lower() != "share" and asked.isdisjoint(stems_of(match["one"])) for match in per)


def _lacks_term(cells: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether the question has a term of several words for what is measured, "cost of sales", of which none of the
    cells is by any of its names."""
    terms = tuple(terms_in(question.ask)) if cells else ()
    told = frozenset[str]().union(*(_told_stems(q, book) for q in cells)) if terms else frozenset[str]()
    return any(not any(stems_of(name) <= told for group in names for name in group) for names in terms)


def _is_of_a_part_of_all(cells: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether cells stand in tables of one place where all of a group is asked for."""
    if not cells or not OF_GROUP.search(question.ask):
        return False
    own = {book.frame.place, *question.places}
    return all(any(found.value.name not in own for found in find_places(_title(q, book))) for q in cells)


def _is_of_place_left_out(cells: Sequence[Quantity], question: Question) -> bool:
    """Whether cells are of a place that is asked to be left out: "headcount outside Germany"."""
    found = find_places(question.ask)
    left_out = {place.value.name for place in found if _LEFT_OUT.search(question.ask[: place.start])}
    return any(q.place in left_out for q in cells)


_LEFT_OUT = re.compile(
    r"\b(?:outside|except|excluding|excl\.?|ex|without|other than|apart from)(?: of)?(?: the)? $", re.I
)


def _is_of_another_kind(cells: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether the question tells a kind of something by the word before it, which labels of the report do too and none
    of these cells': "hydrated lime" is not lime, nor the unemployment rate the rate of vacancies."""
    told = frozenset[str]().union(*(_told_stems(q, book) for q in cells))
    times = [(found.start, found.end) for found in read_mentions(question.ask, book.question_frame)]
    said = tokens(blanked(question.ask, times))
    for before, word in pairwise(said):
        if before.stem in told or word.stem not in told or not STANDS_BEFORE.isdisjoint((before.stem, word.stem)):
            continue
        if stems_of(question.ask[before.start : before.end]) <= told:
            continue
        if (before.stem, word.stem) in book.items.pairs:
            return True
        unknown = any(before.stem in map(stem, words.lower().split()) for words in question.unknown)
        if unknown and RATES.fullmatch(question.ask[word.start : word.end]):
            return True
    return False


def _told_stems(q: Quantity, book: Book) -> frozenset[str]:
    """The stems, with those for one thing as one, of the labels of a cell, and of its table's title without what
    another column is called; and all of these as written."""
    own = (_own(q, book), q.label, *q.tags, q.unit, q.place or "")
    titled = (_title(q, book), *q.subject)
    is_derived = q.kind not in ("money", "number")  # a margin is of what another column is called
    others = frozenset[str]() if is_derived else _of_other_columns(q, book)
    said = frozenset[str]().union(*map(stems_of, titled), *map(name_of, titled)) - others
    return said.union(_labels(q, book), *map(stems_of, own), *map(name_of, own))


def _title(q: Quantity, book: Book) -> str:
    return book.report.tables[q.source.table].title if isinstance(q.source, Cell) else ""


def _is_of_whole_for_part(cited: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether sentences are cited though the question names a part of the market by a word right before the market's
    name that the report uses and none of them has: "crawler crane market"."""
    if not cited or any(isinstance(q.source, Cell) for q in cited):
        return False
    missing = {word.text for word in _missing(cited, question, book) if word.stems & book.surface.keys()}
    said = tokens(question.ask)
    own = book.market_stems
    return any(
        question.ask[before.start : before.end] in missing and stem(question.ask[word.start : word.end].lower()) in own
        for before, word in pairwise(said)
    )


def _is_of_the_opposite(q: Quantity, question: Question, book: Book) -> bool:
    """Whether a cell is of what is not the thing asked for: of non-life insurance, and not of life."""
    said = _told(q, book)
    negated = stems(_NOT.findall(said)) & question.stems
    return bool(negated) and not _NOT.search(question.ask) and not negated <= stems((_NOT.sub(" ", said),))


_NOT = re.compile(r"\bnon-?\s?(\w+)", re.IGNORECASE)


def _names_another(cited: Sequence[Quantity], question: Question, book: Book) -> bool:
    """Whether a word of the question is said nowhere around what is cited: for cells one that names others, beside them
    ("rural" beside urban ones) or in another table, for the size of a whole market several that the report never uses
    ("ice cream")."""
    missing = _missing(cited, question, book)
    if all(isinstance(q.source, Span) and q.measure == "size" and not q.subject for q in cited):
        return sum(word.text in question.unknown or bool(word.stems & book.items.words) for word in missing) > 1
    cells = [q.source for q in cited if isinstance(q.source, Cell)]
    if cells and all(_is_column_beside(cell, question, book) for cell in cells):
        return True
    named = frozenset[str]().union(*(_names_beside(cell, book) for cell in cells))
    if len(cells) < len(cited):
        return False
    elsewhere = book.items.words.difference(*(stems_of(_told(q, book)) for q in cited))
    return any(word.stems & named or (word.stems and word.stems <= elsewhere) for word in missing)


def _missing(cited: Sequence[Quantity], question: Question, book: Book) -> list[AskedWord]:
    """The words of a question that are said nowhere around what is cited."""
    parts = frozenset(stem for word in question.words for stem in word.stems)
    said = frozenset[str]().union(*(_around(q, book) for q in cited)) | GENERIC - parts | book.market_stems
    said |= (stems((book.report.title,)) - book.items.words) | book.company_stems
    missing = [word for word in question.words if not word.is_action and not word.stands_in(said)]
    if not missing:
        return []
    told = frozenset[str]().union(*(_told_stems(q, book) for q in cited))
    return [word for word in missing if not word.stems.isdisjoint(stems_of(question.ask) - told)]


def _is_column_beside(cell: Cell, question: Question, book: Book) -> bool:
    """Whether the question says what a column beside a cell's is called under the same header, and not what its own is:
    "2025 > Rate" beside "2025 > Interest"."""
    header = book.report.tables[cell.table].header
    *outer, own = header[cell.column].split(HEADER_STEP)
    beside = [steps[-1] for each in header if (steps := each.split(HEADER_STEP))[:-1] == outer and steps[-1] != own]
    said = stems_of(question.ask) - stems_of(name_at(book.report.tables[cell.table], cell.row))
    others = {word for word in stems_of(" ".join(beside)) - stems_of(" ".join((own, *outer))) if word.isalpha()}
    return bool(outer) and not said.isdisjoint(others) and said.isdisjoint(stems_of(own))


def _names_beside(cell: Cell, book: Book) -> frozenset[str]:
    """The stems of the names of a table's rows, and of what stands in place of a column's own name: "Rural > 2024"
    beside "Urban > 2024"."""
    header = book.report.tables[cell.table].header
    own = header[cell.column].split(HEADER_STEP)
    steps = [each.split(HEADER_STEP) for each in header]
    alike = [each[:-1] for each in steps if len(each) == len(own) > 1]
    return book.items.row_words(cell.table) | stems_of(" ".join(step for each in alike for step in each))


def _is_unnamed(q: Quantity, question: Question, book: Book) -> bool:
    """Whether a cell's row has a name of its own of which no word is asked for, beside a total that may be meant."""
    if not isinstance(q.source, Cell) or q in book.totals or not q.subject:
        return False
    if not any(isinstance(t.source, Cell) and t.source.table == q.source.table for t in book.totals):
        return False
    name, _ = labels_at(q, book.report)
    if (place := place_named(name)) and place.name in question.places:
        return False
    own = stems((name,)) | stems_of(name)
    spelled = frozenset(stem for word in question.words for stem in word.stems)
    asked = question.stems | stems_of(question.ask) | spelled | GENERIC | book.market_stems
    return any(map(str.isalpha, name)) and own.isdisjoint(asked)


def _is_unnamed_column(q: Quantity, question: Question, book: Book) -> bool:
    """Whether a cell's column has a name of its own of which no word is asked for, beside one of totals."""
    if not isinstance(q.source, Cell):
        return False
    header = book.report.tables[q.source.table].header
    steps = [step for step in header[q.source.column].split(HEADER_STEP) if not is_time_label(step)]
    totals = (
        at for at, each in enumerate(header) if at != q.source.column and names_total(each.split(HEADER_STEP)[-1])
    )
    own = frozenset[str]().union(*map(stems_of, steps))
    return bool(own) and next(totals, None) is not None and own.isdisjoint(stems_of(question.ask))


def _around(q: Quantity, book: Book) -> frozenset[str]:
    """The stems of all that a cell stands under; of a sentence its own and those of its headings."""
    if not isinstance(q.source, Cell):
        section = book.report.sections[q.source.section]
        quote = q.quote if isinstance(q.quote, Span) else q.source
        return stems((section.text[quote.start : quote.end], *section.heading))
    return _labels(q, book) | stems((book.report.tables[q.source.table].unit or "",))


def _labels(q: Quantity, book: Book) -> frozenset[str]:
    """The stems of the labels of a cell, of its table's title and of what it is a price of; the title's without those
    of a part that is another column's name: "Lockers and pick-up points" says of lockers nothing of points."""
    own = stems((_own(q, book), q.label, *q.tags))
    if not isinstance(q.source, Cell):
        return own | stems(q.subject)
    return own | (stems((_title(q, book), *q.subject)) - _of_other_columns(q, book))


def _of_other_columns(q: Quantity, book: Book) -> frozenset[str]:
    """The stems of what a title says of other columns than a cell's."""
    if not isinstance(q.source, Cell):
        return frozenset()
    own = stems((_own(q, book), q.label, *q.tags))
    others = book.items.column_names(q.source.table)
    joined = (stems_of(part) for part in _JOINED.split(_title(q, book)))
    of_others = (part for part in joined if part.isdisjoint(own) and any(name <= part for name in others))
    return frozenset[str]().union(*of_others)


_JOINED = re.compile(r"\s+(?:and|&)\s+|,\s+|\s*:\s+", re.IGNORECASE)
"""Between the things that a title joins."""


def _told(q: Quantity, book: Book) -> str:
    """The title and the labels of a cell."""
    return f"{_title(q, book)}\n{_own(q, book)}"


def _own(q: Quantity, book: Book) -> str:
    """The labels of a cell."""
    if not isinstance(q.source, Cell):
        return ""
    table = book.report.tables[q.source.table]
    return "\n".join((table.header[q.source.column], *table.rows[q.source.row]))
