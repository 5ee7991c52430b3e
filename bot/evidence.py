"""What was found for a question, and what an answerer proposes from it, before verification."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ingest.domain import Contact, Quantity

Operation = Literal["difference", "growth", "multiple", "share", "cagr", "at_rate", "sum", "portion"]
"""difference b − a; growth (b − a) / a; multiple b / a; share part / whole; cagr (b / a)^(1 / years) − 1;
at_rate a × (1 + rate)^years; sum a + b + …; portion whole × share"""

Reason = Literal[
    "not_in_report",  # the report does not speak of it
    "not_published",  # it speaks of it but gives no such figure
    "out_of_scope",  # not a question for a report: weather, advice, code
    "unclear",  # the question names nothing to look for
    "no_report",  # no such report in the library
    "unverified",  # something was drafted, and nothing of it survived verification
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, cell or quantity found for a question.

    ``passage`` is the address ``GET /v1/passages/{passage}`` answers to; ``text`` is the text of the cited section or
    cell as that address returns it, and ``text[start:end]`` is the verbatim quote. ``quantities`` are the ledger's
    figures inside the quote. For a cell, ``table`` is the table's title, ``row`` and ``column`` their labels.
    """

    report: str
    title: str
    passage: str
    heading: tuple[str, ...]
    text: str
    start: int
    end: int
    quantities: tuple[Quantity, ...] = ()
    url: str | None = None
    page: int | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    score: float = 0.0

    @property
    def quote(self) -> str:
        """The verbatim words that are cited."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Operand:
    """A published figure that a calculation uses, with the evidence it was read from."""

    quantity: Quantity
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Calculation:
    """A calculation an answerer asks for: the operation and its operands in the order ``Operation`` names them.

    ``years`` is the exponent's span for "cagr" and "at_rate" (whole years). The result is never given by the
    answerer: ``bot.arithmetic`` computes it, and verification computes it again.
    """

    operation: Operation
    operands: tuple[Operand, ...]
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, what it cites and the calculation behind it, if any.

    ``echo`` are words of the user's own question, verbatim, that the sentence rejects ("19%", "Japan"): they may stand
    only where "no" or "not" governs them, and need no source there.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    calculation: Calculation | None = None
    echo: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that read on."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: what it is of, and its items, each cited."""

    intro: Sentence
    items: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The part of a table an answer shows; every row is cited as its cells' sentence."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[Evidence, ...]], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a series: published (``evidence``) or calculated (``calculation``)."""

    label: str
    amount: Decimal
    evidence: tuple[Evidence, ...] = ()
    calculation: Calculation | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A series over time, drawn as a chart. Amounts are in units of one of ``currency`` or ``unit``."""

    title: str
    unit: str
    points: tuple[Point, ...]


DraftBlock = Paragraph | Listing | Grid | Series


@dataclass(frozen=True, slots=True)
class Draft:
    """What an answerer proposes. ``reason`` set: it proposes to decline; the blocks then say what is missing and near.

    A sentence without evidence survives verification only when it has no number and its block is of a declined or
    conversational draft (``speaks`` False: it says nothing about the report's subject matter). ``partial``: a part of
    what was asked is answered, the rest is said to be missing.
    """

    blocks: tuple[DraftBlock, ...]
    reason: Reason | None = None
    speaks: bool = True
    partial: bool = False
    contact: Contact | None = None
    suggestions: tuple[str, ...] = ()
    answerer: str = "lookup"

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """All that its blocks cite, in order."""
        return tuple(each for block in self.blocks for each in _cited(block))


def _cited(block: DraftBlock) -> Iterator[Evidence]:
    match block:
        case Paragraph(sentences):
            yield from (each for sentence in sentences for each in sentence.evidence)
        case Listing(intro, items):
            yield from (each for sentence in (intro, *items) for each in sentence.evidence)
        case Grid(rows=rows):
            yield from (each for _, evidence in rows for each in evidence)
        case Series(points=points):
            yield from (each for point in points for each in point.evidence)
