"""Takes out of a page what is not the report: menus, banners, forms, hidden parts, cards of other reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.read.html.style import hides
from ingest.read.html.tree import Element

MOST = 0.4
"""Share of a page's text from which on an element is the page, whatever it is called."""

PROSE_WORDS = 40
"""Words without links that make a text of what could be a row of buttons."""

_SURE = frozenset(
    "cookie cookies consent gdpr breadcrumb breadcrumbs crumbs newsletter subscribe popup modal lightbox toast navbar "
    "megamenu disqus pagination captcha login signup editsection footer".split()
)
_LIKELY = frozenset(
    "share sharing social addthis related sidebar menu nav navigation navi banner comment comments respond ad ads "
    "advert promo subscription cta sitemap topbar toolbar breadcrumbnav recommended upsell trending".split()
)
_NAMED = frozenset("div section ul ol aside header p table dl figure".split())
"""Elements that are judged by their names; the name of a piece of a line says how it looks."""

_NEGATED = frozenset("no has with without hide show is".split())
_HELD = frozenset("market revenue value segment sales volume by table figure card".split())
"""Words before a hint that make it another thing: "market-share", "table-footer"."""

_PANEL = frozenset(
    "panel pane tab tabs tabpanel tabcontent accordion collapse collapsible collapsed toggle faq answer expand "
    "expandable more readmore toc segmentation methodology description content".split()
)
_UNSEEN_NAME = re.compile(r"\b(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|skip-link)\b")
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar tooltip toolbar".split()
)
_SITE = re.compile(
    r"home(?:page)?|about(?: us)?|contact(?: us)?|careers?|jobs|privacy(?: policy)?|terms(?: (?:of|and|&) \w+)?|log ?in"
    r"|sign (?:in|up)|register|my account|cart|sitemap|help|faqs?|imprint|disclaimer|cookie (?:policy|settings)|press"
    r"|startseite|über uns|kontakt|impressum|datenschutz(?:erklärung)?|agb|anmelden|karriere"
    r"|accueil|à propos|mentions légales|connexion|inicio|contacto|aviso legal|privacidad",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:request|download|buy|get|in?quire|enquire|speak|talk|subscribe|sign|click|read|learn|view|see|show|add to"
    r"|order|purchase|share|print|tweet|back to|close|customi[sz]e|ask for|skip to|jetzt|mehr|anfordern)\b.{0,60}",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:(?:view |see |our |more )?(?:related|similar|recommended|trending|latest|popular|recent|other|more)"
    r" (?:market )?(?:research )?(?:reports?|posts?|articles?|publications?|studies|products|news|insights)"
    r"|related (?:content|links|topics)|(?:you may|you might) also like.*|customers also (?:viewed|bought).*"
    r"|share (?:this|on)\b.*|leave a (?:reply|comment)|(?:ähnliche|weitere|verwandte) (?:berichte|studien|artikel))\W*",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d\s?%|[$€£¥]\s?\d|\d\s(?:million|billion)|\b(?:USD|EUR)\s?\d", re.IGNORECASE)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class Clutter:
    """Takes clutter out of a page of ``whole`` characters; ``feet`` are the page's footers, which name whom to ask."""

    whole: int
    panels: frozenset[str] = frozenset()
    feet: list[Element] = field(default_factory=list)

    def remove(self, element: Element, home: bool = False) -> None:
        """Take clutter out of an element. ``home``: it stands within what the page calls its content."""
        home = home or element.tag in ("main", "article", "section") or element.role == "main"
        if element.tag == "th":
            _unwrap_button(element)
        element.children = [
            child for child in element.children if isinstance(child, str) or not self._is_clutter(child, home)
        ]
        if element.tag != "table" or element.holds("table"):
            _remove_other_reports(element)
        for child in element.elements:
            self.remove(child, home)

    def _is_clutter(self, element: Element, home: bool) -> bool:
        if element.tag in ("br", "hr", "img", "td", "th", "tr", "thead", "tbody", "tfoot"):
            return element.tag not in ("br", "hr", "img") and hides(element.style)
        if self._is_hidden(element) or _is_control(element):
            return True
        if element.size > MOST * self.whole:
            return False
        if element.tag == "header" and not home:
            element.children = [one for one in element.inside() if one.tag == "h1"]
        is_out = self._by_tag(element, home) or (element.tag in _NAMED and self._by_name(element))
        if is_out and (element.tag == "footer" or element.role == "contentinfo" or "footer" in element.tokens):
            self.feet.append(element)
        return is_out

    def _is_hidden(self, element: Element) -> bool:
        """Whether it is never shown; what is merely collapsed is shown on demand."""
        until = "hidden" in element.attributes and element.get("hidden").lower() != "until-found"
        if until or hides(element.style):
            return not self._is_panel(element)
        if element.get("aria-hidden").lower() == "true":
            return not self._is_panel(element) and _prose(element) < PROSE_WORDS
        if element.tag == "dialog" and "open" not in element.attributes:
            return True
        unseen = bool(_UNSEEN_NAME.search(element.get("class")))
        return unseen and element.tag not in (*HEADINGS, "caption", "table")

    def _is_panel(self, element: Element) -> bool:
        named = element.role in ("tabpanel", "region") or element.get("id") in self.panels
        tokens = set(element.tokens)
        return (named or bool(tokens & _PANEL)) and not tokens & _SURE

    def _by_tag(self, element: Element, home: bool) -> bool:
        if element.role in _ROLES:
            return not (home and _tells(element))
        match element.tag:
            case "nav" | "menu":
                return not _tells(element)
            case "footer":
                return not (home and _prose(element) >= PROSE_WORDS)
            case "form":
                return not _tells(element)
            case "aside":
                return not (home and (_holds_data(element) or _FIGURES.search(element.text)))
            case "ul" | "ol" | "div":
                return is_menu(element)
            case "header":
                return not home and not element.children
            case _:
                return False

    def _by_name(self, element: Element) -> bool:
        hints = set(_hints(element.tokens)) & (_SURE | _LIKELY)
        if not hints or element.holds("h1"):
            return False
        if hints & _SURE:
            return not (_holds_data(element) and element.linked < element.size / 2)
        return not _tells(element)


def is_menu(element: Element) -> bool:
    """Whether an element is a list of links through this page, or through the site."""
    links = [one for one in element.inside() if one.tag == "a" and one.get("href")]
    if len(links) < 2 or element.linked < 0.7 * element.size:
        return False
    if element.tag != "div" and all(link.get("href").startswith("#") for link in links):
        return len(links) > 2
    return sum(bool(_SITE.fullmatch(link.text)) for link in links) > 1


def is_call(text: str) -> bool:
    """Whether the words of a link or button ask to do something: "Request a free sample"."""
    return bool(_CALL.fullmatch(text)) and len(text.split()) <= 9


def toggles(element: Element) -> bool:
    """Whether an element is pressed to open what is collapsed."""
    named = element.attributes.keys() & {"aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"}
    return bool(named) or bool(set(element.tokens) & {"accordion", "collapse", "collapsible", "toggle", "question"})


def _is_control(element: Element) -> bool:
    """Whether it is a button, or a link dressed as one, that opens nothing on this page."""
    text = element.text if element.tag in ("a", "button", "label") or element.role == "button" else ""
    if not text:
        return False
    if element.tag == "button" or element.role == "button":
        return is_call(text) or not (toggles(element) or text.endswith("?") or len(text.split()) > 8)
    dressed = {"btn", "button", "cta"} & set(element.tokens)
    return element.tag == "a" and bool(dressed) and not toggles(element)


def _unwrap_button(cell: Element) -> None:
    """Put a header's text in the place of the button that it is all of: it sorts the table."""
    for one in list(cell.inside()):
        if (one.tag == "button" or one.role == "button") and one.text and one.text == cell.text:
            cell.children = one.children
            return


def _hints(tokens: Sequence[str]) -> Iterator[str]:
    for number, token in enumerate(tokens):
        before = tokens[number - 1] if number else ""
        if before not in _NEGATED and before not in _HELD:
            yield token


def _holds_data(element: Element) -> bool:
    """Whether it holds a table with a figure."""
    tables = (one for one in element.inside() if one.tag in ("table", "dl"))
    return any(any(char.isdigit() for char in table.text) for table in tables)


def _tells(element: Element) -> bool:
    """Whether it holds text of its own worth reading: data or prose."""
    return _holds_data(element) or (_prose(element) >= PROSE_WORDS and element.linked < element.size / 2)


def _prose(element: Element) -> int:
    """The words of an element that stand outside links, by its count of characters."""
    return (element.size - element.linked) // 5


def _remove_other_reports(parent: Element) -> None:
    """Take out a heading such as "Related reports" with what follows it, where that is mostly links."""
    children = parent.children
    for at, child in enumerate(children):
        if not isinstance(child, Element) or not _leads_elsewhere(child):
            continue
        end = _end_of(children, at, child)
        below = [one for one in children[at + 1 : end] if isinstance(one, Element)]
        if sum(one.linked for one in below) * 2 >= sum(one.size for one in below):
            parent.children = [*children[:at], *children[end:]]
            return


def _leads_elsewhere(element: Element) -> bool:
    if element.tag in HEADINGS or element.tag in ("div", "p", "strong", "header"):
        return element.size < 60 and bool(_ELSEWHERE.fullmatch(element.text))
    return False


def _end_of(children: Sequence[Element | str], at: int, heading: Element) -> int:
    """Where the text below a heading ends: at the next of its level or above."""
    tags = HEADINGS[: HEADINGS.index(heading.tag) + 1] if heading.tag in HEADINGS else HEADINGS
    for number in range(at + 1, len(children)):
        one = children[number]
        if isinstance(one, Element) and (one.tag in tags or one.holds(*tags)):
            return number
    return len(children)
