from decimal import Decimal

import pytest

from ingest.audit.facts import Fact
from ingest.domain import Cell, Period, Span
from tests.ingest.audit.made import ledger, table

YEARS = table("Year | Revenue\n2024 | 30.0\n2030 | 54.6", "Drone market", "USD billion")
SCANS = """
Modality | 2024 | 2030
Computed tomography | 5.0 | 9.0
  Cardiac CT | 3.0 | 5.0
  Body CT | 2.0 | 4.0"""


def fact(text: str) -> Fact:
    (found,) = ledger(text).facts
    return found


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("USD 30.0 billion", "USD 30 billion", True),
        ("USD 30.0 billion", "USD 30,049 million", True),
        ("USD 30.0 billion", "USD 30,060 million", False),
        ("USD 30 billion", "USD 31 billion", True),
        ("USD 30 billion", "USD 32 billion", False),
        ("USD 30.0 billion", "about USD 31.4 billion", True),
        ("USD 30.0 billion", "about USD 33.0 billion", False),
        ("USD 30.0 million", "USD 30.0 billion", False),
    ],
)
def test_figures_agree_where_both_may_be_roundings_of_one(one: str, other: str, agree: bool) -> None:
    first, second = (fact(f"The market was worth {figure} in 2024.") for figure in (one, other))
    assert first.agrees(second) is agree
    assert second.agrees(first) is agree


def test_a_figure_may_be_half_of_its_last_digit_more_or_less() -> None:
    found = fact("The market was worth USD 30.0 billion in 2024.")
    assert (found.low, found.high) == (Decimal("29.95e9"), Decimal("30.05e9"))
    assert fact("The market was worth about USD 30.0 billion in 2024.").slack == Decimal("1.5e9")


def test_a_figure_of_a_table_is_cited_by_its_cell_and_one_of_the_text_by_its_sentence() -> None:
    said = "Drones fly. The market was worth USD 30.0 billion in 2024."
    text, cell, _ = ledger(said, YEARS).facts
    assert (text.in_table, text.cited) == (False, Span(0, 12, len(said)))
    assert (cell.in_table, cell.cited) == (True, Cell(0, 0, 1))


def test_text_and_table_speak_of_the_same() -> None:
    text, cell, other = ledger("The market was worth USD 30.0 billion in 2024.", YEARS).facts
    assert text.key == cell.key
    assert (other.key.period, other.key.measure) == (Period(2030, 2030), "size")


@pytest.mark.parametrize(
    "said",
    [
        "The market is worth USD 30.0 billion.",
        "The market was worth more than USD 30.0 billion in 2024.",
        "The market was worth USD 30 to 32 billion in 2024.",
        "In 2024, there were 33 companies.",
        "The market grows at a CAGR of 10.5%.",
    ],
)
def test_what_is_not_certain_enough_is_not_compared(said: str) -> None:
    assert ledger(said).facts == ()


def test_a_breakdown_and_the_groups_around_a_row_do_not_change_what_it_is() -> None:
    named = ledger("Cardiac CT was worth USD 3.0 billion in 2024.", table(SCANS, "Revenue by modality", "USD billion"))
    subjects = {fact.key.subject for fact in named.facts}
    assert subjects == {frozenset({name}) for name in ("comput tomographi", "cardiac ct", "bodi ct")}


def test_rates_by_volume_are_of_another_base() -> None:
    rate = "the market grows at a CAGR of 4.5% from 2024 to 2030."
    assert fact(f"By volume, {rate}").key.base == "volume"
    assert fact(rate.capitalize()).key.base == ""


def test_shares_in_tables_are_of_what_their_titles_name() -> None:
    row = "Application | Share\nMapping | 41.2\nRacing | 30.0"
    found = ledger(table(row, "Revenue share in Europe, 2024 (%)"), table(row, "Revenue share in Asia, 2024 (%)")).facts
    assert len({fact.key.base for fact in found}) == 2


def test_levels_are_kept_by_what_they_are_of() -> None:
    made = ledger("The market grows at a CAGR of 10.5% from 2024 to 2030.", YEARS)
    assert [fact.quantity.text for fact in made.levels[None, frozenset(), "size"]] == ["30.0", "54.6"]
    assert len(made.levels) == 1


def test_figures_that_may_be_the_same_number_are_found_whatever_they_are_of() -> None:
    made = ledger(
        "The market was worth USD 8 billion in 2024.",
        table("Region | 2024\nEurope | 8.0\nAsia | 9.0", "", "USD billion"),
    )
    assert [fact.key.place for fact in made.alike(made.facts[0])] == [None, "Europe"]


def test_quantities_are_found_by_their_row() -> None:
    assert [quantity.text for quantity in ledger(YEARS).by_row[0, 1]] == ["54.6"]
