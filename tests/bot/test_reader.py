"""Who may read what."""

import pytest

from bot.reader import ANYBODY, Reader
from ingest.domain import Access


@pytest.mark.parametrize(
    ("reader", "report", "access", "allowed"),
    [
        (ANYBODY, "kites", "public", True),
        (ANYBODY, "kites", "licensed", False),
        (Reader(licensed=True), "kites", "licensed", True),
        (Reader(reports=frozenset(["kites"])), "kites", "public", True),
        (Reader(reports=frozenset(["kites"])), "kites", "licensed", False),
        (Reader(reports=frozenset(["kites"])), "tides", "public", False),
        (Reader(reports=frozenset()), "kites", "public", False),
    ],
)
def test_a_report_is_there_for_who_may_read_it(reader: Reader, report: str, access: Access, allowed: bool) -> None:
    assert reader.may_read(report, access) == allowed
