"""Whether a number stands where its source has it."""

import pytest

from bot.context import Said, as_said, context_fault
from bot.evidence import Evidence
from bot.readings import places_in, stems_in
from bot.support import Setting
from ingest.domain import Quantity
from ingest.quantity.reports import read_quantities
from tests.bot.sources import cite


def said(text: str, number: str) -> Said:
    quantities = read_quantities(text)
    return Said(_of(quantities, number), text, quantities)


def source(evidence: Evidence, number: str) -> Said:
    return Said(_of(evidence.quantities, number), evidence.text, evidence.quantities)


def _of(quantities: tuple[Quantity, ...], number: str) -> Quantity:
    return next(quantity for quantity in quantities if number in quantity.text)


def fault(drafted: str, printed: str, number: str) -> str:
    evidence = cite(printed)
    here = Setting(stems_in(drafted), places_in(drafted), stems_in(printed))
    return context_fault(said(drafted, number), source(evidence, number), here)


FAULTS = [
    # drafted, printed, number, words of the reason
    ("Sawmills rose by 5 basis points.", "Sawmills fell by 5 basis points.", "5", "went down"),
    ("Trade fell to USD 4 million.", "Trade was USD 4 million.", "4", "does not say it went down"),
    ("They hold 39% of it.", "They hold 46%, up from 39%.", "39%", "only compares"),
    ("They hold less, down from 46%.", "They hold 46%, up from 39%.", "46%", "another number"),
    ("It cost USD 7 per tonne.", "It cost USD 7 per barrel.", "7", "per that"),
    ("Sales grew 8%.", "Sales went from 5% to 8%.", "8%", "where it went to"),
    ("Sales grew by 8%.", "Sales went from 5% to 8%.", "8%", "says to, not by"),
    ("It was USD 5 million more.", "It was USD 5 million.", "5", "compares otherwise"),
    ("Profit was USD 5 million.", "Revenue was USD 5 million.", "5", "profit"),
    ("Cells held 17% of sales.", "Cells held 17% of installations.", "17%", "part of something else"),
    ("Cells held 17% of installations.", "Cells held 17% of sales.", "17%", "a part of that"),
    ("Milk cost USD 4.10.", "Milk cost USD 4.10 for dairies.", "4.10", "dairies"),
]


@pytest.mark.parametrize(("drafted", "printed", "number", "why"), FAULTS)
def test_the_same_number_may_say_something_else(drafted: str, printed: str, number: str, why: str) -> None:
    assert why in fault(drafted, printed, number)


@pytest.mark.parametrize(("drafted", "printed", "number", "why"), FAULTS)
def test_a_number_said_as_printed_has_no_fault(drafted: str, printed: str, number: str, why: str) -> None:
    assert not fault(printed, printed, number)


def test_a_minus_sign_may_be_said_in_words() -> None:
    printed = source(cite("Growth was -3.2% in 2024."), "3.2%")
    assert as_said(printed, said("Sales slid 3.2% in 2024.", "3.2%")).value > 0
    assert as_said(printed, said("Sales rose 3.2% in 2024.", "3.2%")).value < 0


def test_a_compound_rate_is_growth_at_so_much_a_year() -> None:
    printed = source(cite("It will grow at a CAGR of 9.3% from 2025 to 2032."), "9.3%")
    assert as_said(printed, said("It will grow 9.3% a year from 2025 to 2032.", "9.3%")).measure == "growth"
    assert as_said(printed, said("It will grow by 9.3% from 2025 to 2032.", "9.3%")).measure == "cagr"
