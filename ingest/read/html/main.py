"""Finds a page's main content: where it says so, else by where the text is."""

from ingest.read.html.tree import Element

_OWN_SHARE = 0.3
"""Share of the page's prose that what calls itself the main content must hold."""

_ARTICLE_SHARE = 0.85
"""The same for an article within it: others hold but the introduction, or are cards of other reports."""

_TRUNK_SHARE = 0.8
"""Share of the prose that one child must hold for the others to be looked at as what stands around it."""

_HEADINGS = ("h1", "h2", "h3")
_LEAST = 200
"""Characters of prose below which a page is too short to tell where its text is."""


def main_of(body: Element) -> Element:
    """The element that holds a page's main content; what stands around it without a text of its own is taken out."""
    whole = prose(body)
    named = [one for one in body.inside() if one.tag == "main" or one.role == "main"]
    main = max(named, key=prose, default=body)
    if main is body or prose(main) < _OWN_SHARE * whole:
        main = body
    articles = [one for one in main.inside() if one.tag == "article"]
    article = max(articles, key=prose, default=main)
    if articles and prose(article) >= _ARTICLE_SHARE * prose(main):
        return article
    if main is body and whole >= _LEAST:
        _clear_around(body)
    return main


def prose(element: Element) -> int:
    """Characters of an element that stand outside links."""
    return element.size - element.linked


def _clear_around(body: Element) -> None:
    """Walk down to where the text is, and leave out what stands beside the way and only links elsewhere."""
    trunk = body
    while True:
        heaviest = max(trunk.elements, key=prose, default=None)
        if heaviest is None or prose(heaviest) < _TRUNK_SHARE * prose(trunk):
            return
        trunk.children = [one for one in trunk.children if one is heaviest or _is_worth(one)]
        trunk = heaviest


def _is_worth(node: Element | str) -> bool:
    """Whether it says more than it links to, or has a heading: a list of companies may be one of links."""
    return isinstance(node, str) or prose(node) >= node.linked or node.tag in _HEADINGS or node.holds(*_HEADINGS)
