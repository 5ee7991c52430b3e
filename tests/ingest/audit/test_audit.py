from pathlib import Path

import pytest

from ingest.audit import audit
from ingest.domain import Section, Table
from ingest.quantity.reports import quantities
from ingest.read.find import find_reports
from ingest.read.report import read_report
from tests.ingest.audit.made import findings, kinds, table

CORPUS = Path(__file__).parents[3] / "corpus" / "teleradiology-market"

SIZES = "Year | Revenue\n2024 | 30.0\n2025 | 33.1\n2026 | 36.6\n2030 | 54.6"
REGIONS = """
Region | 2024 | 2025 | 2030 | CAGR 2024-2030 (%)
Europe | 10.0 | 11.1 | 18.0 | 10.3
Asia | 20.0 | 22.0 | 36.6 | 10.6
Total | 30.0 | 33.1 | 54.6 | 10.5"""
SHARES = "Application | 2024 | 2030\nMapping | 41.2 | 40.0\nRacing | 30.0 | 30.0\nOther | 28.8 | 30.0"
SAID = (
    "The market was worth USD 30.0 billion in 2024 and "
    "reaches USD 54.6 billion by 2030, a CAGR of 10.5% from 2024 to 2030."
)
ANSWER = "The market was worth USD 30 billion in 2024."


def parts(
    sizes: str = SIZES,
    regions: str = REGIONS,
    shares: str = SHARES,
    said: str = SAID,
    answer: str = ANSWER,
    unit: str = "USD billion",
) -> tuple[str | Section | Table, ...]:
    """A report that says everything twice, and agrees with itself."""
    return (
        Section(("FAQ", "How big is the market?"), answer, "faq.md"),
        said,
        table(sizes, "Drone market by year", "USD billion"),
        table(regions, "Drone revenue by region", unit),
        table(shares, "Revenue share by application (%)"),
    )


def test_a_report_that_agrees_with_itself_has_no_finding() -> None:
    assert findings(*parts()) == ()


@pytest.mark.parametrize(
    ("planted", "kind"),
    [
        ({"said": SAID.replace("10.5%", "12.5%")}, "rate"),
        ({"regions": REGIONS.replace("10.3", "13.3")}, "rate"),
        ({"regions": REGIONS.replace("22.0", "25.0")}, "total"),
        ({"shares": SHARES.replace("28.8", "38.8")}, "share"),
        ({"said": SAID.replace("54.6", "58.6").replace("10.5", "11.8")}, "text"),
        ({"answer": ANSWER.replace("30", "33")}, "faq"),
        ({"sizes": SIZES.replace("33.1", "34.1")}, "reprint"),
        ({"sizes": SIZES.replace("2025", "2015")}, "year"),
        ({"unit": "USD million"}, "unit"),
    ],
)
def test_each_kind_of_contradiction_is_found(planted: dict[str, str], kind: str) -> None:
    assert kind in kinds(*parts(**planted))


def test_rounding_is_no_alarm() -> None:
    coarse = """
Region | 2024 | 2025 | 2030 | CAGR 2024-2030 (%)
Europe | 10 | 11 | 18 | 10
Asia | 20 | 22 | 37 | 11
Total | 30 | 33 | 55 | 10.5"""
    said = SAID.replace("30.0", "30").replace("54.6", "55")
    assert findings(*parts(regions=coarse, said=said)) == ()


YEARS = table("Year | Revenue\n2024 | 30.0\n2025 | 33.1\n2026 | 36.6", "Drone market", "USD billion")
ALIKE = {
    "an average": [
        table(
            "Region | 2024 | 2025\nEurope | 10.0 | 11.0\nAsia | 20.0 | 22.0\nAverage | 15.0 | 16.5",
            "Sales",
            "USD billion",
        )
    ],
    "two breakdowns above one total": [
        table(
            "Segment | 2024 | 2025\nMapping | 10.0 | 11.0\nRacing | 20.0 | 22.0\nEurope | 12.0 | 13.0\n"
            "Asia | 18.0 | 20.0\nTotal | 30.0 | 33.0",
            "Drone revenue",
            "USD billion",
        )
    ],
    "scenarios": [
        table("Year | Revenue\n2024 | 30.0\n2025 | 33.1\n2026 | 36.6", "Drone market, base case", "USD billion"),
        table("Year | Revenue\n2024 | 30.0\n2025 | 34.1\n2026 | 38.6", "Drone market, optimistic case", "USD billion"),
    ],
    "quarters and their year": [
        table(
            "Quarter | Revenue\nQ1 2024 | 7.0\nQ2 2024 | 7.5\nQ3 2024 | 7.5\nQ4 2024 | 8.0\n2024 | 30.0",
            "",
            "USD billion",
        )
    ],
    "sums over years": [
        table(
            "Year | Revenue | Cumulative revenue\n2024 | 30.0 | 30.0\n2025 | 33.1 | 63.1", "Drone market", "USD billion"
        )
    ],
    "rates over two spans": [
        table(
            "Region | 2020 | 2024 | 2030 | CAGR 2020-2024 (%) | CAGR 2024-2030 (%)\nAsia | 6 | 8.0 | 14.0 | 7.5 | 9.8",
            "Drone revenue by region",
            "USD billion",
        )
    ],
    "a company": ["Acme had sales of USD 2.0 billion in 2024.", YEARS],
    "another edition": ["The previous edition put the market at USD 28.0 billion in 2024.", YEARS],
    "a rate that begins a year later": [
        "The market was worth USD 30.0 billion in 2024 and reaches USD 54.6 billion by 2030, with a CAGR of 10.6% "
        "from 2025 to 2030."
    ],
}


@pytest.mark.parametrize("said", ALIKE)
def test_what_only_looks_like_a_contradiction_is_none(said: str) -> None:
    assert findings(*ALIKE[said]) == ()


def test_contradictions_come_first_and_those_furthest_off_before_the_others() -> None:
    planted = findings(
        *parts(answer=ANSWER.replace("30", "40"), shares=SHARES.replace("28.8", "29.8")),
        "The market is at USD 11.87 billion in 2035, at USD 13.70 billion in 2036 and at USD 31.56 billion in 2042, "
        "a CAGR of 14.99% from 2035 to 2042.",
    )
    assert [finding.kind for finding in planted] == ["faq", "share", "step"]


def test_an_empty_report_says_nothing_against_itself() -> None:
    assert findings() == ()


def test_the_report_of_the_corpus_has_a_step_to_look_at_and_no_contradiction() -> None:
    (source,) = find_reports(CORPUS)
    read = read_report(source)
    (found,) = audit(read, quantities(read))
    assert (found.kind, found.is_contradiction) == ("step", False)
    assert found.arithmetic == "13.70 / 11.87 - 1 = 15.42 %, and (31.56 / 11.87) ^ (1/7) - 1 = 14.99 %"
    assert found.said == (
        "Growth from 2025 to 2026 is 15.42 %, while the same passage names a rate of 14.99% a year over 2025–2032"
    )
