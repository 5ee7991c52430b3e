"""What a quantity of the ledger is about, as the stems a question is compared with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.readings import sentence_spans
from ingest.domain import Cell, Quantity, Report, Source, Span
from ingest.places import find_places
from ingest.quantity.periods import read_periods
from ingest.words import STOPWORDS, stem, words

GENERIC = frozenset(
    word.stem
    for word in words(
        "market markets industry industries segment segments sector sectors category categories total overall all "
        "global worldwide world unit units average selling price prices sale sales revenue size value volume"
    )
)
"""Stems that stand for a whole or a part of any market, and so tell no two quantities apart."""

OTHERS = frozenset(word.stem for word in words("other others rest remaining"))
"""Stems that name what is left over, which is asked for by that name only."""


@dataclass(frozen=True)
class Sense:
    """A quantity with the stems that say what it is about.

    ``core`` are those of its innermost subject, ``path`` those of all of it, ``said`` those of its label, unit and
    tags, ``around`` everything in the sentence or row that says it, ``above`` its headings, table title and column
    header. ``years`` and ``places`` are those its sentence or row names; ``before`` is the
    sentence before it in its paragraph, which may name the time for both.
    """

    quantity: Quantity
    core: frozenset[str]
    path: frozenset[str]
    said: frozenset[str]
    around: frozenset[str]
    above: frozenset[str]
    years: frozenset[int]
    places: frozenset[str]
    before: Span | None = None

    @cached_property
    def about(self) -> frozenset[str]:
        """All that its own fields say."""
        return self.path | self.said

    @cached_property
    def sentence(self) -> frozenset[str]:
        """What its own fields and its sentence or row say."""
        return self.about | self.around

    @cached_property
    def everything(self) -> frozenset[str]:
        """The same with what it stands under."""
        return self.sentence | self.above


def sense_of(quantity: Quantity, report: Report, market: frozenset[str]) -> Sense:
    """The stems of a quantity; those of the market's own name and of any market are left out of its subject."""
    common = market | GENERIC
    path = (stems(quantity.subject) - common) | _left_over(quantity.subject)
    said, titles = _surroundings(quantity, report)
    around, years, places = _read(said)
    return Sense(
        quantity=quantity,
        core=(stems(quantity.subject[-1:]) - common) | _left_over(quantity.subject[-1:]) or path,
        path=path,
        said=stems((quantity.label, quantity.unit, *quantity.tags)),
        around=around,
        above=stems(titles),
        years=years,
        places=places,
        before=_sentence_before(quantity.quote, report),
    )


def _left_over(subject: Sequence[str]) -> frozenset[str]:
    """The stem of a part that is called nothing but "Other", which tells it from the whole though any text has it."""
    return frozenset(found for part in subject if (found := stem(part.strip())) in OTHERS)


def _surroundings(quantity: Quantity, report: Report) -> tuple[str, tuple[str, ...]]:
    """The sentence or row that says it, and the titles it stands under."""
    source, quote = quantity.source, quantity.quote
    if isinstance(source, Cell):
        table = report.tables[source.table]
        labels = [cell for cell in table.rows[source.row] if cell and not cell[0].isdigit()]
        return "; ".join(labels), (table.title, table.header[source.column], *table.notes, *table.heading)
    section = report.sections[source.section]
    return section.text[quote.start : quote.end] if isinstance(quote, Span) else "", section.heading


def _sentence_before(quote: Source, report: Report) -> Span | None:
    """The sentence before another in the same paragraph."""
    if not isinstance(quote, Span):
        return None
    text = report.sections[quote.section].text
    spans = sentence_spans(text)
    at = next((n for n, (start, end) in enumerate(spans) if start <= quote.start < end), 0)
    if at == 0 or "\n" in text[spans[at - 1][1] : spans[at][0]]:
        return None
    return Span(quote.section, *spans[at - 1])


@lru_cache(maxsize=4096)
def _read(said: str) -> tuple[frozenset[str], frozenset[int], frozenset[str]]:
    years = frozenset(year for found in read_periods(said) for year in (found.value.first, found.value.last))
    return stems((said,)), years, frozenset(found.value.name for found in find_places(said))


def stems(texts: Iterable[str]) -> frozenset[str]:
    """Stems of the words that mean something."""
    return frozenset[str]().union(*map(_stems_of, texts))


@lru_cache(maxsize=65536)
def _stems_of(text: str) -> frozenset[str]:
    """Of one text; every question compares itself with the same sentences and names."""
    return frozenset(w.stem for w in words(text) if w.text.lower() not in STOPWORDS)
