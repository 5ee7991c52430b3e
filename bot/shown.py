"""Judges what is shown beside sentences: the rows of a table and the points of a chart."""

from dataclasses import replace

from bot.arithmetic import Result, compute
from bot.bench import Bench
from bot.calculated import result_quantities
from bot.cited import Cited, citable
from bot.claims import market_frame
from bot.evidence import Evidence, Grid, Point, Sentence, Series
from bot.judge import judge
from bot.operands import CalculationError
from bot.readings import periods_in, places_in, stems_in
from bot.support import Setting, mismatch
from ingest.domain import Cell, Period, Quantity, Report, Table
from ingest.places import place_named
from ingest.quantity.reports import quantities
from ingest.words import STOPWORDS


def grid_faults(grid: Grid, question: str) -> tuple[str, ...]:
    """Why each row may not be shown, empty where it may. A drafted table is read as a table is read at ingest."""
    everything = tuple(item for _, evidence in grid.rows for item in evidence)
    heading = Sentence(f"{grid.title}: {', '.join(grid.header)}", everything)
    why = judge(Bench(heading, question, "")).why
    if why or any(len(cells) != len(grid.header) for cells, _ in grid.rows):
        return (why or "a row is not as long as the header",) * len(grid.rows)
    read = _read(grid, everything)
    return tuple(
        _row_fault(grid, cells, evidence, [read.get((row, column), []) for column in range(len(cells))])
        for row, (cells, evidence) in enumerate(grid.rows)
    )


def _read(grid: Grid, evidence: tuple[Evidence, ...]) -> dict[tuple[int, int], list[Quantity]]:
    """The quantities of the drafted table by row and column."""
    table = Table(grid.title, grid.header, tuple(cells for cells, _ in grid.rows), file="")
    title = evidence[0].title if evidence else grid.title
    found: dict[tuple[int, int], list[Quantity]] = {}
    for quantity in quantities(Report(id="", title=title, digest="", sections=(), tables=(table,))):
        if isinstance(quantity.source, Cell):
            found.setdefault((quantity.source.row, quantity.source.column), []).append(quantity)
    return found


def _row_fault(grid: Grid, cells: tuple[str, ...], evidence: tuple[Evidence, ...], read: list[list[Quantity]]) -> str:
    if not evidence or not all(citable(item) for item in evidence):
        return "the row has no verbatim quote"
    cited = Cited(evidence, market_frame(tuple(item.title for item in evidence)))
    setting = _setting(cited, (grid.title, *grid.header, *cells))
    for cell, drafted in zip(cells, read, strict=True):
        for quantity in drafted:
            if not any(mismatch(quantity, source, setting) is None for source in cited.quantities):
                return f"'{cell}' is not in what it cites"
        if not drafted and not _is_label(cell, cited):
            return f"'{cell}' is not in what it cites"
    return ""


def _is_label(cell: str, cited: Cited) -> bool:
    """Whether a cell without a quantity is in the source: verbatim if it has a digit, else word for word."""
    said, place = _content(cell), place_named(cell)
    if not said or cited.shows(cell) or (place and place.name in cited.places):
        return True
    periods = periods_in(cell, cited.frame)
    if any(char.isdigit() for char in cell):
        return bool(periods) and periods <= cited.periods
    return said <= cited.stems


def _setting(cited: Cited, texts: tuple[str, ...]) -> Setting:
    return Setting(
        stems=frozenset[str]().union(*map(stems_in, texts)),
        places=frozenset[str]().union(*map(places_in, texts)),
        cited=cited.stems,
        market=cited.frame.market,
        home=cited.title_places,
        only_period=cited.only_period,
    )


def point_verdict(point: Point, series: Series) -> tuple[Result | None, str]:
    """The recomputed result of a calculated point, and why the point may not be shown (empty where it may)."""
    operands = point.calculation.operands if point.calculation else ()
    evidence = tuple(dict.fromkeys((*point.evidence, *(operand.evidence for operand in operands))))
    if not evidence or not all(citable(item) for item in evidence):
        return None, "the point has no verbatim quote"
    cited = Cited(evidence, market_frame(tuple(item.title for item in evidence)))
    if point.calculation is None:
        return None, _published_fault(point, series, cited)
    if any(operand.quantity not in cited.quantities for operand in operands):
        return None, "an operand does not stand in its evidence"
    try:
        result = compute(point.calculation)
    except CalculationError as error:
        return None, str(error)
    source = next(result_quantities(result, point.calculation, None))
    if point.amount not in (result.amount, result.exact):
        return None, f"the calculation gives {result.text}"
    return result, _point_fault(point, series, cited, source)


def _published_fault(point: Point, series: Series, cited: Cited) -> str:
    equal = [source for source in cited.quantities if source.amount == point.amount and source.upper is None]
    faults = [_point_fault(point, series, cited, source) for source in equal]
    if not faults:
        return "the source has another number"
    return "" if "" in faults else faults[0]


def _point_fault(point: Point, series: Series, cited: Cited, source: Quantity) -> str:
    """A point is exact, in the series' unit, and of the period or the subject its label names."""
    period = _label_period(point.label, cited)
    said = replace(source, text=point.label, bound="exact", period=period, subject=(), place=None)
    if not _in_unit(series.unit, source):
        return f"the source's unit is not {series.unit}"
    fault = mismatch(said, source, _setting(cited, (series.title, point.label)))
    if fault:
        return fault.why
    if period is None and not _content(point.label) & _content(
        " ".join((*source.subject, source.place or "", source.label))
    ):
        return f"'{point.label}' is not what the source says it of"
    return ""


def _label_period(label: str, cited: Cited) -> Period | None:
    periods = periods_in(label, cited.frame)
    return next(iter(periods)) if len(periods) == 1 else None


def _in_unit(unit: str, source: Quantity) -> bool:
    match source.kind:
        case "money":
            return source.currency is not None and source.currency in unit.split()
        case "percent":
            return unit in ("%", "percent")
        case "number":
            return _content(unit) == _content(source.unit)
        case _:
            return unit == source.kind


def _content(text: str) -> frozenset[str]:
    return stems_in(text) - STOPWORDS
