"""What a quantity of the ledger is about, as the stems a question is compared with."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.domain import Cell, Quantity, Report, Span
from ingest.words import STOPWORDS, words

GENERIC = frozenset(
    word.stem
    for word in words(
        "market markets industry industries segment segments sector sectors category categories total overall all "
        "global worldwide world area field space business"
    )
)
"""Stems that stand for a whole or a part of any market, and so tell no two quantities apart."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A quantity with the stems that say what it is about.

    ``core`` are those of its innermost subject, ``path`` those of all of it, ``said`` those of its label, unit and
    tags, ``around`` everything in the sentence or row that says it, ``above`` its headings, table title and column header.
    """

    quantity: Quantity
    core: frozenset[str]
    path: frozenset[str]
    said: frozenset[str]
    around: frozenset[str]
    above: frozenset[str]

    @property
    def about(self) -> frozenset[str]:
        """All that its own fields say."""
        return self.path | self.said


def sense_of(quantity: Quantity, report: Report, market: frozenset[str]) -> Sense:
    """The stems of a quantity; those of the market's own name and of any market are left out of its subject."""
    common = market | GENERIC
    path = stems(quantity.subject) - common
    around, above = _surroundings(quantity, report)
    return Sense(
        quantity=quantity,
        core=(stems(quantity.subject[-1:]) - common) or path,
        path=path,
        said=stems((quantity.label, quantity.unit, *quantity.tags)),
        around=around,
        above=above,
    )


def _surroundings(quantity: Quantity, report: Report) -> tuple[frozenset[str], frozenset[str]]:
    source, quote = quantity.source, quantity.quote
    if isinstance(source, Cell):
        table = report.tables[source.table]
        labels = [cell for cell in table.rows[source.row] if not cell[:1].isdigit()]
        return stems(labels), stems((table.title, table.header[source.column], *table.notes, *table.heading))
    section = report.sections[source.section]
    said = section.text[quote.start : quote.end] if isinstance(quote, Span) else ""
    return stems((said,)), stems(section.heading)


def stems(texts: Iterable[str]) -> frozenset[str]:
    """Stems of the words that mean something."""
    return frozenset(w.stem for text in texts for w in words(text) if w.text.lower() not in STOPWORDS)
