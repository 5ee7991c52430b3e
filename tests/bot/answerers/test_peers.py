"""What is taken for the first is ranked among its peers."""

import pytest

from ingest.domain import Table
from tests.bot.beehives import answer
from tests.bot.books import book_of

STATES = Table(
    "Deliveries by maker",
    ("Maker", "Units, 2024"),
    (("Apiscan", "390"), ("Broodline", "410"), ("Combsense", "120"), ("Total", "920")),
    "makers.csv",
)
BOOK = book_of(
    "The widget market was valued at USD 2.5 billion in 2024.\n\nEurope stood at USD 0.9 billion in 2024. "
    "North America, with USD 0.7 billion in 2024, comes next.",
    tables=(STATES,),
)


@pytest.mark.parametrize(
    ("question", "first", "claimed"),
    [
        ("Apiscan is the number one, right?", "Broodline", "390"),
        ("North America dominates the market, doesn't it?", "Europe", "0.7 billion"),
    ],
)
def test_the_first_is_named_with_the_figure_of_what_was_taken_for_it(question: str, first: str, claimed: str) -> None:
    text = answer(question, book=BOOK).text
    assert text.index(first) < text.index(claimed)


def test_bullets_of_one_list_are_peers() -> None:
    book = book_of("By end use:\n\n- Textiles: 46.3%\n- Food: 27.8%\n- Feed: 25.9%")
    text = answer("Food is the biggest end use with 46.3%, correct?", book=book).text
    assert text.index("Textiles") < text.index("27.8%")


def test_a_total_is_no_peer() -> None:
    assert "920" not in answer("Apiscan is the number one, right?", book=BOOK).text


def test_who_has_no_peers_is_not_ranked() -> None:
    assert answer("Steel is the number one, right?", book=BOOK).status == "declined"
