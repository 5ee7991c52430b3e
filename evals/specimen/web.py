"""The edition as a publisher's sales page, saved with its menus, scripts and banners."""

import json
from collections.abc import Iterator
from html import escape

from evals.specimen.edition import MARK, Asked, Block, Bullets, Edition, Heading, Paragraph
from evals.specimen.table import Row, SpecimenTable

STYLE = "body{font-family:sans-serif}td{text-align:right}th[scope=row]{text-align:left}.d1{padding-left:1.5em}"
SCRIPT = "window.dataLayer=window.dataLayer||[];document.querySelectorAll('details').forEach(d=>d.open=false);"


def page(edition: Edition) -> str:
    """The whole page."""
    return "\n".join(_lines(edition)) + "\n"


def _lines(edition: Edition) -> Iterator[str]:
    title = escape(edition.title)
    yield "<!DOCTYPE html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{title} | {escape(edition.market.publisher)}</title>'
    yield f'<meta name="description" content="{escape(MARK)}"><style>{STYLE}</style>'
    yield f'<script type="application/ld+json">{_product(edition)}</script>'
    yield f'<script type="application/ld+json">{_faq(edition)}</script>'
    yield "</head><body>"
    yield from _top(edition)
    yield f'<main><article><h1>{title}</h1><p class="mark">{escape(MARK)}</p>'
    yield f'<p>Published <time datetime="{edition.published}">{edition.published}</time></p>'
    yield from _contents(edition)
    for block in edition.blocks:
        yield from _block(block)
    yield "</article></main>"
    yield from _bottom(edition)
    yield f"<script>{SCRIPT}</script></body></html>"


def _top(edition: Edition) -> Iterator[str]:
    yield '<div class="cookie-banner" role="dialog">We use cookies to improve this page.'
    yield "<button>Accept all</button><button>Settings</button></div>"
    yield '<nav><ul><li><a href="/">Home</a></li><li><a href="/reports">Reports</a></li>'
    yield '<li><a href="/consulting">Consulting</a></li><li><a href="/login">Sign in</a></li></ul></nav>'
    yield '<ol class="breadcrumbs"><li><a href="/">Home</a></li><li><a href="/reports">Reports</a></li>'
    yield f"<li>{escape(edition.market.name)}</li></ol>"


def _contents(edition: Edition) -> Iterator[str]:
    yield '<section class="toc"><h2>Table of contents</h2><ul>'
    for block in edition.blocks:
        if isinstance(block, Heading) and block.level < 3:
            yield f"<li>{escape(block.text)}</li>"
    yield "</ul></section>"


def _bottom(edition: Edition) -> Iterator[str]:
    yield '<aside class="related"><h2>Related reports</h2><ul>'
    for name in edition.market.absent:
        yield f'<li><a href="/reports/{escape(name.replace(" ", "-"))}">{escape(name.capitalize())} outlook</a></li>'
    yield "</ul></aside><footer>"
    yield "".join(f"<p>{escape(label)}: {escape(value)}</p>" for label, value in edition.contact)
    yield f"<p>{escape(MARK)}</p><p>© {edition.market.base} {escape(edition.market.publisher)}</p></footer>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            tag = f"h{block.level + 1}"
            yield f"<{tag}>{escape(block.text)}</{tag}>"
        case Paragraph():
            yield f"<p>{escape(block.text)}</p>"
            if block.footnote:
                yield f"<p><small>{escape(block.footnote)}</small></p>"
        case Bullets():
            items = "".join(f"<li>{escape(item.text)}</li>" for item in block.items)
            yield f"<p>{escape(block.lead)}</p><ul>{items}</ul>"
        case Asked():
            yield f"<details><summary>{escape(block.question)}</summary><p>{escape(block.answer.text)}</p></details>"
        case SpecimenTable():
            yield from _table(block)


def _table(table: SpecimenTable) -> Iterator[str]:
    yield f'<table id="t{table.number}"><caption>{escape(table.caption)}'
    yield f"<br><small>{escape(table.unit_line)}</small></caption>" if table.unit_line else "</caption>"
    yield f"<thead>{''.join(_header(table))}</thead><tbody>"
    for number, row in enumerate(table.rows, start=1):
        yield _row(table, row, number)
    yield "</tbody></table>"
    for note in table.notes:
        yield f'<p class="note"><small>{escape(note)}</small></p>'


def _header(table: SpecimenTable) -> Iterator[str]:
    deep = table.header_rows
    number = f'<th rowspan="{deep}">No.</th>' if table.row_numbers else ""
    yield f'<tr>{number}<th rowspan="{deep}">{escape(table.stub)}</th>'
    if deep > 1:
        yield "".join(f'<th colspan="{wide}">{escape(name)}</th>' for name, wide in table.header_groups())
        yield "</tr><tr>"
    yield "".join(f"<th>{escape(path[-1])}</th>" for path in table.columns) + "</tr>"


def _row(table: SpecimenTable, row: Row, number: int) -> str:
    count = f"<td>{number}</td>" if table.row_numbers else ""
    if row.role == "heading":
        return f'<tr>{count}<th scope="rowgroup" colspan="{len(table.columns) + 1}">{escape(row.label)}</th></tr>'
    indent = f' class="d{row.depth}"' if row.depth else ""
    values = "".join(f"<td>{escape(cell.text)}</td>" for cell in row.cells)
    return f'<tr class="{row.role}">{count}<th scope="row"{indent}>{escape(row.label)}</th>{values}</tr>'


def _product(edition: Edition) -> str:
    facts = {
        "@context": "https://schema.org",
        "@type": ["Product", "Report"],
        "name": edition.title,
        "description": MARK,
        "datePublished": edition.published,
        "publisher": {"@type": "Organization", "name": edition.market.publisher},
        "offers": {"@type": "Offer", "price": "0.00", "priceCurrency": edition.market.money.currency},
    }
    return json.dumps(facts, ensure_ascii=False)


def _faq(edition: Edition) -> str:
    asked = [
        {
            "@type": "Question",
            "name": block.question,
            "acceptedAnswer": {"@type": "Answer", "text": block.answer.text},
        }
        for block in edition.blocks
        if isinstance(block, Asked)
    ]
    return json.dumps({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": asked}, ensure_ascii=False)
