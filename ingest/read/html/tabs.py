"""Finds the words on a page's tabs, which head what they show."""

from ingest.read.html.text import text_of
from ingest.read.html.tree import Element

_TAB_WORDS = frozenset({"tab", "tabs", "pill", "pills", "tablink", "tablinks"})
MAX_LABEL_WORDS = 12


def tab_labels(body: Element) -> dict[str, str]:
    """The words on the tab that shows the element of an id, for each that is there; the tabs are taken out."""
    ids = {one.get("id"): one for one in body.inside() if one.get("id")}
    labels: dict[str, str] = {}
    tabs: set[int] = set()
    for element in body.inside():
        target = _target(element) if _is_tab(element) else None
        if target is None or target not in ids or ids[target].size <= element.size:
            continue
        text = text_of(element.children)
        if text and len(text.split()) <= MAX_LABEL_WORDS:
            labels.setdefault(target, text)
            tabs.add(id(element))
    _take_out(body, tabs)
    return labels


def _is_tab(element: Element) -> bool:
    if element.role == "tab" or element.get("data-toggle") in _TAB_WORDS or element.get("data-bs-toggle") in _TAB_WORDS:
        return True
    return element.tag in ("a", "button", "li") and bool(_TAB_WORDS & set(element.tokens))


def _target(element: Element) -> str | None:
    """The id of what a tab shows, as it or the link in it says."""
    for one in (element, *element.inside()):
        for name in ("aria-controls", "data-bs-target", "data-target", "href", "data-tab"):
            said = one.get(name)
            if said and (name != "href" or said.startswith("#")):
                return said.removeprefix("#")
    return None


def _take_out(body: Element, tabs: set[int]) -> None:
    for element in (body, *body.inside()):
        element.children = [one for one in element.children if id(one) not in tabs]
