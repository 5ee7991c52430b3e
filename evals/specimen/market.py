"""What a fictional market is made of: its dimensions, units, years and the people who publish on it."""

from dataclasses import dataclass
from functools import cached_property

Names = tuple[str, ...]
"""A path of names, outermost first: ("Computed tomography", "Cardiac")."""


@dataclass(frozen=True)
class Dimension:
    """One way a market is divided; ``groups`` holds each group's name and its members, none if it is a leaf itself."""

    name: str
    groups: tuple[tuple[str, Names], ...]

    @cached_property
    def leaves(self) -> tuple[Names, ...]:
        """The paths of its leaves, in order."""
        return tuple(path for name, members in self.groups for path in _paths(name, members))

    @property
    def is_grouped(self) -> bool:
        """Whether any of its groups has members."""
        return any(members for _, members in self.groups)

    @property
    def noun(self) -> str:
        """Its name inside a sentence."""
        return self.name[0].lower() + self.name[1:]


@dataclass(frozen=True, slots=True)
class Unit:
    """What printed numbers count: ``scale`` each, to ``digits`` decimals, kept in whole grains of a thousandth."""

    words: str
    scale: int
    digits: int
    currency: str | None = None
    noun: str = ""

    @property
    def grain(self) -> int:
        """How much one whole number of the cube is worth."""
        return self.scale // 1000 if self.scale >= 1000 else 1


@dataclass(frozen=True, slots=True)
class Market:
    """A fictional market: its vocabulary, its span of years and how it is printed."""

    slug: str
    name: str
    offer: str
    first: int
    base: int
    last: int
    money: Unit
    volume: Unit
    size: int
    price: float
    per: str
    growth: float
    dimensions: tuple[Dimension, ...]
    players: Names
    absent: Names
    publisher: str

    @property
    def years(self) -> range:
        """Every year of the edition."""
        return range(self.first, self.last + 1)

    @property
    def history(self) -> range:
        """The years that are past, the base year too."""
        return range(self.first, self.base + 1)

    @property
    def forecast(self) -> range:
        """The base year and the years after it."""
        return range(self.base, self.last + 1)

    @property
    def crossed(self) -> tuple[Dimension, Dimension]:
        """The two dimensions whose crossing is known."""
        return self.dimensions[0], self.dimensions[1]


def dimension(name: str, groups: str) -> Dimension:
    """A dimension from its spelling: "Scanner: Fixed, Mobile; Ultrasound" has one group of two and one leaf."""
    parts = (part.partition(":") for part in groups.split(";"))
    return Dimension(name, tuple((group.strip(), _names(members)) for group, _, members in parts))


def _names(members: str) -> Names:
    return tuple(member.strip() for member in members.split(",") if member.strip())


def _paths(name: str, members: Names) -> tuple[Names, ...]:
    return tuple((name, member) for member in members) or ((name,),)
