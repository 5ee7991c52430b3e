"""Which list of a report a question names."""

import pytest

from bot.answerers.lists import asked_classes, asks_who, best_list, is_parent, item_kinds
from bot.understand import understand
from tests.bot.beehives import asked, beehives
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Who are the competitors?", "Apiscan GmbH"),
        ("Which end users are there?", "Commercial apiaries"),
        ("What are the regions?", "Europe"),
        ("What are the products?", "Scales"),
    ],
)
def test_a_list_is_found_by_its_label_or_heading(question: str, first: str) -> None:
    best = best_list(asked(question), beehives())
    assert best is not None
    assert best.items[0][0] == first


def test_other_companies_are_not_all_of_them() -> None:
    book = book_of("Other companies profiled:\n\n- Acme GmbH\n- Bolt Inc.")
    assert best_list(understand("Which companies are profiled?", book), book) is None
    others = best_list(understand("Which other companies are profiled?", book), book)
    assert others is not None and len(others.items) == 2


def test_a_list_of_something_else_does_not_do() -> None:
    assert best_list(asked("List the trade associations"), beehives()) is None


def test_companies_are_known_by_their_legal_form() -> None:
    companies = best_list(asked("Who are the players?"), beehives())
    users = best_list(asked("Which end users are there?"), beehives())
    assert companies is not None
    assert users is not None
    assert "compani" in item_kinds(companies)
    assert "compani" not in item_kinds(users)


def test_dimensions_head_lists_of_their_own() -> None:
    text = (
        "The widget market is segmented into:\n\n- Material\n- Channel\n\nBy material:\n\n- Steel\n- Wood\n\n"
        "By channel:\n\n- Online\n- Shops"
    )
    book = book_of(text)
    assert [is_parent(each, book) for each in book.lists[:3]] == [True, False, False]


@pytest.mark.parametrize(
    ("question", "named"), [("Who are the players?", True), ("How big is the market in 2024?", False)]
)
def test_the_class_a_question_names_is_known(question: str, named: bool) -> None:
    assert bool(asked_classes(asked(question))) is named


def test_who_asks_for_companies() -> None:
    assert asks_who(asked("Who operates in this market?"))
    assert not asks_who(asked("What regions are covered?"))


def test_a_list_of_dimensions_is_no_list_of_one_of_them() -> None:
    text = "The study divides the market by application and end user into:\n\n- Material\n- Application\n- End User"
    book = book_of(text)
    assert best_list(understand("What are the applications?", book), book) is None
    dimensions = best_list(understand("What are the segments?", book), book)
    assert dimensions is None or len(dimensions.items) == 3


def test_a_long_lead_in_names_topics_only_in_passing() -> None:
    lead = (
        "This study sorts the market into clearly defined parts and gives a detailed analysis of emerging trends, and"
    )
    book = book_of(f"{lead} of much else that matters to those who plan:\n\n- Material\n- Channel")
    assert best_list(understand("What are the trends?", book), book) is None
