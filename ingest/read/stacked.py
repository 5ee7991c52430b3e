"""Puts tables together that a page sets one below the other under the header of the first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.domain import HEADER_STEP
from ingest.read.blocks import Block, Grid
from ingest.read.figures import is_figure, is_time


def stacked(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, a table that is nothing but a header of times joined with those of its width right below it.

    Filings set the years, and each group of rows, as tables of their own.
    """
    head: Grid | None = None
    whole: Grid | None = None
    for block in blocks:
        if head is not None and isinstance(block, Grid) and _goes_on(head, block):
            whole = _joined(whole or replace(head, header=_header(head), rows=(), depths=(), pages=()), block)
            continue
        yield from _ended(head, whole)
        head, whole = (block, None) if isinstance(block, Grid) and _only_heads(block) else (None, None)
        if head is None:
            yield block
    yield from _ended(head, whole)


def _ended(head: Grid | None, whole: Grid | None) -> Iterator[Grid]:
    if grid := whole or head:
        yield grid


def _only_heads(grid: Grid) -> bool:
    """Whether a table names a time for each of its columns and holds no figure."""
    last = _header(grid)[1:]
    if not last or any(is_figure(cell) for row in grid.rows for cell in row[1:]):
        return False
    return all(is_time(path.split(HEADER_STEP)[-1]) for path in last)


def _header(grid: Grid) -> tuple[str, ...]:
    """The path of each column through the header and the rows of a table that only heads others."""
    levels = zip(grid.header, *grid.rows, strict=True)
    return tuple(HEADER_STEP.join(dict.fromkeys(text for text in column if text)) for column in levels)


def _goes_on(head: Grid, grid: Grid) -> bool:
    return grid.caption is None and len(grid.header) == len(head.header) and not any(grid.header[1:])


def _joined(above: Grid, below: Grid) -> Grid:
    """Two tables as one; what stands alone over the names of the lower one names its rows."""
    named = [(below.header[0], *below.header[1:])] if below.header[0] else []
    rows = (*named, *below.rows)
    depths = (*_depths(above, above.rows), *((0,) * len(named)), *_depths(below, below.rows))
    return replace(
        above,
        rows=(*above.rows, *rows),
        notes=(*above.notes, *below.notes),
        depths=depths if any(depths) else (),
    )


def _depths(grid: Grid, rows: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    return grid.depths or (0,) * len(rows)
