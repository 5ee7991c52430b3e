import pytest

from ingest.read.document import Document
from ingest.read.html.reader import read_html


def read(body: str) -> Document:
    return read_html(f"<h1>Tea</h1>{body}".encode(), "page.html")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Bare text<div>and more</div>of it", "Bare text\n\nand more\n\nof it"),
        ("<p>Line one<br>line two<br><br>apart", "Line one\nline two\n\napart"),
        ("<blockquote><p>Said.</p></blockquote>", "Said."),
        ("<figure><img src=x><figcaption>Figure 1: Tea</figcaption></figure>", "Figure 1: Tea"),
        ("<ul><li>A<ol><li>B</ol><li>C</ul>", "- A\n  - B\n- C"),
        ("<ul><li>A<ul><li>B</ul></ul><ul><li>C</ul>", "- A\n  - B\n- C"),
        ("<p>&bull; A<br>&bull; B</p><p>• C</p>", "- A\n- B\n- C"),
        ("- A<br>- B", "- A\n- B"),
        ("<dl><dt>Base year<dd>2024<dt>Units:<dd>USD<dd>tonnes</dl>", "Base year: 2024\nUnits: USD, tonnes"),
        ("<p class=MsoListParagraph style='mso-list:l0 level2'><span style='mso-list:Ignore'>o  </span>A</p>", "  - A"),
        ("<div><span class=label>Pages</span><span class=value>96</span></div>", "Pages: 96"),
        (
            "<img alt='Sales of tea rose from 5 to 7 million in 2024.'>",
            "Sales of tea rose from 5 to 7 million in 2024.",
        ),
        ("<p>A</p><img alt='Bar chart of tea'>", "A"),
    ],
)
def test_what_a_page_is_made_of_becomes_text(body: str, text: str) -> None:
    assert read(body).sections[0].text == text


@pytest.mark.parametrize(
    "body",
    [
        "<details><summary>How big?</summary>Big.</details>",
        "<details><summary><h3>Q1. How big?</h3></summary><p>Big.</p></details>",
        "<button aria-expanded=false>How big?</button><div class=panel style='display:none'>Big.</div>",
        "<div class=faq-question>How big?</div><div class=faq-answer>A: Big.</div>",
        "<dl><dt>How big?<dd>Big.</dl>",
        "<h2>FAQ</h2><p>How big?</p><p>Big.</p>",
        "<p><b>How big?</b><br>Big.</p>",
        "<ul class=faq><li><h4>How big?</h4><p>Big.</p></li></ul>",
        "<div class=accordion-title><span>How big?</span></div><div><p>Big.</p></div>",
    ],
)
def test_a_question_heads_its_answer_however_it_is_built(body: str) -> None:
    last = read(body).sections[-1]
    assert (last.heading[-1], last.text) == ("How big?", "Big.")


def test_a_bold_line_stands_over_its_text() -> None:
    document = read("<h2>Drivers</h2><p><strong>Ports</strong><br>They buy more.</p>")
    assert document.sections[0].heading == ("Tea", "Drivers", "Ports")


def test_headings_may_skip_levels_and_carry_anchors() -> None:
    document = read('<h4>Size <a href="#size">¶</a></h4><p>Big.</p><div role=heading aria-level=2>Place</div>Far.')
    assert [one.heading for one in document.sections] == [("Tea", "Size"), ("Tea", "Place")]


def test_a_collapsed_part_is_a_section_with_its_own_headings() -> None:
    document = read(
        "<h2>Scope</h2><p>All.</p><details><summary>Segmentation</summary><h3>Type</h3><p>Green.</p></details>"
        "<details><summary>Method</summary><p>Asked.</p></details>"
    )
    assert [one.heading[1:] for one in document.sections] == [
        ("Scope",),
        ("Scope", "Segmentation", "Type"),
        ("Scope", "Method"),
    ]


def test_a_list_item_with_a_table_is_looked_into() -> None:
    document = read("<ul><li>A<li>Sales<table><tr><th>Place<th>2024<tr><td>Asia<td>5</table><li>B</ul>")
    assert "- A" in document.sections[0].text and document.tables[0].rows == (("Asia", "5"),)


def test_numbers_of_printed_pages_are_left_out() -> None:
    pages = "".join(f"<p>Text of page {number}, which goes on.</p><p>{number}</p><hr>" for number in range(1, 9))
    assert "\n3\n" not in read(pages).sections[0].text
