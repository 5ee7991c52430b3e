"""The sources under an answer: each section or table once, with every cited place in it highlighted."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from bot.answer import Citation
from bot.desk import PassageView
from bot.links import text_fragment
from bot.marks import ranges
from bot.room import TableView

_BULLET = re.compile(r"^[-*](?= )", re.MULTILINE)

Lookup = Callable[[str], PassageView | None]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A citation and the place it points to; row and column are None outside tables and for whole rows."""

    citation: Citation
    row: int | None
    column: int | None


@dataclass(frozen=True, slots=True)
class Source:
    """A section or table that an answer cites; ``id`` is its element's."""

    id: str
    view: PassageView
    pointers: list[Pointer] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of one answer."""

    all: tuple[Source, ...]

    def of(self, number: int) -> Source | None:
        """The source that citation number ``number`` points into."""
        return next((s for s in self.all for p in s.pointers if p.citation.number == number), None)


def gather(citations: tuple[Citation, ...], lookup: Lookup, turn: str) -> Sources:
    """The sources of an answer's citations; one whose passage is gone shows its quote alone."""
    found: dict[tuple[object, ...], Source] = {}
    for citation in citations:
        view = lookup(citation.passage) or _quote_alone(citation)
        place = (view.table.title, view.table.rows) if view.table else (view.text,)
        source = found.setdefault((view.report, view.heading, *place), Source(f"{turn}-s{len(found) + 1}", view))
        source.pointers.append(_pointer(citation, view))
    return Sources(tuple(found.values()))


def sources_html(sources: Sources, several_reports: bool) -> Markup:
    """The cards, closed until a mark in the text opens one; empty without sources."""
    if not sources.all:
        return Markup()
    cards = Markup().join(_card(source, several_reports) for source in sources.all)
    return Markup('<aside class="sources" aria-label="Sources"><h3>Sources</h3>{}</aside>').format(cards)


def _pointer(citation: Citation, view: PassageView) -> Pointer:
    shown = view.text[citation.start : citation.end] == citation.quote
    edges = {} if shown else {"start": 0, "end": len(view.text)}
    cited = citation.model_copy(update={"url": citation.url or view.url, **edges})
    table = view.table
    return Pointer(cited, table.row if table else None, table.column if table else None)


def _quote_alone(citation: Citation) -> PassageView:
    return PassageView(
        address=citation.passage, report=citation.report, title=citation.title, heading=citation.heading,
        text=citation.quote, start=0, end=len(citation.quote), url=citation.url,
    )  # fmt: skip


def _card(source: Source, several_reports: bool) -> Markup:
    view = source.view
    heading = view.table.title if view.table else " › ".join(view.heading)
    body = _table(view.table, source.pointers) if view.table else _section(view.text, source.pointers)
    return Markup(
        '<details class="source" id="{id}" name="{group}"><summary><span class="numbers">{numbers}</span>'
        '<span class="where"><span class="heading">{heading}</span>{report}</span></summary>'
        '<div class="passage" tabindex="0" role="region" aria-label="{heading}">{body}</div>{link}</details>'
    ).format(
        id=source.id,
        group=source.id.rpartition("-")[0],
        numbers=ranges(p.citation.number for p in source.pointers),
        heading=heading or view.title,
        report=Markup('<span class="report">{}</span>').format(view.title) if several_reports else "",
        body=body,
        link=_publisher_link(source.pointers[0].citation),
    )


def _section(text: str, pointers: list[Pointer]) -> Markup:
    """The text with every quote marked; quotes may overlap, so it is cut wherever one starts or ends."""
    cited = [p.citation for p in pointers]
    text = _BULLET.sub("•", text)  # of the same length, so every offset stays right
    cuts = sorted({0, len(text), *(edge for c in cited for edge in (c.start, c.end))})
    pieces = [_piece(text[a:b], [c for c in cited if c.start <= a and b <= c.end]) for a, b in pairwise(cuts)]
    return Markup('<p class="prose">{}</p>').format(Markup().join(pieces))


def _piece(text: str, cited: list[Citation]) -> Markup:
    if not cited:
        return Markup("{}").format(text)
    numbers = " ".join(str(c.number) for c in cited)
    url = text_fragment(cited[0].url, cited[0].quote) or ""
    return Markup('<mark data-cites="{}" data-url="{}">{}</mark>').format(numbers, url, text)


def _table(table: TableView, pointers: list[Pointer]) -> Markup:
    header = Markup().join(Markup('<th scope="col">{}</th>').format(cell) for cell in table.header)
    rows = Markup().join(
        Markup("<tr>{}</tr>").format(
            Markup().join(_cell(text, _pointing(pointers, r, c)) for c, text in enumerate(row))
        )
        for r, row in enumerate(table.rows)
    )
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(header, rows)


def _pointing(pointers: list[Pointer], row: int, column: int) -> list[int]:
    return [p.citation.number for p in pointers if p.row == row and p.column in (None, column)]


def _cell(text: str, numbers: list[int]) -> Markup:
    if not numbers:
        return Markup("<td>{}</td>").format(text)
    return Markup('<td class="cited"><mark data-cites="{}">{}</mark></td>').format(" ".join(map(str, numbers)), text)


def _publisher_link(citation: Citation) -> Markup:
    address = text_fragment(citation.url, citation.quote)
    if address is None:
        return Markup()
    return Markup(
        '<a class="publisher" href="{}" target="_blank" rel="noopener noreferrer">Read it on the publisher\'s page</a>'
    ).format(address)
