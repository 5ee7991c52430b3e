import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from evals.specimen.edition import MARK, Edition
from evals.specimen.web import page


@pytest.fixture(scope="module")
def tree(edition: Edition) -> LexborHTMLParser:
    return LexborHTMLParser(page(edition))


def test_the_page_has_every_table_with_its_caption(edition: Edition, tree: LexborHTMLParser) -> None:
    captions = [(node.text(deep=False) or "").strip() for node in tree.css("caption")]
    assert captions == [table.caption for table in edition.tables]


def test_the_cells_are_those_printed(edition: Edition, tree: LexborHTMLParser) -> None:
    for table in edition.tables:
        shown = [node.text() for node in tree.css(f"#t{table.number} tbody td")]
        assert shown == [cell.text for row in table.rows for cell in row.cells]


def test_headers_of_two_rows_span_rows_and_columns(edition: Edition, tree: LexborHTMLParser) -> None:
    table = next(one for one in edition.tables if one.kind == "two measures")
    spans = [node.attributes.get("colspan") for node in tree.css(f"#t{table.number} thead th[colspan]")]
    assert spans == ["4", "4"]
    assert tree.css_first(f"#t{table.number} thead th[rowspan]").attributes["rowspan"] == "2"


def test_the_page_is_furnished_as_a_sales_page(edition: Edition, tree: LexborHTMLParser) -> None:
    for selector in ("nav", ".cookie-banner", ".breadcrumbs", ".related", "footer", "details > summary", "time"):
        assert tree.css_first(selector) is not None
    kinds = [json.loads(node.text())["@type"] for node in tree.css('script[type="application/ld+json"]')]
    assert kinds == [["Product", "Report"], "FAQPage"]
    assert MARK in tree.css_first("footer").text()


def test_names_are_escaped(edition: Edition) -> None:
    assert "Middle East & Africa" not in page(edition)
    assert "Middle East &amp; Africa" in page(edition)
