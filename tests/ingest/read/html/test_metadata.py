from datetime import date

import pytest

from ingest.read.document import Document
from ingest.read.html.metadata import without_tail
from ingest.read.html.reader import read_html

BODY = "<p>Tea sales rose by 4% in 2024.</p>"


def read(head: str, body: str = BODY) -> Document:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Tea Market | Leaf", "Tea Market"),
        ("Tea - Green - Leaf", "Tea - Green"),
        ("Tea Market: Leaf by Leaf", "Tea Market: Leaf by Leaf"),
        ("Tea Market – Outlook", "Tea Market – Outlook"),
    ],
)
def test_a_title_loses_the_sites_name_only(title: str, clean: str) -> None:
    assert without_tail(title, frozenset({"leaf"})) == clean


def test_the_heading_readers_see_wins_over_what_search_engines_are_told() -> None:
    head = "<title>Best Tea Report 2025 | Leaf</title><meta property=og:title content='Tea Report'>"
    assert read(head, f"<h1>Tea Market</h1>{BODY}").metadata.title == "Tea Market"
    assert read(head).metadata.title == "Tea Report"


def test_a_heading_that_is_the_sites_logo_is_no_title() -> None:
    head = "<meta property=og:site_name content=Leaf>"
    assert read(head, f"<h1>Leaf</h1><h1>Tea Market</h1>{BODY}").title == "Tea Market"


def test_a_file_name_is_no_title() -> None:
    assert read("<title>form10k.htm</title>").metadata.title is None


def test_linked_data_is_believed_before_meta_tags() -> None:
    head = (
        '<script type="application/ld+json">[{"@type":"WebPage","datePublished":"2020-01-01"},'
        '{"@type":"Report","datePublished":"2025-02-03T10:00:00Z","publisher":{"name":"Leaf Ltd"}}]</script>'
        "<meta property=og:site_name content=Leaf><meta property=article:published_time content=2024-01-01>"
    )
    metadata = read(head).metadata
    assert (metadata.publisher, metadata.published) == ("Leaf Ltd", date(2025, 2, 3))


def test_the_address_is_the_canonical_link_or_where_the_page_was_saved_from() -> None:
    assert read("<link rel=canonical href=https://leaf.example/tea>").metadata.url == "https://leaf.example/tea"
    saved = read_html(b"<!-- saved from url=(0024)https://leaf.example/tea -->" + BODY.encode(), "page.html")
    assert saved.metadata.url == "https://leaf.example/tea"


def test_a_question_that_the_page_shows_is_not_read_twice() -> None:
    faq = (
        '<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"@type":"Question",'
        '"name":"How big is it?","acceptedAnswer":{"@type":"Answer","text":"Big."}}]}</script>'
    )
    shown = read(faq, f"<h1>Tea</h1>{BODY}<h3>How big is it?</h3><p>Very big.</p>")
    assert [one.text for one in shown.sections][1:] == ["Very big."]
    hidden = read(faq, f"<h1>Tea</h1>{BODY}")
    assert (hidden.sections[1].heading, hidden.sections[1].text) == (("Tea", "How big is it?"), "Big.")
