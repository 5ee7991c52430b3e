"""Tells which figures without a sign are percentages, as the first of their column or of their group of rows bears it.

Statements print "%" as they print "$": beside the first figure and the totals only.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.quantity.numeral import Numeral

Read = Sequence[Sequence[Numeral | None]]
"""The figures of a table row by row, None where a cell is none."""

_RATE = re.compile(
    r"\b(?:ratios?|returns?|margins?|yields?|rates?|efficiency|percent(?:age)?|per cent|shares? of|growth|spread)\b",
    re.IGNORECASE,
)
"""What a row is named whose figures are percentages among such."""


def carried_percents(read: Read, names: Sequence[str], bare: Sequence[bool]) -> frozenset[tuple[int, int]]:
    """The rows and columns of figures without a sign that are percentages; ``bare`` rows only name those below them."""
    return frozenset((*_down_columns(read), *_down_groups(read, names, bare)))


def _down_columns(read: Read) -> list[tuple[int, int]]:
    """Those of columns that open with a percentage, beside figures that are none, and bear no other sign."""
    found: list[tuple[int, int]] = []
    for column in range(len(read[0]) if read else 0):
        figures = [(at, row[column]) for at, row in enumerate(read) if row[column]]
        signed = [at for at, figure in figures if _is_percent(figure)]
        alike = all(_is_plain(figure) or _is_percent(figure) for _, figure in figures)
        if not alike or not signed or signed[0] != figures[0][0]:
            continue
        beside = [one for at in signed for other, one in enumerate(read[at]) if one and other != column]
        if len(signed) > 1 and any(not _is_percent(one) for one in beside):
            found += [(at, column) for at, figure in figures if _is_plain(figure)]
    return found


def carried_currencies(read: Read) -> dict[int, str]:
    """By column the currency of the figures without a sign, in columns that open with an amount of money: where a later
    one bears the sign too, or all are printed to the same number of decimals."""
    found: dict[int, str] = {}
    for column in range(len(read[0]) if read else 0):
        figures = [one for row in read if (one := row[column])]
        signed = [one for one in figures if one.currency]
        alike = all(_is_plain(one) or (one.kind == "money" and one.scale == 1) for one in figures)
        if not signed or signed[0] is not figures[0] or not alike or len({one.currency for one in signed}) > 1:
            continue
        decimals = {one.value.as_tuple().exponent for one in figures}
        if signed[0].currency and (len(signed) > 1 or (len(decimals) == 1 and decimals != {0})):
            found[column] = signed[0].currency
    return found


def _down_groups(read: Read, names: Sequence[str], bare: Sequence[bool]) -> list[tuple[int, int]]:
    """Those of rows that are named as rates, in groups whose first row is of percentages."""
    heads = [at for at, is_bare in enumerate(bare) if is_bare]
    found: list[tuple[int, int]] = []
    for head, end in pairwise([*heads, len(read)]):
        rows = range(head + 1, end)
        if not rows or not all(_is_percent(one) for one in read[rows[0]] if one) or not any(read[rows[0]]):
            continue
        for at in rows:
            if _RATE.search(names[at]):
                found += [(at, column) for column, one in enumerate(read[at]) if _is_plain(one)]
    return found


def _is_percent(figure: Numeral | None) -> bool:
    return figure is not None and figure.kind == "percent"


def _is_plain(figure: Numeral | None) -> bool:
    return figure is not None and figure.kind == "number" and not figure.unit
