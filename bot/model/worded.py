"""A sentence that is proposed, with all that it may take its words from."""

from dataclasses import dataclass
from functools import cached_property

from bot.evidence import Evidence, Sentence
from bot.model.figures import cited_by, figure_of, quantities_in
from bot.model.wording import LIMITS, NEGATIONS
from bot.readings import cleaned, folded, sentence_spans
from ingest.domain import Quantity
from ingest.words import words

OTHERWISE = (
    "it says more, less or otherwise than one sentence of what it cites: keep that sentence's words and their order"
)


@dataclass(frozen=True)
class Wording:
    """A proposed sentence, with what it cites and the sentences of the answer so far that cite the same (``kin``)."""

    sentence: Sentence
    kin: tuple[Sentence, ...] = ()

    @cached_property
    def text(self) -> str:
        """As it will be shown."""
        return cleaned(self.sentence.text)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """All it cites."""
        return cited_by(self.sentence)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The sentences it may say again: those of its quotes, and of the answer so far."""
        quotes = (cleaned(item.quote[start:end]) for item in self.evidence for start, end in sentence_spans(item.quote))
        return tuple(dict.fromkeys((*quotes, *(cleaned(each.text) for each in self.kin))))

    @cached_property
    def titles(self) -> frozenset[str]:
        """Stems of the reports' titles, without what would turn a sentence."""
        said = (word for item in self.evidence for word in words(item.title))
        return frozenset(word.stem for word in said if word.text.casefold() not in NEGATIONS | LIMITS)

    @cached_property
    def known(self) -> frozenset[str]:
        """Stems, and words as spelled, of all that it may take its words from."""
        labels = [
            label
            for item in self.evidence
            if item.table
            for label in (*item.heading, item.table, item.row, item.column)
            if label
        ]
        said = [word for text in (*self.units, *labels) for word in words(cleaned(text))]
        return self.titles.union((word.stem for word in said), (word.text.casefold() for word in said))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures it tells."""
        return quantities_in(self.text, self.evidence)

    @cached_property
    def sources(self) -> tuple[Quantity, ...]:
        """The figures of the ledger that can be seen in what it cites."""
        return tuple(q for item in self.evidence for q in item.quantities if folded(q.text) in folded(item.quote))

    @cached_property
    def told(self) -> tuple[Quantity, ...]:
        """Those of them that it tells."""
        amounts = {(f.kind, f.currency, f.amount) for f in map(figure_of, self.quantities)}
        return tuple(q for q in self.sources if (q.kind, q.currency, q.amount) in amounts)


def unended(text: str) -> str:
    """A sentence as it is compared, without its full stop."""
    return folded(text).rstrip(" .")
