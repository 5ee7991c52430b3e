"""Where points stand, and how their values are written."""

import pytest

from bot.answer import ChartPoint
from bot.picture.plot import Frame, described, plotted, printed

FRAME = Frame(left=100, right=700, top=50, bottom=250)


def points(*values: tuple[str, float], calculated: str = "") -> tuple[ChartPoint, ...]:
    return tuple(
        ChartPoint(label=label, value=value, origin="calculated" if label == calculated else "published", citations=())
        for label, value in values
    )


def test_the_highest_is_at_the_top_and_zero_at_the_bottom() -> None:
    plot = plotted(points(("2025", 5), ("2026", 10)), FRAME)
    assert [(dot.x, dot.y) for dot in plot.dots] == [(100, 150), (700, 50)]
    assert plot.zero == 250


def test_zero_rises_where_values_are_negative() -> None:
    plot = plotted(points(("2025", -5), ("2026", 15)), FRAME)
    assert [dot.y for dot in plot.dots] == [250, 50]
    assert plot.zero == 200


def test_years_stand_as_far_apart_as_they_are() -> None:
    assert [dot.x for dot in plotted(points(("2025", 1), ("2026", 1), ("2031", 1)), FRAME).dots] == [100, 200, 700]


def test_other_labels_are_spread_evenly() -> None:
    assert [dot.x for dot in plotted(points(("FY25", 1), ("FY26", 1), ("FY31", 1)), FRAME).dots] == [100, 400, 700]


def test_a_single_point_stands_in_the_middle() -> None:
    (dot,) = plotted(points(("2025", 0)), FRAME).dots
    assert (dot.x, dot.y) == (400, 250)


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ((11.87, 13.7), ["11.87", "13.70"]),
        ((842, 1951), ["842", "1,951"]),
        ((1 / 3, 2), ["0.33", "2.00"]),
        ((-3.2, 4), ["-3.2", "4.0"]),
    ],
)
def test_values_are_printed_with_the_same_decimals(values: tuple[float, ...], written: list[str]) -> None:
    assert printed(points(*((str(i), value) for i, value in enumerate(values)))) == written


def test_a_description_names_every_point() -> None:
    plot = plotted(points(("2025", 1.87), ("2026", 2.1), calculated="2026"), FRAME)
    assert described(plot.dots, "USD billion") == (
        "2025: USD 1.87 billion, published; 2026: USD 2.10 billion, calculated."
    )
