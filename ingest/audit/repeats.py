"""Finds the same figure said differently: in two tables, in the text and a table, in an answered question."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.audit.facts import Fact, Ledger
from ingest.audit.finding import Finding, Kind
from ingest.audit.rankings import RANKING, contradicted
from ingest.audit.wording import apart, of, places, printed
from ingest.domain import Cell, Quantity, Report, Source, Span
from ingest.places import find_places
from ingest.words import stem, words

_UNIT_STEPS = frozenset(Decimal(10) ** power for power in (3, 6, 9, -3, -6, -9))
BEFORE = 300
"""Characters before a sentence in which what it goes on to speak of is named."""

UNIT_OFF = Decimal(999)
"""How far figures are off whose unit is wrong by thousands."""

_SAID: frozenset[str] = frozenset({"size", "volume", "cagr", "price"})
"""Measures of figures in the text that are compared: of the growth and shares of parts a sentence seldom says all that
they depend on."""


def repeat_findings(ledger: Ledger) -> Iterator[Finding]:
    """Figures of one thing of which one place's cannot be a rounding of the others'."""
    clashes = [clash for facts in ledger.by_key.values() for clash in _clashes(ledger, facts)]
    scaled = _wrong_scales(clashes)
    yield from (_of_unit(ledger, tables, several) for tables, several in scaled.items())
    for odd, usual in clashes:
        if _tables(odd, usual) not in scaled:
            yield _finding(ledger, odd, usual)
    yield from (_finding(ledger, ranked.said, ranked.printed) for ranked in contradicted(ledger))


def _clashes(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The figures that differ from those most others agree with, each with one of those."""
    compared = [fact for fact in _told_apart(facts) if fact.in_table or _is_whole_said(fact)]
    if len(compared) < 2:
        return
    exact = [fact for fact in compared if fact.quantity.bound == "exact"] or compared  # "about" agrees with too much
    usual = max(exact, key=lambda fact: (sum(map(fact.agrees, exact)), fact.in_table, -exact.index(fact)))
    for fact in compared:
        if (
            not fact.agrees(usual)
            and _are_of_one(ledger, fact, usual)
            and not any(_is_of_another(ledger, one) for one in (fact, usual))
        ):
            yield fact, usual


def _are_of_one(ledger: Ledger, one: Fact, other: Fact) -> bool:
    """Whether the growth of one thing is told, by the words for what grew: not that of revenue and of customers."""
    grown = [_grown(ledger, fact) for fact in (one, other)]
    return one.key.measure != "growth" or not grown[0].isdisjoint(grown[1])


def _grown(ledger: Ledger, fact: Fact) -> frozenset[str]:
    """The stems of the words for what grew: those of a table's label, or of the whole sentence. A table's "year-on-year
    growth" is that of what is sold."""
    told = ledger.sentence(fact.quantity.quote) or fact.quantity.label
    said = frozenset(word.stem for word in words(told)) - _GROWS
    source = fact.quantity.source
    if not said and isinstance(source, Cell):
        said = _titled(ledger.report.tables[source.table].title)
    return frozenset("revenue" if each in _SOLD else each for each in said)


def _titled(title: str) -> frozenset[str]:
    """The stem of what a title says grew; what is sold where it does not: "Global: Year-on-year growth, by country"."""
    named = _GROWTH_OF.search(title)
    said = frozenset([stem((named["of"] or named["what"]).lower())] if named else ()) - _GROWS
    return said or _SOLD


_GROWTH_OF = re.compile(r"\bgrowth (?:rates? )?(?:of|in) (?P<of>[a-z]\w+)|(?P<what>[a-z]\w+) growth\b", re.IGNORECASE)


_GROWS = frozenset(
    map(stem, "annual yearly year on over growth grew change changed rose fell rise fall increase decrease by".split())
)
"""Words for that something grew, which say nothing of what did."""


_SOLD = frozenset(map(stem, "revenue revenues sales turnover market size value".split()))
"""Words for what a market is worth."""


def _is_whole_said(fact: Fact) -> bool:
    """Whether a sentence says all that a figure depends on: what is measured, or the growth of a whole market."""
    return fact.key.measure in _SAID or (fact.key.measure == "growth" and not fact.key.subject)


