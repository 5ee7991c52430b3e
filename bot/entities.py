"""Whose accounts figures are: those of a group, or of its parent company alone."""

import re

from ingest.domain import Cell, Quantity, Report

_ALONE = re.compile(
    r"\b(?:stand-?alone|non-?consolidated|unconsolidated|parent[- ]company|company[- ]only|separate financial)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"(?<!non-)(?<!non)(?<!un)\b(?:consolidated|group(?:['’]s)?)\b", re.IGNORECASE)


def is_of_another_entity(q: Quantity, ask: str, report: Report) -> bool:
    """Whether a cell's table is of a company alone where its group is asked for, or the other way round; of a table
    that says neither this is left open."""
    if not isinstance(q.source, Cell):
        return False
    title = report.tables[q.source.table].title
    alone, together = _ALONE.search(title) is not None, _TOGETHER.search(title) is not None
    if alone == together:
        return False
    if _ALONE.search(ask):
        return together
    return alone and _TOGETHER.search(ask) is not None


def is_of_parent(q: Quantity, report: Report) -> bool:
    """Whether a cell's table is of a company alone: who says neither asks for the group."""
    return isinstance(q.source, Cell) and _ALONE.search(report.tables[q.source.table].title) is not None
