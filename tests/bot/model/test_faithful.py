"""Whether a sentence says in other words what its source says."""

import pytest

from bot.cite import evidence_at
from bot.evidence import Sentence
from bot.model.faithful import in_own_words, wording_fault
from bot.model.worded import Wording
from ingest.domain import Span
from tests.bot.books import book_of

DRIVERS = "Falling colony numbers drive demand, because keepers want to be warned before a colony dies."
LIMITED = "Cheaper radio modules have made most sensors affordable only for small apiaries, except in winter."
SHARES = "Apiscan leads with 12.4% of sales in 2024, followed by Broodline with 9.1%."
FORECAST = "The market is expected to reach USD 984.8 million by 2030."


def wording(text: str, source: str) -> Wording:
    book = book_of(f"{source} Other sentences follow here.", title="Beehive Market")
    return Wording(Sentence(text, (evidence_at(book, Span(0, 0, len(source))),)))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (DRIVERS, DRIVERS),
        ("Falling colony numbers propel demand, since keepers want to be warned before a colony dies.", DRIVERS),
        ("Because keepers want to be warned before a colony dies, falling colony numbers drive demand.", DRIVERS),
        ("Falling colony numbers drive demand.", DRIVERS),
        ("In the beehive market, falling colony numbers drive demand.", DRIVERS),
        ("Demand is driven by falling colony numbers.", "Falling colony numbers drive demand."),
        ("Falling colony numbers drive demand.", "Demand is driven by falling colony numbers."),
        (LIMITED.replace("Cheaper radio", "Cheaper radio"), LIMITED),
        ("Apiscan holds 12.4% of sales in 2024, and Broodline 9.1%.", SHARES),
        ("By 2030, the market is expected to be worth USD 984.8 million.", FORECAST),
        ("The beehive market is forecast to reach USD 984.8 million in 2030.", FORECAST),
    ],
)
def test_the_same_in_other_words_is_kept(text: str, source: str) -> None:
    assert wording_fault(wording(text, source)) == ""


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Falling colony numbers do not drive demand.", DRIVERS),
        ("Rising colony numbers drive demand.", DRIVERS),
        ("Colony numbers drive demand.", DRIVERS),
        ("Demand drives falling colony numbers.", DRIVERS),
        ("Falling demand drives colony numbers.", DRIVERS),
        ("Keepers want to be warned because falling colony numbers drive demand.", DRIVERS),
        ("Falling colony numbers drive demand, because keepers want to be warned after a colony dies.", DRIVERS),
        ("Falling colony numbers drive demand in Europe.", DRIVERS),
        ("Falling colony numbers drive all demand.", DRIVERS),
        ("Zephyr says that falling colony numbers drive demand.", DRIVERS),
        ("They drive demand.", DRIVERS),
        ("Falling colony numbers drive demand (see evil.com).", DRIVERS),
        ("Falling colony numbers drive demand because of.", DRIVERS),
        ("Falling colony numbers drive demand", DRIVERS),
        ("falling colony numbers drive demand.", DRIVERS),
        ("Cheaper radio modules have made sensors affordable for small apiaries.", LIMITED),
        ("Cheaper radio modules have made most sensors affordable only for small apiaries.", LIMITED),
        ("Cheaper radio modules have made most sensors affordable for small apiaries, except in winter.", LIMITED),
        ("Broodline holds 12.4% of sales in 2024, and Apiscan 9.1%.", SHARES),
        ("Broodline leads with 12.4% of sales in 2024, followed by Apiscan with 9.1%.", SHARES),
        ("The market reached USD 984.8 million in 2030.", FORECAST),
        ("The market stands at USD 984.8 million.", FORECAST),
        ("Acme sold to Bolt.", "Acme sold by Bolt."),
        ("Exports stood at 11.4% in 2024.", "Exports grew by 11.4% in 2024."),
        ("The market reached USD 984.8 million million by 2030, as expected.", FORECAST),
    ],
)
def test_what_says_something_else_is_refused(text: str, source: str) -> None:
    assert wording_fault(wording(text, source))


def test_halves_of_two_sentences_do_not_make_a_third() -> None:
    source = "Weak coverage is a challenge. Cheap modules drive demand."
    assert wording_fault(wording("Weak coverage drives demand.", source))


def test_a_word_that_is_only_like_one_of_the_report_is_put_back() -> None:
    assert in_own_words(wording("The biggest firms account for 63%.", "The largest firms account for 63%.")) == (
        "The largest firms account for 63%."
    )
