"""A chart as an SVG that needs nothing else: its title, unit, values, legend and source, on white."""

import unicodedata
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from bot.answer import ChartBlock, ChartPoint, Citation
from bot.picture.plot import Dot, Frame, Plot, described, plotted, printed
from bot.picture.source import source
from bot.picture.wrap import length, wrapped

WIDTH = 800
FONTS = "Source Sans Pro, Segoe UI, Helvetica Neue, Arial, sans-serif"
_INK, _FADED, _RULE, _ACCENT, _PAPER = "#221d16", "#6a6154", "#ddd5c5", "#8c2f24", "#ffffff"
_MARGIN, _PLOT_MARGIN, _PLOT_HEIGHT = 40, 80, 270
_TITLE, _UNIT, _VALUE, _LABEL, _SMALL = 24, 17, 17, 16, 14  # sizes of type
_LEADING = 1.3  # from line to line, in sizes of type
_RADIUS, _ABOVE, _BELOW = 6, 15, 26  # of a dot, and from its centre to its value
_APART = 12  # between two labels
_LEGEND = {"published": "published", "calculated": "calculated, not published"}


def picture_svg(chart: ChartBlock, citations: Sequence[Citation]) -> str:
    """The picture of a chart with points; ``citations`` are those of its answer."""
    head = _Lines(top=_MARGIN - 8)
    title = head.set(_legible(chart.title), _TITLE, _INK, bold=True)
    unit = head.set(_legible(chart.unit), _UNIT, _FADED)
    side = max(_PLOT_MARGIN, _widest(chart.points) / 2 + _APART)
    frame = Frame(side, WIDTH - side, top=head.top + 52, bottom=head.top + 52 + _PLOT_HEIGHT)
    plot = plotted(chart.points, frame)
    labels_y = frame.bottom + 30 + (_BELOW if min(p.value for p in chart.points) < 0 else 0)
    foot = _Lines(top=labels_y + 56)
    origin = foot.set(_legible(source(chart, citations)), _SMALL, _FADED)
    return str(
        Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img"'
            ' font-family="{fonts}"><title>{name}</title><desc>{desc}</desc>'
            '<rect width="{w}" height="{h}" fill="{paper}"/>{head}{plot}{legend}{foot}</svg>'
        ).format(
            w=WIDTH, h=f"{foot.top + _MARGIN - 16:.0f}", fonts=FONTS, paper=_PAPER,
            name=_legible(", ".join(filter(None, (chart.title, chart.unit)))),
            desc=_legible(described(plot.dots, chart.unit)),
            head=title + unit, plot=_drawn(plot, frame, labels_y), legend=_legend(plot, labels_y + 36), foot=origin,
        )
    )  # fmt: skip


class _Lines:
    """Sets text from the left margin downwards; ``top`` is where the next line begins."""

    def __init__(self, top: float) -> None:
        self.top = top

    def set(self, text: str, size: int, colour: str, bold: bool = False) -> Markup:
        lines = Markup()
        for line in wrapped(text, (WIDTH - 2 * _MARGIN) / size):
            self.top += size * _LEADING
            lines += _text(line, _MARGIN, self.top - size * (_LEADING - 1), size, colour, bold=bold)
        return lines


def _drawn(plot: Plot, frame: Frame, labels_y: float) -> Markup:
    line = " ".join(f"{d.x:.1f},{d.y:.1f}" for d in plot.dots)
    return Markup(
        '<path d="M{x1} {zero}H{x2}" stroke="{rule}" stroke-width="1.5"/>'
        '<polyline points="{line}" fill="none" stroke="{accent}" stroke-opacity=".45" stroke-width="2"/>{dots}{labels}'
    ).format(
        x1=_MARGIN, x2=WIDTH - _MARGIN, zero=f"{plot.zero:.1f}", rule=_RULE, line=line, accent=_ACCENT,
        dots=Markup().join(_circle(d.x, d.y, d.point.origin) for d in plot.dots),
        labels=Markup().join(_value(d, plot.dots) + _label(d, labels_y) for d in _apart(plot.dots)),
    )  # fmt: skip


def _apart(dots: Sequence[Dot]) -> Iterator[Dot]:
    """The dots whose values and labels stand beside each other without touching, from the last one back."""
    widest, left = _widest([dot.point for dot in dots]), float("inf")
    for dot in reversed(dots):
        if left - dot.x >= widest + _APART:
            left = dot.x
            yield dot


def _widest(points: Sequence[ChartPoint]) -> float:
    values, labels = max(map(length, printed(points))), max(length(_legible(p.label)) for p in points)
    return max(values * _VALUE, labels * _LABEL)


def _value(dot: Dot, dots: Sequence[Dot]) -> Markup:
    """Over the dot and those its value would cover; under them when it is negative."""
    reach = length(dot.value) * _VALUE / 2 + _RADIUS
    near = [d.y for d in dots if abs(d.x - dot.x) < reach]
    y = max(near) + _BELOW if dot.point.value < 0 else min(near) - _ABOVE
    return _text(dot.value, dot.x, y, _VALUE, _INK, bold=True, centred=True)


def _label(dot: Dot, y: float) -> Markup:
    return _text(_legible(dot.point.label), dot.x, y, _LABEL, _FADED, centred=True)


def _legend(plot: Plot, y: float) -> Markup:
    """What solid and hollow mean, as far as the chart has them."""
    entries, x = Markup(), float(_MARGIN)
    for origin, meaning in _LEGEND.items():
        if any(dot.point.origin == origin for dot in plot.dots):
            entries += _circle(x + _RADIUS + 1, y - 5, origin) + _text(meaning, x + 22, y, _SMALL, _FADED)
            x += 22 + length(meaning) * _SMALL + 2 * _APART
    return entries


def _circle(x: float, y: float, origin: str) -> Markup:
    fill, dashes = (_ACCENT, "none") if origin == "published" else (_PAPER, "3.2 2")
    return Markup(
        '<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" stroke="{accent}" stroke-width="2.2"'
        ' stroke-dasharray="{dashes}"/>'
    ).format(x=f"{x:.1f}", y=f"{y:.1f}", radius=_RADIUS, fill=fill, accent=_ACCENT, dashes=dashes)


def _text(
    text: str, x: float, y: float, size: int, colour: str, *, bold: bool = False, centred: bool = False
) -> Markup:
    return Markup(
        '<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}" text-anchor="{anchor}"'
        ' stroke="{paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">{text}</text>'
    ).format(
        x=f"{x:.1f}", y=f"{y:.1f}", size=size, weight=700 if bold else 400, colour=colour,
        anchor="middle" if centred else "start", paper=_PAPER, text=text,
    )  # fmt: skip


def _legible(text: str) -> str:
    """Without the characters that XML forbids."""
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Cn") else c for c in text).split())