def _told_apart(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts without those of a table or sentence that prints several figures for one thing: what parts them was not
    read."""
    together: dict[int | Source, list[Fact]] = {}
    for fact in facts:
        together.setdefault(_printed_with(fact), []).append(fact)
    mixed = {place for place, own in together.items() if not all(map(own[0].agrees, own))}
    return (fact for fact in facts if _printed_with(fact) not in mixed)


def _printed_with(fact: Fact) -> int | Source:
    """The table, or the sentence, that a figure stands in."""
    source = fact.quantity.source
    return source.table if isinstance(source, Cell) else fact.quantity.quote


def _is_of_another(ledger: Ledger, said: Fact) -> bool:
    """Whether a figure of the text is that of something else, in a table or sentence, or of a part that its sentence
    ranks and that was not found in it ("Large was the largest size"): then its sentence was misread."""
    if said.in_table:
        return False
    others = (fact for fact in ledger.alike(said) if fact.key != said.key)
    return _ranks_parts(ledger, said) or any(_may_be_meant(ledger.report, said, other) for other in others)


def _may_be_meant(report: Report, said: Fact, other: Fact) -> bool:
    """Whether what a figure of the text is said of may be what another one is of: it is named in the sentence, or right
    before it, or both have the same names. Else they are alike by chance."""
    quote = said.quantity.quote
    named = other.quantity.subject[-1:] or ((other.quantity.place,) if other.quantity.place else ())
    if not isinstance(quote, Span) or not named:
        return True
    around = report.sections[quote.section].text[max(0, quote.start - BEFORE) : quote.end].lower()
    return any(name.lower() in around for name in named) or other.quantity.subject == said.quantity.subject


def _ranks_parts(ledger: Ledger, said: Fact) -> bool:
    """Whether a figure taken to be the whole's stands in a sentence that ranks parts and names no place."""
    text = ledger.sentence(said.quantity.quote)
    return not said.key.subject and bool(RANKING.search(text)) and not find_places(text)


def _tables(odd: Fact, usual: Fact) -> tuple[int, int] | None:
    one, other = odd.quantity.source, usual.quantity.source
    return (one.table, other.table) if isinstance(one, Cell) and isinstance(other, Cell) else None


def _wrong_scales(clashes: Sequence[tuple[Fact, Fact]]) -> dict[tuple[int, int], list[tuple[Fact, Fact]]]:
    """The pairs of tables that print the same digits and differ in their unit by thousands."""
    found: dict[tuple[int, int], list[tuple[Fact, Fact]]] = {}
    for odd, usual in clashes:
        tables = _tables(odd, usual)
        if tables and _step(odd.quantity, usual.quantity) in _UNIT_STEPS:
            found.setdefault(tables, []).append((odd, usual))
    return found


def _step(one: Quantity, other: Quantity) -> Decimal | None:
    if one.value != other.value or not other.scale:
        return None
    return one.scale / other.scale


def _of_unit(ledger: Ledger, tables: tuple[int, int], clashes: Sequence[tuple[Fact, Fact]]) -> Finding:
    odd, usual = clashes[0]
    one, other = (ledger.report.tables[number].title for number in tables)
    units = f"{printed(odd.quantity)} and {printed(usual.quantity)}"
    said = f"'{one}' and '{other}' print the same digits in different units: {units}"
    arithmetic = f"{len(clashes)} figures differ by a factor of {_factor(odd, usual)}"
    return Finding("unit", said, arithmetic, UNIT_OFF, places(ledger.report, odd, usual))


def _factor(one: Fact, other: Fact) -> str:
    larger, smaller = sorted((one.quantity.scale, other.quantity.scale), reverse=True)
    return f"{larger / smaller:,.0f}"


def _finding(ledger: Ledger, odd: Fact, usual: Fact) -> Finding:
    named = of(ledger.report, odd)
    both = f"{printed(odd.quantity)} in one place, {printed(usual.quantity)} in another"
    said = f"{named[:1].upper()}{named[1:]}, {odd.key.period}: {both}"
    difference = odd.quantity.amount - usual.quantity.amount
    off = abs(difference) / abs(usual.quantity.amount) if usual.quantity.amount else Decimal(1)
    arithmetic = f"they differ by {apart(off)}, more than rounding allows"
    return Finding(_kind(ledger.report, odd, usual), said, arithmetic, off, places(ledger.report, odd, usual))


def _kind(report: Report, odd: Fact, usual: Fact) -> Kind:
    if any(_in_answer(report, fact.quantity) for fact in (odd, usual)):
        return "faq"
    return "reprint" if odd.in_table and usual.in_table else "text"


def _in_answer(report: Report, quantity: Quantity) -> bool:
    source = quantity.source
    return isinstance(source, Span) and any(
        heading.endswith("?") or "frequently asked" in heading.lower()
        for heading in report.sections[source.section].heading
    )
