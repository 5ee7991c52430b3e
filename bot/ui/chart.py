"""A series as an inline SVG: published points solid, calculated points hollow."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.answer import ChartBlock
from bot.picture.plot import Dot, Frame, described, plotted

WIDTH, HEIGHT = 440, 240
_FRAME = Frame(left=30, right=WIDTH - 30, top=38, bottom=200)  # labels stand around it
_MOST_LABELS = 8  # more of them touch each other at this width


def chart_svg(chart: ChartBlock) -> Markup:
    """The drawing, with a title and a description for those who do not see it. Empty for a chart without points."""
    if not chart.points:
        return Markup()
    plot = plotted(chart.points, _FRAME)
    step = -(-len(plot.dots) // _MOST_LABELS)
    last = len(plot.dots) - 1
    return Markup(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="img" xmlns="http://www.w3.org/2000/svg">'
        "<title>{title}, {unit}</title><desc>{desc}</desc>{ground}{line}{dots}</svg>"
    ).format(
        w=WIDTH, h=HEIGHT, title=chart.title, unit=chart.unit, desc=described(plot.dots, chart.unit),
        ground=_ground(plot.zero), line=_line(plot.dots),
        dots=Markup().join(_mark(dot, labelled=(last - i) % step == 0) for i, dot in enumerate(plot.dots)),
    )  # fmt: skip


def _ground(zero: float) -> Markup:
    return Markup('<line class="ground" x1="{x1}" x2="{x2}" y1="{y}" y2="{y}"/>').format(
        x1=_FRAME.left - 18, x2=_FRAME.right + 18, y=f"{zero:.1f}"
    )


def _line(dots: Sequence[Dot]) -> Markup:
    return Markup('<polyline class="line" points="{}"/>').format(" ".join(f"{d.x:.1f},{d.y:.1f}" for d in dots))


def _mark(dot: Dot, labelled: bool) -> Markup:
    label = Markup(
        '<text class="value" x="{x}" y="{value_y}">{value}</text>'
        '<text class="label" x="{x}" y="{label_y}">{label}</text>'
    )
    return Markup('<circle class="{origin}" cx="{x}" cy="{y}" r="6"/>{label}').format(
        origin=dot.point.origin,
        x=f"{dot.x:.1f}",
        y=f"{dot.y:.1f}",
        label=label.format(
            x=f"{dot.x:.1f}",
            value_y=f"{dot.y - 14:.1f}",
            value=dot.value,
            label_y=f"{_FRAME.bottom + 24:.0f}",
            label=dot.point.label,
        )
        if labelled
        else "",
    )
