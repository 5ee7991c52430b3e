"""Scales that tables do not say."""

from ingest.domain import Cell, Table
from ingest.quantity.reports import quantities
from tests.bot.sources import report_of

BALANCE = Table(
    "Balance sheet",
    ("", "June 30, 2025"),
    (("Cash", "$ 12,310"), ("Inventories, net", "191,565"), ("Total assets", "$ 512,008")),
    "t.csv",
    unit="in thousands",
)


def note(*rows: tuple[str, str]) -> Table:
    return Table("Note 4. Inventories", ("", "June 30, 2025"), rows, "t.csv")


def amounts(table: Table) -> list[str]:
    found = quantities(report_of("Text.", "Acmetron report", ("Notes",), (BALANCE, table)))
    return [f"{q.amount:f}" for q in found if isinstance(q.source, Cell) and q.source.table == 1]


def test_the_same_figure_elsewhere_tells_the_scale_of_all() -> None:
    table = note(("Raw materials", "$ 71,284"), ("Finished goods", "120,281"), ("Inventories, net", "$ 191,565"))
    assert amounts(table) == ["71284000", "120281000", "191565000"]


def test_another_figure_or_name_tells_none() -> None:
    assert amounts(note(("Raw materials", "$ 71,284"), ("Inventories, net", "$ 191,566"))) == ["71284", "191566"]
    assert amounts(note(("Raw materials", "$ 71,284"), ("Parts", "$ 191,565"))) == ["71284", "191565"]
