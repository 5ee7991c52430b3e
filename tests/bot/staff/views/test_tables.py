"""Tables and what stands beside them."""

from datetime import UTC, datetime

import pytest

from bot.staff.views.tables import empty_html, export_url, moment_html, section_html, share, table_html
from tests.bot.staff.attacks import ATTACKS, LOADED


@pytest.mark.parametrize("attack", ATTACKS)
def test_whatever_a_cell_says_is_text(attack: str) -> None:
    html = section_html(attack, table_html(attack, (attack,), [(attack,)]), about=attack, export=attack) + empty_html(
        attack
    )
    assert not [tag for tag in LOADED if tag in html]


def test_numbers_have_their_thousands_and_stand_to_the_right() -> None:
    assert '<td class="n">12,345</td>' in table_html("Counts", ("Name", "Number"), [("a", 12345)], (1,))


def test_a_table_without_rows_says_so() -> None:
    assert "Nothing yet." in table_html("Counts", ("Name",), [])


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(0, 0, "–"), (0, 9, "0 %"), (1, 200, "0.5 %"), (1, 3, "33 %"), (3, 3, "100 %")]
)
def test_a_share_is_said_in_percent(part: int, whole: int, said: str) -> None:
    assert share(part, whole) == said


def test_a_file_is_of_the_same_selection() -> None:
    assert export_url("leads", {"days": "7", "report": "a&b", "site": ""}) == (
        "/staff/export/leads.csv?days=7&report=a%26b&site="
    )


def test_a_moment_is_told_in_utc() -> None:
    assert "3 Mar 2026, 09:05" in moment_html(datetime(2026, 3, 3, 9, 5, tzinfo=UTC))
