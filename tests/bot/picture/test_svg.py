"""The SVG that stands alone."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from bot.answer import ChartBlock, ChartPoint
from bot.picture.plot import printed
from bot.picture.svg import WIDTH, picture_svg
from bot.picture.wrap import length
from tests.bot.fakes import CHART, SIZE_CITATION

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Installed base of refrigerated transport units with remote monitoring in Europe, the Middle East and Africa"


def chart(
    *points: tuple[str, float], title: str = "Size", unit: str = "USD billion", calculated: str = ""
) -> ChartBlock:
    return ChartBlock(
        title=title,
        unit=unit,
        points=tuple(
            ChartPoint(label=label, value=value, origin="calculated" if label == calculated else "published",
                       citations=(1,))
            for label, value in points
        ),
    )  # fmt: skip


def drawn(block: ChartBlock) -> ElementTree.Element:
    return ElementTree.fromstring(picture_svg(block, [SIZE_CITATION]))


def texts(block: ChartBlock) -> list[str]:
    return [text.text or "" for text in drawn(block).iter(f"{SVG}text")]


def the_chart() -> ChartBlock:
    (block,) = (block for block in CHART.blocks if isinstance(block, ChartBlock))
    return block


def test_it_says_all_that_is_needed_to_read_it() -> None:
    assert texts(the_chart()) == [
        "Tidal energy market size", "USD billion",
        "4.24", "2032", "2.98", "2029", "2.10", "2026", "1.87", "2025",
        "published", "calculated, not published",
        "Source: Tidal Energy Market, 2025–2032. Section “Market size”.",
    ]  # fmt: skip


def test_every_number_it_prints_is_one_of_the_chart() -> None:
    block = chart(("2025", 11.87), ("2026", 13.7), ("2032", 31.56), calculated="2026")
    numbers = set(printed(block.points)) | {point.label for point in block.points}
    shown = [text for text in texts(block) if not text.startswith("Source")]
    assert set(re.findall(r"\d[\d.,]*", " ".join(shown))) == numbers


def test_the_legend_explains_only_what_is_drawn() -> None:
    assert "calculated, not published" not in texts(chart(("2025", 1), ("2026", 2)))
    assert "published" not in texts(chart(("2025", 1), calculated="2025"))


def test_it_needs_nothing_else() -> None:
    svg = picture_svg(the_chart(), CHART.citations)
    assert not re.search(r"class=|style|href|url\(|@import|<image", svg)
    (ground,) = ElementTree.fromstring(svg).iter(f"{SVG}rect")
    assert (ground.attrib["fill"], ground.attrib["width"]) == ("#ffffff", str(WIDTH))


def test_those_who_do_not_see_it_get_every_point() -> None:
    svg = drawn(chart(*((str(year), 1.0) for year in range(2000, 2040))))
    assert svg.findtext(f"{SVG}title") == "Size, USD billion"
    assert (svg.findtext(f"{SVG}desc") or "").count("published") == 40


@pytest.mark.parametrize(
    "block",
    [
        the_chart(),
        chart(("2025", 1), title=LONG * 3),
        chart(("2025", 1), title="W" * 400, unit=""),
        chart(("2025", -3.25), ("2026", 4), ("2027", -1)),
        chart(*((str(year), year**3) for year in range(1990, 2040))),
        chart(("fiscal year 2024/25", 1234567.89), ("fiscal year 2025/26", 0)),
    ],
)
def test_all_text_stands_inside_the_picture(block: ChartBlock) -> None:
    svg = drawn(block)
    for text in svg.iter(f"{SVG}text"):
        width = length(text.text or "") * float(text.attrib["font-size"])
        left = float(text.attrib["x"]) - (width / 2 if text.attrib["text-anchor"] == "middle" else 0)
        assert left >= 0
        assert left + width <= WIDTH
        assert 0 < float(text.attrib["y"]) < float(svg.attrib["height"]) - 10


def test_a_long_title_moves_the_rest_down() -> None:
    short, long = drawn(chart(("2025", 1))), drawn(chart(("2025", 1), title=LONG * 2))
    assert float(long.attrib["height"]) > float(short.attrib["height"]) + 50


def test_values_do_not_touch_each_other_nor_the_dots() -> None:
    svg = drawn(chart(*((str(year), 1.37 * (year - 2000) ** 2) for year in range(2001, 2034))))
    values = [text for text in svg.iter(f"{SVG}text") if text.attrib["font-weight"] == "700"][1:]
    half = max(length(text.text or "") * float(text.attrib["font-size"]) for text in values) / 2
    at = sorted(float(text.attrib["x"]) for text in values)
    assert all(right - left > 2 * half for left, right in pairwise(at))
    for text in values:
        under = [
            float(dot.attrib["cy"])
            for dot in svg.iter(f"{SVG}circle")
            if abs(float(dot.attrib["cx"]) - float(text.attrib["x"])) < length(text.text or "") * 17 / 2
        ]
        assert float(text.attrib["y"]) < min(under) - 6


def test_a_negative_value_stands_under_its_dot() -> None:
    svg = drawn(chart(("2025", -3.2), ("2026", 4.1)))
    (text,) = (text for text in svg.iter(f"{SVG}text") if text.text == "-3.2")
    assert float(text.attrib["y"]) > float(next(svg.iter(f"{SVG}circle")).attrib["cy"])


def test_what_a_report_says_cannot_become_markup() -> None:
    hostile = '"><script>alert(1)</script>'
    citation = SIZE_CITATION.model_copy(update={"title": hostile, "heading": (hostile,)})
    svg = picture_svg(chart((hostile, 1), title=hostile, unit=hostile), [citation])
    assert "<script" not in svg
    assert ElementTree.fromstring(svg).findtext(f"{SVG}text") == hostile


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert texts(chart(("20\x0025", 1), title="Market\x0bsize\ufffe"))[0] == "Market size"
