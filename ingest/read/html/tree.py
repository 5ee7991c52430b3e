"""The elements of an HTML page, as a tree shallow enough to be walked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.read.html.style import ClassRules, Style, class_rules, declarations

MAX_DEPTH = 100
"""Elements within each other; deeper ones stand beside each other. Pages made with site builders have 60."""

MAX_PARSED_DEPTH = 2000
"""The same for the parser, which takes time by the square of the depth: 100,000 take 22 s, 10,000 take 0.06 s."""

_UNSEEN = frozenset(
    "script style template noscript svg math head link meta title base iframe object embed canvas audio video map "
    "input select option optgroup textarea datalist progress meter param source track rp rt del s strike "
    "ix:header ix:hidden ix:references ix:resources".split()
)
BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre search section summary table tbody td "
    "tfoot th thead tr ul frameset".split()
)
_ROLES = {"row": "tr", "cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th", "table": "table"}
"""Tables made of other elements say by their role what they are."""

_NESTING = re.compile(r"<(/?)([a-z][a-z0-9:-]*)\b[^<>]*>", re.IGNORECASE)
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_IS_XML = re.compile(r"^\s*<\?xml|xmlns=[\"']http://www\.w3\.org/1999/xhtml", re.IGNORECASE)
_CLOSED = re.compile(r"<([a-z][\w:.-]*)((?:\s[^<>]*)?)/>", re.IGNORECASE)
_ENVELOPE = re.compile(r"\A\s*(?:<SEC-DOCUMENT>|<DOCUMENT>)(?s:.{0,20000}?)<TEXT>")
"""What the SEC puts before each document of a filing."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")


@dataclass(slots=True, eq=False)
class Element:
    """An element with what it holds. ``size`` and ``linked`` count its characters and those of them in links, spaces
    left out; ``block``: it stands on lines of its own, or something in it does."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)
    style: Style = field(default_factory=dict)
    size: int = 0
    linked: int = 0
    block: bool = False

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def role(self) -> str:
        return self.get("role").strip().lower()

    @property
    def tokens(self) -> list[str]:
        """The words of class and id: "topMenu main-nav" is top, menu, main, nav."""
        named = f"{self.get('class')} {self.get('id')}"
        return [token.lower() for token in _CAMEL.split(named) if token]

    @property
    def elements(self) -> "list[Element]":
        return [child for child in self.children if isinstance(child, Element)]

    def inside(self) -> "Iterator[Element]":
        """All elements in it, in reading order."""
        waiting = self.elements[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(element.elements[::-1])

    def first(self, *tags: str) -> "Element | None":
        return next((element for element in self.inside() if element.tag in tags), None)

    def holds(self, *tags: str) -> bool:
        return self.first(*tags) is not None

    @property
    def text(self) -> str:
        """All text in it with single spaces, wherever its lines end."""
        return re.sub(r"\s+", " ", " ".join(self.strings())).strip()

    def strings(self) -> Iterator[str]:
        waiting: list[Element | str] = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if isinstance(child, str):
                yield child
            else:
                waiting.extend(child.children[::-1])


def parse(html: str) -> LexborHTMLParser:
    """Parse a page; elements nested beyond what any page needs lose their tags, not their text."""
    if _IS_XML.search(html[:4096]):
        html = _CLOSED.sub(_spelled_out, html)
    return LexborHTMLParser(_shallow(_ENVELOPE.sub("", html, count=1)))


def _spelled_out(tag: re.Match[str]) -> str:
    """An empty element of XML as HTML writes it, where <title/> would go on to the page's end."""
    return tag[0] if tag[1].lower() in _EMPTY else f"<{tag[1]}{tag[2]}></{tag[1]}>"


def body_of(parser: LexborHTMLParser) -> Element:
    """The page's body as a tree, without what is never seen."""
    rules = class_rules("\n".join(style.text() for style in parser.css("style")))
    root = Element("body", block=True)
    if parser.body is not None:
        root.attributes = _attributes(parser.body)
        _grow(parser.body, root, rules)
    measure(root)
    return root


def measure(element: Element, linked: bool = False) -> None:
    """Count what an element and those in it hold."""
    linked = linked or (element.tag == "a" and bool(element.get("href")))
    element.size = element.linked = 0
    element.block = element.tag in BLOCK_TAGS or element.style.get("display") in ("block", "flex", "grid", "list-item")
    for child in element.children:
        if isinstance(child, str):
            count = len("".join(child.split()))
            element.size += count
            element.linked += count if linked else 0
        else:
            measure(child, linked)
            element.size += child.size
            element.linked += child.linked
            element.block = element.block or child.block


def _shallow(html: str) -> str:
    if html.count("<") <= MAX_PARSED_DEPTH:
        return html
    kept: list[str] = []
    at = depth = 0
    for tag in _NESTING.finditer(html):
        if tag[2].lower() in _EMPTY or tag[2].lower() in ("p", "li", "td", "tr", "th", "option"):
            continue  # they close themselves
        if not tag[1]:
            depth += 1
        if depth > MAX_PARSED_DEPTH:
            kept.append(html[at : tag.start()])
            at = tag.end()
        if tag[1]:
            depth = max(depth - 1, 0)
    return " ".join([*kept, html[at:]]) if kept else html


def _grow(body: LexborNode, root: Element, rules: ClassRules) -> None:
    """Hang what the parser found under the root, in reading order."""
    waiting = [(node, root, 1) for node in _nodes(body)]
    while waiting:
        node, parent, depth = waiting.pop()
        if node.is_text_node:
            parent.children.append(node.text_content or "")
        elif node.is_element_node and node.tag not in _UNSEEN:
            element = _element(node, rules)
            parent.children.append(element)
            home, below = (element, depth + 1) if depth < MAX_DEPTH else (parent, depth)
            waiting.extend((child, home, below) for child in _nodes(node))


def _nodes(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=True))[::-1]


def _element(node: LexborNode, rules: ClassRules) -> Element:
    attributes = _attributes(node)
    style: dict[str, str] = {}
    for name in attributes.get("class", "").split() if rules else ():
        style.update(rules.get(name, {}))
    if "style" in attributes:
        style.update(declarations(attributes["style"]))
    tag = _ROLES.get(attributes.get("role", "").strip().lower(), node.tag or "")
    return Element(tag, attributes, style=style)


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name: value or "" for name, value in node.attributes.items()}
