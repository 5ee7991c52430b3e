"""The table has a row for each who asked."""

from collections import Counter

from evals.leaks.run import Attempts, Leak
from evals.leaks.table import table


def test_leaks_are_counted() -> None:
    leaks = (Leak("nobody", "ask", "How big?", ("1.5",)), Leak("nobody", "passage", "", ("1.5",)))
    found = [Attempts("nobody", Counter(ask=1200, passage=30), Counter(), leaks, 240)]
    assert "| nobody | 240 | 1 | 1,230 | 2 | 0 |" in table(found, "a machine")
