"""Finds parts of a market that a sentence ranks with other figures than the tables print for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.audit.facts import Fact, Ledger
from ingest.domain import Quantity, Span
from ingest.quantity.labels import names_total

RANKING = re.compile(r"\b(?:largest|biggest|smallest|leading|first place|ahead of|followed by)\b", re.IGNORECASE)
"""How a sentence ranks parts."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A figure of a sentence with the name in front of it, as of the part that the tables have under that name."""

    said: Fact
    printed: Fact


def contradicted(ledger: Ledger) -> Iterator[Ranked]:
    """The figures of ranked parts that no table agrees with, each with what one prints for the same part, place and
    time: "Large was the largest size in 2024 at USD 4 million, ahead of Small at USD 3 million"."""
    parts = _parts(ledger)
    for quote, figures in _sentences(ledger).items():
        text = ledger.sentence(quote)
        periods = {q.period for q in figures if q.period}
        if not RANKING.search(text) or len(periods) != 1:
            continue
        period = periods.pop()
        for name, quantity in _named(text, quote, figures, parts):
            same = [fact for fact in parts[name] if _is_same(fact, quantity) and fact.quantity.period == period]
            if not same:
                continue
            said = Fact(replace(same[0].key, place=quantity.place), replace(quantity, period=period))
            if not any(map(said.agrees, same)):
                yield Ranked(said, same[0])


def _is_same(fact: Fact, quantity: Quantity) -> bool:
    printed = fact.quantity
    return (printed.kind, printed.currency, printed.place) == (quantity.kind, quantity.currency, quantity.place)


def _parts(ledger: Ledger) -> dict[str, list[Fact]]:
    """The levels that tables print, by the innermost name of what they are of."""
    found: dict[str, list[Fact]] = {}
    for fact in ledger.facts:
        subject = fact.quantity.subject
        if fact.in_table and fact.key.measure in ("size", "volume") and subject and not names_total(subject[-1]):
            found.setdefault(subject[-1], []).append(fact)
    return found


def _sentences(ledger: Ledger) -> dict[Span, list[Quantity]]:
    """The figures of each sentence, in its order."""
    found: dict[Span, list[Quantity]] = {}
    for q in ledger.quantities:
        if isinstance(q.quote, Span) and isinstance(q.source, Span):
            found.setdefault(q.quote, []).append(q)
    return {quote: sorted(figures, key=_start) for quote, figures in found.items()}


def _start(quantity: Quantity) -> int:
    return quantity.source.start if isinstance(quantity.source, Span) else 0


def _named(
    text: str, quote: Span, figures: Sequence[Quantity], parts: dict[str, list[Fact]]
) -> Iterator[tuple[str, Quantity]]:
    """The sums of money in a sentence, each with the one part that is named between it and the one before."""
    sums = [q for q in figures if q.kind == "money" and q.upper is None and q.bound in ("exact", "about")]
    ends = [0, *(_start(q) - quote.start for q in sums)]
    for (start, end), quantity in zip(pairwise(ends), sums, strict=True):
        between = text[start:end]
        names = [name for name in parts if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", between)]
        longest = [name for name in names if not any(name != other and name in other for other in names)]
        if len(longest) == 1:
            yield longest[0], quantity
