from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest

from ingest.audit.finding import MAX_QUOTE, Finding, Kind, Place, place_at
from ingest.domain import Cell, Section, Source, Span
from tests.ingest.audit.made import report, table

TEXT = "Drones fly. The market was worth USD 30.0 billion in 2024."
REPORT = report(
    Section(("Overview", "Size"), TEXT, "report.pdf", pages=((0, 3), (12, 4))),
    replace(table("Region | 2024\nEurope | 8.0\n2025 | 9.0", "Drone revenue"), pages=(7, 8)),
    table("Region | 2024\nEurope | 8.0"),
)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (Span(0, 0, 11), ("Overview > Size", "Drones fly.", 3)),
        (Span(0, 12, len(TEXT)), ("Overview > Size", TEXT[12:], 4)),
        (Cell(0, 0, 1), ("Drone revenue, Europe / 2024", "8.0", 7)),
        (Cell(0, 1, 1), ("Drone revenue, 2025 / 2024", "9.0", 8)),
        (Cell(0, -1, 1), ("Drone revenue, 2024", "2024", 7)),
        (Cell(0, -1, -1), ("Drone revenue", "Drone revenue", 7)),
        (Cell(1, 0, 1), ("table 2, Europe / 2024", "8.0", None)),
    ],
)
def test_a_place_names_section_or_table_and_page(source: Source, place: tuple[str, str, int | None]) -> None:
    found = place_at(REPORT, source)
    assert (found.where, found.quote, found.page) == place
    assert found.source == source


def test_text_without_a_heading_is_the_reports() -> None:
    assert place_at(report(Section((), "Drones fly.", "report.md")), Span(0, 0, 11)).where == "Drone Market"


def test_a_long_sentence_is_cut() -> None:
    found = place_at(report("drone " * 99), Span(0, 0, 594))
    assert (len(found.quote), found.quote[-1]) == (MAX_QUOTE, "…")


@pytest.mark.parametrize("kind", get_args(Kind))
def test_only_a_step_is_no_contradiction(kind: Kind) -> None:
    place = Place("Overview", "Drones fly.", Span(0, 0, 11))
    assert Finding(kind, "", "", Decimal(0), (place,)).is_contradiction is (kind != "step")
