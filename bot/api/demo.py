"""The demonstration: an imitation of the page on which a publisher sells a report, made of what the library has."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from bot.desk import Bot, PassageView
from bot.room import QuantityView, ReportView, Wanted, WholeTable
from ingest.domain import Measure

MOST_TEXT = 24_000
"""Characters of the report's text that the page has at most."""

MOST_TABLES, MOST_ROWS = 3, 14
"""Tables on the page, and rows of each: longer ones are left out, because a part of a table is no table."""

_NAMES: dict[Measure, str] = {"size": "Market size", "cagr": "Growth a year"}


def demo_html(bot: Bot, report: str | None) -> str:
    """The page of a report, of which everything shown is what the bot's reader may read; without one, a page that says
    so."""
    view = bot.room.report(report) if report else None
    if view is None:
        return str(_PAGE.format(title="No report yet", tag="", body=_EMPTY))
    tag = Markup(' data-report="{}"').format(view.id)
    return str(_PAGE.format(title=view.title, tag=tag, body=_body(bot, view)))


def _body(bot: Bot, view: ReportView) -> Markup:
    sections = list(_sections(bot, view))
    return _BODY.format(
        publisher=view.publisher or "The publisher",
        title=view.title,
        imprint=_imprint(view),
        lead=_lead(sections),
        facts=_facts(bot, view),
        asks=_asks(view.examples),
        sections=Markup().join(map(_section, sections)),
        tables=Markup().join(map(_table, _tables(bot, view))),
        contents=_contents(view.contents),
        counts=_counts(view),
    )


def _imprint(view: ReportView) -> str:
    published = f"{view.published:%B %Y}" if view.published else None
    return " · ".join(part for part in (view.publisher, view.edition, published) if part)


def _lead(sections: Sequence[PassageView]) -> str:
    """The first paragraph of the report."""
    return next((part for section in sections for part in _parts(section.text) if not part.startswith("- ")), "")


def _facts(bot: Bot, view: ReportView) -> Markup:
    sizes, rates = _whole(bot, view.id, "size")[:3], _whole(bot, view.id, "cagr")[:1]
    facts = [(q.text, f"{_NAMES[q.measure]}, {q.period}" if q.period else _NAMES[q.measure]) for q in (*sizes, *rates)]
    shown = Markup().join(Markup("<li><b>{}</b> {}</li>").format(*fact) for fact in facts)
    return Markup('<ul class="facts">{}</ul>').format(shown) if facts else Markup()


def _whole(bot: Bot, report: str, measure: Measure) -> list[QuantityView]:
    """The figures of the whole market, one of each period."""
    found = bot.room.quantities(Wanted(measure=measure, report=report), 50).quantities
    whole = [q for q in found if not q.subject and not q.place and q.bound == "exact" and not q.citation.table]
    return sorted({q.period: q for q in reversed(whole)}.values(), key=lambda q: q.period or "")


def _sections(bot: Bot, view: ReportView) -> Iterator[PassageView]:
    left = MOST_TEXT
    for info in view.sections:
        left -= info.characters
        passage = bot.passage(info.address) if left > 0 and info.characters else None
        if passage is not None:
            yield passage


def _section(section: PassageView) -> Markup:
    tag = "h2" if len(section.heading) < 2 else "h3"
    heading = Markup("<{0}>{1}</{0}>").format(Markup(tag), section.heading[-1]) if section.heading else Markup()
    return Markup("<section>{}{}</section>").format(heading, Markup().join(_prose(section.text)))


def _prose(text: str) -> Iterator[Markup]:
    items: list[str] = []
    for part in [*_parts(text), ""]:
        if part.startswith("- "):
            items.append(part[2:])
            continue
        if items:
            yield Markup("<ul>{}</ul>").format(Markup().join(Markup("<li>{}</li>").format(item) for item in items))
            items = []
        if part:
            yield Markup("<p>{}</p>").format(part)


def _parts(text: str) -> list[str]:
    """Paragraphs, and list items each by itself."""
    lines = (line for block in text.split("\n\n") for line in _lines(block))
    return [line for line in (line.strip() for line in lines) if line]


