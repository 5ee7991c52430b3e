"""Makes paragraphs and bullet lists of what stands in line on an HTML page."""

import re
from collections.abc import Iterator, Sequence

from ingest.read.blocks import Block, Bullets, Paragraph
from ingest.read.html.clutter import is_call
from ingest.read.html.lists import bullet_in, dashes_in, items_of
from ingest.read.html.text import Line, Node, lines_of, plain, text_of
from ingest.read.html.tree import Element

MIN_ALT_WORDS = 8
"""Words of a picture's description from which on it may tell what a chart shows."""


def paragraphs(run: Sequence[Node]) -> Iterator[Block]:
    """The paragraphs of what stands in line: cut at empty lines, at bold lines over others, at bullets."""
    if _is_link_out(run):
        return
    lines = lines_of(run)
    dashes = dashes_in(lines)
    if dashes:
        yield Bullets(tuple((0, text) for text in dashes), 1)
        return
    group: list[Line] = []
    for line in lines:
        item = bullet_in(line)
        apart = bool(group) and (line.gap or (line.strong != group[-1].strong and (line.strong or len(group) == 1)))
        if item is not None or apart:
            yield from _paragraph(group)
            group = []
        if item is not None:
            yield Bullets(((0, item),), 1)
        else:
            group.append(line)
    yield from _paragraph(group)


def _paragraph(lines: Sequence[Line]) -> Iterator[Block]:
    if lines:
        yield Paragraph("\n".join(line.text for line in lines), 1, all(line.strong for line in lines))


def _is_link_out(run: Sequence[Node]) -> bool:
    """Whether a line is but links to ask for something, or to elsewhere on this page ("Back to top")."""
    parts = [node for node in run if not isinstance(node, str) or node.strip()]
    if not parts or not all(isinstance(node, Element) and node.linked == node.size for node in parts):
        return False
    links = [one for node in parts if isinstance(node, Element) for one in (node, *node.inside()) if one.tag == "a"]
    return bool(links) and all(
        is_call(plain(link.text)) or (link.get("href").startswith("#") and link.size < 40)
        for link in links
        if link.size
    )


def bullets(listing: Element, children: list[Element | str]) -> Iterator[Block]:
    """Some items of a list, those left out that ask to do something."""
    items = tuple(items_of(Element(listing.tag, children=children)))
    items = tuple((depth, text) for depth, text in items if not is_call(text))
    if items:
        yield Bullets(items, 1)


def word_item(element: Element) -> Iterator[Block]:
    """An item of a list as Word exports it."""
    level = re.search(r"level(\d)", element.style["mso-list"])
    text = text_of(element.children)
    if text:
        yield Bullets(((int(level[1]) - 1 if level else 0, text),), 1)


def description(image: Element) -> Iterator[Block]:
    """What a picture's description says of a chart, where it is a sentence with a figure."""
    alt = plain(image.get("alt"))
    if len(alt.split()) >= MIN_ALT_WORDS and any(char.isdigit() for char in alt):
        yield Paragraph(alt, 1)


def broken(lines: Sequence[str]) -> list[Node]:
    """Lines as a page writes them, with breaks."""
    return [node for line in lines for node in (line, Element("br"))]


def lines_paragraph(lines: Sequence[str]) -> Iterator[Block]:
    """Lines of their own as one paragraph."""
    if lines:
        yield Paragraph("\n".join(lines), 1)
