"""Reads what a page says of its publication where readers do not look: linked data, meta tags, its address."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from ingest.read.document import Metadata
from ingest.read.front_matter import parse_date
from ingest.read.html.linked import LinkedData
from ingest.read.html.text import plain

_TAIL = re.compile(r"\s+(?:[|–—·»:-]|::|//)\s+")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
_PUBLISHERS = ("publisher", "sourceOrganization", "provider", "creator", "author", "brand")
_DATES = (
    "article:published_time", "citation_publication_date", "citation_date", "dcterms.issued", "dc.date.issued",
    "dcterms.date", "dc.date", "datepublished", "publication_date", "pubdate", "date",
)  # fmt: skip
_FILE_NAME = re.compile(r"[\w.-]+")
"""A title of one word is a file's name or the site's."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page's head, by its names in lower case."""

    title: str | None
    meta: Mapping[str, str]
    links: Mapping[str, str]
    saved_from: str | None = None


def head_of(parser: LexborHTMLParser, html: str) -> Head:
    """What a page's head says."""
    title = parser.css_first("title")
    saved = _SAVED_FROM.search(html[:4096])
    meta: dict[str, str] = {}
    for node in parser.css("meta[content]"):
        key = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        if key:
            meta.setdefault(key.strip().lower(), plain(node.attributes.get("content") or ""))
    links = {node.attributes.get("rel") or "": node.attributes.get("href") or "" for node in parser.css("link[href]")}
    return Head(plain(title.text()) if title else None, meta, links, saved[1] if saved else None)


def metadata_of(head: Head, linked: LinkedData, heading: str | None) -> Metadata:
    """What a page says of its publication.

    The title is the page's own top heading where it has one: readers see it, search engines are told others. Of the
    publisher and the date linked data is believed before meta tags, whose site name is often a brand's and whose date
    that of a post; of the address the canonical link, as it has no marks of where a visitor came from.
    """
    publisher = linked.said(*_PUBLISHERS) or head.meta.get("og:site_name") or linked.site
    publisher = publisher or head.meta.get("dc.publisher") or head.meta.get("citation_publisher")
    return Metadata(
        title=heading or _title(head, linked, publisher),
        publisher=publisher or None,
        published=_published(head, linked),
        url=next((url for url in _addresses(head, linked) if url.startswith(("https://", "http://"))), None),
    )


def site_names(head: Head, linked: LinkedData) -> frozenset[str]:
    """What the site is called: a top heading that says only this is its logo."""
    names = (head.meta.get("og:site_name"), linked.site, linked.said("publisher"))
    return frozenset(name.casefold() for name in names if name)


def _title(head: Head, linked: LinkedData, publisher: str | None) -> str | None:
    names = site_names(head, linked) | ({publisher.casefold()} if publisher else set())
    for said in (head.meta.get("og:title"), linked.said("name", "headline"), head.title):
        title = without_tail(said, names) if said else ""
        if title and not _FILE_NAME.fullmatch(title) and title.casefold() not in names:
            return title
    return None


def without_tail(title: str, names: frozenset[str]) -> str:
    """A title without the site's name behind it: "Tea Market | Leaf Research"."""
    cuts = [(cut.start(), cut.end()) for cut in _TAIL.finditer(title)]
    for start, end in cuts:
        if title[end:].casefold() in names:
            return title[:start]
    return title


def _published(head: Head, linked: LinkedData) -> date | None:
    stated = [linked.said("datePublished", "dateCreated"), *(head.meta.get(name) for name in _DATES)]
    return next((found for text in stated if text and (found := _date(text))), None)


def _date(text: str) -> date | None:
    """A date, the time behind it left out."""
    match = _DATED.match(text)
    return parse_date(match[0] if match else text)


def _addresses(head: Head, linked: LinkedData) -> Iterator[str]:
    yield head.links.get("canonical", "")
    yield head.meta.get("og:url", "")
    yield linked.said("url", "@id") or ""
    yield head.saved_from or ""
