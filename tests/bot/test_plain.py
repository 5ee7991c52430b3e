"""Blocks as plain text."""

from bot.answer import (
    Calculation,
    CalculationBlock,
    ChartBlock,
    ChartPoint,
    CitedText,
    HandoffBlock,
    ListBlock,
    ParagraphBlock,
    TableBlock,
    TableRow,
)
from bot.plain import marked, plain_text


def test_marks_stand_inside_the_full_stop() -> None:
    assert marked("It was USD 4 billion.", (1, 3)) == "It was USD 4 billion [1][3]."
    assert marked("Acme Inc", (2,)) == "Acme Inc [2]"
    assert marked("Hello.", ()) == "Hello."


def test_every_kind_of_block_is_written() -> None:
    text = plain_text(
        (
            ParagraphBlock(sentences=(CitedText(text="One.", citations=(1,)), CitedText(text="Two.", citations=(2,)))),
            ListBlock(intro=CitedText(text="Players:"), items=(CitedText(text="Acme", citations=(1,)),)),
            TableBlock(title="Sizes", header=("Year", "USD"), rows=(TableRow(cells=("2025", "4"), citations=(1,)),)),
            ChartBlock(
                title="Size",
                unit="USD billion",
                points=(
                    ChartPoint(label="2025", value=11.87, origin="published", citations=(1,)),
                    ChartPoint(label="2026", value=13.7, origin="calculated", citations=(1,), calculation=0),
                ),
            ),
            CalculationBlock(calculation=0),
            HandoffBlock(text="Ask Jane Doe, Sales.", name="Jane Doe"),
        ),
        (Calculation(formula="5 − 4", operands=(), result="1", unit="USD billion"),),
    )
    assert text == (
        "One [1]. Two [2].\n\n"
        "Players:\n- Acme [1]\n\n"
        "Sizes\nYear | USD\n2025 | 4 [1]\n\n"
        "Size (USD billion)\n- 2025: 11.87 [1]\n- 2026: 13.7, calculated [1]\n\n"
        "Calculated, not published: 5 − 4 = USD 1 billion\n\n"
        "Ask Jane Doe, Sales."
    )
