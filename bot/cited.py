"""What a sentence may lean on: the words, quantities, periods and places of the evidence it cites."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.evidence import Evidence
from bot.readings import cleaned, folded, periods_in, places_in, sentence_spans, stems_in
from ingest.domain import Period, Quantity
from ingest.quantity.frame import Frame


def citable(evidence: Evidence) -> bool:
    """Whether the quote is a verbatim, non-empty stretch of its text that cuts no word or number in two."""
    start, end, text = evidence.start, evidence.end, evidence.text
    if not 0 <= start < end <= len(text) or not evidence.quote.strip():
        return False
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    """Whether the characters on both sides of an offset belong to one word or number."""
    return bool(0 < at < len(text) and _WITHIN.fullmatch(text[max(0, at - 2) : at] + "|" + text[at : at + 2]))


_WITHIN = re.compile(r".?[^\W_]\|[^\W_].?|\d[.,]\|\d.?|.?\d\|[.,]\d", re.DOTALL)


@dataclass(frozen=True)
class Cited:
    """The evidence of one sentence, read once."""

    evidence: tuple[Evidence, ...]
    frame: Frame

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """The quotes as a reader sees them."""
        return tuple(cleaned(item.quote) for item in self.evidence)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What stands above and beside the quotes: report title, headings, table title, row and column labels."""
        parts = [
            part for item in self.evidence for part in (item.title, *item.heading, item.table, item.row, item.column)
        ]
        return tuple(dict.fromkeys(cleaned(part) for part in parts if part))

    def visible(self, item: Evidence) -> tuple[Quantity, ...]:
        """The ledger's quantities that can be seen in their quote."""
        return tuple(quantity for quantity in item.quantities if folded(quantity.text) in folded(item.quote))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All of them, of every quote."""
        return tuple(quantity for item in self.evidence for quantity in self.visible(item))

    @cached_property
    def only_period(self) -> Period | None:
        """The one period of the quotes, or where they name none, of the labels beside them, or above them."""
        beside = [part for item in self.evidence for part in (item.row, item.column, item.table) if part]
        above = [part for item in self.evidence for part in item.heading]
        for texts in (self.quotes, beside, above, [item.title for item in self.evidence]):
            periods = self._periods_of(texts)
            if periods:
                return next(iter(periods)) if len(periods) == 1 else None
        return None

    def _periods_of(self, texts: Iterable[str]) -> frozenset[Period]:
        return frozenset[Period]().union(*(periods_in(text, self.frame) for text in texts))

    @cached_property
    def periods(self) -> frozenset[Period]:
        """Every period of the quotes, their labels and their quantities."""
        of_quantities = (quantity.period for quantity in self.quantities if quantity.period)
        return self._periods_of((*self.quotes, *self.labels)).union(of_quantities)

    @cached_property
    def places(self) -> frozenset[str]:
        """Canonical names of the places of the quotes, their labels and their quantities."""
        of_quantities = (quantity.place for quantity in self.quantities if quantity.place)
        return frozenset(of_quantities).union(*map(places_in, (*self.quotes, *self.labels)))

    @cached_property
    def title_places(self) -> frozenset[str]:
        """Canonical names of the places in the reports' titles."""
        return frozenset[str]().union(*(places_in(item.title) for item in self.evidence))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of every word of the quotes and labels."""
        return frozenset[str]().union(*map(stems_in, (*self.quotes, *self.labels)))

    def says(self, text: str) -> bool:
        """Whether a quote has the text verbatim, not as a part of a longer word or number."""
        return any(occurs(text, quote) for quote in self.quotes)

    def shows(self, text: str) -> bool:
        """Whether a quote or a label has the text verbatim."""
        return self.says(text) or any(occurs(text, label) for label in self.labels)

    def is_quoted_whole(self, text: str) -> bool:
        """Whether the text is one or more whole sentences of one quote, as they follow each other."""
        wanted = _unended(folded(text))
        return any(_is_run(wanted, _whole_sentences(item)) for item in self.evidence)


def _whole_sentences(item: Evidence) -> list[str]:
    """The source's sentences that lie whole inside the quote."""
    inside = [(start, end) for start, end in sentence_spans(item.text) if item.start <= start and end <= item.end]
    return [folded(item.text[start:end]) for start, end in inside]


def _is_run(wanted: str, run: list[str]) -> bool:
    for first in range(len(run)):
        joined = ""
        for sentence in run[first:]:
            joined = f"{joined} {sentence}".strip()
            if _unended(joined) == wanted:
                return True
            if not wanted.startswith(joined):
                break
    return False


def occurs(text: str, within: str) -> bool:
    """Whether a text stands in another, whole: "5%" does not stand in "15%", nor "4.2" in "4.25"."""
    wanted = re.escape(folded(text).strip(" .,;:"))
    return bool(wanted) and bool(re.search(rf"(?<![\w$€£¥₹])(?<!\d[.,]){wanted}(?![\w%])(?![.,]\d)", folded(within)))


def _unended(text: str) -> str:
    return text.rstrip(" .")
