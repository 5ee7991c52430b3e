import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.domain import Period
from ingest.quantity.frame import Frame
from ingest.quantity.periods import read_mentions, read_periods

FRAME = Frame(forecast=Period(2025, 2030, "span"), base_year=2024)
CASES = [
    ("in 2025", "2025"), ("2025E", "2025"), ("2026F", "2026"), ("2025(E)", "2025"), ("by 2032", "2032"),
    ("through 2030", "2030"), ("mid-2024", "2024"), ("CY2024", "2024"), ("2024 revenues", "2024"),
    ("year-end 2024", "2024"),
    ("Tariffs 2025", "2025"), ("2024: USD 3bn", "2024"), ("as of 2024.", "2024"), ("(2024)", "2024"),
    ("FY24", "FY2024"), ("FY2024-25", "FY2025"), ("FY 2024", "FY2024"), ("fiscal 2024", "FY2024"),
    ("2024/25", "FY2025"),
    ("financial year 2023-24", "FY2024"), ("year ended March 2024", "FY2024"), ("FY2024E", "FY2024"),
    ("Q3 2025", "Q3 2025"), ("3Q25", "Q3 2025"), ("Q1-2024", "Q1 2024"), ("Q2 FY25", "Q2 2025"), ("Q4'24", "Q4 2024"),
    ("the first quarter of 2024", "Q1 2024"), ("H1 2025", "H1 2025"), ("1H25", "H1 2025"),
    ("the second half of 2025", "H2 2025"), ("2023–2030", "2023–2030"), ("2023-30", "2023–2030"),
    ("from 2026 to 2032", "2026–2032"), ("between 2023 and 2028", "2023–2028"), ("(2025-2030)", "2025–2030"),
    ("2025 - 2030", "2025–2030"), ("cagr 2025-2030?", "2025–2030"), ("from 2025 through 2030", "2025–2030"),
    ("during 2025-2030", "2025–2030"), ("FY 2020 to FY 2024", "2020–2024"), ("FY25-30", "2025–2030"),
    ("over the forecast period", "2025–2030"), ("during the projection timeframe", "2025–2030"),
    ("the forecast period (2026-2033)", "2026–2033"), ("forecast period of 2026 to 2033", "2026–2033"),
    ("by the end of the forecast period", "2030"), ("in the base year", "2024"), ("base year 2023", "2023"),
    ("three months ended June 30, 2024", "Q2 2024"), ("nine months through September 2024", "9M 2024"),
    ("the first nine months of 2024", "9M 2024"), ("the first three months of 2024", "Q1 2024"),
    ("quarter ended 31 March 2024", "Q1 2024"), ("6M24", "6M 2024"),
    ("six months ended September 30, 2024", "6M to 2024-09"),

    ("12 months to December 31, 2024", "2024"),
    ("March 2024", "2024-03"), ("March 5, 2024", "2024-03"), ("5 March 2024", "2024-03"), ("2024-03-05", "2024-03"),
]  # fmt: skip
NONE = [
    "last year", "next year", "in recent years", "USD 2025 million", "2,025 units", "over 2000 hospitals",
    "Vision 2030",
    "ISO 2022", "the 2020s", "the next five years", "2030 units", "between 2030 and 2025", "2025.5", "12025", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "period"), CASES)
def test_a_period_is_read(text: str, period: str) -> None:
    assert [str(found.value) for found in read_periods(text, FRAME)] == [period]


@pytest.mark.parametrize("text", NONE)
def test_what_cannot_be_told_is_no_period(text: str) -> None:
    assert read_periods(text, FRAME) == []


def test_the_forecast_period_needs_a_frame() -> None:
    assert read_periods("over the forecast period") == []
    assert read_periods("in the base year") == []


def test_a_time_that_cannot_be_told_is_still_a_mention() -> None:
    (mention,) = read_mentions("worth USD 3 billion last year")
    assert mention.period is None


def test_a_day_or_month_is_marked_as_a_date() -> None:
    assert [mention.dated for mention in read_mentions("March 2024, 2024")] == [True, False]


def test_a_forecast_mark_is_kept() -> None:
    assert [mention.projected for mention in read_mentions("2024A 2025E 2026F 2027")] == [False, True, True, False]


def test_several_years_are_read_in_order() -> None:
    assert [str(found.value) for found in read_periods("in 2022, 2023 and 2024")] == ["2022", "2023", "2024"]


@given(st.integers(1950, 2098), st.integers(1, 40))
def test_a_written_span_reads_back(first: int, years: int) -> None:
    last = min(first + years, 2099)
    for text in (f"{first}-{last}", f"from {first} to {last}", f"between {first} and {last}"):
        (found,) = read_periods(text)
        assert found.value == Period(first, last, "span")


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for mention in read_mentions(text, FRAME):
        assert 0 <= mention.start < mention.end <= len(text)


def test_a_fiscal_year_may_be_numbered_by_the_year_it_begins_in() -> None:
    (found,) = read_periods("year ended 31 January 2025", Frame(fiscal_lag=1))
    assert str(found.value) == "FY2024"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("the last quarter of 2024", "Q4 2024"),
        ("profit of FY3/24", "FY2024"),
        ("prices, June quarter 2025", "Q2 2025"),
        ("last quarter", None),
    ],
)
def test_times_by_other_names(text: str, period: str | None) -> None:
    assert [str(found.value) for found in read_periods(text)] == ([period] if period else [])
