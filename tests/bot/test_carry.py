"""What a follow-up takes over."""

import pytest

from tests.bot.beehives import asked


@pytest.mark.parametrize(
    ("before", "follow_up", "measure", "periods", "places"),
    [
        ("How big is the market in 2024?", "And in 2030?", "size", ["2030"], ()),
        ("How big is the market in 2024?", "What about Europe?", "size", ["2024"], ("Europe",)),
        ("How big is Europe in 2024?", "And in 2030?", "size", ["2030"], ("Europe",)),
        ("How big is Europe in 2024?", "And North America?", "size", ["2024"], ("North America",)),
        ("How big is the market in 2024?", "And the year before?", "size", ["2023"], ()),
        ("How big is Europe in 2024?", "And the CAGR?", "cagr", [], ("Europe",)),
        ("Does it cover Europe?", "How big is it in 2030?", "size", ["2030"], ("Europe",)),
    ],
)
def test_what_is_left_open_comes_from_the_question_before(
    before: str, follow_up: str, measure: str, periods: list[str], places: tuple[str, ...]
) -> None:
    question = asked(follow_up, before)
    assert question.measure == measure
    assert [str(period) for period in question.periods] == periods
    assert question.places == places


def test_a_new_subject_takes_the_place_of_the_old() -> None:
    question = asked("And acoustic sensors?", "How fast is Europe growing?")
    assert [word.text for word in question.words] == ["acoustic", "sensors"]
    assert (question.measure, question.places) == ("growth", ())


def test_follow_ups_can_follow_follow_ups() -> None:
    question = asked("And in 2030?", "How big is the market in 2024?", "What about Europe?")
    assert (question.measure, question.places, question.years) == ("size", ("Europe",), (2030,))


def test_a_whole_question_stands_alone() -> None:
    question = asked("Who are the key players?", "How big is Europe in 2024?")
    assert (question.kind, question.places, question.periods) == ("list", (), ())


def test_small_talk_changes_nothing_and_keeps_the_thread() -> None:
    question = asked("thanks!", "How big is Europe in 2024?")
    assert question.kind == "small talk"
    assert question.previous is not None
    assert question.previous.places == ("Europe",)


@pytest.mark.parametrize(
    ("before", "ask", "moved"),
    [
        ("How big was the market in 2024?", "and two years before?", "2022"),
        ("How big was the market in Q1 2025?", "and a quarter earlier?", "Q4 2024"),
        ("How big was the market in Q3 2025?", "and a year before?", "Q3 2024"),
    ],
)
def test_a_time_is_moved_by_years_and_quarters(before: str, ask: str, moved: str) -> None:
    assert [str(period) for period in asked(ask, before).periods] == [moved]


def test_a_pronoun_stands_for_the_name_asked_about_before() -> None:
    question = asked("How many people does it employ?", "How much does Apiscan sell?")
    assert [word.text for word in question.words][:1] == ["Apiscan"]
    other = asked("How many people does Broodline employ?", "How much does Apiscan sell?")
    assert "Apiscan" not in [word.text for word in other.words]


def test_what_was_asked_before_stays_in_view() -> None:
    question = asked("And in Europe?", "How many acoustic sensors are there in North America?")
    assert question.places == ("Europe",)
    assert "acoustic" in [word.text for word in question.context]


def test_one_year_on_is_the_year_after() -> None:
    assert asked("and one year on?", "How big is the market in 2024?").years == (2025,)
    assert asked("and year on year?", "How big is the market in 2024?").years == (2024,)


def test_in_total_is_of_no_part_and_no_place() -> None:
    question = asked("and in total?", "How big is Europe in 2024?")
    assert (question.measure, question.places, question.years) == ("size", (), (2024,))
    assert asked("and worldwide?", "Revenue of scales in 2030?").words == ()


@pytest.mark.parametrize("turn", ["and the other thing?", "what about that one?", "and then?"])
def test_a_turn_that_names_nothing_is_not_the_question_before(turn: str) -> None:
    assert asked(turn, "How big is Europe in 2024?").kind == "empty"


@pytest.mark.parametrize("turn", ["and in 2030?", "and the year before?", "what is it in numbers?"])
def test_a_turn_that_names_something_is_understood(turn: str) -> None:
    assert asked(turn, "How big is Europe in 2024?").kind != "empty"


def test_a_bare_measure_keeps_place_and_time() -> None:
    question = asked("tonnes?", "How big is Europe in 2024?")
    assert (question.measure, question.places, question.years) == ("volume", ("Europe",), (2024,))


def test_a_bare_why_is_of_what_was_told() -> None:
    question = asked("why is that?", "How big is Europe in 2024?")
    assert (question.kind, question.aspect, question.places) == ("explanation", "reason", ("Europe",))
    assert asked("why does the market grow?", "How big is Europe in 2024?").aspect != "reason"
