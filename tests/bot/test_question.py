"""What an understood question tells of itself."""

from tests.bot.beehives import asked


def test_a_question_of_no_part_and_no_place_is_of_the_whole_market() -> None:
    assert asked("How big is the beehive monitoring market in 2024?").is_of_whole_market
    assert not asked("How big is Europe?").is_of_whole_market
    assert not asked("How big are scales?").is_of_whole_market


def test_every_year_its_periods_name_is_asked_for() -> None:
    assert asked("How much will the market grow between 2024 and 2030?").years == (2024, 2030)
    assert asked("How big is the market?").years == ()


def test_past_and_future_are_told_apart() -> None:
    assert asked("How big will the market be in 2030?").forecast
    assert asked("How did the market grow so far?").historic
    assert not asked("How big is the market in 2024?").forecast
