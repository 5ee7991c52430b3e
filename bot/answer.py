"""The answer's JSON: what survived verification, the same on every face."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.evidence import Reason

Status = Literal["answered", "partial", "declined"]


class Record(BaseModel):
    """Frozen, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(Record):
    """The source and the verbatim quote; ``start`` and ``end`` count in the text of ``GET /v1/passages/{passage}``."""

    number: int
    report: str
    title: str
    heading: tuple[str, ...]
    quote: str
    start: int
    end: int
    passage: str
    page: int | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    url: str | None = None


class CalculationOperand(Record):
    """A published figure used in a calculation; ``value`` is a decimal as printed, ``citation`` a citation's number."""

    value: str
    unit: str
    period: str | None
    citation: int


class Calculation(Record):
    """Calculated, not published: the formula with its numbers filled in, and the result as it is said."""

    formula: str
    operands: tuple[CalculationOperand, ...]
    result: str
    unit: str


class CitedText(Record):
    """A sentence or item with the numbers of its citations and the index of its calculation among the answer's."""

    text: str
    citations: tuple[int, ...] = ()
    calculation: int | None = None


class ParagraphBlock(Record):
    type: Literal["paragraph"] = "paragraph"
    sentences: tuple[CitedText, ...]


class ListBlock(Record):
    type: Literal["list"] = "list"
    intro: CitedText
    items: tuple[CitedText, ...]


class TableRow(Record):
    cells: tuple[str, ...]
    citations: tuple[int, ...]


class TableBlock(Record):
    type: Literal["table"] = "table"
    title: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]


class ChartPoint(Record):
    """``value`` is in ``unit`` of its chart ("USD billion")."""

    label: str
    value: float
    origin: Literal["published", "calculated"]
    citations: tuple[int, ...]
    calculation: int | None = None


class ChartBlock(Record):
    type: Literal["chart"] = "chart"
    title: str
    unit: str
    points: tuple[ChartPoint, ...]


class CalculationBlock(Record):
    """Shows calculation number ``calculation`` (an index into the answer's calculations)."""

    type: Literal["calculation"] = "calculation"
    calculation: int


class HandoffBlock(Record):
    """A person to ask."""

    type: Literal["handoff"] = "handoff"
    text: str
    name: str
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None


Block = Annotated[
    ParagraphBlock | ListBlock | TableBlock | ChartBlock | CalculationBlock | HandoffBlock, Field(discriminator="type")
]


class Answer(Record):
    """What survived verification. ``text`` is the blocks as plain text with ``[n]`` marks."""

    id: str
    status: Status
    reason: Reason | None = None
    text: str
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    suggestions: tuple[str, ...] = ()
    conversation: str
    answerer: str
    took_ms: float
