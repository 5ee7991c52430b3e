"""What a sentence says that needs support."""

import pytest

from bot.claims import market_frame, names_around, read_claims, span_of
from ingest.domain import Period, Table
from tests.bot.sources import cite_row

FRAME = market_frame(("Widget Market",))


def loose(text: str) -> list[str]:
    return [piece.text for piece in read_claims(text, FRAME).loose]


def test_a_sentence_is_read_with_its_numbers_times_and_places() -> None:
    claims = read_claims("Japan's widget market was USD 4\u00a0billion in 2024.", FRAME)
    assert claims.text == "Japan's widget market was USD 4 billion in 2024."
    assert [quantity.text for quantity in claims.quantities] == ["USD 4 billion"]
    assert [str(period) for period, _ in claims.periods] == ["2024"]
    assert [place for place, _ in claims.places] == ["Japan"]
    assert not claims.bare
    assert read_claims("Widgets are useful.", FRAME).bare


LOOSE = [
    ("It doubled.", ["doubled"]),
    ("It was a third of that.", ["third"]),
    ("It is 12⁴ now.", ["12⁴"]),
    ("It fell by ½.", ["½"]),
    ("Type 3 widgets led.", ["Type 3"]),
    ("It opened on 5 May.", ["5", "May"]),
    ("It opened in April.", ["April"]),
    ("March on, as the report says.", []),
    ("See https://x.example/13.", ["https://x.example/13"]),
    ("Nobody counted them.", []),
]


@pytest.mark.parametrize(("text", "expected"), LOOSE)
def test_no_trace_of_a_number_goes_unread(text: str, expected: list[str]) -> None:
    assert loose(text) == expected


def test_a_list_s_intro_is_read_as_a_statement() -> None:
    assert [q.text for q in read_claims("The report names 13 companies:", FRAME).quantities] == ["13 companies"]


def test_the_mark_of_a_calculation_is_no_denial() -> None:
    claims = read_claims("Calculated, not published: it grows by 15.4%.", FRAME)
    assert claims.text.startswith("Calculated, not published")
    assert "not" not in claims.quantities[0].subject


def test_growth_between_fiscal_years_is_a_fiscal_year_s() -> None:
    fiscal = read_claims("The market grew by 35.9% from FY2024 to FY2025.", FRAME).quantities[0]
    assert fiscal.period == Period(2025, 2025, "fiscal year")
    assert read_claims("The market grew by 35.9% in 2025.", FRAME).quantities[0].period == Period(2025, 2025)


def test_a_number_may_be_part_of_a_name() -> None:
    assert "COVID-19" in set(names_around("COVID-19 spread.", (6, 8)))
    assert "Type 2" in set(names_around("A Type 2 widget", (7, 8)))
    assert "3 Wise" in set(names_around("the 3 Wise men", (4, 5)))


def test_a_cell_s_quantity_has_no_place_in_a_sentence() -> None:
    row = cite_row(Table("Sales, USD million", ("Region", "2024"), (("Japan", "842"),), "t.csv"), 0)
    with pytest.raises(TypeError, match="842"):
        span_of(row.quantities[0])
