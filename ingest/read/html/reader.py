"""Reads HTML: a saved sales page, a table of a statistics office, a filing, an export of Word or Excel."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from ingest.domain import Contact, Notice, Section, Table
from ingest.read.blocks import SECTION_LEVEL, Block, Grid, Heading
from ingest.read.document import Document
from ingest.read.html.blocks import blocks_of
from ingest.read.html.clutter import Clutter
from ingest.read.html.decode import decode_page
from ingest.read.html.linked import LinkedData, linked_data
from ingest.read.html.main import main_of
from ingest.read.html.metadata import head_of, metadata_of, site_names
from ingest.read.html.order import in_order
from ingest.read.html.refusal import refuse_empty, refuse_other_formats, refuse_other_text
from ingest.read.html.tabs import tab_labels
from ingest.read.html.text import lines_of, plain, text_of
from ingest.read.html.tree import Element, body_of, measure, parse
from ingest.read.imprint import imprint_of
from ingest.read.outline import outline, title_of_page


def read_html(data: bytes, name: str) -> Document:
    """Read a web page. Raises UnreadableFile where it is none, or one without a report's text."""
    refuse_other_formats(data, name)
    decoded = decode_page(data, name)
    refuse_other_text(decoded.text, name)
    parser = parse(decoded.text)
    head, (linked, broken) = head_of(parser, decoded.text), _linked(parser)
    body = body_of(parser)
    refuse_empty(parser, name, head.title or "", body.text)
    labels = tab_labels(body)
    clutter = Clutter(body.size, frozenset(labels))
    clutter.remove(body)
    measure(body)
    title = _title(body, site_names(head, linked))
    found = blocks_of(main_of(body), labels)
    blocks = in_order([*found, *_asked(linked, _text(found))], title)
    refuse_empty(parser, name, head.title or "", _text(blocks))
    sections, tables = outline(blocks, name)
    metadata = replace(metadata_of(head, linked, title), contact=_contact(sections, tables, clutter))
    return Document(sections, tables, metadata, title_of_page(blocks), (*decoded.notices, *_notices(broken, name)))


def _linked(parser: LexborHTMLParser) -> tuple[LinkedData, int]:
    return linked_data(script.text() for script in parser.css('script[type="application/ld+json" i]'))


def _title(body: Element, names: frozenset[str]) -> str | None:
    """The page's own title: its first top heading, the site's logo left aside."""
    headings = (text_of(one.children) for one in body.inside() if _is_top(one) and one.size <= MAX_TITLE)
    return next((text for text in headings if text and text.casefold() not in names), None)


def _is_top(element: Element) -> bool:
    """Whether it is a heading of the highest level, by its tag, its role, or its name in Word."""
    named = element.role == "heading" and element.get("aria-level") == "1"
    return element.tag == "h1" or named or element.get("class").lower() == "msotitle"


MAX_TITLE = 300
"""Characters; sales pages name all their segments in it."""


def _asked(linked: LinkedData, text: str) -> Iterator[Block]:
    """The questions that the page only tells search engines, with their answers."""
    shown = _bare(text)
    for question, answer in linked.questions():
        asked = plain(question)
        if asked and _bare(asked) not in shown:
            shown += _bare(asked)
            inside = body_of(parse(f"<body>{answer}</body>"))
            yield Heading(SECTION_LEVEL, asked, 1)
            yield from blocks_of(inside, {})


def _bare(text: str) -> str:
    """A text by its letters and digits, to find it again in another."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _text(blocks: Sequence[Block]) -> str:
    texts = (
        " ".join((*block.header, *(cell for row in block.rows for cell in row)))
        if isinstance(block, Grid)
        else block.text
        for block in blocks
    )
    return "\n".join(texts)


def _contact(sections: Sequence[Section], tables: Sequence[Table], clutter: Clutter) -> Contact | None:
    """Whom the page's footer names to ask, where its text names nobody."""
    if imprint_of(sections, tables).contact:
        return None
    feet = [Section((), "\n".join(line.text for line in lines_of(foot.children)), "") for foot in clutter.feet]
    return imprint_of(feet, ()).contact


def _notices(broken: int, name: str) -> Iterator[Notice]:
    if broken:
        yield Notice(name, 1, "the page's linked data (JSON-LD) is broken and was left out; its text was read")
