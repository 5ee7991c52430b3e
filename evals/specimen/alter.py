"""Changes what one table or one sentence says."""

from dataclasses import replace
from decimal import Decimal

from evals.specimen.edition import Claim, Sentence
from evals.specimen.layout import Layout
from evals.specimen.numerals import numeral, spoken
from evals.specimen.table import Printed, SpecimenTable

OTHER_SCALE = {"thousand": ("million", 10**6), "million": ("billion", 10**9), "billion": ("million", 10**6)}
"""What the scale of a unit is mistaken for."""


def with_value(table: SpecimenTable, row: int, column: int, value: Decimal, layout: Layout) -> SpecimenTable:
    """The table with another number in a cell."""
    old = table.rows[row].cells[column]
    percent = old.meaning is not None and old.meaning.kind == "percent"
    return with_cell(table, row, column, replace(old, text=numeral(value, layout, percent), value=value, exact=value))


def with_cell(table: SpecimenTable, row: int, column: int, cell: Printed) -> SpecimenTable:
    """The table with another cell."""
    old = table.rows[row]
    cells = (*old.cells[:column], cell, *old.cells[column + 1 :])
    return replace(table, rows=(*table.rows[:row], replace(old, cells=cells), *table.rows[row + 1 :]))


def with_year(table: SpecimenTable, column: int, year: str, other: str) -> SpecimenTable:
    """The table with another year at the head of a column."""
    *above, last = table.columns[column]
    path = (*above, last.replace(year, other))
    altered = replace(table, columns=(*table.columns[:column], path, *table.columns[column + 1 :]))
    for number, row in enumerate(table.rows):
        if row.cells and (meaning := row.cells[column].meaning) is not None:
            cell = replace(row.cells[column], meaning=replace(meaning, period=other))
            altered = with_cell(altered, number, column, cell)
    return altered


def with_scale(table: SpecimenTable, words: str) -> tuple[SpecimenTable, str]:
    """The table with its money said to be of another scale, and the unit it then says."""
    currency, name = words.split()
    other, scale = OTHER_SCALE[name]
    wrong = f"{currency} {other}"
    altered = replace(
        table,
        caption=table.caption.replace(words, wrong),
        stub=table.stub.replace(words, wrong),
        unit_line=table.unit_line.replace(words, wrong),
        notes=tuple(note.replace(words, wrong) for note in table.notes),
    )
    for row, column, cell in table.printed():
        if cell.meaning is not None and cell.meaning.kind == "money":
            altered = with_cell(altered, row, column, replace(cell, meaning=replace(cell.meaning, scale=scale)))
    return altered, wrong


def with_claim(sentence: Sentence, claim: Claim, value: Decimal, layout: Layout) -> tuple[Sentence, Claim]:
    """The sentence with another figure for one of its claims, and that claim."""
    told = claim.said.replace(spoken(abs(claim.value), layout), spoken(abs(value), layout))
    wrong = Claim(told, value, claim.meaning)
    claims = tuple(wrong if one == claim else one for one in sentence.claims)
    return Sentence(sentence.text.replace(claim.said, told), claims), wrong
