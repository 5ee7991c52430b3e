import json
from decimal import Decimal

import pytest

from ingest.audit.finding import Finding, Kind, Place
from ingest.audit.run import Audited
from ingest.audit.tell import as_json, counted, lines
from ingest.domain import Cell, Span
from tests.ingest.audit.made import findings, report, table

SAID = "The market was worth USD 33.0 billion in 2024."
YEARS = table("Year | Revenue\n2024 | 30.0\n2030 | 54.6", "Drone market", "USD billion")
AUDITED = Audited(report(SAID, YEARS), findings(SAID, YEARS))


def finding(kind: Kind, off: str = "0.1") -> Finding:
    return Finding(kind, "It is said", "1 + 1 = 2", Decimal(off), (Place("Size", "It is.", Span(0, 0, 6), page=3),))


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ((), "nothing found"),
        (("rate",), "1 contradiction"),
        (("rate", "text"), "2 contradictions"),
        (("step",), "1 more worth a look"),
        (("rate", "total", "step"), "2 contradictions, 1 more worth a look"),
    ],
)
def test_findings_are_counted_in_words(kinds: tuple[Kind, ...], told: str) -> None:
    assert counted(map(finding, kinds)) == told


def test_a_finding_is_told_with_its_arithmetic_and_both_places() -> None:
    assert list(lines([AUDITED])) == [
        "Drone Market (drones): 1 contradiction",
        "",
        "1. The market, 2024: USD 33.0 billion in one place, USD 30.0 billion in another. (10.0 % off)",
        "   they differ by 10.0 %, more than rounding allows",
        "   - Overview: “The market was worth USD 33.0 billion in 2024.”",
        "   - Drone market, 2024 / Revenue: “30.0”",
        "",
    ]


def test_a_report_without_findings_is_told_too() -> None:
    assert list(lines([Audited(report(YEARS), ())])) == ["Drone Market (drones): nothing found", ""]


@pytest.mark.parametrize(("kind", "off"), [("year", "3"), ("unit", "0.5"), ("text", "0"), ("text", "999")])
def test_how_far_off_is_not_told_where_that_says_little(kind: Kind, off: str) -> None:
    (_, _, said, *_) = lines([Audited(report(), (finding(kind, off),))])
    assert said == "1. It is said."


def test_the_page_is_told_where_there_is_one() -> None:
    assert "   - Size, page 3: “It is.”" in list(lines([Audited(report(), (finding("text"),))]))


def test_machines_get_the_same_with_addresses() -> None:
    (told,) = json.loads(as_json([AUDITED]))
    assert (told["report"], told["title"]) == ("drones", "Drone Market")
    (found,) = told["findings"]
    assert (found["kind"], found["contradiction"], found["off"]) == ("text", True, 0.1)
    assert found["said"] == AUDITED.findings[0].said and found["arithmetic"] == AUDITED.findings[0].arithmetic
    assert found["places"] == [
        {"where": "Overview", "quote": SAID, "page": None, "address": f"drones:s0:0-{len(SAID)}"},
        {"where": "Drone market, 2024 / Revenue", "quote": "30.0", "page": None, "address": "drones:t0r0c1"},
    ]
    assert AUDITED.findings[0].places[1].source == Cell(0, 0, 1)
