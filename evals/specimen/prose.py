"""Sentences that state figures of the cube, in several wordings."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.specimen.aim import Aim, unit_of
from evals.specimen.edition import Claim, Paragraph, Sentence
from evals.specimen.market import Dimension, Market, Unit
from evals.specimen.numerals import spoken
from evals.specimen.places import Geography, is_rest
from evals.specimen.printing import Press
from ingest.domain import Measure

LEVELS = (
    "{place} generated revenue of {value} from {offer} in {year}.",
    "In {year}, sales of {offer} were worth {value} in {place}.",
    "The market in {place} stood at {value} in {year}.",
)
OUTLOOKS = (
    "By {last}, revenue is expected to reach {value}, a compound annual growth rate of {rate} from {first} to {last}.",
    "Revenue is projected at {value} in {last}, growing at a CAGR of {rate} between {first} and {last}.",
    "We forecast {value} for {last}, which is a CAGR of {rate} over {first}–{last}.",
)
LEADERS = (
    "By {by}, {leader} led with {value} in {year}.",
    "{leader} was the largest {by} in {year} at {value}, ahead of {second} at {runner}.",
    "Among the entries of {by}, {leader} took first place with {value} in {year}; {second} followed with {runner}.",
)
TURNS = (
    "Revenue {moved} by {rate} in {year}.",
    "The year {year} saw revenue {move} by {rate}.",
)
VOLUMES = (
    "Volume came to {value} in {year}.",
    "Some {value} were counted in {year}.",
)
PRICES = (
    "The average price was {value} per {per} in {year}.",
    "A {per} cost {value} on average in {year}.",
)
SHARES = (
    "{leader} held {rate} of revenue in {year}.",
    "{leader} accounted for {rate} of revenue in {year}.",
)


@dataclass(frozen=True, slots=True)
class Author:
    """Writes of a market what the press would print."""

    press: Press
    chance: random.Random

    @property
    def market(self) -> Market:
        """The market written of."""
        return self.press.cube.market

    def opening(self, geography: Geography) -> tuple[Paragraph, ...]:
        """What stands under a geography's heading."""
        first = (self.level(geography, self.market.base), self.outlook(geography))
        dimensions = self.market.dimensions
        second = tuple(self._rest(geography, dimensions[self.chance.randrange(len(dimensions))]))
        note = f"{geography.members[-1]} stands for countries without a chapter." if geography.level == "region" else ""
        return Paragraph(first, note if is_rest(geography.members[-1]) else ""), Paragraph(second)

    def level(self, geography: Geography, year: int) -> Sentence:
        """Revenue in a year."""
        claim = self._claim(_of(geography, "size", year))
        return self._write(LEVELS, (claim,), place=self._named(geography), value=claim.said, year=year)

    def outlook(self, geography: Geography) -> Sentence:
        """Revenue in the last year, and how fast it gets there."""
        first, last = self.market.base, self.market.last
        value = self._claim(_of(geography, "size", last))
        rate = self._claim(Aim(geography, geography, "cagr", (), first, last))
        return self._write(OUTLOOKS, (value, rate), value=value.said, rate=rate.said, first=first, last=last)

    def leader(self, geography: Geography, dimension: Dimension, year: int) -> Sentence:
        """The largest entries of a dimension in a year."""
        ranked = self.ranked(geography, dimension, year)
        (leader, value), (second, runner) = ranked[0], ranked[1]
        words = {"leader": leader, "value": value.said, "second": second, "runner": runner.said}
        template = self.chance.choice(LEADERS)
        claims = (value, runner) if "{runner}" in template else (value,)
        return self._write((template,), claims, by=dimension.noun, year=year, **words)

    def ranked(self, geography: Geography, dimension: Dimension, year: int) -> list[tuple[str, Claim]]:
        """The outer entries of a dimension with their revenue in a year, largest first."""
        subjects = [(name, ((dimension.name, (name,)),)) for name, _ in dimension.groups]
        named = [(name, self._claim(Aim(geography, geography, "size", one, year, year))) for name, one in subjects]
        return sorted(named, key=lambda pair: -pair[1].value)

    def turn(self, geography: Geography, year: int) -> Sentence:
        """How revenue moved in a year."""
        claim = self._claim(_of(geography, "growth", year))
        fell = claim.value < 0
        plain = Claim(claim.said.lstrip("-"), claim.value, claim.meaning)
        words = {"moved": "fell" if fell else "rose", "move": "fall" if fell else "rise"}
        return self._write(TURNS, (plain,), rate=plain.said, year=year, **words)

    def volume(self, geography: Geography, year: int) -> Sentence:
        """Volume in a year."""
        claim = self._claim(_of(geography, "volume", year))
        return self._write(VOLUMES, (claim,), value=claim.said, year=year)

    def price(self, geography: Geography, year: int) -> Sentence:
        """Average price in a year."""
        claim = self._claim(_of(geography, "price", year))
        return self._write(PRICES, (claim,), value=claim.said, year=year)

    def share(self, geography: Geography, dimension: Dimension, year: int) -> Sentence:
        """The share of the largest entry of a dimension."""
        leader = self.ranked(geography, dimension, year)[0][0]
        claim = self._claim(Aim(geography, geography, "share", ((dimension.name, (leader,)),), year, year))
        return self._write(SHARES, (claim,), leader=leader, rate=claim.said, year=year)

    def _rest(self, geography: Geography, dimension: Dimension) -> Iterator[Sentence]:
        yield self.leader(geography, dimension, self.market.base)
        yield self.turn(geography, self.chance.choice(self.market.history[1:]))
        yield self.volume(geography, self.market.base)
        yield self.price(geography, self.market.base)
        yield self.share(geography, dimension, self.market.last)

    def _named(self, geography: Geography) -> str:
        return "the world" if geography.level == "world" else geography.name

    def _write(self, templates: Sequence[str], claims: tuple[Claim, ...], **words: object) -> Sentence:
        text = self.chance.choice(templates).format(offer=self.market.offer, per=self.market.per, **words)
        return Sentence(text[0].upper() + text[1:], claims)

    def _claim(self, aim: Aim) -> Claim:
        cell = self.press.cell(aim)
        if cell.value is None or cell.meaning is None:
            raise ValueError(f"{aim} has no figure")
        unit = unit_of(aim.measure, self.market)
        return Claim(said(spoken(cell.value, self.press.layout), unit), cell.value, cell.meaning)


def said(digits: str, unit: Unit) -> str:
    """Digits with their unit in running text: "USD 4.2 million", "4.2 thousand procedures", "4.2%"."""
    if unit.words == "%":
        return f"{digits}%"
    if not unit.currency:
        return f"{digits} {unit.words}"
    scale = unit.words.split()[1] if unit.scale > 1 else ""
    return f"{unit.currency} {digits} {scale}".rstrip()


def _of(geography: Geography, measure: Measure, year: int) -> Aim:
    return Aim(geography, geography, measure, (), year, year)
