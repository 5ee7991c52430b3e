"""Whole pages, all of them FICTIONAL: markets, companies and figures are invented."""

import random
from datetime import date
from pathlib import Path

import pytest

from ingest.domain import Section, Table
from ingest.errors import UnreadableFile
from ingest.read.document import Document
from ingest.read.html.reader import read_html

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Document:
    return read_html((PAGES / name).read_bytes(), name)


def read(body: str) -> Document:
    return read_html(f"<html><body>{body}</body></html>".encode(), "page.html")


def section(document: Document, *path: str) -> Section:
    return next(one for one in document.sections if one.heading[-len(path) :] == path)


def said(document: Document) -> str:
    tables = (" ".join((*table.header, *(cell for row in table.rows for cell in row))) for table in document.tables)
    texts = (" ".join((*one.heading, one.text)) for one in document.sections)
    return "\n".join((*texts, *tables))


def only(tables: tuple[Table, ...]) -> Table:
    (table,) = tables
    return table


def test_a_sales_page_is_read_without_what_stands_around_it() -> None:
    text = said(page("wordpress_sales_page.html"))
    for clutter in (
        "cookie",
        "Skip to",
        "Home",
        "Share on",
        "Paper Boat",
        "Submit",
        "Recent",
        "Script",
        "Request",
        "Fen",
    ):
        assert clutter not in text


def test_a_sales_page_says_who_published_it_and_when() -> None:
    document = page("wordpress_sales_page.html")
    metadata = document.metadata
    assert document.title == metadata.title == "Lantern Kite Market Size, Share & Forecast 2032"
    assert (metadata.publisher, metadata.published) == ("Quillmark Research", date(2025, 1, 14))
    assert metadata.url == "https://quillmark.example/lantern-kite-market/"
    assert metadata.contact and metadata.contact.email == "desk@quillmark.example"


def test_broken_linked_data_is_noticed_and_the_rest_is_read() -> None:
    (notice,) = page("wordpress_sales_page.html").notices
    assert "JSON-LD" in notice.message


def test_collapsed_tabs_are_read_under_the_words_on_them() -> None:
    document = page("wordpress_sales_page.html")
    assert section(document, "Segmentation", "By Frame").text == "- Bamboo\n  - Split\n  - Whole\n- Carbon"
    assert section(document, "Table of Contents").text.split("\n")[1] == "1.1 Market definition"


def test_questions_of_accordions_of_every_make_head_their_answers() -> None:
    document = page("wordpress_sales_page.html")
    asked = "Frequently Asked Questions"
    assert section(document, asked, "How big is the lantern kite market?").text == "It was USD 1.27 billion in 2024."
    assert section(document, asked, "Which region leads?").text == "Asia leads with 48%."
    assert section(document, asked, "Does it cover Japan?").text == "Yes, Japan is covered."


def test_a_question_told_only_to_search_engines_is_read_too() -> None:
    answer = section(page("wordpress_sales_page.html"), "Who buys lantern kites?").text
    assert answer == "Festivals buy 70% of lantern kites.\nSchools buy the rest."


def test_a_list_of_companies_stays_though_each_is_a_link() -> None:
    text = section(page("wordpress_sales_page.html"), "Key Companies").text
    assert "- Oriel Kiteworks\n- Tansy & Co.\n- Halberd Sails Ltd." in text
    assert "Forecast period: 2025–2032\nPublisher: Quillmark Research" in text


def test_a_list_in_a_cell_is_one_line_of_names() -> None:
    table = only(page("wordpress_sales_page.html").tables)
    assert table.rows[1] == ("Countries covered", "Japan, India, Brazil")


def test_a_page_without_any_semantic_element_is_read_by_where_its_text_is() -> None:
    document = page("div_soup.html")
    assert document.title == "Pebble Tea Market"
    text = section(document, "Pebble Tea Market").text
    assert "Growth is 5.1% a year, driven by teahouses in ports and by travellers." in text
    assert "Base year: 2023" in text and "Report code PT44" in text
    assert not any(word in said(document) for word in ("Careers", "Privacy", "tracking"))


def test_a_table_of_other_elements_is_read_by_their_roles() -> None:
    table = only(page("div_soup.html").tables)
    assert (table.header, table.rows) == (("Port", "2022", "2023"), (("Marl", "12", "14"), ("Osk", "9", "11")))


def test_a_filing_joins_signs_to_their_numbers_and_keeps_indents_and_footnotes() -> None:
    table = only(page("filing.htm").tables)
    year = "Year ended December 31, > "
    assert table.header == ("(in millions)", f"{year}2023", f"{year}2022")
    assert table.rows[1:] == (
        ("Anvils", "$1,034", "$998"),
        ("Hammers", "200", "185"),
        ("Net loss", "$(17)", "—"),
        ("Margin", "(1.4)%", "0.2%"),
    )
    assert table.depths == (0, 1, 1, 0, 0)
    assert table.notes == ("(a) Anvils include anvil stands.",)


