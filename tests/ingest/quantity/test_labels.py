from decimal import Decimal

import pytest

from ingest.quantity.dates import YearPart
from ingest.quantity.labels import Part, is_only_unit, is_plain_header, read_label
from tests.ingest.quantity.units_of import FRAME


@pytest.mark.parametrize(
    ("text", "part", "period", "measure", "subject", "place", "total"),
    [
        ("2024", "header", "2024", None, (), None, False),
        ("Revenue 2024 (USD million)", "header", "2024", "size", (), None, False),
        ("CAGR (2025–2030)", "header", "2025–2030", "cagr", (), None, False),
        ("Change in %", "header", "None", "growth", (), None, False),
        ("YoY change 2024", "header", "2024", "growth", (), None, False),
        ("North America", "row", "None", None, (), "North America", False),
        ("Software*", "row", "None", None, ("Software",), None, False),
        ("Total", "row", "None", None, (), None, True),
        ("World", "row", "None", None, (), None, True),
        ("Drone market", "row", "None", None, (), None, True),
        ("Impact on CAGR", "header", "None", None, ("Impact",), None, False),
    ],
)
def test_a_label_says_when_what_where_and_how_much(
    text: str, part: Part, period: str, measure: str | None, subject: tuple[str, ...], place: str | None, total: bool
) -> None:
    label = read_label(text, FRAME, part)
    assert (str(label.period), label.measure, label.subject, label.place, label.total) == (
        period, measure, subject, place, total,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "plain"), [("Region", True), ("Segment", True), ("", True), ("Component", False), ("Type", False)]
)
def test_a_header_names_a_breakdown_or_nothing(text: str, plain: bool) -> None:
    assert is_plain_header(text) is plain


def test_a_label_s_date_is_its_month_and_a_title_s_its_year() -> None:
    assert str(read_label("Weight, Nov. 2023 (percent)", FRAME, "header").period) == "2023-11"
    title = read_label("Prices by item, November 2023", FRAME, "title")
    assert (str(title.period), title.part) == ("2023", YearPart("month", 11))


def test_a_power_behind_a_metre_is_no_mark() -> None:
    unit = read_label("million m³", FRAME, "row").unit
    assert unit is not None
    assert (unit.unit, unit.scale) == ("m³", 10**6)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Price index (2015 = 100)", "None"),
        ("Index 2015 = 100, 2024", "2024"),
        ("2023 (restated)", "2023"),
        ("Jan 2025 / Dec 2024", "2025-01"),
        ("Q2 2024 vs Q2 2023", "Q2 2024"),
        ("Change from 2023 (%)", "None"),
        ("LTM June 2024", "12M to 2024-06"),
        ("LTM", "None"),
    ],
)
def test_the_base_of_an_index_and_what_is_compared_with_are_no_time(text: str, period: str) -> None:
    assert str(read_label(text, FRAME, "header").period) == period


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Veränderung 2024", "growth"),
        ("Marktanteil", "share"),
        ("part de marché", "share"),
        ("Preis", "price"),
        ("Umsatz", "size"),
        ("Absatz", "volume"),
        ("Parts", None),
    ],
)
def test_what_is_measured_may_be_said_in_other_languages(text: str, measure: str | None) -> None:
    assert read_label(text, FRAME, "header").measure == measure


@pytest.mark.parametrize(
    ("text", "period", "unit"),
    [
        ("2025 %", "2025", ("percent", 1)),
        ("2025 % of total", "2025", ("percent", 1)),
        ("2025 Number", "2025", ("number", 1)),
        ("2025 £m", "2025", ("money", 10**6)),
        ("2025 pence per share", "2025", ("money", Decimal("0.01"))),
    ],
)
def test_a_header_may_be_a_time_and_a_unit(text: str, period: str, unit: tuple[str, Decimal | int]) -> None:
    label = read_label(text, FRAME, "header")
    assert (str(label.period), label.subject) == (period, ())
    assert label.unit and (label.unit.kind, label.unit.scale) == unit


@pytest.mark.parametrize(
    ("text", "part", "period", "subject"),
    [
        ("Term loan A due 2027", "row", "None", ("Term loan A due 2027",)),
        ("Senior notes, maturing March 2029", "row", "None", ("Senior notes, maturing March 2029",)),
        ("2025 (n = 612)", "header", "2025", ()),
        ("Change in working capital", "row", "None", ("Change in working capital",)),
        ("Change vs. 2023", "row", "None", ()),
        ("Historic", "header", "None", ()),
        ("Forecast period", "header", "None", ()),
    ],
)
def test_what_a_label_says_beside_its_name(text: str, part: Part, period: str, subject: tuple[str, ...]) -> None:
    label = read_label(text, FRAME, part)
    assert (str(label.period), label.subject) == (period, subject)


@pytest.mark.parametrize("text", ["Rate of change", "Like-for-like %", "Organic growth %"])
def test_rates_of_change_are_growth(text: str) -> None:
    assert read_label(text, FRAME, "header").measure == "growth"


@pytest.mark.parametrize(
    ("label", "expected"),
    [("£m", True), ("USD million", True), ("%", True), ("Revenue per shop ($'000)", False), ("Shops", False)],
)
def test_a_label_that_says_what_is_measured_is_more_than_its_unit(label: str, expected: bool) -> None:
    assert is_only_unit(label) is expected


@pytest.mark.parametrize(
    ("text", "subject"), [("Business", ("Business",)), ("Industry", ("Industry",)), ("Market", ()), ("Group", ())]
)
def test_a_row_may_be_named_as_a_kind_of_customer(text: str, subject: tuple[str, ...]) -> None:
    found = read_label(text, FRAME, "row")
    assert (found.subject, found.total) == (subject, not subject)


@pytest.mark.parametrize("text", ["$30<$60", "$100–199", "USD 50 to 100"])
def test_a_row_named_by_amounts_is_one_part_and_not_the_whole(text: str) -> None:
    label = read_label(text, FRAME, "row")
    assert (label.subject, label.total) == ((text,), False)


def test_a_header_may_be_a_unit_and_the_time_behind_it() -> None:
    label = read_label("kg per head 2024", FRAME, "header")
    assert label.unit is not None
    assert (str(label.period), label.unit.unit) == ("2024", "kg")


def test_a_capital_letter_in_brackets_is_a_scale_and_no_mark() -> None:
    label = read_label("Shipments (M)", FRAME, "header")
    assert label.unit is not None
    assert label.unit.scale == 10**6