def _lines(block: str) -> list[str]:
    return block.split("\n") if block.lstrip().startswith("- ") else [block]


def _tables(bot: Bot, view: ReportView) -> Iterator[WholeTable]:
    small = (info for info in view.tables if info.rows <= MOST_ROWS and len(info.header) > 1)
    for info, _ in zip(sorted(small, key=lambda info: not info.unit), range(MOST_TABLES), strict=False):
        table = bot.room.table(info.address)
        if table is not None:
            yield table


def _table(table: WholeTable) -> Markup:
    head = Markup().join(Markup('<th scope="col">{}</th>').format(name) for name in table.header)
    rows = Markup().join(Markup("<tr>{}</tr>").format(Markup().join(map(_cell, range(99), row))) for row in table.rows)
    unit = Markup(" <span>{}</span>").format(table.unit) if table.unit else ""
    notes = Markup().join(Markup("<p>{}</p>").format(note) for note in table.notes)
    return Markup(
        '<figure><div class="wide" tabindex="0" role="region" aria-label="{}"><table><caption>{}{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>{}</figure>"
    ).format(table.title, table.title, unit, head, rows, notes)


def _cell(column: int, text: str) -> Markup:
    return Markup("<td>{}</td>" if column else '<th scope="row">{}</th>').format(text)


def _asks(examples: Sequence[str]) -> Markup:
    buttons = Markup().join(
        Markup('<li><button type="button" data-footnote-ask="{0}">{0}</button></li>').format(each)
        for each in examples[:3]
    )
    return Markup('<ul class="asks">{}</ul>').format(buttons)


def _contents(contents: Sequence[str]) -> Markup:
    if not contents:
        return Markup()
    chapters = Markup().join(Markup("<li>{}</li>").format(chapter) for chapter in contents)
    return Markup('<section id="contents"><h2>Table of contents</h2><ol class="contents">{}</ol></section>').format(
        chapters
    )


def _counts(view: ReportView) -> Markup:
    counts = ((len(view.contents), "chapters"), (len(view.tables), "tables"))
    return Markup().join(Markup("<li>{} {}</li>").format(count, of) for count, of in counts if count)


_EMPTY = Markup("<main><h1>No report yet</h1><p>Put a report into the library, and it is shown here.</p></main>")
_BODY = Markup(
    '<p class="told"><b>Demonstration.</b> This page imitates a publisher’s: its words are of the report in this '
    "server’s library, and nothing is sold on it. The button in the corner is the widget.</p>"
    '<header class="top"><span class="brand">{publisher}</span><nav aria-label="Page"><a href="#findings">Findings</a>'
    '<a href="#tables">Tables</a><a href="#contents">Contents</a></nav></header>'
    '<main><div class="hero"><div><p class="kind">Market report</p><h1>{title}</h1><p class="imprint">{imprint}</p>'
    '<p class="lead">{lead}</p>{facts}</div>'
    '<aside aria-label="The full report"><div class="cover" aria-hidden="true"><b>{title}</b>'
    "<span>{publisher}</span></div>"
    '<ul class="licences"><li><b>Single user</b> PDF</li><li><b>Team</b> PDF and spreadsheet</li>'
    "<li><b>Enterprise</b> all formats</li></ul>"
    '<button type="button" class="buy" data-footnote-contact>Ask for a quote</button>'
    '<button type="button" class="try" data-footnote-open>Ask the report first</button>'
    '<ul class="counts">{counts}</ul></aside></div>'
    '<div class="asking"><h2>What visitors ask</h2>{asks}</div>'
    '<div class="text" id="findings">{sections}</div>'
    '<div class="text" id="tables">{tables}</div><div class="text">{contents}</div></main>'
    '<footer class="bottom"><p>A demonstration of Footnote. Every figure on this page is the report’s.</p></footer>'
)
_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="widget/pages.css"></head><body>{body}'
    '<script async src="widget.js"{tag}></script></body></html>'
)
