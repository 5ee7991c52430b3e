"""The cells that are most likely meant where a question asks for them in other words than their labels'.

Time, place, and what sort of figure is wanted must be met as everywhere; only what is asked for is told by meaning.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from bot.asked_times import AskedTime
from bot.book import Book
from bot.cells import labels_at, name_at
from bot.clues import Array
from bot.items import RESTRICTS, is_time_label, stems_of
from bot.labelled import Asked, compares_with_year_before, is_day_of, latest
from bot.labels import Labels
from bot.printings import distinct
from bot.question import Question
from bot.table_figures import Printed
from ingest.domain import HEADER_STEP, Cell, Quantity

SURE, MAYBE = 0.8, 0.5
"""Least probabilities of an answer, and of what is shown beneath a declined one as what may be meant."""

SURE_UNSAID, MAYBE_UNSAID = 0.95, 0.8
"""The same where a word is asked for that the report never uses."""

WHOLE = 100
"""Percent of itself that a total is, which nobody asks for."""

MOST = 600
"""Cells of different labels that are looked at; where more are of the time asked for, none is."""

ReadLabels = Callable[[str, Labels], Array]
"""The probability of each cell that a question means it, and last that of none, shape (n + 1,)."""

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Meaning:
    """For each time asked for the one cell that is meant, with what else is printed for it; no cells where none is
    likely enough. ``sure``: likely enough to be the answer."""

    cells: tuple[Printed, ...] = ()
    sure: bool = False


NOTHING = Meaning()


def meant(question: Question, book: Book, chances: ReadLabels) -> Meaning:
    """What a question means, of the time that it names, and of the year before where it compares with that."""
    asked = Asked(question, book, paired=compares_with_year_before(question.ask))
    if not asked.is_possible:
        return NOTHING
    found = [_cell(asked, time, book, chances) for time in asked.times or (None,)]
    least = SURE_UNSAID if asked.has_unknown else SURE
    if not all(cells for cells, _ in found):
        return NOTHING
    return Meaning(tuple(cells for cells, _ in found), all(chance >= least for _, chance in found))


def _cell(asked: Asked, time: AskedTime | None, book: Book, chances: ReadLabels) -> tuple[Printed, float]:
    """The cell of a time with its probability; none where that is too low."""
    labels, figures = _labelled(book, (q for q in book.quantities if _may_be_meant(q, asked, time, book)))
    if not figures or len(figures) > MOST:
        return (), 0.0
    odds = chances(asked.naming((*labels.titles, *labels.rows, *labels.columns)), labels)
    best = int(np.argmax(odds[:-1]))
    least = MAYBE_UNSAID if asked.has_unknown else MAYBE
    if odds[best] < least or _leaves_out(figures[best][0], asked, book):
        return (), 0.0
    several = time is None and len({q.period for q in figures[best]}) > 1
    printed = tuple(distinct(latest(figures[best], asked, book) if several else figures[best]))
    is_one = len({(q.amount, q.kind, q.currency, q.period) for q in printed}) == 1
    return (printed, float(odds[best])) if is_one else ((), 0.0)


def _leaves_out(q: Quantity, asked: Asked, book: Book) -> bool:
    """Whether a cell lacks what is asked for of it, as an average, or what names other cells, or is of the whole where
    a part is named that the report never speaks of."""
    told = stems_of(" ".join((*labels_at(q, book.report), q.label, *q.subject, *q.tags)))
    if RESTRICTS & asked.said - told or (asked.has_unknown and not q.subject):
        return True
    source = q.source
    if not isinstance(source, Cell):
        return False
    table = book.report.tables[source.table]
    around = (table.title, *table.heading, table.unit or "", q.unit, book.items.head_of(source.table, source.row))
    named = asked.hard & book.items.words - asked.known - asked.market
    return not {each for each in named if each[0] != "@"} <= told | stems_of(" ".join(around))


def _may_be_meant(q: Quantity, asked: Asked, time: AskedTime | None, book: Book) -> bool:
    """Whether a cell is of the time and place that are named and of the sort asked for."""
    if not isinstance(q.source, Cell) or q.upper is not None:
        return False
    if (asked.places and q.place not in asked.places) or (q.kind == "percent" and q.amount == WHOLE):
        return False
    return _is_timely(q, time, book) and asked.fits(q)  # the cheaper first: a report may have 100,000 cells


def _is_timely(q: Quantity, time: AskedTime | None, book: Book) -> bool:
    if time is None:
        return True
    of_day = time.periods[0].kind == "month" and q.period is not None and q.period.kind != "month"
    return (time.rank(q, book.report) is not None and not of_day) or is_day_of(q, time, book)


def _labelled(book: Book, quantities: Iterable[Quantity]) -> tuple[Labels, list[list[Quantity]]]:
    """The labels of figures, and for each cell of different labels its figures; no more than are too many."""
    titles: dict[str, int] = {}
    rows: dict[str, int] = {}
    columns = {"": 0}
    figures: dict[Place, list[Quantity]] = {}
    for q in quantities:
        if isinstance(q.source, Cell):
            title, row, column = _said_of(q.source, book)
            place = (
                titles.setdefault(title, len(titles)),
                rows.setdefault(row, len(rows)),
                columns.setdefault(column, len(columns)),
            )
            figures.setdefault(place, []).append(q)
            if len(figures) > MOST:
                break
    cells = np.array(list(figures), dtype=np.int64).reshape(-1, 3)
    return Labels(tuple(titles), tuple(rows), tuple(columns), cells), list(figures.values())


def _said_of(cell: Cell, book: Book) -> tuple[str, str, str]:
    """A cell's title with its unit, its row's name behind that of its group, and its column's without times."""
    table = book.report.tables[cell.table]
    head = book.items.head_of(cell.table, cell.row).rstrip(" :")
    name = name_at(table, cell.row)
    steps = [step for step in table.header[cell.column].split(HEADER_STEP) if not is_time_label(step)]
    title = f"{table.title} ({table.unit})" if table.unit else table.title
    return title, f"{head}{HEADER_STEP}{name}" if head else name, ", ".join(steps)
