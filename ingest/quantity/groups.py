"""Tells which rows of a table are the parts of which: by indentation, by rows that only name a group, by sums."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.domain import Table
from ingest.quantity.labels import names_total
from ingest.quantity.numeral import Numeral
from ingest.quantity.numerals import read_cell_number

LEAST_COLUMNS = 2
"""Columns in which a row must be the sum of the rows below it before they are taken for its parts."""

_PART = re.compile(
    r"^(?:[-–—•·▪>+]\s*(?=[^\W\d_])|(?:of which|o/w|thereof|incl(?:uding|\.)?|davon|darunter|dont)\b[:\s]*)",
    re.IGNORECASE,
)
"""What marks a row as a part of the one above it in its own text."""

_SUBTOTAL = re.compile(r"^(?:sub-?\s?totals?|totals?)\b[\s:,–-]*(?:of|for)?\s*(?:the\s+)?", re.IGNORECASE)
_TOTAL_BEHIND = re.compile(r"[\s:,–(-]*\b(?:sub-?\s?)?totals?\)?\s*$", re.IGNORECASE)
_OPEN_ENDED = re.compile(r"sub-?\s?total", re.IGNORECASE)
_DIFFERENT = 20
"""A tolerance for rounding must be this many times smaller than the sum it is allowed for."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a row stands: the rows that head it, outermost first, and whether it sums up the innermost of them."""

    groups: tuple[int, ...] = ()
    total: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """The rows of a table for the reading of groups. ``names`` are their labels, ``bare`` are those without a figure,
    ``figures`` those of the columns that can be added up."""

    names: tuple[str, ...]
    depths: tuple[int, ...]
    bare: tuple[bool, ...]
    figures: tuple[tuple[Numeral | None, ...], ...]


def part_name(text: str) -> str:
    """A row's name without the mark that it is a part: "Cardiac" of "– Cardiac", "of which: Cardiac"."""
    return _PART.sub("", text.strip(), count=1)


def stack_of(table: Table, label: int, columns: Sequence[int], is_empty: Callable[[str], bool], comma: bool) -> Stack:
    """The rows of a table whose names are in column ``label`` and whose addable figures are in ``columns``."""
    names = tuple(row[label].strip() for row in table.rows)
    depths = table.depths or (0,) * len(names)
    marked = tuple(depth + bool(_PART.match(name)) for depth, name in zip(depths, names, strict=True))
    others = [at for at in range(len(table.header)) if at != label]
    bare = tuple(bool(row[label].strip()) and all(is_empty(row[at]) for at in others) for row in table.rows)
    figures = tuple(tuple(read_cell_number(row[at], comma) for at in columns) for row in table.rows)
    stack = Stack(names, marked, bare, figures)
    if any(marked) or any(bare):
        return stack
    return Stack(names, _summed(stack), bare, figures)


def standings(stack: Stack) -> Iterator[Standing]:
    """For each row the groups it stands in."""
    heads: list[int] = []
    for row, name in enumerate(stack.names):
        heads = [head for head in heads if _holds(stack, head, row)]
        inner = heads[-1] if heads else None
        if inner is not None and stack.bare[inner] and _is_flat(stack, inner) and names_total(name):
            if _closes_all(stack, inner, row):
                heads = [head for head in heads if not _is_flat(stack, head)]
            yield Standing(tuple(heads), bool(heads))
            heads = heads[:-1]
            continue
        named = next((at for at, head in enumerate(heads) if _sums_up(name, stack.names[head])), None)
        if named is not None:
            yield Standing(tuple(heads[: named + 1]), total=True)
            continue
        yield Standing(tuple(heads), total=bool(heads) and names_total(name))
        heads.append(row)


def _holds(stack: Stack, head: int, row: int) -> bool:
    """Whether a row still stands under one above it."""
    if not stack.bare[head] or not _is_flat(stack, head):
        return stack.depths[row] > stack.depths[head]
    return stack.depths[row] >= stack.depths[head] and not (stack.bare[row] and stack.depths[row] <= stack.depths[head])


def _is_flat(stack: Stack, head: int) -> bool:
    """Whether the rows below a group's name are not indented below it."""
    return stack.bare[head] and head + 1 < len(stack.depths) and stack.depths[head + 1] <= stack.depths[head]


def _sums_up(name: str, group: str) -> bool:
    """Whether a row is named for the total of a group: "Total hospitals", "Hospitals – total"."""
    for pattern in (_SUBTOTAL, _TOTAL_BEHIND):
        rest = pattern.sub("", name, count=1).strip()
        if rest != name and rest.casefold() == part_name(group).rstrip(": ").casefold():
            return True
    return False


def _closes_all(stack: Stack, head: int, row: int) -> bool:
    """Whether a total below a group that is not indented is that of the whole table: its figures say so."""
    if _OPEN_ENDED.match(stack.names[row]) or any(stack.bare[row + 1 :]):
        return False
    return not _is_sum(stack, row, range(head + 1, row))


def _summed(stack: Stack) -> tuple[int, ...]:
    """Depths by arithmetic: where a row is the sum of the rows right below it in every column, they are its parts."""
    depths = [0] * len(stack.names)
    for row in range(len(stack.names)):
        if end := _parts_end(stack, row):
            for part in range(row + 1, end):
                depths[part] += 1
    return tuple(depths)


def _parts_end(stack: Stack, row: int) -> int | None:
    """One behind the last of the rows below that add up to this one."""
    if names_total(stack.names[row]):
        return None
    for end in range(row + 3, len(stack.names) + 1):
        if any(stack.bare[row + 1 : end]):
            return None
        if _is_sum(stack, row, range(row + 1, end)):
            return end
    return None


def _is_sum(stack: Stack, row: int, parts: range) -> bool:
    """Whether a row is the sum of others in each column that can be added up, as far as they are rounded."""
    checked = 0
    for column, whole in enumerate(stack.figures[row]):
        numbers = [stack.figures[part][column] for part in parts]
        found = [number for number in numbers if number is not None]
        if whole is None or not found:
            continue
        tolerance = sum((_half(number) for number in (whole, *found)), Decimal(0))
        total = sum((number.value * number.scale for number in found), Decimal(0))
        if abs(whole.value * whole.scale - total) > tolerance or tolerance * _DIFFERENT > abs(total):
            return False
        checked += 1
    return checked >= min(LEAST_COLUMNS, len(stack.figures[row])) and checked > 0


def _half(number: Numeral) -> Decimal:
    exponent = number.value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * number.scale / 2
