"""What a question says of the report it means."""

import pytest

from bot.routing.cues import Cues, read_cues
from tests.bot.routing.libraries import CATALOGUE

NORTHFIELD, BROOK = ("northfield",), ("brook", "vale")


def cues(question: str) -> Cues:
    return read_cues(question, CATALOGUE)


@pytest.mark.parametrize(
    ("question", "houses", "text"),
    [
        ("How big were kites in 2024 according to Northfield?", (NORTHFIELD,), "How big were kites in 2024?"),
        ("brook and vale insights kite cagr", (BROOK,), "kite cagr"),
        ("Northfield's forecast for kites in 2030", (NORTHFIELD,), "the forecast for kites in 2030"),
        ("What does Brook & Vale say about drivers?", (BROOK,), "What does the report say about drivers?"),
        ("and according to Brook & Vale?", (BROOK,), ""),
        ("the one by Northfield", (NORTHFIELD,), ""),
        ("what does brook say about kites?", (BROOK,), "what does the report say about kites?"),
        ("kite size, B&V", (BROOK,), "kite size"),
        ("do brook and northfield agree on who leads kites?", (BROOK, NORTHFIELD), "who leads kites?"),
        ("Who led kites in Northfield's 2024 edition? share too", (NORTHFIELD,), "Who led kites? share too"),
    ],
)
def test_publishers_are_found_and_taken_out(question: str, houses: tuple[object, ...], text: str) -> None:
    found = cues(question)
    assert (found.houses, found.text) == (houses, text)


@pytest.mark.parametrize(
    ("question", "editions", "text"),
    [
        ("in the 2024 edition, how big were kites in 2023?", (2024,), "how big were kites in 2023?"),
        ("what did last year's report say about kites", ("previous",), "what did the report say about kites"),
        ("Kites in the latest edition", ("newest",), "Kites"),
        ("third edition of the mower outlook: 2025 value?", ("third",), "the mower outlook: 2025 value?"),
        ("kites, fourth ed., 2030 value", ("fourth",), "kites, 2030 value"),
        ("the 2024 one", (2024,), ""),
        ("the kite report of September 2023: forecast for 2029?", (2023,), "the kite: forecast for 2029?"),
        ("What will kites be worth in 2030?", (), "What will kites be worth in 2030?"),
        ("why did Northfield cut the rate in its '24 kite edition?", (2024,), "why did the report cut the rate kite?"),
        ("kites 2022 as restated in the 2025 edition", (2025,), "kites 2022"),
        ("kite size in all editions", ("every",), "kite size"),
        ("3rd edition of the mower report: share?", ("3rd",), "the mower report: share?"),
        ("fish price for 2022 in Northfield's 2023 kite report", (2023,), None),
        (
            "what did last year's Northfield kite report say for 2030?",
            ("previous",),
            "what did the kite report say for 2030?",
        ),
        ("what did the older Northfield kite report say for 2023", ("earlier",), None),
        ("kite size in the edition before the current one", ("previous",), "kite size"),
        ("kite size in the last-but-one edition", ("previous",), "kite size"),
        ("does it use less power than a 2005 one?", (), "does it use less power than a 2005 one?"),
        ("kite premiums last reported (2024)", (), "kite premiums last reported (2024)"),
        ("What was the market in 2023 according to this edition?", (), None),
    ],
)
def test_editions_are_found_and_taken_out(question: str, editions: tuple[object, ...], text: str | None) -> None:
    found = cues(question)
    assert found.editions == editions
    assert text is None or found.text == text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Do Northfield and Brook & Vale agree on the kite CAGR?", "the kite CAGR?"),
        ("compare northfield and brook & vale on kite market size 2024", "kite market size 2024"),
        ("kite size 2024, northfield vs brook & vale", "kite size 2024"),
        ("what do your reports say about who leads kites?", "who leads kites?"),
        ("Compare the 2023 and 2024 editions on the kite CAGR", "the kite CAGR"),
        ("kite size 2024, Northfield v. Brook & Vale", "kite size 2024"),
    ],
)
def test_several_are_asked_side_by_side_for_what_is_left(question: str, text: str) -> None:
    found = cues(question)
    assert found.each and found.text == text


@pytest.mark.parametrize(
    ("question", "editions", "text"),
    [
        ("what changed since last year?", ("previous",), ""),
        ("Was the kite forecast for 2030 raised since the 2023 edition?", (2023,), "the kite forecast for 2030?"),
        ("how did the 2022 kite figure move over the three Northfield editions", ("every",), None),
        ("how was the 2023 kite figure revised between the second and third editions?", ("second", "third"), None),
    ],
)
def test_revisions_are_told_from_questions_of_one_edition(
    question: str, editions: tuple[object, ...], text: str | None
) -> None:
    found = cues(question)
    assert found.revised and found.editions == editions
    assert text is None or found.text == text


@pytest.mark.parametrize(
    ("question", "across", "shelf"),
    [
        ("which of your markets grows fastest?", True, False),
        ("rank your markets by size in 2025", True, False),
        ("What is your biggest market?", True, False),
        ("which markets in your library grow by more than 14% a year?", True, False),
        ("what is the biggest market for kites?", False, False),
        ("which reports do you have on kites?", False, True),
        ("how big is the kite market?", False, False),
        ("name the two slowest-growing markets among your current reports", True, False),
    ],
)
def test_the_whole_library_is_meant_by_its_own_words(question: str, across: bool, shelf: bool) -> None:
    found = cues(question)
    assert (found.across, found.shelf) == (across, shelf)


def test_somebody_the_library_does_not_publish_is_a_stranger() -> None:
    assert cues("How big are kites according to Gartner?").strangers == ("Gartner",)
    assert cues("How big are kites according to Northfield Research?").strangers == ()


def test_thanks_before_a_question_are_left_out() -> None:
    assert cues("thx. now kites, same year").text == "kites, same year"


def test_a_change_of_subject_is_announced_and_left_out() -> None:
    assert cues("different topic: who leads in kites?").text == "who leads in kites?"
