"""Puts answers from several reports side by side, each verified against its own report, and notes on the choice."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import (
    Block,
    Calculation,
    CalculationBlock,
    CalculationOperand,
    ChartBlock,
    ChartPoint,
    Citation,
    CitedText,
    HandoffBlock,
    ListBlock,
    ParagraphBlock,
    TableBlock,
    TableRow,
)
from bot.claims import read_claims
from bot.evidence import Reason
from bot.plain import plain_text
from bot.verify import Verified
from ingest.domain import Quantity
from ingest.quantity.frame import UNFRAMED

Part = tuple[str, Verified]
"""What a report is called, and its answer."""


def stated(
    said: str | tuple[Block, ...],
    reason: Reason | None = None,
    suggestions: tuple[str, ...] = (),
    citations: tuple[Citation, ...] = (),
    calculations: tuple[Calculation, ...] = (),
    answerer: str = "library",
) -> Verified:
    """What is known of the library itself, or made of answers that were verified each."""
    blocks = (ParagraphBlock(sentences=(CitedText(text=said),)),) if isinstance(said, str) else said
    return Verified(
        blocks=blocks,
        citations=citations,
        calculations=calculations,
        status="declined" if reason else "answered",
        reason=reason,
        text=plain_text(blocks, calculations),
        rejections=(),
        suggestions=suggestions,
        answerer=answerer,
    )


def noted(verified: Verified, note: str) -> Verified:
    """An answer with a line on the edition that it is from, before a person to ask."""
    if not note:
        return verified
    line = ParagraphBlock(sentences=(CitedText(text=note),))
    ahead = tuple(block for block in verified.blocks if not isinstance(block, HandoffBlock))
    behind = tuple(block for block in verified.blocks if isinstance(block, HandoffBlock))
    return _with_blocks(verified, (*ahead, line, *behind))


def side_by_side(parts: Sequence[Part], compares: bool = True) -> Verified:
    """The answers one after another under what their reports are called, with citations numbered through.

    Answered where all are, declined where none is, else partial. ``compares``: single figures of the same sort are said
    to agree or to differ.
    """
    first = parts[0][1]
    blocks: list[Block] = []
    citations, calculations = list(first.citations[:0]), list(first.calculations[:0])
    for at, (name, verified) in enumerate(parts):
        numbers = {each.number: each.number + len(citations) for each in verified.citations}
        moved = _Moved(numbers, len(calculations))
        if at == 0 or parts[at - 1][0] != name:
            blocks.append(ParagraphBlock(sentences=(CitedText(text=f"{name}:"),)))
        blocks += [moved.block(block) for block in verified.blocks if not isinstance(block, HandoffBlock)]
        citations += [each.model_copy(update={"number": numbers[each.number]}) for each in verified.citations]
        calculations += [
            each.model_copy(update={"operands": tuple(map(moved.operand, each.operands))})
            for each in verified.calculations
        ]
    told = [verified for _, verified in parts if verified.status != "declined"]
    if compares and (verdict := _compared([verified for _, verified in parts])):
        blocks.append(ParagraphBlock(sentences=(CitedText(text=verdict),)))
    if not told:
        blocks += [block for block in first.blocks if isinstance(block, HandoffBlock)]
    whole = len(told) == len(parts) and all(each.status == "answered" for each in told)
    combined = replace(
        first,
        status="answered" if whole else "partial" if told else "declined",
        reason=None if told else first.reason,
        citations=tuple(citations),
        calculations=tuple(calculations),
        rejections=tuple(each for _, verified in parts for each in verified.rejections),
        suggestions=(),
        answerer="side by side",
    )
    return _with_blocks(combined, tuple(blocks))


def _with_blocks(verified: Verified, blocks: tuple[Block, ...]) -> Verified:
    return replace(verified, blocks=blocks, text=plain_text(blocks, verified.calculations))


def _compared(answers: Sequence[Verified]) -> str:
    """Whether single figures of the same sort and time agree; empty where they do not compare."""
    figures = [_only_figure(each) for each in answers]
    if len(figures) < 2 or None in figures:
        return ""
    sorts = {(q.kind, q.currency, q.unit, q.period) for q in figures if q}
    if len(sorts) > 1:
        return ""
    amounts = {q.amount for q in figures if q}
    return "They agree." if len(amounts) == 1 else "They differ."


def _only_figure(verified: Verified) -> Quantity | None:
    paragraphs = [block for block in verified.blocks if isinstance(block, ParagraphBlock)]
    sentences = [sentence for block in paragraphs for sentence in block.sentences if sentence.citations]
    if verified.status == "declined" or len(sentences) != 1:
        return None
    told = read_claims(sentences[0].text, UNFRAMED).quantities
    return told[0] if len(told) == 1 else None


class _Moved:
    """Blocks with the numbers that their citations and calculations have in a larger answer."""

    def __init__(self, numbers: dict[int, int], calculations: int) -> None:
        self._numbers = numbers
        self._calculations = calculations

    def block(self, block: Block) -> Block:
        match block:
            case ParagraphBlock(sentences=sentences):
                return ParagraphBlock(sentences=tuple(map(self._text, sentences)))
            case ListBlock(intro=intro, items=items):
                return ListBlock(intro=self._text(intro), items=tuple(map(self._text, items)))
            case TableBlock():
                rows = (TableRow(cells=row.cells, citations=self._cited(row.citations)) for row in block.rows)
                return block.model_copy(update={"rows": tuple(rows)})
            case ChartBlock():
                return block.model_copy(update={"points": tuple(map(self._point, block.points))})
            case CalculationBlock(calculation=calculation):
                return CalculationBlock(calculation=calculation + self._calculations)
            case HandoffBlock():
                return block

    def operand(self, operand: CalculationOperand) -> CalculationOperand:
        return operand.model_copy(update={"citation": self._numbers[operand.citation]})

    def _text(self, text: CitedText) -> CitedText:
        return text.model_copy(
            update={"citations": self._cited(text.citations), "calculation": self._calculation(text.calculation)}
        )

    def _point(self, point: ChartPoint) -> ChartPoint:
        return point.model_copy(
            update={"citations": self._cited(point.citations), "calculation": self._calculation(point.calculation)}
        )

    def _cited(self, citations: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(self._numbers[number] for number in citations)

    def _calculation(self, number: int | None) -> int | None:
        return None if number is None else number + self._calculations
