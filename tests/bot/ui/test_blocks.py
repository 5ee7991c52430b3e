"""Blocks as HTML."""

from bot.answer import Answer, ChartBlock
from bot.ui.blocks import blocks_html
from bot.ui.sources import gather
from tests.bot.fakes import ADDED, CHART, CONTACT, FIGURE, LIST, PASSAGES, PLAYERS, TABLE


def shown(answer: Answer) -> str:
    return str(blocks_html(answer, gather(answer.citations, PASSAGES.get, "t1")))


def test_a_mark_stands_after_its_sentence() -> None:
    assert 'in 2026.<sup><a class="cite" href="#t1-s1"' in shown(FIGURE)


def test_a_citation_that_is_not_there_has_no_mark() -> None:
    assert "<sup>" not in shown(FIGURE.model_copy(update={"citations": ()}))


def test_every_item_of_a_list_is_cited() -> None:
    html = shown(LIST)
    assert html.count("<li>") == len(PLAYERS)
    assert html.count("<sup>") == len(PLAYERS) + 1
    assert "Lynmouth &amp; Sons" in html


def test_a_row_of_a_table_is_cited_at_its_name() -> None:
    assert "<td>Europe<sup>" in shown(TABLE)
    assert "<td>842</td>" in shown(TABLE)


def test_percentages_are_set_close() -> None:
    assert "<li>12.40% (2026–2032)" in shown(CHART)


def test_an_exponent_is_raised() -> None:
    assert "(1 + 12.40%)<sup>3</sup>" in shown(CHART)


def test_many_calculations_are_folded_away() -> None:
    few = ADDED.model_copy(update={"blocks": (), "calculations": ADDED.calculations * 2})
    many = ADDED.model_copy(update={"blocks": (), "calculations": ADDED.calculations * 5})
    assert "<details" not in shown(few)
    assert "How 5 values were calculated" in shown(many)
    assert shown(many).count('class="calculation"') == 5


def test_a_person_is_named_once() -> None:
    card = CONTACT.model_copy(update={"text": f"Ask {CONTACT.name}."})
    assert shown(FIGURE.model_copy(update={"blocks": (card,)})).count(CONTACT.name) == 1


def test_a_calculated_sentence_is_labelled() -> None:
    assert '<span class="calculated">calculated</span>' in shown(ADDED)


def test_the_legend_is_only_there_for_calculated_points() -> None:
    chart = CHART.blocks[1]
    assert isinstance(chart, ChartBlock)
    published = chart.model_copy(update={"points": chart.points[:2]})
    assert "legend" in shown(CHART)
    assert "legend" not in shown(CHART.model_copy(update={"blocks": (published,), "calculations": ()}))
