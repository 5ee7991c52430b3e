"""Questions for printed figures: one cell, or a row year by year."""

import random

from evals.specimen.draft import Draft, published
from evals.specimen.facts import Facts, fact_of, place_of, row_facts
from evals.specimen.wording import Phrases, measure, subject, when, within, worded

CELL = Phrases(
    (
        "What is the {measure} of {subject} {where} in {when}?",
        "How high is the {measure} of {subject} {where} in {when}?",
        "Please give me the {measure} of {subject} {where} for {when}.",
        "According to the tables, what {measure} does {subject} have {where} in {when}?",
    ),
    ("{subject} {measure} {where} {when}", "{measure} {subject} {when} {where}"),
)
TOTAL = Phrases(
    (
        "What is the total {measure} {where} in {when}?",
        "Which {measure} is shown for the market as a whole {where} in {when}?",
        "What {measure} does the report give for the whole market {where} in {when}?",
    ),
    ("{measure} {where} {when}", "total {measure} {when} {where}"),
)
SERIES = Phrases(
    (
        "Show the {measure} of {subject} {where} for each year from {first} to {last}.",
        "What was the {measure} of {subject} {where} year by year, {first} to {last}?",
        "List {measure} by year for {subject} {where} between {first} and {last}.",
    ),
    ("{subject} {measure} {where} {first}-{last} by year",),
)
RATE = Phrases(
    (
        "What CAGR is expected for {subject} {where} from {when}?",
        "At what compound annual rate does {subject} grow {where} from {when}?",
        "How fast does {subject} grow {where} per year over {when}?",
    )
)


def ask_cell(facts: Facts, chance: random.Random) -> Draft | None:
    """One cell of any table but a share of places."""
    table = facts.pick(chance, chance.choice(facts.kinds))
    row = chance.choice([row for row in table.rows if row.cells])
    fact = fact_of(row, chance.choice(row.cells))
    if fact is None or (fact.meaning.measure == "share" and fact.meaning.whole != (fact.meaning.place or "World")):
        return None
    if not fact.meaning.subject and fact.meaning.measure == "share":
        return None
    phrases = RATE if fact.meaning.measure == "cagr" else CELL if fact.meaning.subject else TOTAL
    asked = worded(
        phrases,
        chance,
        measure=measure(fact.meaning, chance),
        subject=subject(fact.meaning, facts.edition.market),
        where=within(fact.meaning.place, chance),
        when=when(fact),
    )
    kind = table.kind.replace(" ", "-")
    return Draft("figure", asked, {"figure": [published(fact)]}, tuple(fact.quotes), ("cell", kind))


def ask_series(facts: Facts, chance: random.Random) -> Draft | None:
    """A row of a history, year by year."""
    table = facts.pick(chance, "history", "volume")
    row = chance.choice([row for row in table.rows if row.cells])
    series = row_facts(row)
    if len(series) < len(row.cells):
        return None
    asked = worded(
        SERIES,
        chance,
        measure=measure(series[0].meaning, chance),
        subject=subject(series[0].meaning, facts.edition.market),
        where=within(series[0].meaning.place or place_of(table), chance),
        first=series[0].meaning.period,
        last=series[-1].meaning.period,
    )
    quotes = tuple(quote for fact in series for quote in fact.quotes)
    return Draft("list", asked, {"figure": [published(fact) for fact in series]}, quotes, ("series",))
