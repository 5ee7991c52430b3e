"""When one quantity may be said because of another."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.support import CHECKS, Setting, mismatch, significant_digit
from ingest.domain import Bound, Kind, Period, Quantity, Span
from ingest.words import words

AT = Span(0, 0, 1)
Y24, Y25, RUN = Period(2024, 2024), Period(2025, 2025), Period(2025, 2032, "span")
BILLION, MILLION, CRORE = Decimal(10**9), Decimal(10**6), Decimal(10**7)


def usd(value: str, scale: Decimal = BILLION, bound: Bound = "exact", currency: str = "USD") -> Quantity:
    return Quantity(value, Decimal(value), scale, "money", AT, AT, currency=currency, bound=bound)


def number(value: str, kind: Kind = "percent", unit: str = "", upper: str | None = None) -> Quantity:
    top = Decimal(upper) if upper else None
    return Quantity(value, Decimal(value), Decimal(1), kind, AT, AT, unit=unit, upper=top)


def setting(text: str = "", places: tuple[str, ...] = (), home: tuple[str, ...] = ()) -> Setting:
    stems = frozenset(word.stem for word in words(text))
    return Setting(stems, frozenset(places), stems, home=frozenset(home))


AMOUNTS = [
    # drafted, source, supported
    (usd("4.2"), usd("4213", MILLION), True),
    (usd("4.213"), usd("4213", MILLION), True),
    (usd("4213", MILLION), usd("4.213"), True),
    (usd("4.2130"), usd("4213", MILLION), False),
    (usd("4.213"), usd("4", bound="about"), False),
    (usd("4.2"), usd("4.2", MILLION), False),
    (usd("4.2"), usd("4.2", currency="EUR"), False),
    (usd("4.3"), usd("4.25"), True),
    (usd("4.2"), usd("4.25"), False),
    (usd("4"), usd("4.4"), True),
    (usd("4.0"), usd("4"), False),
    (usd("0"), usd("0.4"), False),
    (usd("1200", CRORE, currency="INR"), usd("12", currency="INR"), True),
    (usd("12", currency="INR"), usd("1200", CRORE, currency="INR"), True),
    (usd("1210", CRORE, currency="INR"), usd("12", currency="INR"), False),
    (usd("0.42", BILLION * 1000), usd("420"), True),
    (usd("420"), usd("0.42", BILLION * 1000), True),
    (usd("0.420", BILLION * 1000), usd("0.42", BILLION * 1000), False),
    (usd("-4.2"), usd("4.2"), False),
    (number("5"), number("5", "percentage points"), False),
    (number("12.0"), number("12.4"), False),
    (number("12"), number("12.4"), True),
    (number("13"), number("12.4"), False),
    (number("12"), number("12.4", "multiple"), False),
    (number("150", "basis points"), number("1.5", "percentage points"), True),
    (number("1.5", "percentage points"), number("150", "basis points"), True),
    (number("1.5"), number("150", "basis points"), False),
    (number("151", "basis points"), number("1.5", "percentage points"), False),
    (number("12", upper="15"), number("12", upper="15"), True),
    (number("12", upper="15"), number("12.4", upper="14.8"), True),
    (number("12", upper="16"), number("12", upper="15"), False),
    (number("12"), number("12", upper="15"), False),
    (number("12", upper="15"), number("12"), False),
]


@pytest.mark.parametrize(("drafted", "source", "supported"), AMOUNTS)
def test_an_amount_is_the_source_s_or_coarser_in_the_same_unit(
    drafted: Quantity, source: Quantity, supported: bool
) -> None:
    assert (mismatch(drafted, source, setting()) is None) is supported


HEDGES: list[tuple[Bound, str, Bound, str, bool]] = [
    # said with, said, printed with, printed, supported
    ("exact", "5", "exact", "5", True),
    ("exact", "5", "about", "5", False),
    ("exact", "5", "over", "5", False),
    ("exact", "5", "under", "5", False),
    ("about", "5", "exact", "5", True),
    ("about", "5", "about", "5", True),
    ("about", "5", "over", "5", True),
    ("about", "5", "under", "5", True),
    ("over", "5", "exact", "5", False),
    ("over", "5", "exact", "5.2", True),
    ("over", "5", "exact", "5.9", True),
    ("over", "6", "exact", "5.9", False),
    ("over", "5", "about", "5", False),
    ("over", "5", "over", "5", True),
    ("over", "5", "over", "5.6", True),
    ("over", "5", "under", "5", False),
    ("under", "5", "exact", "5", False),
    ("under", "6", "exact", "5.2", True),
    ("under", "5", "exact", "5.2", False),
    ("under", "5", "under", "5", True),
    ("under", "5", "over", "5", False),
    ("about", "4200", "exact", "4213", True),
    ("over", "4000", "exact", "4213", True),
    ("exact", "4200", "exact", "4213", False),
]


@pytest.mark.parametrize(("bound", "said", "printed_bound", "printed", "supported"), HEDGES)
def test_a_hedge_is_kept_and_never_invented(
    bound: Bound, said: str, printed_bound: Bound, printed: str, supported: bool
) -> None:
    fault = mismatch(usd(said, bound=bound), usd(printed, bound=printed_bound), setting())
    assert (fault is None) is supported


def test_a_period_that_is_said_is_the_source_s() -> None:
    source = replace(usd("4.2"), period=Y24)
    assert mismatch(replace(source, period=Y24), source, setting()) is None
    assert mismatch(replace(source, period=None), source, setting()) is None
    assert mismatch(replace(source, period=Y25), source, setting()) is not None
    assert mismatch(replace(source, period=Period(2024, 2024, "fiscal year")), source, setting()) is not None


def test_a_source_without_a_period_takes_the_only_one_its_quote_names() -> None:
    source, said = usd("4.2"), replace(usd("4.2"), period=Y24)
    assert mismatch(said, source, setting()) is not None
    assert mismatch(said, source, replace(setting(), only_period=Y24)) is None
    assert mismatch(said, source, replace(setting(), only_period=Y25)) is not None


def test_a_rate_over_a_span_may_be_said_to_run_until_its_end_only() -> None:
    source = replace(number("9.3"), period=RUN, measure="cagr")
    by_2032 = replace(source, period=Period(2032, 2032))
    assert mismatch(by_2032, source, replace(setting(), deadline=True)) is None
    assert mismatch(by_2032, source, setting()) is not None
    assert mismatch(replace(source, period=Y25), source, replace(setting(), deadline=True)) is not None


def test_a_share_is_not_a_growth() -> None:
    source = replace(number("38"), measure="share")
    assert mismatch(replace(source, measure="growth"), source, setting()) is not None
    assert mismatch(replace(source, measure="other"), source, setting()) is None


def test_a_rounded_hedge_stays_near() -> None:
    assert mismatch(usd("30", bound="about"), usd("25"), setting()) is not None
    assert mismatch(usd("30", bound="about"), usd("28"), setting()) is None


def test_what_the_source_denies_is_not_said_and_the_other_way_round() -> None:
    source = replace(usd("5"), subject=("not",))
    assert mismatch(usd("5"), source, setting()) is not None
    assert mismatch(source, usd("5"), setting()) is not None
    assert mismatch(source, source, setting()) is None


def test_names_in_another_order_are_another_deal() -> None:
    source = replace(usd("5"), subject=("Acme bought Bolt",))
    assert mismatch(source, source, setting("Acme bought Bolt")) is None
    assert mismatch(replace(source, subject=("Bolt bought Acme",)), source, setting("Bolt bought Acme")) is not None


def test_the_subject_of_the_source_must_be_named_and_be_the_one_meant() -> None:
    source = replace(number("41"), subject=("End user", "Hospitals"))
    assert mismatch(number("41"), source, setting("Hospitals held 41%")) is None
    assert mismatch(number("41"), source, setting("The market held 41%")) is not None
    swapped = replace(number("41"), subject=("Clinics",))
    assert mismatch(swapped, source, setting("Hospitals and clinics held 41%")) is not None


def test_a_subject_may_be_named_by_its_initials() -> None:
    source = replace(number("41"), subject=("Computed tomography",))
    assert mismatch(number("41"), source, setting("CT held 41%")) is None


def test_the_place_of_the_source_must_be_named_unless_the_report_is_of_it() -> None:
    source = replace(number("38"), place="Japan")
    assert mismatch(number("38"), source, setting()) is not None
    assert mismatch(number("38"), source, setting(places=("Japan",))) is None
    assert mismatch(number("38"), source, setting(home=("Japan",))) is None
    assert mismatch(replace(number("38"), place="China"), source, setting(places=("Japan", "China"))) is not None
    assert mismatch(replace(number("38"), place="Japan"), number("38"), setting(places=("Japan",))) is not None


def test_units_of_things_are_compared_by_their_nouns() -> None:
    tonnes = number("1250", "number", "tonnes")
    assert mismatch(number("1250", "number", "tonne"), tonnes, setting()) is None
    assert mismatch(number("1250", "number", "units"), tonnes, setting()) is not None
    assert mismatch(number("1250", "number"), tonnes, setting("Tonnes produced: 1,250")) is None
    assert mismatch(number("1250", "number"), tonnes, setting("Produced: 1,250")) is not None


def test_zeros_that_end_a_whole_number_may_be_places_only() -> None:
    assert significant_digit(Decimal("1200")) == 100
    assert significant_digit(Decimal("12.0")) == Decimal("0.1")


def test_the_nearest_source_has_the_highest_step() -> None:
    source = replace(usd("4.2"), period=Y24)
    currency = mismatch(usd("4.2", currency="EUR"), source, setting())
    period = mismatch(replace(source, period=Y25), source, setting())
    assert currency and period and currency.step < period.step


def test_every_check_is_needed() -> None:
    source = replace(usd("4.2"), period=Y24, measure="size", subject=("Hospitals",), place="Japan")
    said, here = replace(source), setting("hospitals", places=("Japan",))
    assert mismatch(said, source, here) is None
    wrong = (
        replace(said, kind="number"),
        replace(said, currency="EUR"),
        replace(said, value=Decimal("4.3")),
        replace(said, bound="under", value=Decimal(5)),
        replace(said, period=Y25),
        replace(said, subject=("not", "Hospitals")),
        replace(said, measure="increase"),
        replace(said, place="China"),
        replace(said, subject=("Clinics",)),
    )
    over = replace(source, bound="over")
    for check, drafted in zip(CHECKS, wrong, strict=True):
        others = tuple(other for other in CHECKS if other is not check)
        against = over if drafted.bound == "under" else source
        assert mismatch(drafted, against, here) is not None, check.why
        assert mismatch(drafted, against, here, others) is None, check.why


@pytest.mark.parametrize(("text", "is_same"), [("$5 million", True), ("US$5 million", False), ("USD 5 million", False)])
def test_a_bare_dollar_is_the_one_that_the_report_means(text: str, is_same: bool) -> None:
    drafted = replace(usd("5", MILLION), text=text)
    assert (mismatch(drafted, usd("5", MILLION, currency="CAD"), setting()) is None) is is_same
