"""Reads what a page says of itself in linked data (JSON-LD): the publication, and its questions and answers."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Thing = Mapping[str, object]

_KINDS = (
    "Report", "Dataset", "Product", "ScholarlyArticle", "Book", "Article", "NewsArticle", "TechArticle", "BlogPosting",
    "WebPage", "ItemPage", "CollectionPage",
)  # fmt: skip
"""What a page may be about, the most telling first: a page that sells a report has a WebPage and a Product too."""

_SITES = ("Organization", "Corporation", "WebSite")
MAX_THINGS = 5000
"""Things of a page; more are no description."""


@dataclass(frozen=True, slots=True)
class LinkedData:
    """All things a page describes, in order."""

    things: tuple[Thing, ...] = ()

    def said(self, *names: str) -> str | None:
        """What the most telling description of the publication says under the first of some names it has."""
        for thing in self._publications():
            for name in names:
                text = name_of(thing.get(name))
                if text:
                    return text
        return None

    @property
    def site(self) -> str | None:
        """The name of the organization or the site behind the page."""
        named = (name_of(thing.get("name")) for thing in self.things if _is_a(thing, _SITES))
        return next((name for name in named if name), None)

    def questions(self) -> Iterator[tuple[str, str]]:
        """The questions with their answers, which may be HTML."""
        for thing in self.things:
            asked, answer = name_of(thing.get("name")) or name_of(thing.get("text")), thing.get("acceptedAnswer")
            answers = answer if isinstance(answer, list) else [answer]
            texts = [one["text"] for one in answers if isinstance(one, dict) and isinstance(one.get("text"), str)]
            if _is_a(thing, ("Question",)) and asked and texts:
                yield asked, texts[0]

    def _publications(self) -> Iterator[Thing]:
        for kind in _KINDS:
            yield from (thing for thing in self.things if _is_a(thing, (kind,)))


def linked_data(scripts: Iterable[str]) -> tuple[LinkedData, int]:
    """What a page's linked data describes, and how many pieces of it are broken."""
    things: list[Thing] = []
    broken = 0
    for script in scripts:
        try:
            things.extend(_things(json.loads(_bare(script), strict=False)))
        except (ValueError, RecursionError):
            broken += 1
    return LinkedData(tuple(things[:MAX_THINGS])), broken


def name_of(value: object) -> str | None:
    """The text of a value: itself, its name, or that of the first of several."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value")
    return value.strip() or None if isinstance(value, str) else None


def _bare(script: str) -> str:
    """A script without the comment marks that old pages hide it in."""
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    return text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip()


def _things(data: object) -> Iterator[Thing]:
    """All objects in some data, in order, those within others behind them."""
    waiting: list[object] = [data]
    for _ in range(MAX_THINGS * 10):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, dict):
            if "@type" in one:
                yield one
            waiting.extend(list(one.values())[::-1])
        elif isinstance(one, list):
            waiting.extend(one[::-1])


def _is_a(thing: Thing, kinds: Sequence[str]) -> bool:
    named = thing.get("@type")
    types = named if isinstance(named, list) else [named]
    return any(isinstance(one, str) and one.rsplit("/", 1)[-1] in kinds for one in types)
