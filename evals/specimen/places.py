"""The geography of an edition: regions with their countries, and groups of countries across them."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["world", "region", "country", "group"]


@dataclass(frozen=True, slots=True)
class Geography:
    """A place with tables of its own; ``members`` are the smallest places it is the sum of."""

    name: str
    level: Level
    members: tuple[str, ...]

    @property
    def place(self) -> str | None:
        """Its name, None for the whole world."""
        return None if self.level == "world" else self.name


REGIONS: dict[str, dict[str, float]] = {
    "North America": {"United States": 26.0, "Canada": 3.1, "Mexico": 2.4},
    "Europe": {
        "Germany": 6.4,
        "United Kingdom": 4.9,
        "France": 4.3,
        "Italy": 3.2,
        "Spain": 2.3,
        "Netherlands": 1.7,
        "Poland": 1.3,
        "Sweden": 1.1,
        "Switzerland": 1.2,
        "Rest of Europe": 3.4,
    },
    "Asia Pacific": {
        "China": 15.2,
        "Japan": 6.8,
        "India": 4.4,
        "South Korea": 2.8,
        "Australia": 2.0,
        "Indonesia": 1.4,
        "Thailand": 0.9,
        "Rest of Asia Pacific": 2.6,
    },
    "Latin America": {
        "Brazil": 2.7,
        "Argentina": 1.0,
        "Chile": 0.8,
        "Colombia": 0.7,
        "Rest of Latin America": 0.9,
    },
    "Middle East & Africa": {
        "Saudi Arabia": 1.3,
        "United Arab Emirates": 1.0,
        "South Africa": 0.9,
        "Egypt": 0.7,
        "Turkey": 1.2,
        "Rest of Middle East & Africa": 1.1,
    },
}
"""The weights are shares of a fictional market in percent, before the seed moves them."""

GROUPS: dict[str, str] = {
    "G7": "United States, Canada, Germany, United Kingdom, France, Italy, Japan",
    "European Union": "Germany, France, Italy, Spain, Netherlands, Poland, Sweden",
    "BRICS": "Brazil, India, China, South Africa, Egypt, United Arab Emirates, Indonesia",
    "ASEAN": "Indonesia, Thailand",
    "GCC": "Saudi Arabia, United Arab Emirates",
    "DACH": "Germany, Switzerland",
    "Mercosur": "Brazil, Argentina",
    "USMCA": "United States, Canada, Mexico",
}

UNCOVERED = ("Norway", "New Zealand", "Peru", "Kenya", "Portugal", "Vietnam", "Iceland", "Morocco")
"""Countries no edition covers."""

WEIGHTS: dict[str, float] = {place: weight for places in REGIONS.values() for place, weight in places.items()}
"""Every smallest place."""

WORLD = Geography("World", "world", tuple(WEIGHTS))


def is_rest(place: str) -> bool:
    """Whether a place is what remains of a region and has no tables of its own."""
    return place.startswith("Rest of ")


def country(name: str) -> Geography:
    """The geography of one smallest place."""
    return Geography(name, "country", (name,))


def regions() -> tuple[Geography, ...]:
    """The regions, in order."""
    return tuple(Geography(name, "region", tuple(places)) for name, places in REGIONS.items())


def groups() -> tuple[Geography, ...]:
    """The groups of countries; they cover only the countries named."""
    return tuple(Geography(name, "group", tuple(members.split(", "))) for name, members in GROUPS.items())


def geographies() -> tuple[Geography, ...]:
    """All with tables of their own: the world, each region with its countries, then the groups."""
    found = [WORLD]
    for region in regions():
        found += [region, *(country(name) for name in region.members if not is_rest(name))]
    return (*found, *groups())


def chapter_of(geography: Geography) -> str:
    """The chapter a geography stands in: its region, the world or the groups."""
    if geography.level == "group":
        return "Country groups"
    if geography.level == "country":
        return next(name for name, places in REGIONS.items() if geography.name in places)
    return geography.name
