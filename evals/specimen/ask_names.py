"""Questions whose answers are names: the largest, the top three, the fastest, and the year one passes another."""

import random
from itertools import pairwise

from evals.specimen.draft import Draft
from evals.specimen.facts import Fact, Facts, column_facts, fact_of, is_flat, place_of, ranked, row_facts
from evals.specimen.places import is_rest
from evals.specimen.table import SpecimenTable
from evals.specimen.wording import Phrases, measure, within, worded

LARGEST = Phrases(
    (
        "Which {axis} has the highest {measure} {where} in {year}?",
        "What is the largest {axis} {where} by {measure} in {year}?",
        "In {year}, which {axis} leads {where} in {measure}?",
    ),
    ("largest {axis} {where} {year} {measure}", "top {axis} by {measure} {where} {year}"),
)
TOP_THREE = Phrases(
    (
        "What are the top three by {axis} {where} in {year}, by {measure}?",
        "Name the three largest by {axis} {where} in {year} by {measure}.",
        "Which three lead by {axis} {where} in {year} when ranked by {measure}?",
    ),
    ("top 3 by {axis} {where} {year} {measure}",),
)
FASTEST = Phrases(
    (
        "Which {axis} grows fastest {where} between {first} and {last}?",
        "Ranked by CAGR {first} to {last}, which {axis} comes first {where}?",
        "What {axis} has the highest CAGR {where} over {first}-{last}?",
    ),
    ("fastest growing {axis} {where} {first}-{last}",),
)
PASSES = Phrases(
    (
        "In which year does {winner} pass {loser} in revenue {where}?",
        "When does the revenue of {winner} first exceed that of {loser} {where}?",
        "From what year on is {winner} larger than {loser} {where} by revenue?",
    ),
    ("year {winner} overtakes {loser} {where}",),
)


def ask_largest(facts: Facts, chance: random.Random) -> Draft | None:
    """The first of a column."""
    found = _ranking(facts, chance, 1)
    if found is None:
        return None
    table, ranking = found
    asked = worded(LARGEST, chance, **_names(table, ranking[0], chance))
    return Draft("list", asked, {"items": [[ranking[0].name]]}, tuple(ranking[0].quotes), ("largest",))


def ask_top_three(facts: Facts, chance: random.Random) -> Draft | None:
    """The first three of a column."""
    found = _ranking(facts, chance, 3)
    if found is None:
        return None
    table, ranking = found
    asked = worded(TOP_THREE, chance, **_names(table, ranking[0], chance))
    quotes = tuple(quote for fact in ranking[:3] for quote in fact.quotes)
    items = [[fact.name] for fact in ranking[:3]]
    return Draft("list", asked, {"items": items, "exact": True}, quotes, ("top three",))


def ask_fastest(facts: Facts, chance: random.Random) -> Draft | None:
    """The first by growth rate, where no other is printed alike."""
    table = facts.pick(chance, "forecast")
    ranking = ranked(column_facts(table, len(table.columns) - 1))
    if not is_flat(table) or not _is_clear(ranking, 1):
        return None
    first, last = ranking[0].meaning.period.split("-")
    words = {**_names(table, ranking[0], chance), "first": first, "last": last}
    asked = worded(FASTEST, chance, **words)
    return Draft("list", asked, {"items": [[ranking[0].name]]}, tuple(ranking[0].quotes), ("fastest",))


def ask_when_passed(facts: Facts, chance: random.Random) -> Draft | None:
    """The one year in a forecast from which a row is above another it was below."""
    table = facts.pick(chance, "forecast", "history")
    rows = [row_facts(row) for row in table.rows if row.role == "leaf"]
    size = [[fact for fact in row if fact.meaning.measure == "size"] for row in rows]
    winner, loser = chance.sample(size, 2)
    if len(winner) != len(loser) or not is_flat(table) or is_rest(winner[0].name) or is_rest(loser[0].name):
        return None
    above = [a.value > b.value for a, b in zip(winner, loser, strict=True)]
    if above != sorted(above) or all(above) or not any(above) or _ever_equal(winner, loser):
        return None
    fact = winner[above.index(True)]
    where = within(place_of(table), chance)
    asked = worded(PASSES, chance, winner=fact.name, loser=loser[0].name, where=where)
    expect: dict[str, object] = {"contains": [[fact.meaning.period]], "declined": False}
    return Draft("calculation", asked, expect, tuple(fact.quotes), ("passes",))


def _ranking(facts: Facts, chance: random.Random, count: int) -> tuple[SpecimenTable, list[Fact]] | None:
    """A table of one level with a column's facts by size, where the first so many are clear."""
    table = facts.pick(chance, "history", "forecast", "volume")
    column = chance.randrange(min(len(table.columns), len(table.rows[-1].cells) - 1))
    ranking = ranked(column_facts(table, column))
    complete = len(ranking) == len(table.rows) - 1
    return (table, ranking) if is_flat(table) and complete and _is_clear(ranking, count) else None


def _is_clear(ranking: list[Fact], count: int) -> bool:
    """Whether the first so many are above the next, and none is what remains of a region."""
    if len(ranking) <= count or any(is_rest(fact.name) for fact in ranking[:count]):
        return False
    return all(one.value > other.value for one, other in pairwise(ranking[: count + 1]))


def _ever_equal(winner: list[Fact], loser: list[Fact]) -> bool:
    return any(a.value == b.value for a, b in zip(winner, loser, strict=True))


def _names(table: SpecimenTable, fact: Fact, chance: random.Random) -> dict[str, object]:
    axis = table.rows[0].path[0].lower()
    total = fact_of(table.rows[-1], table.rows[-1].cells[-1])
    where = within(total.meaning.place if total else None, chance)
    return {"axis": axis, "measure": measure(fact.meaning, chance), "where": where, "year": fact.meaning.period}
