"""Which published figures a calculation uses."""

import pytest

from bot.answerers import operands
from bot.answerers.operands import largest, level, of_one_period, over_time, part_and_whole, side_by_side
from bot.understand import understand
from ingest.domain import Period, Table
from tests.bot.beehives import asked, beehives
from tests.bot.books import book_of


@pytest.mark.parametrize(
    ("question", "year", "printed"),
    [
        ("How big is the market?", 2024, "USD 468.0 million"),
        ("How big is Europe?", 2030, "350.1"),
        ("How big are scales?", 2030, "374.2"),
        ("How big is the market?", 2015, None),
        ("How big is Japan?", 2024, None),
    ],
)
def test_a_level_is_that_of_its_subject_place_and_year(question: str, year: int, printed: str | None) -> None:
    found = level(asked(question), beehives(), Period(year, year))
    assert (found.text if found else None) == printed


def test_between_two_years_the_earlier_comes_first() -> None:
    ends = over_time(asked("How much will Europe grow between 2024 and 2030?"), beehives())
    assert ends is not None
    assert [quantity.text for quantity in ends] == ["176.0", "350.1"]


def test_without_both_years_there_are_no_ends() -> None:
    assert over_time(asked("How much did it grow between 2015 and 2030?"), beehives()) is None


def test_a_part_is_divided_by_the_whole_of_its_year() -> None:
    pair = part_and_whole(asked("What share of the market did Europe have in 2024?"), beehives())
    assert pair is not None
    assert [quantity.text for quantity in pair] == ["176.0", "USD 468.0 million"]


def test_parts_stand_side_by_side_in_the_question_s_order() -> None:
    levels = side_by_side(asked("What is the difference between North America and Europe in 2024?"), beehives())
    assert [quantity.text for quantity in levels] == ["149.0", "176.0"]
    assert of_one_period(levels)


def test_levels_of_different_years_are_not_of_one_period() -> None:
    levels = [q for q in beehives().quantities if q.text in ("158.0", "176.0")]
    assert not of_one_period(levels)


VENDORS = book_of(
    "The widget market was valued at USD 2,500 million in 2024.",
    tables=(
        Table(
            "Shares of vendors",
            ("Vendor", "2023 share", "2024 share"),
            (
                ("Acme", "26.2%", "25.2%"),
                ("Bolt", "18.6%", "20.0%"),
                ("Clamp", "10.2%", "8.5%"),
                ("Others", "45.0%", "46.3%"),
            ),
            "shares.csv",
        ),
    ),
)


def test_the_first_of_a_ranking_leave_out_what_is_left_over() -> None:
    latest = largest(understand("combined share of the top two vendors", VENDORS), VENDORS)
    assert [quantity.text for quantity in latest] == ["25.2%", "20.0%"]
    before = largest(understand("combined share of the top two vendors in 2023", VENDORS), VENDORS)
    assert [quantity.text for quantity in before] == ["26.2%", "18.6%"]


@pytest.mark.parametrize(
    "question", ["share of Acme", "combined share of the top four", "combined price of the top two"]
)
def test_without_enough_figures_side_by_side_there_is_no_first(question: str) -> None:
    assert largest(understand(question, VENDORS), VENDORS) == []


def test_shares_are_set_against_each_other_where_points_are_asked_for() -> None:
    beside = side_by_side(understand("By how many points is Acme ahead of Bolt in 2024?", VENDORS), VENDORS)
    assert [quantity.text for quantity in beside] == ["25.2%", "20.0%"]


def test_a_part_without_a_time_is_no_part_of_a_forecast() -> None:
    ahead = book_of(
        "The widget market is expected to reach USD 214 million in 2027.\n\nAcme had revenue of USD 41 million."
    )
    assert part_and_whole(understand("What share of the market does Acme have?", ahead), ahead) is None


def test_a_part_is_not_counted_twice() -> None:
    rows = (("Europe", "26.2%"), ("Germany", "18.6%"), ("Japan", "10.2%"))
    nested = book_of("None.", tables=(Table("Shares", ("Region", "2024 share"), rows, "shares.csv"),))
    assert largest(understand("combined share of the top two", nested), nested) == []


def test_nothing_is_set_beside_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    question = asked("How much bigger is Europe than North America in 2024?")
    assert len(side_by_side(question, beehives())) == 2
    same = level(asked("How big is Europe in 2024?"), beehives(), Period(2024, 2024))
    monkeypatch.setattr(operands, "level", lambda question, book, period: same)
    assert side_by_side(question, beehives()) == []


def test_a_year_that_is_named_is_set_against_the_last_that_is_over() -> None:
    book = book_of(
        "Turnover was EUR 61.2 million in 2019 and EUR 58.4 million in 2024. It will be EUR 60.1 million in 2025."
    )
    ends = over_time(understand("By how many euros is turnover below 2019?", book, None), book)
    assert [q.text for q in ends or ()] == ["EUR 61.2 million", "EUR 58.4 million"]
