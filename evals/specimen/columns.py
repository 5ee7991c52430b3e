"""The columns of a table before their numbers: years, measures, or the names of a dimension."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from evals.specimen.aim import Part
from evals.specimen.layout import Layout
from evals.specimen.market import Dimension, Market, Names, Unit
from evals.specimen.recipe import Recipe
from ingest.domain import Measure


@dataclass(frozen=True, slots=True)
class Head:
    """A column's printed header path and what it says of its cells."""

    path: Names
    part: Part


def heads(recipe: Recipe, market: Market, layout: Layout) -> tuple[Head, ...]:
    """The columns of a table."""
    return tuple(_heads(recipe, market, layout))


def milestones(market: Market) -> tuple[int, ...]:
    """The first, the base and the last year, and one between base and last."""
    return market.first, market.base, (market.base + market.last) // 2, market.last


def _heads(recipe: Recipe, market: Market, layout: Layout) -> Iterator[Head]:
    match recipe.kind:
        case "two measures":
            yield from _two_measures(market, layout)
        case "by years":
            if isinstance(recipe.axis, Dimension):
                yield from _names(((name,) for name, _ in recipe.axis.groups), recipe.axis.name, layout)
        case "cross":
            second = market.crossed[1]
            for head in _names(second.leaves, second.name, layout):
                yield Head(head.path, replace(head.part, first=recipe.year, last=recipe.year))
        case "forecast":
            yield from _years(market.forecast, recipe, market, layout)
            yield Head((layout.cagr.format(first=market.base, last=market.last),), _cagr(market))
        case _:
            yield from _years(_span(recipe, market), recipe, market, layout)


def _span(recipe: Recipe, market: Market) -> Iterable[int]:
    match recipe.kind:
        case "share" | "price":
            return sorted({*market.years[::2], market.base, market.last})
        case "overview":
            return range(market.base - 2, market.base + 6)
        case "growth" if isinstance(recipe.axis, Dimension) and recipe.axis.is_grouped:
            return market.forecast
        case _:
            return market.history


def _years(years: Iterable[int], recipe: Recipe, market: Market, layout: Layout) -> Iterator[Head]:
    for year in years:
        estimated = not layout.marks and recipe.kind == "volume" and year == market.base
        label = f"{year}*" if estimated else marked(year, market, layout)
        yield Head((label,), Part(first=year, last=year))


def marked(year: int, market: Market, layout: Layout) -> str:
    """A year as a header says it: "2025E" and "2026F" in the layouts that mark estimates and forecasts."""
    if not layout.marks or year < market.base:
        return str(year)
    return f"{year}E" if year == market.base else f"{year}F"


def _two_measures(market: Market, layout: Layout) -> Iterator[Head]:
    measures: tuple[tuple[str, Measure, Unit], ...] = (
        ("Revenue", "size", market.money),
        ("Volume", "volume", market.volume),
    )
    for name, measure, unit in measures:
        for year in milestones(market):
            path = (f"{name} ({unit.words})", marked(year, market, layout))
            yield Head(path, Part(measure=measure, first=year, last=year))


def _names(paths: Iterable[Names], dimension: str, layout: Layout) -> Iterator[Head]:
    for path in paths:
        yield Head((path[-1],), Part(subject=((dimension, path),)))
    yield Head((layout.total,), Part())


def _cagr(market: Market) -> Part:
    return Part(measure="cagr", first=market.base, last=market.last)
