"""Makes blocks of the elements of an HTML page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ingest.read.blocks import QUESTION_LEVEL, SECTION_LEVEL, STRONG_LEVEL, Block, Heading, Paragraph
from ingest.read.html.clutter import HEADINGS, is_call, toggles
from ingest.read.html.lists import definitions, is_plain_item
from ingest.read.html.paragraphs import broken, bullets, description, lines_paragraph, paragraphs, word_item
from ingest.read.html.tables import captioned_table, grid_in, is_layout, marked_lines
from ingest.read.html.text import Node, plain, text_of
from ingest.read.html.tree import Element
from ingest.read.lines import MAX_HEADING
from ingest.read.outline import is_question
from ingest.read.plain import plain_blocks

DEEPEST = 6
"""Level of the deepest heading that HTML knows."""

_ASKED = re.compile(r"(?:Q(?:uestion)?\s?\d{0,2}|\d{1,2})\s?[.:)]\s+(?=.*\?$)", re.IGNORECASE)
_ANCHOR = re.compile(r"\s*[¶#§🔗]+$")
_PANEL_PARTS = frozenset({"content", "body", "panel", "pane", "collapse", "answer"})
_PANEL_KINDS = frozenset({"accordion", "collapse", "collapsible", "tab", "tabs", "faq", "toggle", "panel"})
_TITLES = frozenset({"question", "faq", "accordion", "toggle", "collapsible", "title", "header", "heading"})
_LABELS = frozenset({"label", "key", "name", "term", "caption", "attribute"})
_VALUES = frozenset({"value", "val", "data", "detail", "number", "text", "desc", "description"})


def blocks_of(page: Element, labels: Mapping[str, str]) -> list[Block]:
    """The blocks of a page. ``labels`` are the words on the tabs that show the element of an id."""
    return list(_Walk(labels).through(page.children))


@dataclass(slots=True)
class _Walk:
    """A walk through a page.

    ``outer`` is the level of the last heading outside panels, ``panels`` in how many the walk is, ``below`` whether the
    last heading stood in one: what follows outside is not below it. ``asked`` is the level of questions. ``opened`` is
    the level of what heads the panel being read, ``down`` by how much headings in it are lowered to stand below that.
    """

    labels: Mapping[str, str]
    outer: int = 1
    panels: int = 0
    below: bool = False
    asked: int = QUESTION_LEVEL
    opened: int = 0
    down: int | None = None
    headed: set[str] = field(default_factory=set)

    def through(self, nodes: Iterable[Node]) -> Iterator[Block]:
        """The blocks of nodes that stand below each other; what stands in line between blocks is a paragraph."""
        run: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or not (node.block or node.tag == "img" or _is_title(node)):
                run.append(node)
                continue
            yield from paragraphs(run)
            run = []
            yield from self._block(node)
        yield from paragraphs(run)

    def _block(self, element: Element) -> Iterator[Block]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield from self._heading(element)
            case "ul" | "ol" | "menu" | "dir":
                yield from self._list(element)
            case "dl":
                yield from self._definitions(element)
            case "table":
                yield from self._table(element)
            case "figure" if (captioned := captioned_table(element)) is not None:
                yield captioned
            case "details":
                yield from self._details(element)
            case "pre":
                yield from plain_blocks("\n".join(element.strings()))
            case "img":
                yield from description(element)
            case _:
                yield from self._container(element)

    def _heading(self, element: Element) -> Iterator[Block]:
        if element.size > MAX_HEADING or element.holds("table", "ul", "ol", "p"):
            yield from self.through(element.children)
            return
        level = element.get("aria-level")
        yield from self._headed(
            text_of(element.children), int(element.tag[1]), int(level[:1]) if level.isdecimal() else 0
        )

    def _headed(self, text: str, level: int, said: int = 0) -> Iterator[Block]:
        text = _ASKED.sub("", _ANCHOR.sub("", text))
        if text:
            level = said or level
            if self.panels:
                self.down = max(self.opened + 1 - level, 0) if self.down is None else self.down
                level = min(level + self.down, STRONG_LEVEL - 1)
            else:
                self.outer = level
            self.below, self.asked = self.panels > 0, QUESTION_LEVEL
            yield Heading(level, text, 1)

    def _label(self, text: str, level: int | None = None) -> Iterator[Block]:
        """The heading that opens what is collapsed: a question, or a part of the page."""
        text = _ASKED.sub("", text)
        if not text or is_call(text):
            return
        level = level or min(self.outer + 1, DEEPEST)
        if is_question(text):
            self.asked = level if self.below and not self.panels else self.asked
            self.below = False
            yield Heading(self.asked, text, 1)
        else:
            self.below, self.asked = True, QUESTION_LEVEL
            self.opened, self.down = level, None
            yield Heading(level, text, 1)

    def _list(self, element: Element) -> Iterator[Block]:
        """A list; items that are parts of the page are looked into."""
        plain_items: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str) or is_plain_item(child):
                plain_items.append(child)
                continue
            yield from bullets(element, plain_items)
            plain_items = []
            yield from self.through(child.children)
        yield from bullets(element, plain_items)

    def _definitions(self, element: Element) -> Iterator[Block]:
        lines: list[str] = []
        for term, said in definitions(element):
            name, texts = text_of(term.children), [text_of(one.children) for one in said]
            if not is_question(name) and not any(one.holds("table", "ul", "ol", "p") for one in said):
                lines.append(f"{name.removesuffix(':')}: {', '.join(filter(None, texts))}")
                continue
            yield from lines_paragraph(lines)
            lines = []
            yield from self._label(name)
            for one in said:
                yield from self.through(one.children)
        yield from lines_paragraph(lines)

    def _table(self, table: Element) -> Iterator[Block]:
        marked = marked_lines(table)
        if marked is not None:
            yield from paragraphs(broken(marked))
        elif is_layout(table):
            yield from self.through(table.children)
        else:
            grid = grid_in(table)
            if grid is not None:
                yield grid

    def _details(self, element: Element) -> Iterator[Block]:
        summary = next((one for one in element.elements if one.tag == "summary"), None)
        if summary is not None:
            yield from self._title(summary)
        self.panels += 1
        yield from self.through(child for child in element.children if child is not summary)
        self.panels -= 1

    def _title(self, element: Element) -> Iterator[Block]:
        """What is pressed to open a panel, a heading of its own level where it holds one."""
        heading = element.first(*HEADINGS)
        text = text_of(element.children)
        if heading is None or is_question(_ASKED.sub("", text)):
            yield from self._label(text)
        else:
            yield from self._headed(text, int(heading.tag[1]))

    def _container(self, element: Element) -> Iterator[Block]:
        if element.role == "heading":
            level = element.get("aria-level")[:1]
            yield from self._headed(text_of(element.children), int(level) if level.isdecimal() and level > "0" else 2)
        elif (pair := _pair(element)) is not None:
            yield Paragraph(pair, 1)
        elif _is_title(element):
            yield from self._title(element)
        elif element.tag == "p" and "mso-list" in element.style:
            yield from word_item(element)
        elif element.tag == "p" and "msotitle" in element.get("class").lower():
            yield Heading(1, text_of(element.children), 1)
        else:
            yield from self._panel(element)

    def _panel(self, element: Element) -> Iterator[Block]:
        label = self.labels.get(element.get("id")) if element.get("id") not in self.headed else None
        if label and element.size:
            self.headed.add(element.get("id"))
            first = element.first(*HEADINGS)
            if first is None or plain(first.text).casefold() != label.casefold():
                yield from self._label(label, SECTION_LEVEL)
        inside = label is not None or element.role == "tabpanel" or _is_panel(set(element.tokens))
        self.panels += inside
        yield from self.through(element.children)
        self.panels -= inside


def _is_panel(tokens: set[str]) -> bool:
    return bool(tokens & _PANEL_PARTS) and bool(tokens & _PANEL_KINDS)


def _is_title(element: Element) -> bool:
    """Whether an element that is no heading names what a press on it opens: a question, or a panel."""
    if element.tag in ("button", "summary"):
        return True
    if element.size == 0 or element.size > MAX_HEADING or element.tag in HEADINGS or element.holds("p", "ul", "table"):
        return False
    if element.tag in ("a", "p", "li", "td", "th", "span") and not toggles(element):
        return False
    asks = text_of(element.children).endswith("?") and bool(set(element.tokens) & _TITLES)
    presses = bool(element.attributes.keys() & {"aria-expanded", "aria-controls"}) and not element.holds(*HEADINGS)
    return (asks or presses) and not any(toggles(one) for one in element.inside() if one.size < element.size)


def _pair(element: Element) -> str | None:
    """ "Label: value" of an element that holds these two and nothing else."""
    parts = [one for one in element.children if not isinstance(one, str) or one.strip()]
    if len(parts) != 2 or not all(isinstance(one, Element) and one.size for one in parts):
        return None
    label, value = (one for one in parts if isinstance(one, Element))
    if not (set(label.tokens) & _LABELS or set(value.tokens) & _VALUES) or label.size > 40 or label.holds(*HEADINGS):
        return None
    if value.holds("p", "ul", "table", *HEADINGS) or label.holds("p", "ul", "table") or value.size > MAX_HEADING:
        return None
    name = text_of(label.children).removesuffix(":").rstrip()
    return None if name.endswith(("?", ".")) else f"{name}: {text_of(value.children)}"
