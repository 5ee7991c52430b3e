"""What a cell asks of the cube, and the exact answer."""

from dataclasses import dataclass, replace
from decimal import Decimal

from evals.specimen.cube import Cube, Subject
from evals.specimen.market import Market, Unit
from evals.specimen.places import Geography
from evals.specimen.table import Meaning
from ingest.domain import Kind, Measure

PERCENT = Unit("%", 1, 1)


@dataclass(frozen=True, slots=True)
class Aim:
    """A measure of a part of the market in a place and a time; ``whole`` is what a share is a share of."""

    geography: Geography
    whole: Geography
    measure: Measure = "size"
    subject: Subject = ()
    first: int = 0
    last: int = 0

    def narrowed(self, part: "Part") -> "Aim":
        """The aim with what a row or a column adds to it."""
        return replace(
            self,
            geography=part.geography or self.geography,
            measure=part.measure or self.measure,
            subject=self.subject + part.subject,
            first=part.first or self.first,
            last=part.last or self.last,
        )

    @property
    def period(self) -> str:
        """The year, or the span it is measured over."""
        return f"{self.first}-{self.last}" if self.measure == "cagr" else str(self.last)

    def meaning(self, market: Market) -> Meaning:
        """What the number printed for it means."""
        unit = unit_of(self.measure, market)
        kind: Kind = "percent" if unit is PERCENT else "money" if unit.currency else "number"
        names = tuple(name for _, path in self.subject for name in path)
        place = self.geography.place
        whole = self.whole.name if self.measure == "share" else None
        return Meaning(self.measure, kind, unit.scale, self.period, place, names, unit.currency, unit.noun, whole)


@dataclass(frozen=True, slots=True)
class Part:
    """What a row or a column says of its cells."""

    geography: Geography | None = None
    measure: Measure | None = None
    subject: Subject = ()
    first: int = 0
    last: int = 0


def unit_of(measure: Measure, market: Market) -> Unit:
    """What a measure is printed in."""
    match measure:
        case "size":
            return market.money
        case "volume":
            return market.volume
        case "price":
            return Unit(f"{market.money.currency} per {market.per}", 1, 2, currency=market.money.currency)
        case _:
            return PERCENT


def exact(aim: Aim, cube: Cube) -> Decimal | None:
    """The unrounded value in the unit it is printed in; None before the first year."""
    money, volume = cube.market.money, cube.market.volume
    match aim.measure:
        case "size":
            return _level("size", aim, cube, aim.last) * money.grain / money.scale
        case "volume":
            return _level("volume", aim, cube, aim.last) * volume.grain / volume.scale
        case "price":
            sold = _level("volume", aim, cube, aim.last) * volume.grain
            return _level("size", aim, cube, aim.last) * money.grain / sold
        case "share":
            whole = Aim(aim.whole, aim.whole)
            return 100 * _level("size", aim, cube, aim.last) / _level("size", whole, cube, aim.last)
        case _:
            return _rate(aim, cube)


def _rate(aim: Aim, cube: Cube) -> Decimal | None:
    first = aim.last - 1 if aim.measure == "growth" else aim.first
    if first < cube.market.first:
        return None
    ratio = _level("size", aim, cube, aim.last) / _level("size", aim, cube, first)
    return 100 * (ratio ** (Decimal(1) / (aim.last - first)) - 1)


def _level(level: str, aim: Aim, cube: Cube, year: int) -> Decimal:
    return Decimal(cube.amount(level, aim.geography, year, aim.subject))
