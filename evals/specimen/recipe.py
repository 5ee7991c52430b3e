"""Which tables an edition has: for each geography a kind of table and what divides its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from evals.specimen.layout import TableKind
from evals.specimen.market import Dimension, Market
from evals.specimen.places import Geography, geographies

PlaceAxis = Literal["Region", "Country"]
Axis = Dimension | PlaceAxis | None

OF_DIMENSION: tuple[TableKind, ...] = (
    "history", "forecast", "share", "two measures", "growth", "by years", "volume",
)  # fmt: skip
OF_PLACES: tuple[TableKind, ...] = ("history", "forecast", "volume", "share", "growth")

MANY = 1200
"""From so many tables on every geography has nearly all of its own."""

STEP = 9
"""In smaller editions each geography starts so many kinds after the one before, so that together they have all."""

FEWEST = 30
"""Fewer tables leave kinds out that contradictions and questions need."""


class TooManyTables(ValueError):  # noqa: N818 - named for what happened
    """More tables were asked for than an edition has."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A table to be made; ``year`` is the one year of a cross table."""

    geography: Geography
    kind: TableKind
    axis: Axis
    year: int = 0

    @property
    def part(self) -> str:
        """The heading it stands under."""
        if self.axis is None:
            return "Overview"
        return f"By {self.axis.lower() if isinstance(self.axis, str) else self.axis.noun}"


def recipes(market: Market, geography: Geography) -> tuple[Recipe, ...]:
    """Every table of a geography, in the order printed."""
    return tuple(_of_geography(market, geography))


def chosen(market: Market, tables: int) -> tuple[Recipe, ...]:
    """So many tables with all kinds among them, in the order printed. Raises TooManyTables."""
    covered = geographies()[: max(2, tables // 10)]
    every = [recipes(market, geography) for geography in covered]
    if tables > sum(map(len, every)):
        raise TooManyTables(f"{market.name} has {sum(map(len, every))} tables at most, not {tables}.")
    wanted = set(_in_turn(every, STEP if tables < MANY else 0)[:tables])
    return tuple(recipe for of_one in every for recipe in of_one if recipe in wanted)


def _in_turn(every: Sequence[tuple[Recipe, ...]], step: int) -> list[Recipe]:
    """One of each geography after another, each starting a step later, the world giving four at a time."""
    world, *others = every
    shifted = [_spread(of_one, step * number) for number, of_one in enumerate(others, start=1)]
    fours = [world[start : start + 4] for start in range(0, len(world), 4)]
    turns = zip_longest(fours, zip_longest(*shifted), fillvalue=())
    return [recipe for four, turn in turns for recipe in (*four, *turn) if recipe is not None]


def _spread(of_one: tuple[Recipe, ...], start: int) -> tuple[Recipe, ...]:
    """The overview first, then from a start on, around."""
    first, *rest = of_one
    turn = start % len(rest)
    return (first, *rest[turn:], *rest[:turn])


def _of_geography(market: Market, geography: Geography) -> Iterator[Recipe]:
    yield Recipe(geography, "overview", None)
    for axis in _place_axes(geography):
        for kind in OF_PLACES:
            yield Recipe(geography, kind, axis)
    for number, dimension in enumerate(market.dimensions):
        for kind in OF_DIMENSION:
            yield Recipe(geography, kind, dimension)
        if number == 0:
            yield Recipe(geography, "price", dimension)
            yield Recipe(geography, "cross", dimension, market.base)
            yield Recipe(geography, "cross", dimension, market.last)


def _place_axes(geography: Geography) -> tuple[PlaceAxis, ...]:
    match geography.level:
        case "world":
            return "Region", "Country"
        case "country":
            return ()
        case _:
            return ("Country",)
