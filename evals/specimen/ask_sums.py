"""Questions whose answers must be worked out: shares, differences, sums and rates of growth."""

import random
from dataclasses import replace
from decimal import Decimal

from evals.specimen.draft import Draft, calculated, is_askable, percentage, published
from evals.specimen.facts import Fact, Facts, column_facts, fact_of, place_of, row_facts
from evals.specimen.layout import TableKind
from evals.specimen.table import SpecimenTable
from evals.specimen.wording import Phrases, Wording, measure, subject, within, worded

SHARE = Phrases(
    (
        "What share of total revenue does {a} have {where} in {year}?",
        "What percentage of the market is {a} {where} in {year}?",
        "How much of the revenue {where} in {year} comes from {a}, in percent?",
    ),
    ("{a} share of total {where} {year}", "{a} % of revenue {where} {year}"),
)
DIFFERENCE = Phrases(
    (
        "By how much does the {measure} of {a} exceed that of {b} {where} in {year}?",
        "What is the difference in {measure} between {a} and {b} {where} in {year}?",
        "How far apart are {a} and {b} {where} in {year} in {measure}?",
    ),
    ("{a} minus {b} {where} {year} {measure}",),
)
SUM = Phrases(
    (
        "What do {a} and {b} add up to {where} in {year} in {measure}?",
        "What is the combined {measure} of {a} and {b} {where} in {year}?",
        "Taken together, what {measure} do {a} and {b} have {where} in {year}?",
    ),
    ("{a} plus {b} {where} {year} {measure}", "{a} + {b} {measure} {where} {year}"),
)
GROWTH = Phrases(
    (
        "By what percentage does the {measure} of {a} change {where} from {first} to {last}?",
        "How much does the {measure} of {a} grow {where} between {first} and {last} in percent?",
        "What is the growth of {a} {where} from {first} to {last} in %, by {measure}?",
    ),
    ("{a} growth {where} {first} to {last} % {measure}",),
)
RATE = Phrases(
    (
        "What is the CAGR of {a} {where} from {first} to {last}?",
        "Work out the compound annual growth rate of {a} {where} between {first} and {last}.",
        "What yearly rate of growth takes {a} {where} from its {first} revenue to that of {last}?",
    ),
    ("cagr {a} {where} {first}-{last}",),
)


def ask_share(facts: Facts, chance: random.Random) -> Draft | None:
    """A part of the total: as printed in a table of shares, or worked out."""
    table = facts.pick(chance, "history", "forecast")
    column = chance.randrange(len(table.columns) - 1)
    part = _any(column_facts(table, column), chance)
    total = fact_of(table.rows[-1], table.rows[-1].cells[column])
    if part is None or total is None or part.meaning.place != total.meaning.place or total.value == 0:
        return None
    value = 100 * part.value / total.value
    if not is_askable(value):
        return None
    meaning = replace(
        part.meaning, measure="share", kind="percent", scale=1, currency=None, whole=total.meaning.place or "World"
    )
    printed = facts.known.get(meaning)
    golds = percentage(value) + (published(printed) if printed else [])
    asked = _between(SHARE, (part,), table, chance)
    quotes = (*part.quotes, *(printed.quotes if printed else ()))
    return Draft("calculation", asked, {"figure": [golds]}, quotes, ("share",))


def ask_difference(facts: Facts, chance: random.Random) -> Draft | None:
    """One row less another, of the same column."""
    found = _pair(facts, chance)
    if found is None:
        return None
    table, larger, smaller = found
    asked = _between(DIFFERENCE, (larger, smaller), table, chance)
    gold = calculated(larger.value - smaller.value, larger)
    return Draft("calculation", asked, {"figure": [gold]}, (*larger.quotes, *smaller.quotes), ("difference",))


def ask_sum(facts: Facts, chance: random.Random) -> Draft | None:
    """Two rows of the same column together."""
    found = _pair(facts, chance)
    if found is None:
        return None
    table, larger, smaller = found
    asked = _between(SUM, (larger, smaller), table, chance)
    gold = calculated(larger.value + smaller.value, larger)
    return Draft("calculation", asked, {"figure": [gold]}, (*larger.quotes, *smaller.quotes), ("sum",))


def ask_growth(facts: Facts, chance: random.Random) -> Draft | None:
    """The change of a row between two years that do not follow each other."""
    found = _ends(facts, chance, "history", "volume")
    if found is None:
        return None
    first, last, _ = found
    value = 100 * (last.value / first.value - 1)
    if not is_askable(value):
        return None
    asked = _over(GROWTH, first, last, facts, chance)
    gold = percentage(value)
    return Draft("calculation", asked, {"figure": [gold]}, (*first.quotes, *last.quotes), ("growth",))


def ask_rate(facts: Facts, chance: random.Random) -> Draft | None:
    """The compound rate over a span no table prints."""
    found = _ends(facts, chance, "history")
    if found is None:
        return None
    first, last, years = found
    value = 100 * ((last.value / first.value) ** (Decimal(1) / years) - 1)
    if not is_askable(value):
        return None
    asked = _over(RATE, first, last, facts, chance)
    gold = percentage(value)
    return Draft("calculation", asked, {"figure": [gold]}, (*first.quotes, *last.quotes), ("rate",))


def _pair(facts: Facts, chance: random.Random) -> tuple[SpecimenTable, Fact, Fact] | None:
    """Two figures of a column, the larger first, far enough apart to tell."""
    table = facts.pick(chance, "history", "forecast", "volume")
    found = column_facts(table, chance.randrange(len(table.columns) - 1))
    if len(found) < 2:
        return None
    larger, smaller = sorted(chance.sample(found, 2), key=lambda fact: -fact.value)
    quantum = Decimal(1).scaleb(int(larger.value.as_tuple().exponent))
    return (table, larger, smaller) if larger.value - smaller.value > 20 * quantum else None


def _ends(facts: Facts, chance: random.Random, *kinds: TableKind) -> tuple[Fact, Fact, int] | None:
    """Two figures of a row and the years between them, three at least."""
    table = facts.pick(chance, *kinds)
    row = chance.choice([row for row in table.rows if row.cells])
    series = row_facts(row)
    start = chance.randrange(2)
    if len(series) < start + 4 or not series[start].value:
        return None
    first, last = series[start], chance.choice(series[start + 3 :])
    return first, last, int(last.meaning.period) - int(first.meaning.period)


def _between(phrases: Phrases, of: tuple[Fact, ...], table: SpecimenTable, chance: random.Random) -> Wording:
    """A wording with the names of one or two rows."""
    return worded(
        phrases,
        chance,
        a=of[0].name,
        b=of[-1].name,
        measure=measure(of[0].meaning, chance),
        where=within(place_of(table), chance),
        year=of[0].meaning.period,
    )


def _over(phrases: Phrases, first: Fact, last: Fact, facts: Facts, chance: random.Random) -> Wording:
    """A wording with two years."""
    return worded(
        phrases,
        chance,
        a=subject(first.meaning, facts.edition.market),
        measure=measure(first.meaning, chance),
        where=within(first.meaning.place, chance),
        first=first.meaning.period,
        last=last.meaning.period,
    )


def _any(facts: list[Fact], chance: random.Random) -> Fact | None:
    return chance.choice(facts) if facts else None
