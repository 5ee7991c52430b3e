"""The rows of a table before their numbers: groups, their members and the total."""

from collections.abc import Iterator
from dataclasses import dataclass

from evals.specimen.aim import Part, unit_of
from evals.specimen.layout import Layout
from evals.specimen.market import Dimension, Market, Names
from evals.specimen.places import Geography, country, regions
from evals.specimen.recipe import PlaceAxis, Recipe
from evals.specimen.table import Role

OVERVIEW = {"size": "Revenue", "volume": "Volume", "price": "Average price", "growth": "Revenue growth"}


@dataclass(frozen=True, slots=True)
class Stub:
    """A row's label, path, indentation and role, and what it says of its cells."""

    label: str
    path: Names
    depth: int
    role: Role
    part: Part


def stubs(recipe: Recipe, market: Market, layout: Layout) -> tuple[Stub, ...]:
    """The rows of a table."""
    if recipe.kind == "overview" or recipe.axis is None:
        return tuple(_of_measures(market))
    if recipe.kind == "by years":
        return tuple(_of_years(market))
    heading = recipe.kind in layout.heading_groups
    if isinstance(recipe.axis, str):
        rows = tuple(_of_places(recipe.axis, recipe.geography))
        name: str = recipe.axis
    else:
        rows, name = tuple(_of_dimension(recipe.axis, heading)), recipe.axis.name
    total = "Average" if recipe.kind == "price" else layout.total
    return (*rows, Stub(total, (name, total), 0, "total", Part()))


def _of_dimension(dimension: Dimension, heading: bool) -> Iterator[Stub]:
    for name, members in dimension.groups:
        role: Role = "leaf" if not members else "heading" if heading else "subtotal"
        yield Stub(name, (dimension.name, name), 0, role, Part(subject=((dimension.name, (name,)),)))
        for member in members:
            part = Part(subject=((dimension.name, (name, member)),))
            yield Stub(member, (dimension.name, name, member), 1, "leaf", part)


def _of_places(axis: PlaceAxis, geography: Geography) -> Iterator[Stub]:
    if geography.level != "world":
        for name in geography.members:
            yield Stub(name, (axis, name), 0, "leaf", Part(geography=country(name)))
        return
    for region in regions():
        role: Role = "leaf" if axis == "Region" else "subtotal"
        yield Stub(region.name, (axis, region.name), 0, role, Part(geography=region))
        for name in region.members if axis == "Country" else ():
            yield Stub(name, (axis, region.name, name), 1, "leaf", Part(geography=country(name)))


def _of_years(market: Market) -> Iterator[Stub]:
    for year in market.years:
        yield Stub(str(year), (str(year),), 0, "leaf", Part(first=year, last=year))


def _of_measures(market: Market) -> Iterator[Stub]:
    for measure in ("size", "volume", "price", "growth"):
        label = f"{OVERVIEW[measure]} ({unit_of(measure, market).words})"
        yield Stub(label, (label,), 0, "leaf", Part(measure=measure))
