"""Gives a table that says no scale the one that its own figures have elsewhere: a note's "Inventories, net 191,565" is
in thousands where the balance sheet prints the same and says so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.domain import Cell, Quantity, Report
from ingest.words import words

_DIGITS = 4
"""Digits of a figure at least by which it is known."""

Known = dict[tuple[str, str, object], set[tuple[Decimal, str | None]]]
"""The scales and currencies of a figure by its digits, a word of its row and its time."""


def with_known_scales(found: Sequence[Quantity], report: Report) -> list[Quantity]:
    """The quantities, amounts of tables without a scale in that of the same figures of others, where all agree."""
    in_tables = [q for q in found if isinstance(q.source, Cell) and q.kind == "money" and not q.tags]
    scaled = {q.source.table for q in in_tables if isinstance(q.source, Cell) and q.scale > 1}
    known: Known = {}
    for q in in_tables:
        if q.scale > 1:
            for key in _keys(q, report):
                known.setdefault(key, set()).add((q.scale, q.currency))
    scales: dict[int, set[tuple[Decimal, str | None]]] = {}
    for q in in_tables:
        if isinstance(q.source, Cell) and q.source.table not in scaled and report.tables[q.source.table].unit is None:
            scales.setdefault(q.source.table, set()).update(*(known.get(key, ()) for key in _keys(q, report)))
    return [_scaled(q, scales) for q in found]


def _keys(q: Quantity, report: Report) -> Iterable[tuple[str, str, object]]:
    digits = "".join(filter(str.isdigit, q.text))
    if len(digits) < _DIGITS or not isinstance(q.source, Cell) or "." in q.text:
        return ()
    row = " ".join(cell for cell in report.tables[q.source.table].rows[q.source.row] if any(map(str.isalpha, cell)))
    return ((digits, word.stem, q.period) for word in words(row) if word.text.isalpha())


def _scaled(q: Quantity, scales: dict[int, set[tuple[Decimal, str | None]]]) -> Quantity:
    """An amount in the one scale that its table is known by; prices and amounts per share, in fractions, have none."""
    of = scales.get(q.source.table, set()) if isinstance(q.source, Cell) else set()
    if len(of) != 1 or q.kind != "money" or q.tags or "." in q.text or q.measure == "price":
        return q
    ((scale, currency),) = of
    return replace(q, scale=scale) if q.currency in (None, currency) else q
