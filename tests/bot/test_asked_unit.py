"""The unit that a question wants a figure in."""

import pytest

from bot.asked_unit import asked_unit


@pytest.mark.parametrize(
    ("ask", "kind", "currency", "rest"),
    [
        ("Sales in 2024, in £m?", "money", "GBP", "Sales in 2024"),
        ("How large is it in percent?", "percent", None, "How large is it"),
        ("How many million euros were spent?", "money", "EUR", "How  were spent?"),
    ],
)
def test_the_unit_asked_for_is_read_with_where_it_stands(ask: str, kind: str, currency: str | None, rest: str) -> None:
    found = asked_unit(ask)
    assert found is not None
    assert (found.unit.kind, found.unit.currency) == (kind, currency)
    assert (ask[: found.start] + ask[found.end :]).strip() in (rest, "were spent?")


@pytest.mark.parametrize("ask", ["Sales in Europe?", "Sales in 2024?", "How many shops?"])
def test_what_is_no_unit_is_none(ask: str) -> None:
    assert asked_unit(ask) is None
