"""Puts an edition together: summary, method, a chapter for each part of the world, companies, questions, contact."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from evals.specimen.cube import grow
from evals.specimen.edition import Asked, Block, Bullets, Edition, Heading, Paragraph, Sentence
from evals.specimen.layout import Layout
from evals.specimen.market import Market
from evals.specimen.places import WORLD, Geography, chapter_of, regions
from evals.specimen.printing import Press
from evals.specimen.prose import Author
from evals.specimen.recipe import Recipe, chosen


def composed(market: Market, layout: Layout, seed: int, tables: int) -> Edition:
    """The edition of a market in a layout with so many tables, the same for the same seed. Raises TooManyTables."""
    cube = grow(market, seed)
    press = Press(cube, layout, random.Random(f"{seed} gaps"))
    author = Author(press, random.Random(f"{seed} prose"))
    blocks = tuple(_blocks(author, chosen(market, tables)))
    title = f"{market.name} Market Report {market.base}: Size, Volume and Forecast to {market.last}"
    edition = Edition(f"{market.slug}-{seed}", title, market, layout, blocks)
    contact = Paragraph(tuple(Sentence(f"{label}: {value}.") for label, value in edition.contact))
    edition = replace(edition, blocks=(*blocks, Heading(1, "About the publisher"), contact))
    return _numbered(edition) if layout.numbered_headings else edition


def _blocks(author: Author, recipes: Sequence[Recipe]) -> Iterator[Block]:
    yield from _summary(author)
    yield from _method(author.market)
    yield from _geographies(author, recipes)
    yield from _companies(author.market)
    yield Heading(1, "Frequently asked questions")
    yield from _asked(author)


def _summary(author: Author) -> Iterator[Block]:
    market = author.market
    yield Heading(1, "Executive summary")
    yield Paragraph((author.level(WORLD, market.base), author.outlook(WORLD), author.turn(WORLD, market.base)))
    yield Heading(2, "At a glance")
    glance = (author.volume(WORLD, market.last), author.price(WORLD, market.base))
    leaders = tuple(author.leader(WORLD, dimension, market.base) for dimension in market.dimensions)
    yield Bullets("The most important findings of this edition are:", (*glance, *leaders))
    yield Heading(2, "Regions")
    for region in regions():
        yield Paragraph((author.level(region, market.base), author.outlook(region)))


def _method(market: Market) -> Iterator[Block]:
    yield Heading(1, "Scope and methodology")
    span = f"History runs from {market.first} to {market.base}, the forecast from {market.base + 1} to {market.last}."
    yield Paragraph(
        (Sentence(f"This edition covers {market.offer}."), Sentence(span)),
        footnote=f"Money is in {market.money.words}, volume in {market.volume.words}, unless a table says otherwise.",
    )
    entries = tuple(
        Sentence(f"{dimension.name}: {', '.join(name for name, _ in dimension.groups)}")
        for dimension in market.dimensions
    )
    yield Bullets("The market is divided in these ways:", entries)
    yield Heading(2, "Definitions")
    yield Paragraph(
        (
            Sentence("Revenue is what providers invoice, without taxes."),
            Sentence("The compound annual growth rate (CAGR) is the steady yearly rate between two years."),
            Sentence("Figures are rounded one by one and may not add up."),
        ),
        footnote="Every company, person and figure of this specimen is invented.",
    )


def _geographies(author: Author, recipes: Sequence[Recipe]) -> Iterator[Block]:
    number = 0
    chapter = ""
    for geography, of_one in groupby(recipes, key=lambda recipe: recipe.geography):
        if chapter_of(geography) != chapter:
            chapter = chapter_of(geography)
            yield Heading(1, _chapter_title(geography, chapter))
        if geography.level in ("country", "group"):
            yield Heading(2, geography.name)
        yield from author.opening(geography)
        level = 3 if geography.level in ("country", "group") else 2
        for part, group in groupby(of_one, key=lambda recipe: recipe.part):
            yield Heading(level, part)
            for recipe in group:
                number += 1
                yield author.press.table(recipe, number)


def _chapter_title(geography: Geography, chapter: str) -> str:
    return "World market" if geography.level == "world" else chapter


def _companies(market: Market) -> Iterator[Block]:
    yield Heading(1, "Companies")
    names = ", ".join(market.players[:-1])
    yield Paragraph((Sentence(f"The leading suppliers are {names} and {market.players[-1]}."),))
    profiles = ("broad range", "specialist", "regional leader", "recent entrant", "low-price supplier")
    items = (Sentence(f"{name}: {profile}") for name, profile in zip(market.players, profiles, strict=True))
    yield Bullets("Profiles in brief:", tuple(items))


def _asked(author: Author) -> Iterator[Asked]:
    market, offer = author.market, author.market.offer
    base = market.base
    yield Asked(f"How large is the market for {offer}?", author.level(WORLD, base))
    yield Asked(f"How fast will {offer} grow?", author.outlook(WORLD))
    yield Asked(f"What was the volume in {base}?", author.volume(WORLD, base))
    yield Asked(f"What did a {market.per} cost in {base}?", author.price(WORLD, base))
    for region in regions()[:4]:
        yield Asked(f"How large was {region.name} in {base}?", author.level(region, base))
    for dimension in market.dimensions[:4]:
        question = f"Which {dimension.noun} is the largest?"
        yield Asked(question, author.leader(WORLD, dimension, base))
    yield Asked("Is this a real report?", Sentence("No, it is a fictional specimen."))


def _numbered(edition: Edition) -> Edition:
    counts = [0, 0, 0]
    blocks = list[Block]()
    for block in edition.blocks:
        if isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (3 - block.level)
            number = ".".join(map(str, counts[: block.level]))
            blocks.append(Heading(block.level, f"{number} {block.text}"))
        else:
            blocks.append(block)
    return replace(edition, blocks=tuple(blocks))
