"""The figures an answer tells: a model may tell these again, and must, and no others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.arithmetic import compute
from bot.cited import occurs
from bot.claims import Piece, market_frame, read_claims
from bot.evidence import Calculation, Draft, Evidence, Grid, Listing, Paragraph, Sentence, Series
from bot.readings import cleaned, folded
from ingest.domain import Kind, Period, Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in units of one, its unit and its time; of a plain number the noun is left to verification."""

    kind: Kind
    currency: str | None
    amount: Decimal
    upper: Decimal | None
    period: Period | None


def figure_of(quantity: Quantity) -> Figure:
    """A quantity as it is compared."""
    upper = None if quantity.upper is None else quantity.upper * quantity.scale
    return Figure(quantity.kind, quantity.currency, quantity.amount, upper, quantity.period)


def figures_in(text: str, evidence: Iterable[Evidence]) -> frozenset[Figure]:
    """The figures that a sentence tells."""
    return frozenset(map(figure_of, quantities_in(text, evidence)))


def quantities_in(text: str, evidence: Iterable[Evidence]) -> tuple[Quantity, ...]:
    """The quantities of a sentence, read as verification reads it."""
    return read_claims(text, market_frame(tuple(item.title for item in evidence))).quantities


def figures_of(sentence: Sentence) -> frozenset[Figure]:
    """Those of a drafted sentence."""
    return figures_in(sentence.text, cited_by(sentence))


def cited_by(sentence: Sentence) -> tuple[Evidence, ...]:
    """All that a sentence cites: its own evidence, then its calculation's."""
    operands = sentence.calculation.operands if sentence.calculation else ()
    return tuple(dict.fromkeys((*sentence.evidence, *(operand.evidence for operand in operands))))


def sentences_of(draft: Draft) -> tuple[Sentence, ...]:
    """The sentences of its paragraphs, in order."""
    return tuple(sentence for block in draft.blocks if isinstance(block, Paragraph) for sentence in block.sentences)


def calculations_of(draft: Draft) -> tuple[Calculation, ...]:
    """The calculations its paragraphs tell the results of."""
    found = (sentence.calculation for sentence in sentences_of(draft) if sentence.calculation)
    return tuple(dict.fromkeys(found))


def loose_in(text: str, evidence: Iterable[Evidence]) -> tuple[Piece, ...]:
    """What shows a number in a sentence and is none of its quantities and times."""
    return read_claims(text, market_frame(tuple(item.title for item in evidence))).loose


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer tells. ``figures`` are those of its sentences, blocks and calculations."""

    figures: frozenset[Figure]

    def has(self, figure: Figure) -> bool:
        """Whether it tells this very number of this very time."""
        return figure in self.figures

    def times_of(self, figure: Figure) -> tuple[str, ...]:
        """The times it tells the same number of."""
        same = (f for f in self.figures if _timeless(f) == _timeless(figure))
        return tuple(sorted({str(f.period) for f in same if f.period}))


def told_by(draft: Draft) -> Told:
    """All figures of a draft: as its sentences say them, and as the ledger has those they say."""
    return Told(frozenset(_told(draft)))


def _told(draft: Draft) -> Iterator[Figure]:
    for sentence in sentences_of(draft):
        yield from _said(sentence)
        if sentence.calculation:
            result = compute(sentence.calculation)
            yield Figure(result.kind, result.currency, abs(result.amount), None, result.period)
            yield from (figure_of(operand.quantity) for operand in sentence.calculation.operands)
    for block in draft.blocks:
        match block:
            case Listing(intro, items):
                yield from (f for each in (intro, *items) for f in _said(each))
            case Grid(rows=rows):
                yield from (
                    figure_of(q) for cells, evidence in rows for q in _visible(evidence) if _stands_in(q, cells)
                )
            case Series(points=points):
                yield from (figure_of(q) for p in points for q in _visible(p.evidence) if q.amount == p.amount)


def _said(sentence: Sentence) -> Iterator[Figure]:
    """The figures of a sentence as it says them, and as the ledger has them."""
    said = figures_of(sentence)
    amounts = {_timeless(figure) for figure in said}
    yield from said
    yield from (f for f in map(figure_of, _visible(cited_by(sentence))) if _timeless(f) in amounts)


def _stands_in(quantity: Quantity, cells: tuple[str, ...]) -> bool:
    """Whether a row shows a figure, and not only cites a sentence that has it too."""
    return any(occurs(said, cell) for cell in cells for said in (quantity.text, f"{quantity.value:,}"))


def _visible(evidence: Iterable[Evidence]) -> Iterator[Quantity]:
    for item in evidence:
        quote = folded(cleaned(item.quote))
        yield from (q for q in item.quantities if folded(q.text) in quote)


def _timeless(figure: Figure) -> tuple[Kind, str | None, Decimal, Decimal | None]:
    return figure.kind, figure.currency, figure.amount, figure.upper