def test_a_filings_parts_items_and_layout_tables_are_looked_into() -> None:
    document = page("filing.htm")
    item = section(document, "PART II", "ITEM 7. MANAGEMENT’S DISCUSSION")
    assert "- Anvils are sold by weight.\n- Hammers are sold by the dozen." in item.text
    assert section(document, "Liquidity").text.startswith("We had cash of $45 million")
    assert document.metadata.title is None and "Table of Contents" not in said(document)


def test_a_statistics_table_keeps_header_paths_and_loses_footnote_marks() -> None:
    table = only(page("statistics_office.html").tables)
    assert table.title == "Table 4. Dwellings by type and region, 2023–2024"
    assert table.header == ("Region", "Houses > 2023", "Houses > 2024", "Flats > 2023", "Flats > 2024")
    assert table.rows[0] == ("Tarn", "1 204", "1 231", "880", "901")
    assert table.rows[2] == ("South", "502", "516", "480", "..")
    assert table.depths == (0, 1, 1)
    assert table.notes == ("p Provisional.", "Source: dwelling register")


def test_raised_characters_in_prose_keep_their_sense() -> None:
    text = section(page("statistics_office.html"), "Dwellings by type").text
    assert "2024.[1]" in text and "96 m²" in text and "the 2nd largest" in text and "3.1 × 10^6 kWh" in text


def test_a_sheet_saved_by_excel_keeps_caption_unit_and_indents() -> None:
    document = page("excel_export.htm")
    table = only(document.tables)
    assert (table.title, table.unit) == ("Rope sales by fibre (EUR thousand)", "EUR thousand")
    assert table.header == ("Fibre", "2022", "2023") and len(table.rows) == 3
    assert table.depths == (0, 1, 1) and document.metadata.title is None


def test_a_german_page_in_latin_1_keeps_its_umlauts() -> None:
    document = page("german_latin1.html")
    assert document.title == "Marktstudie Strickmützen 2024" and document.notices == ()
    assert only(document.tables).rows[0] == ("Österreich", "20,1", "22,4")
    assert section(document, "Häufige Fragen", "Wie groß ist der Markt?").text == "Er beträgt 41,5 Mio. Euro."
    assert not any(word in said(document) for word in ("Impressum", "Handschuhe"))


def test_a_page_within_one_form_is_read_with_its_hidden_tabs() -> None:
    document = page("portal_in_a_form.html")
    assert "Pages: 184" in section(document, "Drone Saddle Market Outlook 2025–2031").text
    assert "market share of 41%" in section(document, "Summary").text
    assert section(document, "Segmentation", "Companies covered").text.startswith("- Harl & Söhne GmbH\n- Pim")
    assert section(document, "Drone Saddle Market Outlook 2025–2031", "How large is the market?").text
    assert section(document, "Which region leads the drone saddle market?").text == "Europe leads with 41% of revenue."
    assert only(document.tables).rows[1] == ("Asia Pacific", "102", "212")
    assert not any(word in said(document) for word in ("cookies", "Balloon", "Buy now", "Industries", "rights"))


def test_an_inline_xbrl_filing_is_read_as_it_is_seen() -> None:
    document = page("inline_xbrl_filing.html")
    table = only(document.tables)
    assert table.header[1:] == ("Fiscal year ended > December 28, 2024", "Fiscal year ended > December 30, 2023")
    assert table.rows[0] == ("Outfitting", "$41,208", "$36,115")
    assert table.rows[2] == ("Eliminations", "(1,002)", "(988)")
    assert table.rows[4] == ("Gross margin", "38.1%", "—")
    assert "0001234567" not in said(document)
    assert "Net sales rose 12.4% in fiscal 2024" in said(document)


def test_blocks_are_numbered_in_reading_order() -> None:
    document = read("<h1>A</h1><p>One.</p><h2>B</h2><table><tr><th>X<th>2024<tr><td>a<td>5</table><p>Two.</p>")
    assert [one.line for one in document.sections] == [1, 3]
    assert only(document.tables).line == 4


def test_several_top_headings_stand_below_the_first() -> None:
    document = read("<h3>Menu word</h3><h1>Tea</h1><p>One.</p><h1>Size</h1><p>Two.</p><h2>Asia</h2><p>Three.</p>")
    assert [one.heading for one in document.sections] == [
        ("Tea", "Menu word"),
        ("Tea", "Size"),
        ("Tea", "Size", "Asia"),
    ]


def test_very_deep_nesting_keeps_the_text() -> None:
    document = read("<div>" * 100_000 + "Deep text that is kept." + "</div>" * 100_000)
    assert document.sections[0].text == "Deep text that is kept."


def test_huge_spans_do_no_harm() -> None:
    cells = '<tr><td colspan=65534 rowspan=65534>a</td><td>2</td></tr><tr><td colspan="x">b</td></tr>'
    assert read(f"<table>{cells * 20}</table><p>Some text.</p>").sections[0].text == "Some text."


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.iterdir()))
def test_damaged_pages_are_read_or_refused(name: str) -> None:
    data = (PAGES / name).read_bytes()
    dice = random.Random(name)
    for number in range(25):
        damaged = bytearray(data)
        at = dice.randrange(len(data))
        damaged[at] = dice.randrange(256)
        try:
            read_html(data[:at] if number % 2 else bytes(damaged), name)
        except UnreadableFile as error:
            assert error.problem and error.remedy
