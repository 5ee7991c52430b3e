"""Gives the formulas of a workbook the results a spreadsheet program would have kept with them."""

import re
from collections.abc import Mapping
from decimal import Decimal

from evals.specimen.archive import Change

Results = Mapping[tuple[int, str], Decimal]
"""By the number of the sheet, from 1, and the cell's address ("B12")."""

_FORMULA = re.compile(r'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?')
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")


def with_results(results: Results) -> Change:
    """A change that writes results into a workbook's sheets."""

    def change(name: str, content: bytes) -> bytes:
        found = _SHEET.fullmatch(name)
        if found is None:
            return content
        sheet = int(found[1])
        return _FORMULA.sub(lambda cell: f"{cell[1]}<v>{results[sheet, cell[2]]}</v>", content.decode()).encode()

    return change
