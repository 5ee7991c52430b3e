"""Numbering and blocks."""

from decimal import Decimal

import pytest

from bot.arithmetic import compute
from bot.compose import KeptListing, KeptParagraph, KeptPoint, KeptSeries, compose, handoff, unit_of
from bot.evidence import Calculation, Evidence, Grid, Operand, Point, Sentence, Series
from bot.judge import Verdict
from ingest.domain import Contact, Kind, Period, Quantity, Span


def evidence(text: str, passage: str = "r:s0", quantity: Quantity | None = None) -> Evidence:
    return Evidence("r", "Widget Market", passage, ("Size",), text, 0, len(text), (quantity,) if quantity else ())


def size(value: str, year: int) -> Quantity:
    at, billion = Span(0, 0, 1), Decimal(10**9)
    return Quantity(
        value, Decimal(value), billion, "money", at, at, currency="USD", period=Period(year, year), measure="size"
    )


FIRST, SECOND, THIRD = evidence("first"), evidence("second", "r:s1"), evidence("third", "r:s2")
A, B = size("11.87", 2025), size("13.70", 2026)
GROWTH = Calculation("growth", (Operand(A, evidence("a", "r:s3", A)), Operand(B, evidence("b", "r:s4", B))))


def kept(text: str, *cited: Evidence) -> Verdict:
    return Verdict(Sentence(text, cited))


def calculated(text: str, *cited: Evidence) -> Verdict:
    return Verdict(Sentence(text, cited, GROWTH), result=compute(GROWTH))


def test_citations_are_numbered_in_the_order_of_first_use_and_never_twice() -> None:
    composed = compose((KeptParagraph((kept("One.", SECOND), kept("Two.", FIRST, SECOND), kept("Three.", THIRD))),))
    assert composed.text == "One [1]. Two [2][1]. Three [3]."
    assert [(c.number, c.quote) for c in composed.citations] == [(1, "second"), (2, "first"), (3, "third")]


def test_two_quotes_of_one_passage_are_two_citations() -> None:
    text = "First. Second."
    one, two = Evidence("r", "M", "r:s0", (), text, 0, 6), Evidence("r", "M", "r:s0", (), text, 7, 14)
    composed = compose((KeptParagraph((kept("One.", one, two, one),)),))
    assert [c.quote for c in composed.citations] == ["First.", "Second."]


def test_a_calculation_stands_once_right_behind_the_first_block_that_uses_it() -> None:
    paragraph = KeptParagraph((calculated("It grew 15.4%."),))
    composed = compose((paragraph, paragraph, KeptParagraph((kept("One.", FIRST),))))
    assert [block.type for block in composed.blocks] == ["paragraph", "calculation", "paragraph", "paragraph"]
    (shown,) = composed.calculations
    assert (shown.formula, shown.result, shown.unit) == ("(13.70 − 11.87) / 11.87 × 100", "15.4", "%")
    assert [(o.value, o.unit, o.period, o.citation) for o in shown.operands] == [
        ("11.87", "USD billion", "2025", 1),
        ("13.70", "USD billion", "2026", 2),
    ]


def test_lists_and_tables_keep_their_citations() -> None:
    listing = KeptListing(kept("Players:"), (kept("Acme", FIRST), kept("Bolt", SECOND)))
    grid = Grid("Sizes", ("Year", "USD"), ((("2025", "4"), (SECOND,)),))
    composed = compose((listing, grid))
    assert composed.text == "Players:\n- Acme [1]\n- Bolt [2]\n\nSizes\nYear | USD\n2025 | 4 [2]"


def test_a_chart_is_in_a_readable_scale_and_tells_published_from_calculated() -> None:
    result = compute(GROWTH)
    series = Series("Size", "USD", ())
    points = (
        KeptPoint(Point("2025", Decimal("11870000000"), (FIRST,))),
        KeptPoint(Point("2026", Decimal("870000000"), (SECOND,))),
    )
    composed = compose((KeptSeries(series, points),))
    chart = composed.blocks[0]
    assert chart.type == "chart"
    assert chart.unit == "USD billion"
    assert [(p.label, p.value, p.origin, p.citations) for p in chart.points] == [
        ("2025", 11.87, "published", (1,)),
        ("2026", 0.87, "published", (2,)),
    ]
    percent = KeptSeries(Series("Growth", "%", ()), (KeptPoint(Point("2026", result.amount, (), GROWTH), result),))
    chart = compose((percent,)).blocks[0]
    assert chart.type == "chart"
    assert (chart.unit, chart.points[0].value, chart.points[0].origin) == ("%", 15.4, "calculated")


def test_the_person_to_ask_comes_last() -> None:
    contact = Contact("Jane Doe", "Sales", "jane@example.com", "+1 555 0100")
    composed = compose((KeptParagraph((kept("One.", FIRST),)),), contact)
    assert composed.blocks[-1] == handoff(contact)
    assert composed.text.endswith("Ask Jane Doe, Sales: jane@example.com, +1 555 0100")
    assert handoff(Contact("Jane Doe")).text == "Ask Jane Doe."


UNITS: list[tuple[Kind, Decimal, str | None, str, str]] = [
    ("money", Decimal(10**9), "USD", "", "USD billion"),
    ("money", Decimal(1), "EUR", "", "EUR"),
    ("number", Decimal(10**6), None, "tonnes", "million tonnes"),
    ("percent", Decimal(1), None, "", "%"),
    ("percentage points", Decimal(1), None, "", "percentage points"),
    ("multiple", Decimal(1), None, "", "times"),
]


@pytest.mark.parametrize(("kind", "scale", "currency", "unit", "text"), UNITS)
def test_a_unit_is_written_out(kind: Kind, scale: Decimal, currency: str | None, unit: str, text: str) -> None:
    assert unit_of(kind, scale, currency, unit) == text
