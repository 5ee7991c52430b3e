from decimal import Decimal

import pytest

from ingest.quantity.named_units import NamedUnit, unit_named, unit_within, whole_unit, without_unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("USD million", NamedUnit("money", Decimal(10**6), "USD")),
        ("US$ Mn", NamedUnit("money", Decimal(10**6), "USD")),
        ("€bn", NamedUnit("money", Decimal(10**9), "EUR")),
        ("£m", NamedUnit("money", Decimal(10**6), "GBP")),
        ("US$m", NamedUnit("money", Decimal(10**6), "USD")),
        ("CHF m", NamedUnit("money", Decimal(10**6), "CHF")),
        ("Rs cr", NamedUnit("money", Decimal(10**7), "INR")),
        ("m€", NamedUnit("money", Decimal(10**6), "EUR")),
        ("Mio. €", NamedUnit("money", Decimal(10**6), "EUR")),
        ("INR crore", NamedUnit("money", Decimal(10**7), "INR")),
        ("in thousands of dollars", NamedUnit("money", Decimal(1000), "USD")),
        ("USD '000", NamedUnit("money", Decimal(1000), "USD")),
        ("USD per tonne", NamedUnit("money", Decimal(1), "USD", per="tonne")),
        ("%", NamedUnit("percent")),
        ("percentage points", NamedUnit("percentage points")),
        ("bps", NamedUnit("basis points")),
        ("thousand units", NamedUnit("number", Decimal(1000), unit="units")),
        ("GWh", NamedUnit("number", Decimal(1), unit="GWh")),
        ("number of hospitals", NamedUnit("number", Decimal(1), unit="hospitals")),
        ("millions", NamedUnit("number", Decimal(10**6))),
        ("Europe", None),
        ("", None),
    ],
)
def test_a_unit_is_read_as_headers_write_it(text: str, unit: NamedUnit | None) -> None:
    assert unit_named(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Revenue (USD million)", NamedUnit("money", Decimal(10**6), "USD")),
        ("Market size, in EUR billion", NamedUnit("money", Decimal(10**9), "EUR")),
        ("Share (%)", NamedUnit("percent")),
        ("Growth %", NamedUnit("percent")),
        ("Revenue (2024)", None),
        ("Revenue", None),
        ("Capacity, tonnes a year", NamedUnit("number", unit="tonnes")),
        ("Number of respondents", NamedUnit("number", unit="respondents")),
        ("Table 1: Number of garden plots by region at 31 March", NamedUnit("number", unit="garden plots")),
        ("Number of firms (thousand)", NamedUnit("number", Decimal(1000))),
        ("Numbers", None),
    ],
)
def test_a_unit_is_found_within_a_label(text: str, unit: NamedUnit | None) -> None:
    assert unit_within(text) == unit


def test_a_label_is_left_without_its_unit() -> None:
    assert without_unit("Revenue (USD million)") == "Revenue"
    assert without_unit("Revenue (net)") == "Revenue (net)"


def test_the_unit_of_a_number_in_a_title_is_the_number_s_own() -> None:
    assert unit_within("The organised sector accounts for 72% of sales. Three firms stand out") is None
    assert unit_within("Firms with more than $ 5 million of sales") is None
    assert unit_within("Market share, %") == NamedUnit("percent")


def test_initials_in_brackets_are_no_unit() -> None:
    assert unit_within("Small enterprises (SEs)") is None
    assert without_unit("Gross weight (GW)") == "Gross weight (GW)"
    assert without_unit("Capacity (GW)") == "Capacity"


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("HK cents", "HKD"), ("euro cents per litre", "EUR"), ("RMB cents", "CNY"), ("US cents", "USD"),
        ("A$ cents", "AUD"), ("pence", "GBP"),
    ],
)  # fmt: skip
def test_cents_are_hundredths_of_the_money_that_leads_them(text: str, currency: str) -> None:
    unit = unit_named(text)
    assert unit is not None
    assert (unit.kind, unit.scale, unit.currency) == ("money", Decimal("0.01"), currency)


