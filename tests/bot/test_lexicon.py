"""The patterns that tell how people ask."""

import re

import pytest

from bot import lexicon

SAID = (
    (lexicon.GREETING, "Good morning"),
    (lexicon.GREETING, "hi there!"),
    (lexicon.THANKS, "ok, thanks a lot"),
    (lexicon.FAREWELL, "bye"),
    (lexicon.ABOUT_BOT, "are you a robot?"),
    (lexicon.WORKING, "how did you calculate this?"),
    (lexicon.COVERAGE, "Does the report cover pricing?"),
    (lexicon.MEMBER, "Is it one of them?"),
    (lexicon.WHY, "what impact do tariffs have?"),
    (lexicon.LARGEST, "the dominant region"),
    (lexicon.FASTEST, "growing the fastest"),
    (lexicon.SMALLEST, "the lowest share"),
    (lexicon.ELLIPSIS, "and in 2030?"),
    (lexicon.PRONOUN, "how big is it?"),
    (lexicon.PREMISE, "it is 19%, isn't it?"),
    (lexicon.PREMISE, "London gained plots, didn't it?"),
    (lexicon.PREMISE, "exports hit a record, no?"),
    (lexicon.PREMISE, "Europe is the largest, or am I wrong?"),
    (lexicon.PERSONAL, "should I invest?"),
    (lexicon.PREMISED, "Since it falls"),
)
UNSAID = (
    (lexicon.GREETING, "high growth"),
    (lexicon.THANKS, "how big is the market?"),
    (lexicon.FAREWELL, "by region"),
    (lexicon.FAREWELL, "is that all of Europe?"),
    (lexicon.GREETING, "how are you getting to that figure"),
    (lexicon.GREETING, "what is up in 2030"),
    (lexicon.EXCUSE, "forget the forecast"),
    (lexicon.THANKS, "very good year"),
    (lexicon.ABOUT_BOT, "who are the players?"),
    (lexicon.WORKING, "how big is the market?"),
    (lexicon.FASTEST, "the largest region"),
    (lexicon.SMALLEST, "one leader"),
    (lexicon.PRONOUN, "how big is the market?"),
    (lexicon.PREMISE, "more or less how large?"),
    (lexicon.PERSONAL, "how do investors see the market?"),
    (lexicon.PREMISED, "How is it since then?"),
)


@pytest.mark.parametrize(("pattern", "text"), SAID)
def test_a_way_of_asking_is_recognised(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(("pattern", "text"), UNSAID)
def test_other_ways_of_asking_are_not_mistaken_for_it(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.search(text)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("what is the base year?", "base year"),
        ("which forecast period?", "forecast period"),
        ("who wrote it?", "publisher"),
        ("when was it published?", "published"),
        ("what is the title of the report?", "title"),
    ],
)
def test_facts_about_the_report_are_told_apart(question: str, fact: str) -> None:
    assert next(name for pattern, name in lexicon.ABOUT if pattern.search(question)) == fact
