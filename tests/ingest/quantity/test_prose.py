from pathlib import Path

import pytest

from ingest.domain import Period, Span
from ingest.quantity.frame import Frame
from ingest.quantity.prose import read_prose
from ingest.quantity.reports import read_quantities
from tests.ingest.quantity.cases import Case, cases_in, frame_for, line_of

HERE = Path(__file__).parent
CASES = [case for name in ("levels", "styles", "lines") for case in cases_in((HERE / f"{name}.txt").read_text("utf-8"))]


def read(text: str, market: str = "drone", **changes: object) -> list[str]:
    frame = frame_for(market)
    fields = {name: getattr(frame, name) for name in frame.__slots__} | changes
    return [line_of(quantity) for quantity in read_prose(text, Frame(**fields))]  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_every_number_of_a_sentence_gets_its_measure_period_subject_and_place(case: Case) -> None:
    assert [line_of(quantity) for quantity in read_quantities(case.text, frame_for(case.market))] == list(case.lines)


def test_the_table_of_cases_is_long() -> None:
    assert len(CASES) >= 200


def test_the_cagr_gets_the_span_its_levels_were_computed_over() -> None:
    text = (
        "It was USD 11.87 billion in 2025, USD 13.70 billion in 2026 and, at a CAGR of {}%, USD 31.56 billion by 2032."
    )
    assert "14.99%; cagr; 2025–2032" in "\n".join(read(text.format("14.99")))
    assert "14.92%; cagr; 2026–2032" in "\n".join(read(text.format("14.92")))


def test_a_rate_told_a_year_gets_the_span_of_the_levels_it_agrees_with() -> None:
    text = "It was worth USD 20.0 billion in 2025. It will be worth USD 25.5 billion in 2030, which is {}% a year."
    assert "5.0%; cagr; 2025–2030" in "\n".join(read(text.format("5.0")))
    assert "9.0%; growth; -" in "\n".join(read(text.format("9.0")))


def test_a_rate_a_year_compounded_is_a_compound_one() -> None:
    assert "7.3%; cagr; 2025–2031" in "\n".join(read("The market grows 7.3% a year, compounded, over 2025-2031."))


def test_a_source_is_the_number_and_a_quote_its_sentence() -> None:
    text = "Drones fly. The market was worth USD 30 billion in 2024.\n\nIt grew."
    (quantity,) = read_quantities(text)
    assert isinstance(quantity.source, Span)
    assert text[quantity.source.start : quantity.source.end] == "USD 30 billion" == quantity.text
    assert isinstance(quantity.quote, Span)
    assert text[quantity.quote.start : quantity.quote.end] == "The market was worth USD 30 billion in 2024."


def test_a_heading_that_names_a_place_speaks_for_its_sentences() -> None:
    heading = ("Regional insights", "North America")
    assert read("The market was worth USD 11 billion in 2024.", heading=heading) == [
        "USD 11 billion; size; 2024; -; North America; -"
    ]
    assert read("The global market was worth USD 30 billion in 2024.", heading=heading) == [
        "USD 30 billion; size; 2024; -; -; -"
    ]
    assert read("Europe held 27% in 2024.", heading=heading) == ["27%; share; 2024; -; Europe; -"]


def test_a_heading_that_names_a_segment_speaks_for_the_market_and_the_segment() -> None:
    heading = ("Segments", "Fixed-wing drones")
    for subject in ("The market", "The segment", "It"):
        (line,) = read(f"{subject} was worth USD 9 billion in 2024.", heading=heading)
        assert "Fixed-wing" in line, subject


@pytest.mark.parametrize(
    "heading",
    ["Market overview", "Key takeaways", "Report scope", "How big is the drone market?", "Market size and growth"],
)
def test_a_heading_that_only_names_a_part_of_the_report_narrows_nothing(heading: str) -> None:
    assert read("The market was worth USD 30 billion in 2024.", heading=(heading,)) == [
        "USD 30 billion; size; 2024; -; -; -"
    ]


def test_a_report_on_one_country_has_that_place_as_its_whole() -> None:
    text = "The U.S. drone market was worth USD 9 billion in 2024. The global market was worth USD 30 billion."
    assert read(text, place="United States") == [
        "USD 9 billion; size; 2024; -; -; -",
        "USD 30 billion; size; -; -; World; -",
    ]


def test_without_a_frame_a_named_market_is_a_subject() -> None:
    (quantity,) = read_quantities("The drone market was worth USD 30 billion in 2024.")
    assert quantity.subject == ("drone",)
    (quantity,) = read_quantities("The market was worth USD 30 billion in 2024.")
    assert quantity.subject == ()


def test_a_new_paragraph_forgets_what_it_pointed_at() -> None:
    text = "The U.S. market was worth USD 9 billion in 2024.\n\nThe market will reach USD 54 billion by 2030."
    assert read(text)[1] == "USD 54 billion; size; 2030; -; -; f"


def test_a_forecast_period_that_no_frame_names_gives_no_period() -> None:
    (quantity,) = read_quantities("The market will grow at a CAGR of 5% over the forecast period.", Frame())
    assert quantity.period is None
    framed = Frame(forecast=Period(2026, 2032, "span"))
    (quantity,) = read_quantities("The market will grow at a CAGR of 5% over the forecast period.", framed)
    assert quantity.period == Period(2026, 2032, "span")


def test_a_decimal_comma_document_is_read_with_commas() -> None:
    (quantity,) = read_quantities("Der Markt: EUR 1.234,5 Mio. in 2024", Frame(decimal_comma=True))
    assert str(quantity.value) == "1234.5"
    assert quantity.amount == 1_234_500_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "No numbers here.",
        "%",
        "USD",
        "(",
        "in 2024",
        "- ",
        "2024",
        "of 5%",
        ", and 5%",
        "5% (",
        ") 5%",
        "5% and",
        "and 5% to",
    ],
)
def test_scraps_of_text_are_read_without_an_error(text: str) -> None:
    read_quantities(text, frame_for("drone"))


def test_what_money_is_counted_in_is_no_part_of_the_market() -> None:
    text = "The widget market size was valued at USD 18.94 billion in gross written premiums in 2024."
    (size,) = read_prose(text, frame_for("widget"))
    assert (size.measure, size.subject, str(size.period)) == ("size", (), "2024")
