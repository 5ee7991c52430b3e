"""Movements between two balances."""

import pytest

from ingest.quantity.movements import movements


@pytest.mark.parametrize(
    ("labels", "between"),
    [
        (["Outstanding at December 31, 2024", "Granted", "Outstanding at September 30, 2025"], {1: "9M 2025"}),
        (["Balance at 1/1/2024", "Additions", "Disposals", "Balance at 31/12/2024"], {1: "2024", 2: "2024"}),
        (["At 1 January 2025", "Charge", "At 30 June 2025"], {1: "6M 2025"}),
        (["31 Dec 2024", "Cash flow", "31 March 2025"], {1: "Q1 2025"}),
        (["Nonvested at June 28, 2024", "Vested", "Nonvested at June 27, 2025"], {1: "FY2025"}),
        (["Balance, March 31, 2025", "Charge", "Balance, September 30, 2025"], {1: "6M to 2025-09"}),
        (["Shares at March 31, 2025", "Charge", "Loans at June 30, 2025"], {}),
        (["31 Dec 2025", "Change", "31 Dec 2024"], {}),
        (["31 Dec 2020", "Change", "31 Dec 2024"], {}),
        (["2023", "Change", "2024"], {}),
    ],
)
def test_what_stands_between_two_balances_is_of_the_time_between_them(
    labels: list[str], between: dict[int, str]
) -> None:
    assert {at: str(period) for at, period in movements(labels).items()} == between


def test_a_fiscal_year_between_balances_has_the_number_that_the_report_gives_it() -> None:
    found = movements(["At February 3, 2024", "Opened", "At February 1, 2025"], fiscal_lag=1)
    assert {at: str(period) for at, period in found.items()} == {1: "FY2024"}
