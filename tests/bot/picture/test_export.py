"""An answer's chart as bytes."""

import pytest

from bot.answer import ChartBlock
from bot.picture.export import ENDINGS, MEDIA_TYPES, Ending, picture
from tests.bot.fakes import CHART, FIGURE


@pytest.mark.parametrize(("ending", "beginning"), [("svg", b"<svg "), ("png", b"\x89PNG")])
def test_a_chart_is_drawn_as_its_ending_says(ending: Ending, beginning: bytes) -> None:
    drawn = picture(CHART, ending)
    assert drawn is not None
    assert drawn.startswith(beginning)


def test_an_answer_without_a_chart_has_no_picture() -> None:
    assert picture(FIGURE, "svg") is None


def test_a_chart_without_points_is_no_chart() -> None:
    empty = ChartBlock(title="Size", unit="USD", points=())
    assert picture(CHART.model_copy(update={"blocks": (empty,)}), "png") is None


def test_every_ending_has_its_media_type() -> None:
    assert tuple(MEDIA_TYPES) == ENDINGS
