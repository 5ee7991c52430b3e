"""Rows of one table asked for by their names: the cells of the column meant, beside each other or added up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from bot import table_cues
from bot.answerers.operands import holds
from bot.answerers.quote import said
from bot.answerers.ranking import table_of
from bot.arithmetic import compute
from bot.book import Book
from bot.cells import labels_at
from bot.cite import evidence_of
from bot.conditions import kinds_asked
from bot.evidence import Calculation, Draft, Operand, Operation, Paragraph, Sentence
from bot.match import ACCEPTED, in_periods
from bot.operands import CalculationError
from bot.phrase import between
from bot.printings import current_period
from bot.question import Question
from bot.retrieve import Found
from bot.sense import GENERIC, stems
from bot.vocabulary import NOUN_STEMS, PLACE_STEMS
from ingest.domain import Cell, Quantity, Table
from ingest.places import place_named
from ingest.words import STOPWORDS, words

PAIR = 2
OF_PAIRS: tuple[Operation, ...] = ("difference", "multiple")
"""What is done with two rows rather than with several."""

Column = dict[int, Quantity]
"""Row number → its figure."""


@dataclass(frozen=True, slots=True)
class _Named:
    """The rows of a table that a question names, in its order, and the stems of the words that name them."""

    table: int
    rows: tuple[int, ...]
    said: frozenset[str]


def rows(found: Found) -> Draft | None:
    """The figures of the rows named, when every word asked for names one of them, their column or their table."""
    question, book = found.question, found.book
    if question.is_wordy or question.claims or len(question.years) > 1:
        return None
    tables = _likest(list(_tables(question, book)), question, book)
    answers = [column for named in tables if (column := _column(named, question, book))]
    if len(tables) != 1 or len(answers) != 1:
        return None
    figures = list(answers[0].values())
    if question.operation == "sum" or (len(figures) == PAIR and question.operation in OF_PAIRS):
        return None if _overlap(figures, book) else _calculated(question, figures, book)
    if (
        question.operation is not None
        or len(figures) == 1
        or not (table_cues.BOTH.search(question.ask) or "," in question.ask)
    ):
        return None
    if len({q.label for q in figures}) == 1:
        return Draft((table_of(figures, book),), answerer="rows")
    names = [labels_at(q, book.report)[0] for q in figures]
    title = book.report.tables[tables[0].table].title
    return Draft((table_of(figures, book, names, title),), answerer="rows")


def _overlap(figures: Sequence[Quantity], book: Book) -> bool:
    """Whether one of the rows has another as a part: it would be counted twice, or set against itself."""
    senses = [sense for sense in book.senses if sense.quantity in figures]
    totals = any(quantity in book.totals for quantity in figures)
    return totals or any(holds(one, other) for one, other in permutations(senses, 2))


def _tables(question: Question, book: Book) -> Iterator[_Named]:
    """The tables with at least two of the rows asked for, every one of whose words the question and they share."""
    for number, table in enumerate(book.report.tables):
        named = _named(question, number, table, book.market_stems)
        if len(named.rows) > 1 and _is_all_said(named, table, question):
            yield named


def _likest(tables: Sequence[_Named], question: Question, book: Book) -> Sequence[_Named]:
    """Of several tables with such rows those whose title and columns say most of what was asked."""
    if len(tables) < PAIR:
        return tables
    said = [len(_above(book.report.tables[each.table]) & question.stems - each.said) for each in tables]
    return [each for each, many in zip(tables, said, strict=True) if many == max(said)]


def _named(question: Question, number: int, table: Table, market: frozenset[str]) -> _Named:
    """The rows named, but for those that only say a word of the market's own name."""
    asked = [word.stem for word in words(question.ask) if word.text.lower() not in STOPWORDS]
    labels = [_words_of(row[0]) for row in table.rows]
    rows: dict[int, int] = {}
    used: set[int] = set()
    for row in sorted(range(len(labels)), key=lambda row: -len(labels[row])):
        if market.issuperset(labels[row]):
            continue
        at = _position(labels[row], asked, used) or _position_of_place(table.rows[row][0], question)
        if at is None:
            at = _position_of_part(labels, row, asked, used)
        if at is not None:
            rows[row] = at[0]
            used |= set(range(*at))
    return _Named(number, tuple(sorted(rows, key=lambda row: rows[row])), frozenset(asked[n] for n in used))


def _words_of(label: str) -> list[str]:
    return [word.stem for word in words(label) if word.text.lower() not in STOPWORDS]


