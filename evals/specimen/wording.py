"""The words questions are asked in: names of measures and places, terse and long variants, and typing errors."""

import random
from dataclasses import dataclass

from evals.specimen.facts import Fact
from evals.specimen.market import Market
from evals.specimen.table import Meaning

MEASURES = {
    "size": ("revenue", "market size", "revenue"),
    "volume": ("volume", "sales volume", "market volume"),
    "share": ("revenue share", "share of revenue", "market share"),
    "growth": ("revenue growth", "year-on-year growth", "growth of revenue"),
    "cagr": ("CAGR", "compound annual growth rate", "CAGR"),
    "price": ("average price", "price", "average price"),
}
WITH_ARTICLE = frozenset(
    ("United States", "United Kingdom", "Netherlands", "United Arab Emirates", "European Union", "G7", "GCC", "USMCA")
)
PREAMBLES = (
    "I am putting together a slide for our management meeting, so please tell me: ",
    "We are comparing suppliers at the moment and one number is still missing. ",
    "Hello, I have the full edition open but cannot find this. ",
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as asked, with the words that say how."""

    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """Ways to ask the same, with gaps for names."""

    plain: tuple[str, ...]
    terse: tuple[str, ...] = ()


def worded(phrases: Phrases, chance: random.Random, **names: object) -> Wording:
    """One of several wordings: mostly plain, at times terse, long or misspelt."""
    turn = chance.random()
    if turn < 0.2 and phrases.terse:
        return Wording(_tidy(chance.choice(phrases.terse).format(**names)), ("terse",))
    template = chance.choice(phrases.plain)
    if turn > 0.88:
        return Wording(_tidy(misspelt(template, chance).format(**names)), ("typo",))
    text = _tidy(template.format(**names))
    if turn < 0.35:
        return Wording(chance.choice(PREAMBLES) + text, ("long",))
    return Wording(text[0].upper() + text[1:])


def misspelt(text: str, chance: random.Random) -> str:
    """The text without a letter of one longer word that is neither a name nor stands for one."""
    words = text.split(" ")
    long = [number for number, word in enumerate(words) if len(word) > 5 and word.isalpha() and word.islower()]
    if long:
        number = chance.choice(long)
        cut = chance.randrange(1, len(words[number]) - 1)
        words[number] = words[number][:cut] + words[number][cut + 1 :]
    return " ".join(words)


def measure(meaning: Meaning, chance: random.Random) -> str:
    """What is measured; volume with its unit."""
    word = chance.choice(MEASURES[meaning.measure])
    return f"{word} in {meaning.unit}" if meaning.measure == "volume" and chance.random() < 0.5 else word


def subject(meaning: Meaning, market: Market) -> str:
    """What of the market is meant: the inmost name of each dimension."""
    if not meaning.subject:
        return f"the {market.name.lower()} market"
    first, second = market.crossed
    crossed = [names for names in second.leaves if names == meaning.subject[-len(names) :]]
    inside = {name for path in first.leaves for name in path}
    if len(meaning.subject) > 1 and crossed and meaning.subject[0] in inside:
        return f"{meaning.subject[-2]} in {meaning.subject[-1]}"
    return meaning.subject[-1]


def within(place: str | None, chance: random.Random) -> str:
    """Where, as a question says it."""
    if place is None:
        return chance.choice(("worldwide", "globally", "in the world"))
    return f"in the {place}" if place in WITH_ARTICLE else f"in {place}"


def when(fact: Fact) -> str:
    """The year, or the years of a span."""
    return fact.meaning.period.replace("-", " to ")


def _tidy(text: str) -> str:
    return " ".join(text.split())
