"""The SVG as a PNG."""

import re
import struct

from bot.answer import ChartBlock
from bot.picture.png import png
from bot.picture.svg import WIDTH, picture_svg
from tests.bot.fakes import CHART


def the_svg() -> str:
    (block,) = (block for block in CHART.blocks if isinstance(block, ChartBlock))
    return picture_svg(block, CHART.citations)


def test_it_is_a_picture_twice_as_wide_as_the_svg() -> None:
    picture = png(the_svg())
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", picture[16:20]) == (2 * WIDTH,)


def test_its_words_are_drawn_without_any_font_of_the_machine() -> None:
    svg = the_svg()
    assert png(svg) != png(re.sub(r">[^<>]+</text>", "></text>", svg))


def test_thick_and_thin_type_differ() -> None:
    svg = the_svg()
    assert png(svg) != png(svg.replace('font-weight="700"', 'font-weight="400"'))
