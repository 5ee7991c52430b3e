"""What to ask next."""

from dataclasses import replace

from bot.book import Book
from bot.evidence import Draft, Paragraph, Sentence
from bot.question import Question
from bot.suggest import follow_ups, openers
from ingest.domain import Period, Table
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.versions import Version
from tests.bot.books import book_of
from tests.bot.sources import report_of

SIZES = (
    "The tidal energy market was valued at USD 1.87 billion in 2025 and is expected to reach USD 4.24 billion by 2032."
)
PLAYERS = "The companies are:\n\n- Alderney Turbines\n- Blue Race Power\n- Cape Current\n- Deepflow"


def book(text: str) -> Book:
    report = report_of(text, "Tidal Energy Market")
    version = Version("r", 1, "r-1", "digest", "reader", "model", 0, report.title)
    return Book(report, (), quantities(report), item_lists(report), version)


ASKED = Question(text="How big?", ask="How big?", report="r", kind="figure", measure="size")
"""The market's size, of no year."""


def test_a_report_offers_only_what_it_has() -> None:
    assert openers(book(SIZES)) == (
        "How big is the Tidal Energy market?",
        "How much will the market grow from 2025 to 2032?",
    )
    assert openers(book(PLAYERS)) == ("Who are the key players?",)
    assert openers(book("Tides rise and fall.")) == ()
    suppliers = PLAYERS.replace("companies", "suppliers profiled")
    countries = "The study covers these countries:\n\n- Germany\n- Norway\n- Poland"
    assert openers(book(f"{suppliers}\n\n{countries}")) == (
        "Who are the key players?",
        "Which regions does the report cover?",
    )


def test_a_company_s_report_offers_its_own_figure_and_no_market() -> None:
    table = Table("Results", ("USD million", "2023", "2024"), (("Revenue", "7", "8"), ("Costs", "5", "6")), "t.csv")
    assert openers(book_of("We build on.", "Building what comes next", (table,))) == ("What was revenue in 2024?",)


def test_what_was_just_asked_is_not_offered_again() -> None:
    assert follow_ups(ASKED, book(f"{SIZES}\n\n{PLAYERS}")) == (
        "Who are the key players?",
        "How much will the market grow from 2025 to 2032?",
    )


def test_another_year_of_the_same_figure_comes_first() -> None:
    in_2025 = replace(ASKED, periods=(Period(2025, 2025),))
    assert follow_ups(in_2025, book(SIZES))[0] == "And in 2032?"


def test_a_list_that_was_asked_for_is_not_offered_again() -> None:
    players = Question(text="Who are the key players?", ask="Who are the key players?", report="r", kind="list")
    assert follow_ups(players, book(PLAYERS)) == ()


def test_what_a_follow_up_leans_on_is_not_offered_either() -> None:
    leaning = Question(text="Who are they?", ask="Who are they?", report="r", kind="list", previous=ASKED)
    assert "How big is the Tidal Energy market?" not in follow_ups(leaning, book(SIZES))


def test_a_year_that_was_told_is_not_offered() -> None:
    in_2032 = replace(ASKED, periods=(Period(2032, 2032),))
    assert follow_ups(in_2032, book(SIZES))[0] == "And in 2025?"
    told = Draft((Paragraph((Sentence("It was put at USD 1.87 billion in 2025, USD 4.24 billion in 2032."),)),))
    assert "And in 2025?" not in follow_ups(in_2032, book(SIZES), told)


def test_after_a_comparison_of_two_years_no_third_is_offered() -> None:
    both = replace(ASKED, periods=(Period(2025, 2025), Period(2032, 2032)))
    compared = replace(ASKED, periods=(Period(2032, 2032),), operation="growth")
    offered = (*follow_ups(both, book(SIZES)), *follow_ups(compared, book(SIZES)))
    assert not [text for text in offered if text.startswith("And in")]
