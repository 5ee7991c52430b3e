import pytest

from ingest.domain import Kind
from ingest.quantity.measures import classify, measure_of, volume_or_count

ASKED = [
    ("What was the market worth in 2025?", "size"), ("How big is the market?", "size"),
    ("revenue of hospitals", "size"),
    ("market size 2032", "size"), ("cagr 2025-2030?", "cagr"), ("compound annual growth rate", "cagr"),
    ("how fast is it growing", "growth"), ("year-on-year growth", "growth"), ("market share of Acme", "share"),
    ("what percentage of revenue", "share"), ("average selling price", "price"), ("how many tables", "count"),
    ("number of companies", "count"), ("shipments in 2024", "volume"), ("market volume", "volume"),
    ("CAGR growth forecast", "cagr"), ("incremental growth", "growth"), ("ARPU", "price"),
    ("RevPAR of hotels", "price"), ("average revenue per user", "price"),
]  # fmt: skip
SAID: list[tuple[Kind, str, str, str, str | None]] = [
    ("money", "", "The market was valued at", "", "size"),
    ("money", "", "revenue of", "", "size"),
    ("money", "", "will increase by", "", "increase"),
    ("money", "", "Acme acquired Beta for", "", "other"),
    ("money", "", "Investment in the sector reached", "", "other"),
    ("money", "", "The investment banking segment was valued at", "", "size"),
    ("money", "", "sold at", "per kilogram", "price"),
    ("money", "", "The average selling price was", "", "price"),
    ("money", "", "Europe:", "", None),
    ("percent", "", "at a CAGR of", "", "cagr"),
    ("percent", "", "a", "CAGR through", "cagr"),
    ("percent", "", "The market grew by", "", "growth"),
    ("percent", "", "a", "increase over", "growth"),
    ("percent", "", "share grew to", "", "share"),
    ("percent", "", "accounted for", "of revenue", "share"),
    ("percent", "", "", "of respondents", "share"),
    ("percent", "", "an operating margin of", "", "other"),
    ("percentage points", "", "gained", "", "other"),
    ("multiple", "", "is", "larger", "ratio"),
    ("number", "units", "sales reached", "", "volume"),
    ("number", "tables", "has", "", "count"),
    ("number", "kg", "a", "arm", None),
]


@pytest.mark.parametrize(("text", "measure"), ASKED)
def test_a_question_names_its_measure(text: str, measure: str) -> None:
    found = measure_of(text)
    assert found is not None
    assert found[0] == measure
    assert found[1].lower() in text.lower()


@pytest.mark.parametrize("text", ["", "Who are the players?", "Europe", "hospitals", "Earnings per share"])
def test_a_text_without_a_measure_names_none(text: str) -> None:
    assert measure_of(text) is None


@pytest.mark.parametrize(("kind", "unit", "left", "right", "measure"), SAID)
def test_a_number_is_classified_by_the_words_around_it(
    kind: Kind, unit: str, left: str, right: str, measure: str | None
) -> None:
    found = classify(kind, unit, left, right)
    assert (found.measure if found else None) == measure


@pytest.mark.parametrize(
    ("left", "falls"), [("fell by", True), ("rose by", False), ("will decline at a CAGR of", True)]
)
def test_a_fall_is_told_from_a_rise(left: str, falls: bool) -> None:
    found = classify("percent", "", left, "")
    assert found is not None
    assert found.falls is falls


@pytest.mark.parametrize(
    ("left", "right", "label"),
    [
        ("with a revenue share of", "", "revenue share"),
        ("held", "of revenue in 2024", ""),
        ("accounted for", "", ""),
        ("a", "share of revenue", "share"),
    ],
)
def test_a_label_is_a_noun_the_report_uses(left: str, right: str, label: str) -> None:
    found = classify("percent", "", left, right)
    assert found is not None and (found.measure, found.label) == ("share", label)


@pytest.mark.parametrize("unit", ["Metric Tons", "Acres", "bushels"])
def test_units_that_measure_do_so_however_they_are_written(unit: str) -> None:
    assert volume_or_count(unit, "Beginning stocks") == "other"
    assert volume_or_count(unit, "Production") == "volume"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Retail sales by product, retail selling price", "size"),
        ("Market value at constant 2015 prices", "size"),
        ("Retail prices", "price"),
        ("Selling price per unit sold", "price"),
    ],
)
def test_sales_at_some_prices_are_no_prices(text: str, measure: str) -> None:
    found = measure_of(text)
    assert found is not None
    assert found[0] == measure
