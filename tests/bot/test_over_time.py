"""A row over several times."""

import pytest

from bot.over_time import over_time
from bot.understand import understand
from tests.bot.accounts import accounts


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Order backlog of Drives by quarter", ["80", "84"]),
        ("dividends over the last three years", ["44", "38", "41"]),
        ("operating profit of Pumps, last five years", []),  # the table has two
        ("order intake of Drives, each month", []),
    ],
)
def test_a_row_is_told_over_the_times_asked_for(question: str, expected: list[str]) -> None:
    found = over_time(understand(question, accounts(), None), accounts())
    assert [q.text for printed in found for q in printed] == expected
