"""A series as an inline SVG: published points solid, calculated points hollow."""

from dataclasses import dataclass

from markupsafe import Markup

from bot.answer import ChartBlock, ChartPoint
from bot.plain import with_unit

WIDTH, HEIGHT = 440, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 30, 38, 200  # the plot; labels stand around it
_MOST_LABELS = 8  # more of them touch each other at this width


@dataclass(frozen=True, slots=True)
class _Dot:
    x: float
    y: float
    point: ChartPoint
    value: str
    labelled: bool


def chart_svg(chart: ChartBlock) -> Markup:
    """The drawing, with a title and a description for those who do not see it. Empty for a chart without points."""
    if not chart.points:
        return Markup()
    dots = _dots(chart.points)
    return Markup(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="img" xmlns="http://www.w3.org/2000/svg">'
        "<title>{title}, {unit}</title><desc>{desc}</desc>{ground}{line}{dots}</svg>"
    ).format(
        w=WIDTH, h=HEIGHT, title=chart.title, unit=chart.unit, desc=_description(dots, chart.unit),
        ground=_ground(), line=_line(dots), dots=Markup().join(_mark(dot) for dot in dots),
    )  # fmt: skip


def printed(points: tuple[ChartPoint, ...]) -> list[str]:
    """The points' values with the same number of decimals, two at most: 11.87, 13.70."""
    decimals = max(len(f"{p.value:.2f}".rstrip("0").partition(".")[2]) for p in points)
    return [f"{p.value:,.{decimals}f}" for p in points]


def _dots(points: tuple[ChartPoint, ...]) -> list[_Dot]:
    low, high = min(0.0, *(p.value for p in points)), max(0.0, *(p.value for p in points))
    span = (high - low) or 1.0
    step = -(-len(points) // _MOST_LABELS)
    last = len(points) - 1
    return [
        _Dot(x, _BOTTOM - (p.value - low) / span * (_BOTTOM - _TOP), p, value, (last - i) % step == 0)
        for i, (x, p, value) in enumerate(zip(_positions(points), points, printed(points), strict=True))
    ]


def _positions(points: tuple[ChartPoint, ...]) -> list[float]:
    """Years stand as far apart as they are; other labels are spread evenly."""
    years = [int(p.label) for p in points if p.label.isascii() and p.label.isdecimal() and len(p.label) == 4]
    at = years if len(years) == len(points) and len(set(years)) == len(years) else list(range(len(points)))
    span = (max(at) - min(at)) or 1
    if len(points) == 1:
        return [WIDTH / 2]
    return [_LEFT + (value - min(at)) / span * (WIDTH - _LEFT - _RIGHT) for value in at]


def _ground() -> Markup:
    return Markup('<line class="ground" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
        _LEFT - 18, WIDTH - _RIGHT + 18, _BOTTOM, _BOTTOM
    )


def _line(dots: list[_Dot]) -> Markup:
    return Markup('<polyline class="line" points="{}"/>').format(" ".join(f"{d.x:.1f},{d.y:.1f}" for d in dots))


def _mark(dot: _Dot) -> Markup:
    label = Markup(
        '<text class="value" x="{x}" y="{value_y}">{value}</text>'
        '<text class="label" x="{x}" y="{label_y}">{label}</text>'
    )
    return Markup('<circle class="{origin}" cx="{x}" cy="{y}" r="6"/>{label}').format(
        origin=dot.point.origin,
        x=f"{dot.x:.1f}",
        y=f"{dot.y:.1f}",
        label=label.format(
            x=f"{dot.x:.1f}", value_y=f"{dot.y - 14:.1f}", value=dot.value, label_y=_BOTTOM + 24, label=dot.point.label
        )
        if dot.labelled
        else "",
    )


def _description(dots: list[_Dot], unit: str) -> str:
    return "; ".join(f"{d.point.label}: {with_unit(d.value, unit)}, {d.point.origin}" for d in dots) + "."
