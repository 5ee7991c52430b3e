"""Builds what is shown from what survived: numbered citations, typed blocks and the plain text with [n] marks."""

from dataclasses import dataclass, field
from decimal import Decimal

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
from bot.arithmetic import SCALE_NAMES, Result
from bot.evidence import Calculation as Asked
from bot.evidence import Evidence, Grid, Operand, Point, Series
from bot.judge import Verdict
from bot.plain import plain_text
from ingest.domain import Contact, Kind


@dataclass(frozen=True, slots=True)
class KeptParagraph:
    """The sentences of a paragraph that survived."""

    sentences: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class KeptListing:
    """A list's intro and the items that survived."""

    intro: Verdict
    items: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class KeptPoint:
    """A point of a series, with its recomputed result when it is calculated."""

    point: Point
    result: Result | None = None


@dataclass(frozen=True, slots=True)
class KeptSeries:
    """A series and the points of it that survived."""

    series: Series
    points: tuple[KeptPoint, ...]


Kept = KeptParagraph | KeptListing | Grid | KeptSeries


@dataclass(frozen=True, slots=True)
class Composed:
    """The parts of an answer that its faces show."""

    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    calculations: tuple[Calculation, ...]
    text: str


def compose(kept: tuple[Kept, ...], contact: Contact | None = None) -> Composed:
    """Blocks in order, each calculation right behind the first block that uses it, the hand-off last."""
    register = Register()
    blocks: list[Block] = []
    for part in kept:
        known = len(register.calculations)
        blocks.append(_block(part, register))
        if not isinstance(part, KeptSeries):
            blocks += [CalculationBlock(calculation=n) for n in range(known, len(register.calculations))]
    if contact:
        blocks.append(handoff(contact))
    calculations = tuple(register.calculations)
    return Composed(tuple(blocks), tuple(register.citations), calculations, plain_text(tuple(blocks), calculations))


def handoff(contact: Contact) -> HandoffBlock:
    """A person to ask: "Ask Jane Doe, Sales: jane@example.com, +1 555 0100"."""
    who = f"{contact.name}, {contact.role}" if contact.role else contact.name
    ways = ", ".join(way for way in (contact.email, contact.phone, contact.url) if way and way != contact.name)
    return HandoffBlock(
        text=f"Ask {who}: {ways}" if ways else f"Ask {who}.",
        name=contact.name,
        role=contact.role,
        email=contact.email,
        phone=contact.phone,
        url=contact.url,
    )


@dataclass
class Register:
    """Numbers citations from 1 and calculations from 0 in the order they are first used."""

    citations: list[Citation] = field(default_factory=list)
    calculations: list[Calculation] = field(default_factory=list)
    _numbers: dict[tuple[str, str, int, int], int] = field(default_factory=dict)
    _indexes: dict[Asked, int] = field(default_factory=dict)

    def cite(self, evidence: tuple[Evidence, ...]) -> tuple[int, ...]:
        """The citation numbers of the evidence; the same place always has the same number."""
        return tuple(dict.fromkeys(self._number(item) for item in evidence))

    def calculate(self, asked: Asked | None, result: Result | None) -> int | None:
        """The index of a calculation among the answer's."""
        if asked is None or result is None:
            return None
        if asked not in self._indexes:
            self._indexes[asked] = len(self.calculations)
            operands = tuple(self._operand(operand) for operand in asked.operands)
            hedge = "about " if result.bound == "about" else ""
            number = f"{hedge}{result.value:,f}".replace("-", "−")
            unit = unit_of(result.kind, result.scale, result.currency, result.unit)
            self.calculations.append(Calculation(formula=result.formula, operands=operands, result=number, unit=unit))
        return self._indexes[asked]

    def _number(self, item: Evidence) -> int:
        key = (item.report, item.passage, item.start, item.end)
        if key not in self._numbers:
            self._numbers[key] = len(self.citations) + 1
            self.citations.append(citation_of(item, self._numbers[key]))
        return self._numbers[key]

    def _operand(self, operand: Operand) -> CalculationOperand:
        quantity = operand.quantity
        return CalculationOperand(
            value=str(quantity.value),
            unit=unit_of(quantity.kind, quantity.scale, quantity.currency, quantity.unit),
            period=str(quantity.period) if quantity.period else None,
            citation=self._number(operand.evidence),
        )


def unit_of(kind: Kind, scale: Decimal, currency: str | None, unit: str) -> str:
    """What a printed number is in: "USD billion", "%", "million tonnes", "times"."""
    match kind:
        case "percent":
            return "%"
        case "multiple":
            return "times"
        case "percentage points" | "basis points":
            return kind
        case _:
            return " ".join(part for part in (currency, SCALE_NAMES.get(scale), unit) if part)


def citation_of(item: Evidence, number: int) -> Citation:
    """What is shown of a piece of evidence, under its number."""
    return Citation(
        number=number,
        report=item.report,
        title=item.title,
        heading=item.heading,
        quote=item.quote,
        start=item.start,
        end=item.end,
        passage=item.passage,
        page=item.page,
        table=item.table,
        row=item.row,
        column=item.column,
        url=item.url,
    )


def _block(part: Kept, register: Register) -> Block:
    match part:
        case KeptParagraph(sentences):
            return ParagraphBlock(sentences=tuple(_cited(verdict, register) for verdict in sentences))
        case KeptListing(intro, items):
            shown = _cited(intro, register)
            return ListBlock(intro=shown, items=tuple(_cited(item, register) for item in items))
        case Grid(title, header, rows):
            cited = tuple(TableRow(cells=cells, citations=register.cite(evidence)) for cells, evidence in rows)
            return TableBlock(title=title, header=header, rows=cited)
        case KeptSeries(series, points):
            return _chart(series, points, register)


def _cited(verdict: Verdict, register: Register) -> CitedText:
    sentence = verdict.sentence
    citations = register.cite(sentence.evidence)
    index = register.calculate(sentence.calculation, verdict.result)
    return CitedText(text=sentence.text, citations=citations, calculation=index)


def _chart(series: Series, points: tuple[KeptPoint, ...], register: Register) -> ChartBlock:
    scale = _chart_scale(max(abs(kept.point.amount) for kept in points))
    unit = " ".join(part for part in (series.unit, SCALE_NAMES.get(scale)) if part)
    return ChartBlock(
        title=series.title, unit=unit, points=tuple(_chart_point(kept, scale, register) for kept in points)
    )


def _chart_point(kept: KeptPoint, scale: Decimal, register: Register) -> ChartPoint:
    point, asked = kept.point, kept.point.calculation
    operands = tuple(operand.evidence for operand in asked.operands) if asked else ()
    citations = register.cite((*point.evidence, *operands))
    amount = kept.result.amount if kept.result else point.amount
    return ChartPoint(
        label=point.label,
        value=float(amount / scale),
        origin="calculated" if asked else "published",
        citations=citations,
        calculation=register.calculate(asked, kept.result),
    )


def _chart_scale(largest: Decimal) -> Decimal:
    """The scale in which the largest amount reads best; below a million numbers are written out."""
    readable = (Decimal(10**power) for power in (12, 9, 6))
    return next((scale for scale in readable if largest >= scale), Decimal(1))
