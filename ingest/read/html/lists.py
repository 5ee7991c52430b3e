"""Reads HTML lists and definition lists."""

import re
from collections.abc import Iterator, Sequence

from ingest.read.html.text import Line, lines_of
from ingest.read.html.tree import Element

_BULLET = re.compile(r"[•●▪■‣◦·➢➤►✓✔]\s*(?=\S)")
_DASHED = re.compile(r"[-–—*]\s+(?=\S)")
LISTS = ("ul", "ol", "menu", "dir")
_HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MAX_ITEM = 1500
"""Characters; a longer item of a list is a part of the page."""


def items_of(listing: Element, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Depth and text of each item of a list and of the lists in it."""
    for child in listing.children:
        if isinstance(child, str):
            if child.strip():
                yield depth, " ".join(child.split())
        elif child.tag in LISTS:
            yield from items_of(child, depth + bool(depth or listing.tag != "li"))
        else:
            yield from _item(child, depth)


def _item(item: Element, depth: int) -> Iterator[tuple[int, str]]:
    own = " ".join(line.text for line in lines_of(_without_lists(item)))
    if own:
        yield depth, own
    for one in _lists_in(item):
        yield from items_of(one, depth + bool(own))


def _lists_in(item: Element) -> Iterator[Element]:
    """The lists in an item, those within them left to them."""
    waiting = item.elements[::-1]
    while waiting:
        one = waiting.pop()
        if one.tag in LISTS:
            yield one
        else:
            waiting.extend(one.elements[::-1])


def _without_lists(item: Element) -> list[Element | str]:
    """What an item holds but for the lists in it, however deep they stand."""
    kept: list[Element | str] = []
    for child in item.children:
        if isinstance(child, str):
            kept.append(child)
        elif child.tag not in LISTS:
            holds = child.holds(*LISTS)
            kept.append(
                Element(child.tag, child.attributes, _without_lists(child), child.style, block=child.block)
                if holds
                else child
            )
    return kept


def is_plain_item(item: Element) -> bool:
    """Whether an item of a list is a text, rather than a part of the page with headings and tables."""
    own = item.size - sum(one.size for one in item.elements if one.tag in ("ul", "ol"))
    return own <= MAX_ITEM and not item.holds(*_HEADING_TAGS, "table", "details", "dl", "button", "summary")


def definitions(listing: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Each term of a definition list with what is said of it."""
    term: Element | None = None
    said: list[Element] = []
    for one in _terms(listing):
        if one.tag == "dt":
            if term is not None:
                yield term, said
            term, said = one, []
        elif term is not None:
            said.append(one)
    if term is not None:
        yield term, said


def _terms(listing: Element) -> Iterator[Element]:
    for one in listing.elements:
        if one.tag in ("dt", "dd"):
            yield one
        else:
            yield from _terms(one)


def bullet_in(line: Line) -> str | None:
    """What stands behind a bullet that is written out."""
    match = _BULLET.match(line.text)
    return line.text[match.end() :] if match else None


def dashes_in(lines: Sequence[Line]) -> list[str] | None:
    """The items of lines that all open with a dash; one alone is a remark."""
    found = [(line.text, _DASHED.match(line.text)) for line in lines]
    if len(found) < 2 or not all(match for _, match in found):
        return None
    return [text[match.end() :] for text, match in found if match]
