"""The line that names a chart's sources."""

import pytest

from bot.answer import ChartBlock, ChartPoint, Citation
from bot.picture.source import source
from tests.bot.fakes import CELL_CITATION, SIZE_CITATION


def chart(*citations: int) -> ChartBlock:
    points = tuple(ChartPoint(label=str(n), value=n, origin="published", citations=(n,)) for n in citations)
    return ChartBlock(title="Size", unit="USD", points=points)


SECTION = SIZE_CITATION
TABLE = CELL_CITATION.model_copy(update={"number": 2})
PAGES = [SECTION.model_copy(update={"number": n, "page": page}) for n, page in ((3, 12), (4, 13), (5, 12), (6, 20))]
BARE = SECTION.model_copy(update={"number": 7, "heading": ()})
OTHER = SECTION.model_copy(update={"number": 8, "title": "Wind Power"})
REPORT = "Source: Tidal Energy Market, 2025–2032."


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ([SECTION], f"{REPORT} Section “Market size”."),
        ([SECTION, TABLE], f"{REPORT} Section “Market size”; table “Market size by region, USD million”."),
        (PAGES[:1], f"{REPORT} Section “Market size”, page 12."),
        (PAGES, f"{REPORT} Section “Market size”, pages 12–13, 20."),
        ([BARE], REPORT),
        ([SECTION, OTHER], f"{REPORT} Section “Market size”. Wind Power. Section “Market size”."),
        ([], ""),
    ],
)
def test_report_and_places_are_named_once(cited: list[Citation], said: str) -> None:
    assert source(chart(*(c.number for c in cited)), [*cited, *cited]) == said


def test_what_only_the_text_cites_is_no_source_of_the_chart() -> None:
    assert "table" not in source(chart(SECTION.number), [SECTION, TABLE]).lower()