def _position(label: Sequence[str], asked: Sequence[str], used: set[int]) -> tuple[int, int] | None:
    """From where to where the words of a label stand in the question, one behind the other."""
    size = len(label)
    for start in range(len(asked) - size + 1) if size else ():
        if list(asked[start : start + size]) == list(label) and used.isdisjoint(range(start, start + size)):
            return start, start + size
    return None


def _position_of_place(label: str, question: Question) -> tuple[int, int] | None:
    """Where a place stands among those asked for; it takes no words of the others."""
    place = place_named(label)
    if place is None or place.name not in question.places:
        return None
    return question.places.index(place.name), question.places.index(place.name)


def _position_of_part(
    labels: Sequence[Sequence[str]], row: int, asked: Sequence[str], used: set[int]
) -> tuple[int, int] | None:
    """Where a word stands that this label has and no other: "Yorkshire" of "Yorkshire and The Humber"."""
    others = {word for n, label in enumerate(labels) if n != row for word in label}
    own = set(labels[row]) - others - GENERIC
    at = next((n for n, word in enumerate(asked) if word in own and n not in used and word.isalpha()), None)
    return None if at is None else (at, at + 1)


def _is_all_said(named: _Named, table: Table, question: Question) -> bool:
    """Whether every word and place asked for names a row, or stands in the table's title, headings or columns."""
    covered = _above(table) | GENERIC | named.said | NOUN_STEMS | PLACE_STEMS
    labels = [table.rows[row][0] for row in named.rows]
    places = {place.name for label in labels if (place := place_named(label))}
    return all(word.stands_in(covered) for word in question.words) and set(question.places) <= places


def _above(table: Table) -> frozenset[str]:
    return stems((table.title, *table.header, *table.heading, *table.notes))


def _column(named: _Named, question: Question, book: Book) -> Column | None:
    """The one column that is meant, where only one can be."""
    columns: dict[int, Column] = {}
    for quantity in book.ledger_by_room.get(("table", named.table), ()):
        source = quantity.source
        if isinstance(source, Cell) and source.row in named.rows and quantity.upper is None:
            columns.setdefault(source.column, {})[source.row] = quantity
    whole = {at: column for at, column in columns.items() if len(column) == len(named.rows)}
    fitting = [at for at in whole if _fits(whole[at], question)]
    header = book.report.tables[named.table].header
    asked = question.stems - GENERIC - named.said
    score = {at: len(stems((header[at],)) & asked) for at in fitting}
    best = [at for at in fitting if score[at] == max(score.values())]
    best = _of_now(best, whole, question, book) if len(best) > 1 else best
    if len(best) != 1:
        return None
    return {row: whole[best[0]][row] for row in named.rows}


def _fits(column: Column, question: Question) -> bool:
    """Whether a column's figures are of the sort, the measure and the time asked for."""
    figures = list(column.values())
    accepted = ACCEPTED.get(question.measure, ())
    is_rate = question.measure in ("share", "growth", "cagr", "price")
    return all(
        q.kind in kinds_asked(question)
        and in_periods(q, question)
        and (not is_rate or q.measure in accepted)
        and (q.kind, q.currency, q.unit) == (figures[0].kind, figures[0].currency, figures[0].unit)
        for q in figures
    )


def _of_now(columns: Sequence[int], whole: dict[int, Column], question: Question, book: Book) -> list[int]:
    """Of columns that are the same figures of several times, the one of now."""
    first = {at: next(iter(whole[at].values())) for at in columns}
    sorts = {(q.kind, q.currency, q.unit, q.measure, q.subject) for q in first.values()}
    if question.periods or len(sorts) > 1 or not all(q.period for q in first.values()):
        return []
    now = current_period(first.values(), book)
    return [at for at in columns if first[at].period == now]


def _calculated(question: Question, figures: Sequence[Quantity], book: Book) -> Draft | None:
    """Their sum, or what lies between the two."""
    operation: Operation = question.operation or "sum"
    ordered = figures if operation == "sum" else sorted(figures, key=lambda q: q.amount)
    calculation = Calculation(operation, tuple(Operand(q, evidence_of(book, q)) for q in ordered), None)
    try:
        result = compute(calculation)
    except CalculationError:
        return None
    quoted = dict.fromkeys(said(q, question, book) for q in figures)
    evidence = tuple(dict.fromkeys(operand.evidence for operand in calculation.operands))
    return Draft(
        (Paragraph((*quoted, Sentence(between(calculation, result), evidence, calculation))),), answerer="rows"
    )
