"""The questions put to an invented library, with the report and the figure each is about."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evals.scale.fiction import Fiction, decimal

Way = Literal["market", "edition", "content"]
"""How a question says which report it means: by market and publisher, by its edition too, by a name in its text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for a figure of one report."""

    text: str
    report: str
    figure: str
    way: Way


@dataclass(frozen=True, slots=True)
class Sought:
    """A text to be found in a report, and a word or words of the passage that has it."""

    text: str
    report: str
    passage: str


def chosen(fictions: Sequence[Fiction], most: int, seed: int = 11) -> list[Fiction]:
    """Reports of which questions are asked, drawn from the newest editions; all of a small library."""
    newest = [each for each in fictions if each.is_newest]
    return random.Random(seed).sample(newest, min(most, len(newest)))


def older_of(fiction: Fiction, fictions: Sequence[Fiction]) -> Fiction | None:
    """Its edition of the year before, where there is one."""
    same = (each for each in fictions if (each.market, each.house) == (fiction.market, fiction.house))
    return next((each for each in same if each.year == fiction.year - 1), None)


def questions(fiction: Fiction, older: Fiction | None) -> list[Asked]:
    """What is asked about a report, and about its edition before where there is one."""
    market, house, year = fiction.market.lower(), fiction.house, fiction.year
    region, amount = max(fiction.regions.items(), key=lambda item: item[1])
    last = max(fiction.sizes)
    own = decimal(fiction.sizes[year])
    asked: list[tuple[str, Fiction, str, Way]] = [
        (f"How big is the {market} market according to {house}?", fiction, own, "market"),
        (
            f"What size will {house} see the {market} market reach in {last}?",
            fiction,
            decimal(fiction.sizes[last]),
            "market",
        ),
        (f"{market} market size in {region} in {year} by {house}", fiction, decimal(amount), "market"),
        (f"What share does {fiction.company} have?", fiction, f"{fiction.share}%", "content"),
    ]
    if older:
        text = f"What is the CAGR of the {market} market in the {older.year} edition by {house}?"
        asked.append((text, older, f"{decimal(older.rate)}%", "edition"))
    return [Asked(text, report.id, figure, way) for text, report, figure, way in asked]


def sought(fiction: Fiction) -> list[Sought]:
    """What is looked for in a report's passages, in other words than theirs."""
    return [
        Sought("why do customers buy more", fiction.id, fiction.driver),
        Sought("what slows the industry down", fiction.id, fiction.brake),
        Sought("who is the biggest supplier", fiction.id, fiction.company),
    ]
