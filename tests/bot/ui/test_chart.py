"""The chart as an SVG."""

import re
from xml.etree import ElementTree

import pytest

from bot.answer import ChartBlock, ChartPoint
from bot.ui.chart import HEIGHT, WIDTH, chart_svg

SVG = "{http://www.w3.org/2000/svg}"


def chart(*points: tuple[str, float], calculated: tuple[str, ...] = (), title: str = "Size") -> ChartBlock:
    return ChartBlock(
        title=title,
        unit="USD billion",
        points=tuple(
            ChartPoint(
                label=label, value=value, origin="calculated" if label in calculated else "published", citations=(1,)
            )
            for label, value in points
        ),
    )


def drawn(block: ChartBlock) -> ElementTree.Element:
    return ElementTree.fromstring(str(chart_svg(block)))


def centres(block: ChartBlock) -> list[tuple[float, float]]:
    return [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in drawn(block).iter(f"{SVG}circle")]


def test_published_and_calculated_points_are_told_apart() -> None:
    dots = drawn(chart(("2025", 1), ("2026", 2), ("2027", 3), calculated=("2026",))).iter(f"{SVG}circle")
    assert [dot.attrib["class"] for dot in dots] == ["published", "calculated", "published"]


def test_those_who_do_not_see_it_get_every_point() -> None:
    svg = drawn(chart(("2025", 1.87), ("2026", 2.1), calculated=("2026",)))
    assert svg.attrib["role"] == "img"
    assert svg.findtext(f"{SVG}title") == "Size, USD billion"
    assert svg.findtext(f"{SVG}desc") == "2025: USD 1.87 billion, published; 2026: USD 2.10 billion, calculated."


def test_years_stand_as_far_apart_as_they_are() -> None:
    (first, _), (second, _), (third, _) = centres(chart(("2025", 1), ("2026", 1), ("2032", 1)))
    assert third - second == pytest.approx(6 * (second - first), abs=0.5)


def test_labels_that_are_no_years_are_spread_evenly() -> None:
    (first, _), (second, _), (third, _) = centres(chart(("FY24", 1), ("FY25", 1), ("H1 2032", 1)))
    assert third - second == pytest.approx(second - first, abs=0.5)


def test_height_is_in_proportion_to_the_value_from_zero() -> None:
    (_, half), (_, whole), (_, nought) = centres(chart(("2025", 5), ("2026", 10), ("2027", 0)))
    assert nought - half == pytest.approx(half - whole, abs=0.5)


def test_the_ground_is_at_zero() -> None:
    svg = drawn(chart(("2025", -5), ("2026", 5)))
    (ground,) = svg.iter(f"{SVG}line")
    (_, below), (_, above) = centres(chart(("2025", -5), ("2026", 5)))
    assert float(ground.attrib["y1"]) == float(ground.attrib["y2"]) == pytest.approx((below + above) / 2, abs=0.5)


@pytest.mark.parametrize(
    "block",
    [
        chart(("2025", 1)),
        chart(("2025", 0), ("2026", 0)),
        chart(("2025", -3), ("2026", 4)),
        chart(*((str(year), year / 7) for year in range(2000, 2040))),
        chart(("2025", 1), ("2025", 2)),
        chart(("2025", 1e15), ("2026", 1e-9)),
    ],
)
def test_every_point_is_inside_the_picture(block: ChartBlock) -> None:
    dots = centres(block)
    assert len(dots) == len(block.points)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in dots)


def test_labels_are_thinned_out_where_they_would_touch() -> None:
    svg = drawn(chart(*((str(year), 1.0) for year in range(2000, 2040))))
    labels = [text.text for text in svg.iter(f"{SVG}text") if text.attrib["class"] == "label"]
    assert len(labels) <= 8
    assert labels[-1] == "2039"


def test_no_points_no_picture() -> None:
    assert str(chart_svg(chart())) == ""


def test_what_a_report_says_cannot_become_markup() -> None:
    hostile = "</text><script>alert(1)</script>"
    svg = str(chart_svg(chart((hostile, 1), ("2026", 2), title='"><script>alert(2)</script>')))
    assert not re.search(r"<script", svg)
    ElementTree.fromstring(svg)