@pytest.mark.parametrize("text", ["Net debt/EBITDA, times", "Cover (times)", "Leverage (x)"])
def test_times_are_multiples(text: str) -> None:
    assert unit_within(text) == NamedUnit("multiple")


def test_the_year_whose_prices_money_is_in_is_no_amount() -> None:
    assert unit_within("Output (million USD 2015)") == NamedUnit("money", Decimal(10**6), "USD")


@pytest.mark.parametrize(
    "text", ["Overheads (of which one-off costs of £7m (2022: £4m))", "Interest (fully taxable basis)"]
)
def test_an_amount_or_a_basis_in_brackets_is_no_unit(text: str) -> None:
    assert unit_within(text) is None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Sales £m", "Sales"),
        ("Fee income, USD million", "Fee income"),
        ("Profit before tax Millions of yen", "Profit before tax"),
    ],
)
def test_a_unit_may_stand_behind_a_label_without_brackets(label: str, name: str) -> None:
    assert without_unit(label) == name
    unit = unit_within(label)
    assert unit is not None
    assert (unit.kind, unit.scale) == ("money", 10**6)


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Million USD", NamedUnit("money", Decimal(10**6), "USD")),
        ("Per cent of total", NamedUnit("percent")),
        ("in 1,000 tonnes", NamedUnit("number", Decimal(1000), unit="tonnes")),
        ("Tsd. Stück", NamedUnit("number", Decimal(1000), unit="units")),
        ("Sales", None),
        ("Homes", None),
        ("Loans in EUR", None),
    ],
)
def test_a_label_may_be_nothing_but_a_unit(label: str, unit: NamedUnit | None) -> None:
    assert whole_unit(label) == unit


@pytest.mark.parametrize("label", ["Small (up to 16 kg)", "Loss (gains)", "Interest (net of fees)"])
def test_what_brackets_tell_of_the_thing_itself_is_no_unit(label: str) -> None:
    assert unit_within(label) is None


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("g/t", "g/t"), ("koz", "koz"), ("Tonnes (Mt)", "Mt"), ("AUD/USD", ""), ("PEN/USD", ""),
    ],
)  # fmt: skip
def test_a_unit_is_read_whole_and_a_rate_of_exchange_is_none(label: str, unit: str) -> None:
    found = whole_unit(label)
    assert (found.unit if found else "") == unit


@pytest.mark.parametrize("label", ["Fries (US)", "Office, day", "Effect of AUD/USD"])
def test_names_that_look_like_units_are_none(label: str) -> None:
    assert unit_within(label) is None


@pytest.mark.parametrize(
    ("text", "scale", "kind"),
    [("Shipments (M)", 10**6, "number"), ("Units (K)", 10**3, "number"), ("Value (US$ M)", 10**6, "money")],
)
def test_a_scale_may_be_a_capital_letter(text: str, scale: int, kind: str) -> None:
    unit = unit_within(text)
    assert unit is not None
    assert (unit.scale, unit.kind) == (scale, kind)


def test_a_unit_may_be_per_head() -> None:
    unit = whole_unit("kg per head")
    assert unit is not None
    assert (unit.unit, unit.per) == ("kg", "head")


def test_n_counts_who_was_asked() -> None:
    assert whole_unit("n") == NamedUnit("number")


@pytest.mark.parametrize(
    ("said", "scale", "currency"),
    [("100 million yen", 10**8, "JPY"), ("hundred million yen", 10**8, "JPY"), ("10,000 yuan", 10**4, "CNY")],
)
def test_the_scales_in_which_east_asia_counts_are_read(said: str, scale: int, currency: str) -> None:
    unit = unit_named(said)
    assert unit is not None
    assert (unit.scale, unit.currency) == (scale, currency)
