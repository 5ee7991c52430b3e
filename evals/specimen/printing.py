"""Prints a table: its numbers from the cube, its caption, unit and notes in a layout's words."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from evals.specimen.aim import Aim, exact, unit_of
from evals.specimen.columns import Head, heads
from evals.specimen.cube import Cube
from evals.specimen.layout import Layout, TableKind
from evals.specimen.numerals import numeral, rounded
from evals.specimen.places import Geography
from evals.specimen.recipe import Recipe
from evals.specimen.rows import Stub, stubs
from evals.specimen.table import Printed, Row, SpecimenTable
from ingest.domain import Measure

MEASURES: dict[TableKind, Measure] = {"volume": "volume", "share": "share", "growth": "growth", "price": "price"}
"""What a kind of table prints, where it is not revenue."""

GAPS = 0.15
"""Of the history tables of countries, the part that lacks a figure or two."""


@dataclass(frozen=True, slots=True)
class Press:
    """What tables are printed with: the cube, the layout, and the chance of a missing cell."""

    cube: Cube
    layout: Layout
    chance: random.Random

    def table(self, recipe: Recipe, number: int) -> SpecimenTable:
        """A recipe's table."""
        market, layout = self.cube.market, self.layout
        columns, rows = heads(recipe, market, layout), stubs(recipe, market, layout)
        place = layout.unit_place(number)
        unit = "" if recipe.kind in ("overview", "two measures") else unit_of(measure_of(recipe), market).words
        inside = f" ({unit})" if unit and place == "caption" else ""
        return SpecimenTable(
            number,
            recipe.kind,
            self._caption(recipe, number, columns, inside),
            self._stub(recipe) + (f" ({unit})" if unit and place == "header" else ""),
            tuple(head.path for head in columns),
            self._with_gaps(recipe, [self._row(recipe, stub, columns) for stub in rows]),
            layout.unit_line.format(unit=unit) if unit and place == "line" else "",
            self._notes(recipe, unit if place == "note" else "", columns),
            layout.numbered_rows and number % 3 == 0,
        )

    def cell(self, aim: Aim) -> Printed:
        """The printed answer to an aim."""
        market, layout = self.cube.market, self.layout
        value = exact(aim, self.cube)
        if value is None:
            return Printed(layout.missing)
        printed = rounded(value, unit_of(aim.measure, market).digits)
        meaning = aim.meaning(market)
        return Printed(numeral(printed, layout, meaning.kind == "percent"), printed, value, meaning)

    def place(self, geography: Geography) -> str:
        """A geography as captions and headings name it."""
        return self.layout.world if geography.level == "world" else geography.name

    def _row(self, recipe: Recipe, stub: Stub, columns: Sequence[Head]) -> Row:
        if stub.role == "heading":
            return Row(stub.label, stub.path, stub.depth, stub.role, ())
        aim = Aim(recipe.geography, recipe.geography, measure_of(recipe)).narrowed(stub.part)
        cells = tuple(self.cell(aim.narrowed(head.part)) for head in columns)
        return Row(stub.label, stub.path, stub.depth, stub.role, cells)

    def _with_gaps(self, recipe: Recipe, rows: list[Row]) -> tuple[Row, ...]:
        gapped = recipe.kind == "history" and recipe.geography.level == "country" and self.chance.random() < GAPS
        for _ in range(2 if gapped else 0):
            number = self.chance.choice([n for n, row in enumerate(rows) if row.role == "leaf"])
            row = rows[number]
            cells = (Printed(self.layout.missing), *row.cells[1:])
            rows[number] = Row(row.label, row.path, row.depth, row.role, cells)
        return tuple(rows)

    def _stub(self, recipe: Recipe) -> str:
        if recipe.kind == "overview" or recipe.axis is None:
            return "Indicator"
        if recipe.kind == "by years":
            return "Year"
        return recipe.axis if isinstance(recipe.axis, str) else recipe.axis.name

    def _caption(self, recipe: Recipe, number: int, columns: Sequence[Head], unit: str) -> str:
        layout, market = self.layout, self.cube.market
        key = {"two measures": "both", "overview": "overview"}.get(recipe.kind, measure_of(recipe))
        by = "" if recipe.axis is None else recipe.part.removeprefix("By ")
        if recipe.kind == "cross":
            by = layout.across.format(first=by, second=market.crossed[1].noun)
        years = [head.part.last for head in columns if head.part.last] or [market.first, market.last]
        span = str(years[0]) if len({*years}) == 1 else f"{min(years)}–{max(years)}"
        title = layout.titles[key].format(by=by)
        place = self.place(recipe.geography)
        return layout.caption.format(number=number, place=place, title=title, span=span, unit=unit)

    def _notes(self, recipe: Recipe, unit: str, columns: Sequence[Head]) -> tuple[str, ...]:
        notes = [f"All values in {unit}."] if unit else []
        if any(head.path[-1].endswith("*") for head in columns):
            notes.append("* estimated")
        if recipe.kind in ("share", "history", "cross"):
            notes.append("Note: Figures may not add up because of rounding.")
        if recipe.geography.level == "group" and recipe.kind == "forecast":
            notes.append("Note: The group covers only countries with a chapter of their own.")
        if recipe.kind in ("forecast", "volume", "price"):
            notes.append(f"Source: {self.cube.market.publisher}, fictional specimen data.")
        return tuple(notes)


def measure_of(recipe: Recipe) -> Measure:
    """What a recipe's table prints, its revenue first where it prints more."""
    return MEASURES.get(recipe.kind, "size")
