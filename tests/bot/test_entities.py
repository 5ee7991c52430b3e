"""Whose accounts figures are."""

import pytest

from bot.entities import is_of_another_entity, is_of_parent
from ingest.domain import Table
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("title", "ask", "is_another"),
    [
        ("Standalone Financial Results", "consolidated revenue 2024", True),
        ("Standalone Financial Results", "standalone revenue 2024", False),
        ("Standalone Financial Results", "revenue 2024", False),  # left open
        ("Consolidated Financial Results", "standalone revenue 2024", True),
        ("Consolidated Financial Results", "group revenue 2024", False),
        ("Non-consolidated results", "group revenue 2024", True),
        ("Segment results", "consolidated revenue 2024", False),
    ],
)
def test_a_group_is_not_its_parent(title: str, ask: str, is_another: bool) -> None:
    table = Table(f"{title} (EUR million)", ("", "2024"), (("Revenue", "40"),), "t.csv")
    report = book_of("None.", "Results", (table,))
    q = report.quantities[-1]
    assert is_of_another_entity(q, ask, report.report) is is_another


@pytest.mark.parametrize(
    ("title", "is_alone"),
    [("Standalone results", True), ("Non-consolidated results", True), ("Consolidated results", False)],
)
def test_a_parent_s_accounts_say_so(title: str, is_alone: bool) -> None:
    table = Table(f"{title} (EUR million)", ("", "2024"), (("Revenue", "40"),), "t.csv")
    report = book_of("None.", "Results", (table,))
    assert is_of_parent(report.quantities[-1], report.report) is is_alone
