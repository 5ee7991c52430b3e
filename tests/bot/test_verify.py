"""What is left of a draft: blocks, status and what was rejected."""

from dataclasses import replace
from decimal import Decimal

from bot.evidence import Calculation, Draft, Grid, Listing, Operand, Paragraph, Point, Sentence, Series
from bot.verify import UNVERIFIED, verify
from ingest.domain import Contact, Table
from tests.bot.sources import cite, cite_row, figure

TEXT = (
    "The widget market was USD 11.87 billion in 2025. It will reach USD 13.70 billion in 2026. "
    "Key players are Acme Corp, Bolt AG and Coil Ltd."
)
SOURCE = cite(TEXT)
A, B = figure(SOURCE, "11.87"), figure(SOURCE, "13.70")
GROWTH = Calculation("growth", (Operand(A, SOURCE), Operand(B, SOURCE)))
TRUE = Sentence("The widget market was USD 11.87 billion in 2025.", (SOURCE,))
FALSE = Sentence("The widget market was USD 11.88 billion in 2025.", (SOURCE,))
JANE = Contact("Jane Doe", "Sales", "jane@example.com")


def draft(*sentences: Sentence) -> Draft:
    return Draft((Paragraph(sentences),))


def players(*names: str, intro: str = "Key players are:") -> Draft:
    return Draft((Listing(Sentence(intro), tuple(Sentence(name, (SOURCE,)) for name in names)),))


def test_a_true_draft_is_answered_with_its_citation() -> None:
    verified = verify(draft(TRUE))
    assert (verified.status, verified.reason, verified.rejections) == ("answered", None, ())
    assert verified.text == "The widget market was USD 11.87 billion in 2025 [1]."
    assert verified.citations[0].quote == TEXT


def test_a_false_sentence_is_taken_out_and_said_why() -> None:
    verified = verify(draft(TRUE, FALSE))
    assert verified.status == "partial"
    assert "11.88" not in verified.text
    assert [rejection.sentence for rejection in verified.rejections] == [FALSE.text]
    assert "11.88" in verified.rejections[0].why


def test_when_nothing_survives_the_answer_is_declined_and_handed_over() -> None:
    verified = verify(draft(FALSE), contact=JANE)
    assert (verified.status, verified.reason) == ("declined", "unverified")
    assert verified.text.startswith(UNVERIFIED)
    assert [block.type for block in verified.blocks] == ["paragraph", "handoff"]
    assert verified.citations == ()
    assert [block.type for block in verify(draft(FALSE)).blocks] == ["paragraph"]


def test_a_sentence_about_the_subject_must_cite() -> None:
    assert verify(draft(TRUE, Sentence("It is a fine market."))).status == "partial"
    assert verify(draft(Sentence("It is a fine market."))).reason == "unverified"


def test_small_talk_and_declining_may_speak_without_a_source() -> None:
    hello = replace(draft(Sentence("Hello! Ask me about the report.")), speaks=False)
    assert (verify(hello).status, verify(hello).text) == ("answered", "Hello! Ask me about the report.")
    silent = replace(draft(Sentence("The report does not say.")), reason="not_in_report", contact=JANE)
    assert verify(silent).status == "declined"
    assert verify(silent).reason == "not_in_report"
    assert verify(silent).blocks[-1].type == "handoff"


def test_small_talk_may_not_carry_a_figure() -> None:
    verified = verify(replace(draft(Sentence("Hello! It grows 15% in Japan.")), speaks=False))
    assert (verified.status, verified.reason) == ("declined", "unverified")


def test_a_declining_draft_that_loses_its_words_still_declines_for_its_reason() -> None:
    verified = verify(replace(draft(FALSE), reason="not_published"))
    assert (verified.status, verified.reason, verified.text) == (
        "declined",
        "not_published",
        "I found no such figure in the report.",
    )


def test_a_declining_draft_may_name_what_was_asked_for_as_missing() -> None:
    silent = Draft(
        (Paragraph((Sentence("The report gives no figure for Japan in 2040.", echo=("Japan", "2040")),)),),
        "not_published",
    )
    assert "Japan in 2040" in verify(silent, "How big is it in Japan in 2040?").text
    assert "Japan" not in verify(silent, "How big is it?").text


def test_a_denial_needs_no_source_and_may_not_deny_what_is_cited_beside_it() -> None:
    question = "It was USD 12.99 billion in 2025, or USD 11.87 billion, right?"
    wrong = Sentence("No, the report does not say USD 12.99 billion.", echo=("USD 12.99 billion",))
    right = Sentence("No, the report does not say USD 11.87 billion.", echo=("USD 11.87 billion",))
    assert verify(draft(wrong, TRUE), question).text.startswith("No, the report does not say USD 12.99 billion. The")
    denied = verify(draft(right, TRUE), question)
    assert [rejection.why for rejection in denied.rejections] == ["it denies what the report says"]


def test_a_list_keeps_the_items_its_quote_has_verbatim() -> None:
    verified = verify(players("Acme Corp", "bolt  AG", "Coil Ltd"))
    assert verified.status == "answered"
    assert verified.text == "Key players are:\n- Acme Corp [1]\n- bolt AG [1]\n- Coil Ltd [1]"


