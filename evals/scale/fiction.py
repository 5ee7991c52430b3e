"""Invents reports: markets whose names contain each other, many publishers, several editions, other figures in each."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

_KINDS = ("", "Services", "Software", "Rental", "Equipment", "Coatings", "Insurance", "Logistics")
_FIRST = (
    "Silk Cold Urban Marine Green Smart Digital Light Heavy Rapid Deep Solar Hydro Bio Agro Retro Micro Thermal Polar"
    " Tropic Coastal Inland Rural Copper Linen Amber Cedar Velvet Granite Willow"
).split()
_SECOND = (
    "Kite Rope Valve Lamp Tent Pump Glove Tile Drone Sensor Cable Filter Brush Wheel Crane Ladder Hinge Spring Gasket"
    " Bearing Mirror Canvas Anchor Paddle Helmet Bucket Whistle Saddle Pulley Trowel"
).split()
_HOUSES = (
    "Northfield Harrow Kessel Marlin Pendle Sahyadri Thorne Ledgerline Greenfold Oakmere Tarn Vellum Quillon Brackish"
).split()
_REGIONS = ("North America", "Europe", "Asia Pacific", "Latin America", "Middle East and Africa")
_DRIVERS = (
    "stricter safety rules", "cheaper raw materials", "shorter delivery times", "an ageing workforce", "subsidies",
    "the return of tourism", "longer warranties", "online ordering", "new building codes", "falling energy prices",
)  # fmt: skip
_BRAKES = (
    "a shortage of trained installers", "volatile freight rates", "slow approvals", "counterfeit parts", "high rents",
    "customs delays", "seasonal demand", "patent disputes", "rising insurance premiums", "scarce spare parts",
)  # fmt: skip
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bri cla dre fli gro".split()
_NEWEST, _EDITIONS = 2025, 3


@dataclass(frozen=True)
class Fiction:
    """An invented report, with what questions about it are answered by.

    ``sizes`` are in hundredths of a billion US dollars, by year; ``regions`` the same for the year it came out;
    ``company`` is a name that no other report has. ``is_newest``: no later edition of it is there.
    """

    id: str
    market: str
    house: str
    year: int
    sizes: dict[int, int]
    rate: int
    regions: dict[str, int]
    company: str
    share: int
    driver: str
    brake: str
    is_newest: bool

    @property
    def title(self) -> str:
        """Its title, as readers know it."""
        return f"{self.market} Market"

    @property
    def text(self) -> str:
        """The report in Markdown, with its front matter."""
        name, year = self.market.lower(), self.year
        rows = "\n".join(f"| {region} | {decimal(size)} |" for region, size in self.regions.items())
        last = max(self.sizes)
        return f"""---
title: {self.title}
publisher: {self.house} Research
published: {year}-03-01
edition: "{year}"
---

# {self.title}

## Market size and growth

The {name} market was valued at USD {decimal(self.sizes[year])} billion in {year}. It is expected to reach
USD {decimal(self.sizes[last])} billion by {last}, a compound annual growth rate (CAGR) of {decimal(self.rate)}%.

## Growth drivers

Demand for {name} products is driven above all by {self.driver}. Buyers replace what they have earlier than they did
ten years ago, and ask for more than the lowest price.

## Challenges

Growth is held back by {self.brake}. Suppliers answer with longer contracts and with stocks near their customers.

## Competition

{self.company} leads the {name} market with a share of {self.share}% in {year}. The others are small and regional.

## Regions

Market size by region in {year}, USD billion:

| Region | {year} |
| --- | --- |
{rows}
"""


def decimal(hundredths: int) -> str:
    """A number of hundredths as it is printed."""
    return f"{hundredths // 100}.{hundredths % 100:02}"


def library(reports: int, seed: int = 7) -> Iterator[Fiction]:
    """So many reports, the same for the same seed; a market has one to three editions by one or more publishers."""
    draw = random.Random(seed)
    names = [" ".join(filter(None, parts)) for parts in product(_FIRST, _SECOND, _KINDS)]
    publications = [(name, house) for name in names for house in draw.sample(_HOUSES, 2)]
    draw.shuffle(publications)
    made = 0
    for name, house in publications:
        editions = min(draw.choice((1, 1, 1, 2, _EDITIONS)), reports - made)
        for back in range(editions):
            yield _fiction(made, name, house, _NEWEST - back, back == 0, draw)
            made += 1
        if made == reports:
            return


def _fiction(number: int, market: str, house: str, year: int, is_newest: bool, draw: random.Random) -> Fiction:
    size, rate = draw.randint(120, 9_000), draw.randint(210, 1_490)
    last = year + 7
    slug = f"{market}-{house}-{year}".lower().replace(" ", "-")
    return Fiction(
        id=slug, market=market, house=house, year=year,
        sizes={year: size, last: round(size * (1 + rate / 10_000) ** (last - year))},
        rate=rate, regions={region: draw.randint(10, size) for region in _REGIONS},
        company=_company(number), share=draw.randint(11, 48),
        driver=draw.choice(_DRIVERS), brake=draw.choice(_BRAKES), is_newest=is_newest,
    )  # fmt: skip


def _company(number: int) -> str:
    """A name for each number that no other has."""
    name = ""
    for _ in range(4):
        number, rest = divmod(number, len(_SYLLABLES))
        name += _SYLLABLES[rest]
    return f"{name.capitalize()} Holdings"
