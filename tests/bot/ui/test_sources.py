"""The sources under an answer."""

from bot.answer import Citation
from bot.ui.sources import gather, sources_html
from tests.bot.fakes import LIST, PASSAGES, SECTION, SIZE_CITATION, SIZES, TABLE


def shown(*citations: Citation) -> str:
    return str(sources_html(gather(citations, PASSAGES.get, "t1"), several_reports=False))


def test_the_cited_sentence_is_highlighted_in_its_section() -> None:
    html = shown(SIZE_CITATION)
    assert f">{SIZES}</mark>" in html
    assert SECTION[:40] in html


def test_the_cited_cell_is_highlighted_in_its_table() -> None:
    html = shown(*TABLE.citations)
    assert html.count("<mark") == 1
    assert '<td class="cited"><mark data-cites="1">842</mark></td>' in html
    assert "<td>610</td>" in html


def test_a_section_cited_many_times_is_shown_once() -> None:
    html = shown(*LIST.citations)
    assert html.count("<details") == 1
    assert html.count("<mark") == 13
    assert "1–13" in html


def test_overlapping_quotes_are_each_marked() -> None:
    inner = SIZE_CITATION.model_copy(update={"number": 2, "quote": "USD 1.87 billion"})
    start = SECTION.index(inner.quote)
    html = shown(SIZE_CITATION, inner.model_copy(update={"start": start, "end": start + len(inner.quote)}))
    assert 'data-cites="1 2"' in html
    assert ">USD 1.87 billion</mark>" in html


def test_a_passage_that_is_gone_still_shows_its_quote() -> None:
    gone = SIZE_CITATION.model_copy(update={"passage": "tidal-energy:p99"})
    assert f">{SIZES}</mark>" in shown(gone)


def test_the_publishers_page_opens_at_the_quote() -> None:
    assert 'href="https://harbour.example/reports/tidal-energy#:~:text=The%20tidal' in shown(SIZE_CITATION)


def test_a_source_without_an_address_has_no_link() -> None:
    assert "<a " not in shown(*TABLE.citations)


def test_bullets_are_drawn_as_bullets_and_marks_stay_in_place() -> None:
    html = shown(LIST.citations[1])
    assert "- " not in html
    assert '• <mark data-cites="2"' in html
