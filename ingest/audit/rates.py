"""Checks stated growth rates against the figures they grow between."""

from collections.abc import Iterator
from decimal import Decimal

from ingest.audit.facts import Fact, Key, Ledger
from ingest.audit.finding import Finding
from ingest.audit.wording import amount, of, percent, places, printed
from ingest.domain import Cell, Period, Quantity, Span


def rate_findings(ledger: Ledger) -> Iterator[Finding]:
    """Compound rates that the figures at both ends of their span do not give, however those are rounded.

    A rate r over n years is (last / first) ** (1 / n) - 1.
    """
    for fact in ledger.facts:
        if fact.key.measure == "cagr":
            ends = list(_ends(ledger, fact))
            if ends and not any(_gives(fact.quantity, first, last) for first, last in ends):
                yield _finding(ledger, fact, *ends[0])


def step_findings(ledger: Ledger) -> Iterator[Finding]:
    """Growth from one year to the next that differs from the compound rate a passage names with both figures."""
    for rate in ledger.facts:
        if rate.key.measure != "cagr" or rate.in_table:
            continue
        levels = [fact for fact in _levels(ledger, rate.key) if _near(fact.quantity, rate.quantity)]
        dated = {fact.key.period.first: fact for fact in levels if fact.key.period.kind != "span"}
        first = rate.key.period.first
        last = rate.key.period.last
        if {first, first + 1, last} <= dated.keys():
            yield from _step(ledger, rate, dated[first], dated[first + 1], dated[last])


def _step(ledger: Ledger, rate: Fact, first: Fact, second: Fact, last: Fact) -> Iterator[Finding]:
    growth = (second.quantity.amount / first.quantity.amount - 1) * 100
    low, high = _range(first, second, 1)
    slack = rate.quantity.quantum / 2
    if low - slack <= rate.quantity.value <= high + slack:
        return
    grown = percent(growth, rate.quantity)
    said = (
        f"Growth from {first.key.period} to {second.key.period} is {grown}, while the same passage names a rate "
        f"of {rate.quantity.text} a year over {rate.key.period}"
    )
    years = last.key.period.first - first.key.period.first
    over = _rate(first.quantity.amount, last.quantity.amount, years)
    arithmetic = (
        f"{amount(second.quantity)} / {amount(first.quantity)} - 1 = {grown}, and "
        f"({amount(last.quantity)} / {amount(first.quantity)}) ^ (1/{years}) - 1 = {over:.2f} %"
    )
    off = abs(growth - rate.quantity.value) / abs(rate.quantity.value)
    yield Finding("step", said, arithmetic, off, places(ledger.report, rate, first, second, last))


def _ends(ledger: Ledger, rate: Fact) -> Iterator[tuple[Fact, Fact]]:
    """The figures a rate grows between: those of its own row or passage, else those of the report of the same thing."""
    span = rate.key.period
    own = list(_of_row(ledger, rate.quantity)) if rate.in_table else list(_of_passage(ledger, rate.quantity))
    for levels in (own, _levels(ledger, rate.key)):
        firsts = [fact for fact in levels if fact.key.period == Period(span.first, span.first)]
        lasts = [fact for fact in levels if fact.key.period == Period(span.last, span.last)]
        pairs = [(a, b) for a in firsts for b in lasts if a.key.unit == b.key.unit and a.quantity.amount > 0]
        if pairs:
            yield from pairs
            return


def _of_row(ledger: Ledger, rate: Quantity) -> Iterator[Fact]:
    assert isinstance(rate.source, Cell)
    for quantity in ledger.by_row.get((rate.source.table, rate.source.row), ()):
        key = ledger.key_of(quantity)
        if key and key.measure in {"size", "volume"}:
            yield Fact(key, quantity)


def _of_passage(ledger: Ledger, rate: Quantity) -> Iterator[Fact]:
    """The levels of a rate's sentence and of the one before it, whatever they are said to be of."""
    assert isinstance(rate.quote, Span)
    start = rate.quote.start
    for fact in ledger.facts:
        quote = fact.quantity.quote
        if not isinstance(quote, Span) or quote.section != rate.quote.section:
            continue
        beside = quote.start == start or 0 <= start - quote.end <= _BESIDE
        if beside and fact.key.measure in {"size", "volume"}:
            yield fact


_BESIDE = 2
"""Characters between a sentence and the next one of its passage."""


def _levels(ledger: Ledger, key: Key) -> list[Fact]:
    return ledger.levels.get((key.place, key.subject, "volume" if key.base else "size"), [])


def _gives(rate: Quantity, first: Fact, last: Fact) -> bool:
    low, high = _range(first, last, last.key.period.first - first.key.period.first)
    slack = rate.quantum / 2
    return low - slack <= rate.value <= high + slack


def _range(first: Fact, last: Fact, years: int) -> tuple[Decimal, Decimal]:
    """The least and the largest rate in percent that two printed figures allow."""
    return _rate(first.high, last.low, years), _rate(first.low, last.high, years)


def _rate(first: Decimal, last: Decimal, years: int) -> Decimal:
    if first <= 0 or last <= 0 or years < 1:
        return Decimal("NaN")
    return ((last / first) ** (Decimal(1) / years) - 1) * 100


def _finding(ledger: Ledger, rate: Fact, first: Fact, last: Fact) -> Finding:
    years = last.key.period.first - first.key.period.first
    expected = _rate(first.quantity.amount, last.quantity.amount, years)
    named = of(ledger.report, rate)
    stated = f"The growth rate of {named} over {rate.key.period} is given as {printed(rate.quantity)}"
    given = percent(expected, rate.quantity)
    said = f"{stated}; by its end points it is {given}"
    arithmetic = f"({amount(last.quantity)} / {amount(first.quantity)}) ^ (1/{years}) - 1 = {given}"
    off = abs(rate.quantity.value - expected) / max(abs(expected), Decimal("0.1"))
    return Finding("rate", said, arithmetic, off, places(ledger.report, rate, first, last))


def _near(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of the text stand in one section."""
    return (
        isinstance(one.source, Span) and isinstance(other.source, Span) and one.source.section == other.source.section
    )
