"""Writes blocks as plain text, citations as [n]."""

from bot.answer import (
    Block,
    Calculation,
    CalculationBlock,
    ChartBlock,
    ChartPoint,
    CitedText,
    HandoffBlock,
    ListBlock,
    ParagraphBlock,
    TableBlock,
)


def plain_text(blocks: tuple[Block, ...], calculations: tuple[Calculation, ...]) -> str:
    """The blocks one after another, a blank line between them."""
    return "\n\n".join(_text(block, calculations) for block in blocks)


def marked(text: str, citations: tuple[int, ...]) -> str:
    """A sentence with its marks inside its full stop: "It was USD 11.87 billion in 2025 [1][2]."."""
    marks = "".join(f"[{number}]" for number in citations)
    if not marks:
        return text
    body = text.rstrip(".")
    return f"{body} {marks}{'.' if body != text else ''}"


def with_unit(value: str, unit: str) -> str:
    """A number with its unit as it is said: "USD 20.75 billion", "15.4%", "2.66 times"."""
    currency, _, rest = unit.partition(" ")
    if len(currency) == CURRENCY and currency.isupper():
        return f"{currency} {value} {rest}".strip()
    return f"{value}{unit}" if unit.startswith("%") else f"{value} {unit}".strip()


CURRENCY = 3
"""Letters of a currency's code."""


def _text(block: Block, calculations: tuple[Calculation, ...]) -> str:
    match block:
        case ParagraphBlock():
            return " ".join(_cited(sentence) for sentence in block.sentences)
        case ListBlock():
            return "\n".join((_cited(block.intro), *(f"- {_item(item)}" for item in block.items)))
        case TableBlock():
            rows = (marked(" | ".join(row.cells), row.citations) for row in block.rows)
            return "\n".join((block.title, " | ".join(block.header), *rows))
        case ChartBlock():
            return "\n".join((f"{block.title} ({block.unit})", *(f"- {_point(point)}" for point in block.points)))
        case CalculationBlock():
            calculation = calculations[block.calculation]
            return (
                f"Calculated, not published: {calculation.formula} = {with_unit(calculation.result, calculation.unit)}"
            )
        case HandoffBlock():
            return block.text


def _cited(cited: CitedText) -> str:
    return marked(cited.text, cited.citations)


def _item(item: CitedText) -> str:
    """A name keeps its full stop: "Acme Inc. [2]"."""
    marks = "".join(f"[{number}]" for number in item.citations)
    return f"{item.text} {marks}".rstrip()


def _point(point: ChartPoint) -> str:
    origin = ", calculated" if point.origin == "calculated" else ""
    return marked(f"{point.label}: {point.value:,.10g}{origin}", point.citations)
