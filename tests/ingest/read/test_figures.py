import pytest

from ingest.read.figures import is_figure, is_missing, is_period, is_time


@pytest.mark.parametrize(
    "text",
    [
        "5", "5.1", "1,234.5", "1.234,5", "1 234", "1'234", "-3", "−3", "(3.2)", "~5", "< 0.1", "± 2", "3e6",
        "$5", "USD 5", "€ 5", "$ 1,204.5", "($5)", "5 €", "5%", "5 %", "12.4%", "(3.2%)", "(3.2)%", "+5.0%",
        "$(5.2)", "$-5", "(-)3.2", ".5", "34.6p", "5‰", "5 kg", "(1.2) pts", "2.9 pts",
        "5.1 billion", "1.2x", "3 pp", "40 bps", "5*", "5.1†", "5²", "99", "2,024", "20245", "1850",
        "2024 tonnes", "2010 kg",
    ],
)  # fmt: skip
def test_a_number_with_what_may_stand_around_it_is_a_figure(text: str) -> None:
    assert is_figure(text)
    assert not is_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024", "1999", "2024E", "2026F", "2024A", "2030P", "2024 (F)", "2024*", "FY2024", "FY 2024", "FY24", "FY24/25",
        "Q3 2025", "Q3 24", "3Q24", "H1 2025", "1H25", "2025–2033", "2025-2033", "2024/25", "2024 - 25", "March 2024",
        "Mar 2024", "CY2024", "Q1'24", "31-Mar-24", "30.6.2024", "2024-06", "June 30, 2024", "28, 2024", "2025-F",
        "LTM", "Fiscal 2024", "fiscal year 2025",
    ],
)  # fmt: skip
def test_a_year_a_quarter_or_a_span_is_a_time_and_no_figure(text: str) -> None:
    assert is_time(text)
    assert not is_figure(text)


@pytest.mark.parametrize(
    "text",
    ["-", "–", "—", "–-", "...", "…", "*", "n.a.", "n/a", "NA", "N.M.", "nil", "x", "xx", "(c)", "$ –", "TBD", ":"],
)
def test_a_mark_that_there_is_no_figure_is_neither(text: str) -> None:
    assert is_missing(text)
    assert not is_figure(text)
    assert not is_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "EUR 1,000",
        "US$ 1.000",
        "Europe",
        "CAGR",
        "10, 11",
        "North America",
        "Q5 sales",
        "CT",
        "No. of units",
        "2024 sales of",
        "2025 Shipments*",
        "2023 restated",
    ],
)
def test_a_name_is_none_of_them(text: str) -> None:
    assert not is_figure(text)
    assert not is_time(text)
    assert not is_missing(text)


def test_blanks_around_a_cell_do_not_count() -> None:
    assert is_figure(" 5.1 ")
    assert is_time(" 2024 ")
    assert is_missing(" – ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Year Ended December 31,", True), ("Three Months Ended June 30,", True), ("As of December 31,", True),
        ("December 31,", True), ("Fiscal year", True), ("At March 31,", True), ("2024", False), ("Revenue", False),
        ("All years", False), ("April 1, 2025 to March 31, 2026", True), ("1 April to 30 June 2025", True),
    ],
)  # fmt: skip
def test_a_header_may_say_what_stretch_or_day_its_times_are_of(text: str, expected: bool) -> None:
    assert is_period(text) is expected


@pytest.mark.parametrize("text", ["12M24", "6M 2024", "Apr–Jun 2023", "Jan-Mar", "Jul–Sept 23"])
def test_stretches_of_months_are_times(text: str) -> None:
    assert is_time(text)
    assert not is_figure(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("2nd", False), ("28 December", False), ("▲19,941", True), ("602ᵃ", True)]
)
def test_ordinals_and_days_are_no_figures(text: str, expected: bool) -> None:
    assert is_figure(text) is expected
