"""Answers from tables, as they are read."""

import pytest

from bot.answer import ChartBlock, TableBlock
from tests.bot.lathes import told


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Revenue of milling in Germany in 2023", ["EUR 1,150 thousand in 2023"]),
        ("Revenue of milling for rail in Germany in 2024", ["Milling, Rail: EUR 700 thousand"]),
        ("Revenue of bores 400 to 650 mm in Germany in 2022", ["Bores 400 to 650 mm, 2022: EUR 300 thousand"]),
        ("Turning lathes in France in 2024", ["EUR 900 thousand", "Elsewhere the report says", "EUR 950 thousand"]),
        ("Milling plus turning lathes in Germany in 2023", ["EUR 2,250 thousand", "1,150 + 1,100"]),
        ("How much larger was milling than turning lathes in Germany in 2023?", ["differ by EUR 50 thousand"]),
        ("By how much did milling grow in Germany from 2022 to 2024?", ["EUR 300 thousand", "33.3%"]),
        ("CAGR of milling in France 2022-2024", ["8.01%", "(1,400 / 1,200)^(1 / 2)"]),
        ("Share of revenue of milling in France in 2022?", ["63.16%"]),
    ],
)
def test_cells_and_what_is_calculated_from_them_are_said_and_cited(question: str, said: list[str]) -> None:
    verified = told(question)
    assert verified is not None
    assert verified.status == "answered"
    assert all(part in verified.text for part in said), verified.text
    assert verified.citations


def test_a_ranking_shows_as_many_as_are_asked_for_with_the_place_in_its_title() -> None:
    verified = told("top two modalities in Germany in 2024")
    assert verified is not None
    (table,) = (block for block in verified.blocks if isinstance(block, TableBlock))
    assert [row.cells[0] for row in table.rows] == ["Turning lathes (TL)", "Milling"]
    assert "Germany" in table.title


def test_a_series_is_a_chart_whose_points_are_cited() -> None:
    verified = told("Milling in Germany by year")
    assert verified is not None
    (chart,) = (block for block in verified.blocks if isinstance(block, ChartBlock))
    assert [(point.label, bool(point.citations)) for point in chart.points] == [
        ("2022", True), ("2023", True), ("2024", True),
    ]  # fmt: skip
