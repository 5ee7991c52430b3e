"""The whole numbers every table is a sum of: revenue and volume by place, year and leaf."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from evals.specimen.market import Dimension, Market, Names
from evals.specimen.places import WEIGHTS, Geography

Subject = tuple[tuple[str, Names], ...]
"""What of the market is meant: names of dimensions, each with a path in it; empty for the whole."""

Leaf = tuple[str, str, int, str]
"""Level ("size" or "volume"), smallest place, year, and the dimension divided by ("" for the two crossed ones)."""

DIP = {2020: -0.075, 2023: -0.012}
"""Years in which fictional demand fell short of its trend."""


@dataclass(frozen=True)
class Cube:
    """Leaf values in grains; every larger number is their sum."""

    market: Market
    leaves: Mapping[Leaf, tuple[int, ...]]
    _sums: dict[tuple[str, str, int, Subject], int] = field(default_factory=dict)

    def amount(self, level: str, geography: Geography, year: int, subject: Subject = ()) -> int:
        """Grains of a level in a place, a year and a part of the market."""
        key = (level, geography.name, year, subject)
        if key not in self._sums:
            self._sums[key] = sum(self._of_place(level, place, year, subject) for place in geography.members)
        return self._sums[key]

    def _of_place(self, level: str, place: str, year: int, subject: Subject) -> int:
        first, second = self.market.crossed
        if len(subject) > 1:
            wanted = dict(subject)
            inside = product(_inside(first, wanted[first.name]), _inside(second, wanted[second.name]))
            values = self.leaves[level, place, year, ""]
            return sum(value for value, (row, column) in zip(values, inside, strict=True) if row and column)
        name, path = subject[0] if subject else (first.name, ())
        dimension = next(one for one in self.market.dimensions if one.name == name)
        values = self.leaves[level, place, year, name]
        return sum(value for value, inside in zip(values, _inside(dimension, path), strict=True) if inside)


def grow(market: Market, seed: int) -> Cube:
    """The cube of a market from a seed."""
    chance = random.Random(f"{seed} {market.slug}")
    grower = _Grower(market, {dimension.name: _Taste.drawn(dimension, chance) for dimension in market.dimensions})
    leaves: dict[Leaf, tuple[int, ...]] = {}
    for place in WEIGHTS:
        tilt = {name: [chance.lognormvariate(0, 0.25) for _ in one.weights] for name, one in grower.taste.items()}
        for year, revenue in zip(market.years, _path(market, place, chance), strict=True):
            for (level, name), values in grower.divided(year, revenue, tilt):
                leaves[level, place, year, name] = values
    return Cube(market, leaves)


@dataclass(frozen=True, slots=True)
class _Taste:
    """How a dimension's leaves weigh, drift and are priced."""

    weights: tuple[float, ...]
    drift: tuple[float, ...]
    prices: tuple[float, ...]

    @staticmethod
    def drawn(dimension: Dimension, chance: random.Random) -> "_Taste":
        leaves = dimension.leaves
        weights = tuple(chance.lognormvariate(0, 0.45) for _ in leaves)
        drift = tuple(chance.uniform(0.955, 1.05) for _ in leaves)
        return _Taste(weights, drift, tuple(chance.lognormvariate(0, 0.3) for _ in leaves))

    def in_year(self, age: int, tilt: Sequence[float]) -> list[float]:
        return [w * d**age * t for w, d, t in zip(self.weights, self.drift, tilt, strict=True)]


@dataclass(frozen=True, slots=True)
class _Grower:
    """Divides a place's revenue of a year among the leaves of every dimension."""

    market: Market
    taste: Mapping[str, _Taste]

    def divided(
        self, year: int, revenue: int, tilt: Mapping[str, Sequence[float]]
    ) -> Iterator[tuple[tuple[str, str], tuple[int, ...]]]:
        """Values by level and dimension; the two crossed ones are summed from their crossing."""
        weights = {name: one.in_year(year - self.market.first, tilt[name]) for name, one in self.taste.items()}
        first, second = self.market.crossed
        size = apportioned(revenue, _products(weights[first.name], weights[second.name]))
        volume = self._volume(year, size)
        for level, values in (("size", size), ("volume", volume)):
            columns = len(second.leaves)
            rows = [values[start : start + columns] for start in range(0, len(values), columns)]
            yield (level, ""), tuple(values)
            yield (level, first.name), tuple(map(sum, rows))
            yield (level, second.name), tuple(map(sum, zip(*rows, strict=True)))
        for name in (dimension.name for dimension in self.market.dimensions[2:]):
            yield ("size", name), tuple(apportioned(revenue, weights[name]))
            bought = [weight / price for weight, price in zip(weights[name], self.taste[name].prices, strict=True)]
            yield ("volume", name), tuple(apportioned(sum(volume), bought))

    def _volume(self, year: int, size: Sequence[int]) -> list[int]:
        """What revenue buys; prices rise a little every year."""
        market = self.market
        worth = market.money.grain / (market.price * market.volume.grain * 1.012 ** (year - market.first))
        first, second = (self.taste[dimension.name].prices for dimension in market.crossed)
        return [
            max(1, round(value * worth / price)) for value, price in zip(size, _products(first, second), strict=True)
        ]


def _path(market: Market, place: str, chance: random.Random) -> Iterator[int]:
    value = market.size * 1000 * WEIGHTS[place] / sum(WEIGHTS.values()) * chance.lognormvariate(0, 0.2)
    trend = market.growth + chance.uniform(-0.025, 0.03)
    for year in market.years:
        yield round(value)
        value *= 1 + trend + DIP.get(year + 1, 0.0) + chance.uniform(-0.02, 0.02)


def _products(rows: Sequence[float], columns: Sequence[float]) -> list[float]:
    return [row * column for row, column in product(rows, columns)]


def apportioned(total: int, weights: Sequence[float]) -> list[int]:
    """Whole parts of a total in proportion to weights, by largest remainder."""
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [int(value) for value in exact]
    by_rest = sorted(range(len(parts)), key=lambda n: parts[n] - exact[n])
    for number in by_rest[: total - sum(parts)]:
        parts[number] += 1
    return parts


def _inside(dimension: Dimension, path: Names) -> list[bool]:
    return [leaf[: len(path)] == path for leaf in dimension.leaves]
