from decimal import Decimal

import pytest

from ingest.read.workbook.number_formats import show_general, show_number, show_text

ACCOUNTING = '_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)'
SCALED = '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0'


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.123, "0.0%", "12.3%"),
        (0.05, "0%", "5%"),
        (1234.5, "#,##0.0", "1,234.5"),
        (1234567, "#,##0", "1,234,567"),
        (0.5, "#,##0", "1"),
        (-1234, "#,##0_);(#,##0)", "(1,234)"),
        (-12.5, "0.0_);[Red]\\(0.0\\)", "(12.5)"),
        (1234567890, '"$"#,##0.0,,"M"', "$1,234.6M"),
        (12345678, "#,##0,", "12,346"),
        (-1234.5, "$#,##0.00", "-$1,234.50"),
        (1234.5, "[$€-407]#,##0.00", "€1,234.50"),
        (1234.5, "#,##0.00\\ [$€-407]", "1,234.50 €"),
        (1234, '#,##0\\ "Mio. €"', "1,234 Mio. €"),
        (1.25, '0.0"x"', "1.3x"),
        (2025, '0"E"', "2025E"),
        (2025.0, "0", "2025"),
        (0.5, "#.##", "0.5"),
        (12, "0.##", "12"),
        (5, "00000", "00005"),
        (3.2, "+0.0%;-0.0%", "+320.0%"),
        (5551234567, "(000) 000-0000", "(555) 123-4567"),
        (1234567.891, "# ##0.0", "1234 567.9"),
        (7, "@", "7"),
        (12, 'General" units"', "12 units"),
        (5, ";;;", ""),
    ],
)
def test_a_number_is_shown_by_its_format(value: float, code: str, shown: str) -> None:
    assert show_number(value, code) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.1 + 0.2, "0.3"),
        (2025, "2025"),
        (2025.0, "2025"),
        (11.874, "11.874"),
        (-3.5, "-3.5"),
        (0.0, "0"),
        (1234567.891234567, "1234567.89123457"),
        (1e25, "1E+25"),
        (1.2e-12, "1.2E-12"),
    ],
)
def test_a_number_without_a_format_has_all_its_digits_and_no_noise(value: float, shown: str) -> None:
    assert show_number(value, "General") == shown


def test_a_number_is_rounded_as_the_sheet_rounds_it() -> None:
    assert [show_number(value, "0") for value in (11.874, 2.5, -2.5)] == ["12", "3", "-3"]
    assert show_number(1.005, "0.00") == "1.01"


def test_a_small_negative_number_that_is_shown_as_zero_has_no_minus() -> None:
    assert show_number(-0.4, "0") == "0"


@pytest.mark.parametrize(("value", "shown"), [(1234.5, "$1,234.50"), (-1234.5, "($1,234.50)"), (0, "$-")])
def test_an_accountants_format_is_read_without_its_padding(value: float, shown: str) -> None:
    assert show_number(value, ACCOUNTING) == shown


def test_zero_is_shown_by_the_section_for_zero() -> None:
    assert show_number(0, '0;-0;"–"') == "–"


@pytest.mark.parametrize(("value", "shown"), [(2500000, "2.5M"), (2500, "2.5K"), (25, "25"), (-5, "-5")])
def test_conditions_choose_the_section(value: float, shown: str) -> None:
    assert show_number(value, SCALED) == shown


def test_a_condition_never_loses_a_minus() -> None:
    assert show_number(-5, '[<1000]0;0.0,"k"') == "-5"
    assert show_number(-5, "[<0](0);0") == "(5)"


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (123456, "0.00E+00", "1.23E+05"),
        (0.00001234, "0.0E+00", "1.2E-05"),
        (99999, "0.0E+0", "1.0E+5"),
        (12345, "##0.0E+0", "12.3E+3"),
        (0, "0.00E+00", "0.00E+00"),
        (1.5, "# ?/?", "1 1/2"),
        (0.3333, "# ??/??", "1/3"),
        (2.125, "# ?/8", "2 1/8"),
        (3, "# ?/?", "3"),
        (0.999, "# ?/?", "1"),
        (2.5, "?/?", "5/2"),
    ],
)
def test_powers_of_ten_and_fractions_are_shown(value: float, code: str, shown: str) -> None:
    assert show_number(value, code) == shown


@pytest.mark.parametrize(
    "code", ["0." + "0" * 60, "#,##0.00" + "," * 9, "%" * 300 + "0", "0" * 300, "E+", "/", "?/?/?"]
)
def test_a_wild_format_does_no_harm(code: str) -> None:
    assert isinstance(show_number(1234.5678, code), str)
    assert isinstance(show_number(1e300, code), str)


@pytest.mark.parametrize(
    ("code", "shown"), [("General", "Tea"), ("@", "Tea"), ('"Total "@', "Total Tea"), (";;;", ""), ("0.0", "Tea")]
)
def test_a_text_is_shown_by_its_format(code: str, shown: str) -> None:
    assert show_text("Tea", code) == shown


def test_general_writes_a_decimal_out() -> None:
    assert show_general(Decimal("1E+3")) == "1000"