def test_a_list_that_loses_an_item_is_partial() -> None:
    verified = verify(players("Acme Corp", "Dyna SA"))
    assert verified.status == "partial"
    assert [rejection.sentence for rejection in verified.rejections] == ["Dyna SA"]
    assert verify(players("Dyna SA")).reason == "unverified"
    assert verify(players("Acme Co")).reason == "unverified"


def test_a_list_may_be_counted_only_if_it_is_whole() -> None:
    assert verify(players("Acme Corp", "Bolt AG", intro="The report names 2 players:")).status == "answered"
    assert verify(players("Acme Corp", "Bolt AG", intro="The report names two players:")).status == "answered"
    assert verify(players("Acme Corp", "Bolt AG", intro="The report names 3 players:")).reason == "unverified"
    assert verify(players("Acme Corp", "Dyna SA", intro="The report names 2 players:")).reason == "unverified"


def test_a_list_of_figures_is_checked_number_by_number() -> None:
    source = cite("In 2024, North America held 38%, Europe 27% and Asia-Pacific 25% of revenue.")
    items = ("North America: 38%", "Europe: 27%", "Asia-Pacific: 38%", "Europe: 27.5%")
    listing = Listing(Sentence("Shares of revenue:"), tuple(Sentence(item, (source,)) for item in items))
    verified = verify(Draft((listing,)))
    assert [rejection.sentence for rejection in verified.rejections] == list(items[2:])


def test_a_calculation_is_shown_behind_its_paragraph_and_marked() -> None:
    verified = verify(draft(TRUE, Sentence("The market grows by 15.4% from 2025 to 2026.", calculation=GROWTH)))
    assert [block.type for block in verified.blocks] == ["paragraph", "calculation"]
    assert "15.4% from 2025 to 2026 (calculated, not published) [1]." in verified.text
    assert verified.calculations[0].formula == "(13.70 − 11.87) / 11.87 × 100"
    said = Sentence("Calculated, not published: it grows by 15.4% from 2025 to 2026.", calculation=GROWTH)
    assert verify(draft(said)).text.count("alculated, not published") == 2  # the sentence's own, and the block's


def test_a_calculation_goes_with_its_sentence() -> None:
    verified = verify(draft(TRUE, Sentence("The market grows by 16.4% from 2025 to 2026.", calculation=GROWTH)))
    assert verified.calculations == ()
    assert verified.status == "partial"


REGIONS = Table(
    "Market size by region, USD million",
    ("Region", "2024", "2025"),
    (("Japan", "842", "951"), ("China", "610", "688")),
    "t.csv",
)


def grid(*rows: tuple[str, ...], header: tuple[str, ...] = REGIONS.header, title: str = REGIONS.title) -> Draft:
    numbers = {row[0]: n for n, row in enumerate(REGIONS.rows)}
    return Draft((Grid(title, header, tuple((row, (cite_row(REGIONS, numbers[row[0]]),)) for row in rows)),))


def test_a_table_shows_rows_as_they_are() -> None:
    verified = verify(grid(*REGIONS.rows))
    assert verified.status == "answered"
    assert verified.blocks[0].type == "table"
    assert [citation.row for citation in verified.citations] == ["Japan", "China"]


def test_a_table_row_with_a_wrong_cell_is_taken_out() -> None:
    verified = verify(grid(("Japan", "842", "951"), ("China", "610", "687")))
    assert verified.status == "partial"
    assert "687" not in verified.text
    assert verify(grid(("Japan", "951", "842"))).reason == "unverified"


def test_a_table_under_another_header_is_another_table() -> None:
    assert verify(grid(*REGIONS.rows, header=("Region", "2025", "2024"))).reason == "unverified"
    assert verify(grid(*REGIONS.rows, title="Market size by region, USD billion")).reason == "unverified"
    assert verify(grid(("Japan", "842"))).reason == "unverified"


def series(*points: Point, unit: str = "USD") -> Draft:
    return Draft((Series("Widget market size", unit, points),))


def test_a_chart_shows_published_and_calculated_points() -> None:
    rate = cite("The widget market was USD 10.00 billion in 2025 and will grow at a CAGR of 10.00% from 2025 to 2030.")
    base, cagr = figure(rate, "10.00 billion"), figure(rate, "10.00%")
    at_rate = Calculation("at_rate", (Operand(base, rate), Operand(cagr, rate)), 2)
    good = (Point("2025", base.amount, (rate,)), Point("2027", Decimal("12100000000"), (), at_rate))
    verified = verify(series(*good))
    assert verified.status == "answered"
    assert [block.type for block in verified.blocks] == ["chart"]
    assert len(verified.calculations) == 1
    bad = (
        Point("2026", base.amount, (rate,)),
        Point("2025", base.amount + 1, (rate,)),
        Point("2028", Decimal("12100000000"), (), at_rate),
        Point("2027", Decimal("12200000000"), (), at_rate),
        Point("2025", base.amount, ()),
    )
    assert [len(verify(series(good[0], point)).rejections) for point in bad] == [1] * len(bad)
    assert verify(series(*good, unit="EUR")).reason == "unverified"


def test_suggestions_and_the_answerer_are_passed_on() -> None:
    verified = verify(replace(draft(TRUE), suggestions=("And in 2026?",), answerer="llm"))
    assert (verified.suggestions, verified.answerer) == (("And in 2026?",), "llm")
