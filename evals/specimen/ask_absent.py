"""Questions an edition does not answer: years, countries and segments it does not cover."""

import random

from evals.specimen.draft import Draft
from evals.specimen.facts import Facts, fact_of
from evals.specimen.places import UNCOVERED
from evals.specimen.wording import Phrases, measure, subject, within, worded

YEAR = Phrases(
    (
        "What is the {measure} of {subject} {where} in {year}?",
        "What {measure} does the report give for {subject} {where} in {year}?",
        "How large will {subject} be {where} in {year} by {measure}?",
    ),
    ("{subject} {measure} {where} {year}",),
)
PLACE = Phrases(
    (
        "What was the {measure} of {subject} in {place} in {year}?",
        "How big is {subject} in {place} in {year} by {measure}?",
        "Which {measure} is reported for {subject} in {place} in {year}?",
    ),
    ("{place} {subject} {measure} {year}",),
)
SEGMENT = Phrases(
    (
        "What was the revenue of {absent} {where} in {year}?",
        "How much revenue did {absent} generate {where} in {year}?",
        "What share of revenue did {absent} have {where} in {year}?",
    ),
    ("{absent} revenue {where} {year}",),
)
COVERED = Phrases(("Does the report cover {place}?", "Is {place} part of the study?", "Are there tables on {place}?"))


def ask_uncovered_year(facts: Facts, chance: random.Random) -> Draft | None:
    """A year before or after the edition's."""
    market = facts.edition.market
    year = chance.choice((*range(market.last + 2, market.last + 15), *range(market.first - 9, market.first - 2)))
    return _absent(facts, chance, YEAR, "year", year=year)


def ask_uncovered_place(facts: Facts, chance: random.Random) -> Draft | None:
    """A country without a chapter."""
    return _absent(facts, chance, PLACE, "place", place=chance.choice(UNCOVERED))


def ask_absent_segment(facts: Facts, chance: random.Random) -> Draft | None:
    """A part of some other market."""
    absent = chance.choice(facts.edition.market.absent)
    return _absent(facts, chance, SEGMENT, "segment", absent=absent)


def ask_coverage(facts: Facts, chance: random.Random) -> Draft | None:
    """Whether a country is covered; it may be."""
    covered = [table.rows[0].cells[0].meaning for table in facts.tables if table.kind == "overview"]
    places = sorted({meaning.place for meaning in covered if meaning is not None and meaning.place})
    place = chance.choice((*places, *UNCOVERED))
    asked = worded(COVERED, chance, place=place)
    if place in UNCOVERED:
        return Draft("coverage", asked, {"declined": True}, (), ("near-miss",))
    return Draft("coverage", asked, {"contains": [[place]], "declined": False})


def _absent(
    facts: Facts,
    chance: random.Random,
    phrases: Phrases,
    tag: str,
    **names: object,
) -> Draft | None:
    table = facts.pick(chance, "history", "volume", "forecast")
    row = chance.choice([row for row in table.rows if row.cells])
    fact = fact_of(row, row.cells[0])
    if fact is None or (not fact.meaning.subject and tag == "place"):
        return None
    words: dict[str, object] = {
        "measure": measure(fact.meaning, chance),
        "subject": subject(fact.meaning, facts.edition.market),
        "where": within(fact.meaning.place, chance),
        "year": fact.meaning.period,
    }
    asked = worded(phrases, chance, **(words | names))
    return Draft("unanswerable", asked, {"declined": True}, (), ("near-miss", tag))
