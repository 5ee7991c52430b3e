"""An answer's chart as the bytes of a picture."""

from typing import Literal, get_args

from bot.answer import Answer, ChartBlock
from bot.picture.png import png
from bot.picture.svg import picture_svg

Ending = Literal["svg", "png"]
ENDINGS: tuple[Ending, ...] = get_args(Ending)
MEDIA_TYPES: dict[Ending, str] = {"svg": "image/svg+xml", "png": "image/png"}


def picture(answer: Answer, ending: Ending) -> bytes | None:
    """The answer's first chart that has points; None when it has none."""
    chart = next((b for b in answer.blocks if isinstance(b, ChartBlock) and b.points), None)
    if chart is None:
        return None
    svg = picture_svg(chart, answer.citations)
    return png(svg) if ending == "png" else svg.encode()
