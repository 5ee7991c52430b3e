"""A small report of an invented market, with one of everything."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ingest.domain import (
    Cell,
    Contact,
    ItemList,
    Notice,
    Passage,
    Period,
    Quantity,
    Report,
    Section,
    Span,
    Table,
)

TEXT = "The kite market was worth USD 11.87 billion in 2025.\n\n- Box kites\n- Señor kites"

REPORT = Report(
    id="kites",
    title="Kites Market",
    digest="d1",
    sections=(Section(("Overview", "Size"), TEXT, "report.md", 3), Section((), "", "report.md")),
    tables=(
        Table("Size", ("Year", "USD million"), (("2025", "11,870"), ("2026", "")), "size.csv", "USD million", ("a",)),
    ),
    publisher="Windy",
    published=date(2026, 1, 2),
    edition="3rd",
    url="https://example.com/kites",
    access="licensed",
    contact=Contact("Ann", email="ann@example.com"),
    notices=(Notice("size.csv", 7, "one cell too many"),),
)

PASSAGES = (
    Passage(0, TEXT[:52], "Kites Market > Overview", Span(0, 0, 52)),
    Passage(1, TEXT[54:], "Kites Market > Overview", Span(0, 54, len(TEXT))),
    Passage(2, "Year: 2025; USD million: 11,870", "Kites Market > Size", Cell(0, 0, -1)),
)

QUANTITIES = (
    Quantity("USD 11.87 billion", Decimal("11.87"), Decimal(10**9), "money", Span(0, 26, 43), Span(0, 0, 52),
             currency="USD", period=Period(2025, 2025), measure="size", label="worth"),
    Quantity("13.70%", Decimal("13.70"), Decimal(1), "percent", Cell(0, 0, 1), Cell(0, 0, -1), upper=Decimal("15.0"),
             bound="about", period=Period(2025, 2030, "span"), subject=("Type", "Box"), place="World", forecast=True,
             tags=("core",), unit="%"),
    Quantity("0.10", Decimal("0.10"), Decimal("1E+3"), "number", Cell(0, -1, 1), Cell(0, -1, -1), unit="kites",
             period=Period(2025, 2025, "quarter", 3)),
)  # fmt: skip

LISTS = (
    ItemList("Kites", (("Box kites", Span(0, 56, 65)), ("2025", Cell(0, 0, 0))), Span(0, 54, 80), ("Overview",), False),
)


def edition(digest: str, report_id: str = "kites") -> Report:
    """The report with another digest or id."""
    return replace(REPORT, digest=digest, id=report_id)
