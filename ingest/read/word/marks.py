"""Walks the marks of a Word document: what holds paragraphs, tables, rows and cells, and what is not seen."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's own marks."""

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_AROUND = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink")
)
"""Marks around what is seen: content controls, insertions that were tracked, links."""

_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"


def inside(parent: Element) -> Iterator[Element]:
    """What stands in an element, looking through content controls and tracked insertions; deletions are not seen."""
    for child in parent:
        if child.tag in _AROUND:
            gallery = child.find(_GALLERY)
            if gallery is None or "Contents" not in gallery.get(f"{W}val", ""):
                yield from inside(child)
        elif child.tag == f"{_COMPATIBLE}AlternateContent":
            yield from inside(chosen(child))
        elif isinstance(child.tag, str):
            yield child


def is_alternative(element: Element) -> bool:
    """Whether an element holds the same thing twice, for newer and older programs."""
    return bool(element.tag == f"{_COMPATIBLE}AlternateContent")


def chosen(alternative: Element) -> Element:
    """The newer of the two."""
    found = alternative.find(f"{_COMPATIBLE}Choice")
    older = alternative.find(f"{_COMPATIBLE}Fallback")
    return found if found is not None else older if older is not None else alternative


def value(parent: Element, tag: str) -> str | None:
    """The value of a mark within another."""
    found = parent.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}val")


def is_on(parent: Element | None, tag: str) -> bool | None:
    """Whether a mark that is on or off is on; None where it is not there."""
    found = None if parent is None else parent.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}val", "true") not in ("0", "false", "off", "none")


def number(text: str | None) -> int | None:
    """A whole number as the format writes it; None where it is none."""
    return int(float(text)) if text and re.fullmatch(r"-?\d{1,9}(?:\.\d*)?", text) else None
