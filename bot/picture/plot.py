"""Where a chart's points stand in a rectangle, and how their values are written; each face draws them its own way."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import ChartPoint
from bot.plain import with_unit


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle that the points may stand in, in the picture's own units; ``top`` is less than ``bottom``."""

    left: float
    right: float
    top: float
    bottom: float

    def height_of(self, value: float, low: float, high: float) -> float:
        """The y of a value when ``low`` is at the bottom and ``high`` at the top."""
        return self.bottom - (value - low) / ((high - low) or 1.0) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Dot:
    """A point where it stands; ``value`` is its number as it is written."""

    x: float
    y: float
    point: ChartPoint
    value: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The dots from left to right, and the y of zero."""

    dots: tuple[Dot, ...]
    zero: float


def plotted(points: Sequence[ChartPoint], frame: Frame) -> Plot:
    """The points in the frame: heights in proportion from zero, years as far apart as they are."""
    low, high = min(0.0, *(p.value for p in points)), max(0.0, *(p.value for p in points))
    dots = tuple(
        Dot(x, frame.height_of(p.value, low, high), p, value)
        for x, p, value in zip(_positions(points, frame), points, printed(points), strict=True)
    )
    return Plot(dots, frame.height_of(0.0, low, high))


def printed(points: Sequence[ChartPoint]) -> list[str]:
    """The points' values with the same number of decimals, two at most: 11.87, 13.70."""
    decimals = max(len(f"{p.value:.2f}".rstrip("0").partition(".")[2]) for p in points)
    return [f"{p.value:,.{decimals}f}" for p in points]


def described(dots: Sequence[Dot], unit: str) -> str:
    """Every point in a line, for those who do not see the picture."""
    return "; ".join(f"{d.point.label}: {with_unit(d.value, unit)}, {d.point.origin}" for d in dots) + "."


def _positions(points: Sequence[ChartPoint], frame: Frame) -> list[float]:
    """Years stand as far apart as they are; other labels are spread evenly."""
    years = [int(p.label) for p in points if p.label.isascii() and p.label.isdecimal() and len(p.label) == 4]
    at = years if len(years) == len(points) and len(set(years)) == len(years) else list(range(len(points)))
    span = (max(at) - min(at)) or 1
    if len(points) == 1:
        return [(frame.left + frame.right) / 2]
    return [frame.left + (value - min(at)) / span * (frame.right - frame.left) for value in at]
