"""What the tools give in words."""

from bot.mcp.told import answer_told, quantities_told
from bot.room import QuantityPage
from tests.bot.fakes import FIGURE, LIST, PLAYERS, QUANTITIES


def test_an_answer_that_cites_nothing_has_no_addresses() -> None:
    bare = FIGURE.model_copy(update={"citations": (), "conversation": "c1"})
    assert "Addresses" not in answer_told(bare)
    assert answer_told(bare).endswith("conversation: c1")


def test_neighbours_at_one_address_share_a_line() -> None:
    assert f"- [1–{len(PLAYERS)}] tidal-energy:p1\n" in answer_told(LIST)


def test_a_range_and_a_forecast_are_told_as_such() -> None:
    ranged = QUANTITIES[0].model_copy(update={"upper": "2.10", "subject": ("tidal stream",), "forecast": True})
    assert quantities_told(QuantityPage(quantities=(ranged,))) == (
        "- USD 1.87–2.10 billion: size “market size”, tidal stream, 2025, forecast [tidal-energy:p0]"
    )


def test_an_empty_page_says_so() -> None:
    assert quantities_told(QuantityPage(quantities=(), next="7")) == (
        "No such figure on this page.\nMore with cursor: 7"
    )
