"""Whether cells that are proposed stray from the question: they are of a part that it does not name, or per something
else."""

import re
from collections.abc import Sequence

from bot.asked import AskedWord
from bot.book import Book
from bot.cells import labels_at
from bot.evidence import Draft
from bot.items import stems_of
from bot.question import Question
from bot.sense import GENERIC, stems
from ingest.domain import HEADER_STEP, Cell, Quantity, Span
from ingest.places import place_named
from ingest.quantity.units import PHYSICAL

CHECKED = frozenset({"quote", "combine", "lookup", "likeliest", "calculate", "ranking"})
"""Answerers that go by less than all words of a question."""

_OF_ONE_MEASURE = frozenset({"lookup", "calculate"})
"""Answerers that go by the one measure of a whole question."""

_PER = re.compile(r"\bper (?P<one>share|capita|head|inhabitant|person|employee|visit|night)\b", re.IGNORECASE)


_PART = re.compile(r"\b(?:margin|ratio|yield)s?\b", re.IGNORECASE)
"""Asks for a part of an amount, and not for that."""

_TIME = r"(?:year|quarter|month|week|day|hour)s?\b"
_SIZED = re.compile(
    rf"(?<![\w.,-])(\d+(?:\.\d+)?)(?![- ]{_TIME})(?=[- ]?(?:inch(?:es)?|{PHYSICAL.pattern})\b|-[a-z])", re.IGNORECASE
)
"""How large a thing is that is asked about: "a 32-inch monitor"."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def strays(proposal: Draft, question: Question, book: Book) -> bool:
    """Whether a cell that is cited is of something else; sentences are read closer by others."""
    if proposal.answerer not in CHECKED:
        return False
    cited = [q for evidence in proposal.cited for q in evidence.quantities]
    cells = [q for q in cited if isinstance(q.source, Cell)]
    if proposal.answerer == "ranking":
        return bool(cells) and 1 < len(question.words) == len(_missing(cited, question, book))
    per = _PER.search(question.ask)
    if per and cells and not any(stems((per["one"],)) <= stems((_told(q, book), *q.subject)) for q in cells):
        return True
    part = _PART.search(question.ask)
    if (
        part
        and cells
        and all(q.kind in ("money", "number") and not stems((part[0],)) <= _labels(q, book) for q in cells)
    ):
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
    return proposal.answerer == "combine" and any(_is_unnamed(q, question, book) for q in cells)


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
    elsewhere = book.items.words - stems_of(" ".join(_told(q, book) for q in cited))
    return any(word.stems & named or (word.stems and word.stems <= elsewhere) for word in missing)


def _missing(cited: Sequence[Quantity], question: Question, book: Book) -> list[AskedWord]:
    """The words of a question that are said nowhere around what is cited."""
    parts = frozenset(stem for word in question.words for stem in word.stems)
    said = frozenset[str]().union(*(_around(q, book) for q in cited)) | GENERIC - parts | book.market_stems
    return [word for word in question.words if not word.is_action and not word.stands_in(said)]


def _is_column_beside(cell: Cell, question: Question, book: Book) -> bool:
    """Whether the question says what a column beside a cell's is called under the same header, and not what its own is:
    "2025 > Rate" beside "2025 > Interest"."""
    header = book.report.tables[cell.table].header
    *outer, own = header[cell.column].split(HEADER_STEP)
    beside = [steps[-1] for each in header if (steps := each.split(HEADER_STEP))[:-1] == outer and steps[-1] != own]
    said = stems_of(question.ask)
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
    title = book.report.tables[q.source.table].title
    others = book.items.column_names(q.source.table)
    joined = (stems_of(part) for part in _JOINED.split(title))
    of_others = (part for part in joined if part.isdisjoint(own) and any(name <= part for name in others))
    return own | (stems((title, *q.subject)) - frozenset[str]().union(*of_others))


_JOINED = re.compile(r"\s+(?:and|&)\s+|,\s+|\s*:\s+", re.IGNORECASE)
"""Between the things that a title joins."""


def _told(q: Quantity, book: Book) -> str:
    """The title and the labels of a cell."""
    title = book.report.tables[q.source.table].title if isinstance(q.source, Cell) else ""
    return f"{title}\n{_own(q, book)}"


def _own(q: Quantity, book: Book) -> str:
    """The labels of a cell."""
    if not isinstance(q.source, Cell):
        return ""
    table = book.report.tables[q.source.table]
    return "\n".join((table.header[q.source.column], *table.rows[q.source.row]))
