"""Which reports a question goes to."""

from collections.abc import Sequence

import pytest

from bot.routing.route import Route, label, named_fully, picked, route
from tests.bot.routing.libraries import CATALOGUE


def routed(question: str, current: str | None = None, told: Sequence[str] | None = None) -> Route:
    return route(question, CATALOGUE, current, lambda text: told)


@pytest.mark.parametrize(
    ("question", "current", "how", "reports"),
    [
        ("How big is the kite services market?", None, "one", ["kite-services"]),
        ("kite cagr according to northfield", None, "one", ["kites-25"]),
        ("kite cagr in northfield's 2023 edition", None, "one", ["kites-23"]),
        ("mowers, second edition: size?", None, "one", ["mowers-old"]),
        ("robotic lawn mowers in the previous edition", None, "one", ["mowers-old"]),
        ("how big are kites?", None, "ask", ["kites-25", "kites-brook"]),
        ("kite cagr according to northfield and brook & vale", None, "each", ["kites-25", "kites-brook"]),
        ("what do your reports say about kite growth?", None, "each", ["kites-25", "kites-brook"]),
        ("kite services vs kite software, 2025 value", None, "each", ["kite-services", "kite-software"]),
        ("tents in Europe, how big?", None, "one", ["europe-tents"]),
        ("how big are tents?", None, "one", ["tents"]),
        ("what changed in northfield's kite report since the 2023 edition?", None, "changes", ["kites-23", "kites-25"]),
        ("was northfield's kite CAGR raised since the 2024 edition?", None, "each", ["kites-24", "kites-25"]),
        ("and in 2030?", "kites-25", "one", ["kites-25"]),
        ("and in the 2023 edition?", "kites-25", "one", ["kites-23"]),
        ("and according to Brook & Vale?", "kites-25", "one", ["kites-brook"]),
        ("what about the services market?", "kites-25", "one", ["kite-services"]),
        ("and kites?", "kite-services", "one", ["kites-25"]),  # by the same publisher
        ("how big are robotic lawn mowers?", "kites-25", "one", ["mowers"]),
        ("which of your markets grows fastest?", None, "rank", None),
        ("slowest growing market you have?", None, "rank", None),
        ("compare kites and kite services, northfield", None, "each", ["kites-25", "kite-services"]),
        ("which reports do you have?", None, "shelf", None),
    ],
)
def test_it_goes_where_its_words_say(question: str, current: str | None, how: str, reports: list[str] | None) -> None:
    found = routed(question, current)
    assert found.how == how
    assert reports is None or [entry.id for entry in found.entries] == reports


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("kite services cagr according to brook & vale", ""),
        ("tents according to Northfield", "There is no report by Northfield Research on Tent in the library."),
        ("robotic lawn mowers in the 2019 edition", "There is no 2019 edition of Robotic Lawn Mowers - Outlook in the"),
    ],
)
def test_what_is_not_there_is_said(question: str, why: str) -> None:
    found = routed(question)
    if why:
        assert found.how == "none" and found.why.startswith(why)
    else:
        assert [entry.id for entry in found.entries] == ["kites-brook"]  # the nearest that it has


def test_a_question_that_names_no_market_goes_by_the_words_of_the_reports() -> None:
    assert [entry.id for entry in routed("who is Acme?", told=["tents"]).entries] == ["tents"]
    assert routed("who is Acme?", told=["tents", "sups"]).how == "ask"
    assert routed("who is Acme?", told=[]).how == "none"
    assert routed("how big is the market?").how == "ask"


def test_the_newest_edition_is_said_to_be_it_and_an_older_one_to_be_older() -> None:
    assert routed("northfield on kites").said == "This is from the newest edition, 2025."
    assert routed("northfield on kites, 2023 edition").said == (
        "This is from an earlier edition, 2023; the newest is 2025."
    )
    assert routed("kite services").said == ""


def test_what_the_report_spoken_of_is_silent_on_may_be_another_markets() -> None:
    found = routed("and the services?", "kites-25")
    assert found.goes_on and [entry.id for entry in found.or_else] == ["kite-services"]
    assert found.elsewhere.how == "one"


@pytest.mark.parametrize(
    ("reply", "report"),
    [
        ("Kite Market, 2025-2032", "kites-25"),
        ("the one by brook & vale", "kites-brook"),
        ("northfield", "kites-25"),
        ("services", None),
        ("the second", "kites-brook"),
        ("How fast do tents sell in Europe these days, and why is that?", None),
    ],
)
def test_a_reply_picks_one_of_those_offered(reply: str, report: str | None) -> None:
    offered = [entry for each in ("kites-25", "kites-brook") if (entry := CATALOGUE.get(each))]
    found = picked(reply, offered, CATALOGUE)
    assert (found.id if found else None) == report


def test_labels_tell_reports_of_one_title_apart() -> None:
    new, old = CATALOGUE.get("mowers"), CATALOGUE.get("mowers-old")
    assert new and old
    assert label(old, [new, old]) == "Robotic Lawn Mowers - Outlook (Second edition)"
    assert named_fully(new) == "Robotic Lawn Mowers - Outlook (Brook & Vale Insights, Third edition)"


def test_a_stranger_that_one_report_on_much_the_same_names_is_its_author() -> None:
    found = routed("how big are kites according to Brookner?", "kites-25", ["kites-brook"])
    assert (found.how, [entry.id for entry in found.entries]) == ("one", ["kites-brook"])
    assert "The World Market for Kites" in found.said
    assert routed("and according to Brookner?", "kites-25", ["kites-brook"]).text == ""


@pytest.mark.parametrize("told", [[], ["mowers"], ["kites-brook", "kites-24"]])
def test_a_stranger_that_no_one_report_on_it_names_stays_one(told: list[str]) -> None:
    assert routed("how big are kites according to Brookner?", "kites-25", told).strangers == ("Brookner",)


def test_a_question_of_its_own_may_be_of_the_one_report_that_has_its_words() -> None:
    found = routed("How many hedgehogs are hurt each summer?", "kites-25", ["mowers"])
    assert [entry.id for entry in found.entries] == ["kites-25"]
    assert [entry.id for entry in found.or_else] == ["mowers"]
    assert "Robotic Lawn Mowers" in found.elsewhere.said


@pytest.mark.parametrize("question", ["and the hedgehogs that are hurt there?", "How many of them are hurt each year?"])
def test_a_question_that_leans_is_of_what_was_spoken_of(question: str) -> None:
    assert routed(question, "kites-25", ["mowers"]).or_else == ()


def test_words_that_several_reports_have_tell_none() -> None:
    assert routed("How many hedgehogs are hurt each summer?", "kites-25", ["mowers", "tents"]).or_else == ()


def test_no_report_is_looked_for_by_an_amount() -> None:
    looked_for: list[str] = []
    route(
        "Is the forecast for 2030 USD 9.62 billion, or 12.5%?", CATALOGUE, None, lambda names: looked_for.append(names)
    )
    assert looked_for
    assert not any(char.isdigit() for char in " ".join(looked_for))
