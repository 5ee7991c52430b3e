"""Reads what a Word document's styles say of its paragraphs: heading levels, list depths, indents, bold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from ingest.read.word.marks import W, is_on, number, value

TITLE_LEVEL = 0
"""Level of the title's style, above "Heading 1"."""

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|заголовок|見出し|标题)"
    r"\s*([1-9])\b.*",
    re.IGNORECASE,
)
_TITLE = re.compile(r"title|titel", re.IGNORECASE)
_LIST = re.compile(r"list (?:bullet|number)(?: ([2-9]))?", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\b.*|table of figures", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|beschriftung|légende)\b.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with what it takes over from those it is based on.

    ``level`` is a heading's, 0 the title's; ``item`` a list item's depth; ``indent`` in twentieths of a point.
    """

    level: int | None = None
    item: int | None = None
    indent: int = 0
    bold: bool = False
    contents: bool = False
    caption: bool = False


PLAIN = Style()
Styles = Mapping[str, Style]
"""Styles by their id."""


def styles_in(root: Element) -> Styles:
    """The styles of a document, by the root of its styles."""
    elements = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    return {name: _style(list(_chain(name, elements))) for name in elements}


def paragraph_style(paragraph: Element, styles: Styles) -> Style:
    """What a paragraph's style says, overruled by what the paragraph says itself."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return PLAIN
    style = styles.get(value(properties, "pStyle") or "", PLAIN)
    level, item, indent = _level(properties), _item(properties), _indent(properties)
    return Style(
        level=style.level if level is None else level if level < _BODY else None,
        item=style.item if item is None else item if item >= 0 else None,
        indent=style.indent if indent is None else indent,
        bold=style.bold,
        contents=style.contents,
        caption=style.caption,
    )


def _chain(name: str, elements: Mapping[str, Element]) -> Iterator[Element]:
    """A style and those it is based on, the nearest first."""
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        yield elements[name]
        name = value(elements[name], "basedOn") or ""


def _style(chain: Sequence[Element]) -> Style:
    names = [value(style, "name") or "" for style in chain]
    properties = [found for style in chain if (found := style.find(f"{W}pPr")) is not None]
    level = TITLE_LEVEL if any(map(_TITLE.fullmatch, names)) else _first(map(_named_level, chain, names), _BODY)
    item = _first(map(_item, properties), -1)
    listed = next((match for match in map(_LIST.fullmatch, names) if match), None)
    if listed:
        item = max(item, int(listed[1] or 1) - 1)
    return Style(
        level=level if level < _BODY else None,
        item=item if item >= 0 else None,
        indent=_first(map(_indent, properties), 0),
        bold=next((bold for style in chain if (bold := is_on(style.find(f"{W}rPr"), "b")) is not None), False),
        contents=any(map(_CONTENTS.fullmatch, names)),
        caption=any(map(_CAPTION.fullmatch, names)),
    )


def _first(found: Iterator[int | None], default: int) -> int:
    return next((one for one in found if one is not None), default)


_BODY = 10
"""Level of text that is no heading."""


def _named_level(style: Element, name: str) -> int | None:
    properties = style.find(f"{W}pPr")
    level = None if properties is None else _level(properties)
    named = _HEADING.fullmatch(name)
    return int(named[1]) if level is None and named else level


def _level(properties: Element) -> int | None:
    level = number(value(properties, "outlineLvl"))
    return None if level is None else level + 1


def _item(properties: Element) -> int | None:
    """The depth in a list; -1 where the paragraph is taken out of its style's list, None where nothing is said."""
    marks = properties.find(f"{W}numPr")
    listed = None if marks is None else number(value(marks, "numId"))
    if marks is None or listed is None:  # a level without a list, as "Subtitle" has, means nothing
        return None
    return min(max(number(value(marks, "ilvl")) or 0, 0), 8) if listed else -1


def _indent(properties: Element) -> int | None:
    """How far the first line begins from the margin."""
    indent = properties.find(f"{W}ind")
    if indent is None:
        return None
    left, first, hanging = (number(indent.get(f"{W}{name}")) for name in ("left", "firstLine", "hanging"))
    left = number(indent.get(f"{W}start")) if left is None else left
    return (left or 0) + (first or 0) - (hanging or 0)
