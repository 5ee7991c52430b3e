"""Takes an answer apart into what it states: sentences, items, table rows, points and results, with their numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from bot.answer import (
    Answer,
    Block,
    Calculation,
    CalculationBlock,
    ChartBlock,
    CitedText,
    HandoffBlock,
    ListBlock,
    ParagraphBlock,
    TableBlock,
)
from evals.stated import Stated, read_stated, years_in
from ingest.sentences import sentences

_BARE = re.compile(r"(?P<hedge>about )?(?P<number>[-−+]?\d[\d.,\u00a0\u202f]*)\Z")
_LABEL_CURRENCY = re.compile(r"US\$|\b[A-Z]{3}\b(?=[ )]|\Z)|[$€£¥₹]|\bRs\b")
_LABEL_SCALE = re.compile(r"\b(?:trillion|billion|bn|million|mn|mio|thousand|crore|lakh)\b|(?<!\d)1[,.]?000\b", re.I)
_LABEL_UNIT = re.compile(r"%|\b(?:times|basis points|percentage points|tonnes|tons|units|hectares)\b", re.I)


@dataclass(frozen=True)
class Statement:
    """One sentence, list item, table row, chart point or result. ``above`` is what governs it: a list's intro, a
    table's title and header, a calculation's formula and the periods of its operands. ``cites`` are the numbers of its
    citations, ``calculation`` the index of the one behind it, ``items`` how many items follow."""

    text: str
    above: str = ""
    cites: tuple[int, ...] = ()
    calculation: int | None = None
    items: int | None = None

    @cached_property
    def numbers(self) -> tuple[Stated, ...]:
        """The numbers of its text."""
        return tuple(read_stated(self.text))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years it names, or what is above it names."""
        return years_in(self.text) | years_in(self.above)


def statements(answer: Answer) -> list[Statement]:
    """Everything an answer states, in reading order; of one without blocks the sentences of its text. No hand-off."""
    if not answer.blocks:
        return [Statement(sentence) for sentence in _sentences(answer.text)]
    return [statement for block in answer.blocks for statement in _of_block(block, answer)]


def results(answer: Answer) -> list[Statement]:
    """The results of an answer's calculations."""
    return [_result(calculation) for calculation in answer.calculations]


def listed(answer: Answer) -> list[str]:
    """The items of an answer's lists and tables: an item's text, a row's cells."""
    found: list[str] = []
    for block in answer.blocks:
        if isinstance(block, ListBlock):
            found += [item.text for item in block.items]
        elif isinstance(block, TableBlock):
            found += ["; ".join(row.cells) for row in block.rows]
    return found


def dressed(number: str, label: str) -> str:
    """A bare number with the currency, scale and unit its label says: "1,860" under "Revenue (USD million)"."""
    bare = _BARE.match(number.strip())
    if not bare:
        return number
    currency, scale, unit = (pattern.search(label) for pattern in (_LABEL_CURRENCY, _LABEL_SCALE, _LABEL_UNIT))
    worth = ("thousand" if scale[0][0] == "1" else scale[0]) if scale else ""
    after = "" if currency else unit[0] if unit else ""
    return " ".join(part for part in (currency[0] if currency else "", bare["number"], worth, after) if part)


def _of_block(block: Block, answer: Answer) -> Iterator[Statement]:
    match block:
        case ParagraphBlock():
            yield from (_said(cited, part) for cited in block.sentences for part in _sentences(cited.text))
        case ListBlock():
            yield replace(_said(block.intro, block.intro.text), items=len(block.items))
            yield from (replace(_said(item, item.text), above=block.intro.text) for item in block.items)
        case TableBlock():
            yield from _rows(block)
        case ChartBlock():
            for point in block.points:
                said = f"{point.label}: {dressed(f'{point.value:.10g}', block.unit)}"
                yield Statement(said, block.title, point.citations, point.calculation)
        case CalculationBlock():
            yield replace(_result(answer.calculations[block.calculation]), calculation=block.calculation)
        case HandoffBlock():
            return


def _rows(table: TableBlock) -> Iterator[Statement]:
    above = "; ".join((table.title, *table.header))
    for row in table.rows:
        cells = zip(table.header, row.cells, strict=False)
        yield Statement(
            "; ".join(dressed(cell, f"{label} ({table.title})") for label, cell in cells), above, row.citations
        )


def _result(calculation: Calculation) -> Statement:
    periods = "; ".join(operand.period for operand in calculation.operands if operand.period)
    said = dressed(calculation.result, calculation.unit)
    if said == calculation.result:
        said = f"{calculation.result} {calculation.unit}"
    return Statement(said, f"{calculation.formula}; {periods}")


def _said(cited: CitedText, text: str) -> Statement:
    return Statement(text, cites=cited.citations, calculation=cited.calculation)


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]
