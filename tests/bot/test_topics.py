"""The topics of any report, in the many words for them."""

import pytest

from bot.asked import AskedWord
from bot.topics import in_one_word, why_of, with_companies, with_topics
from ingest.words import stem
from tests.bot.beehives import asked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What is holding the market back?", "What is restraining the market ?"),
        ("What stands in the way of growth?", "What restrains growth?"),
        ("What is behind the growth?", "what drives the growth?"),
        ("How was the research done?", "what is the methodology?"),
        ("10 per cent", "10 percent"),
        ("by end-user", "by enduser"),
        ("How big is the market?", "How big is the market?"),
    ],
)
def test_phrases_become_one_word(text: str, said: str) -> None:
    assert " ".join(in_one_word(text).split()) == said


def test_a_topic_is_looked_for_in_all_the_words_for_it() -> None:
    (challenges,) = with_topics(asked("What are the challenges?").words)
    assert challenges.stands_in({"hamper"})
    assert challenges.stands_in({"restraint"})
    assert not challenges.stands_in({"driver"})


def test_a_bare_why_asks_for_what_drives_the_market() -> None:
    (drivers,) = why_of("Why does it grow?", ())
    assert drivers.stands_in({"drive"})


def test_a_why_with_words_of_its_own_keeps_them() -> None:
    words = asked("Why do batteries fail?").words
    assert why_of("Why do batteries fail?", words) == words
    assert why_of("How do batteries fail?", ()) == ()


def test_a_topic_is_said_by_a_phrase_too() -> None:
    (restrains,) = with_topics(asked("What stands in the way of growth?").words)
    assert restrains.stands_in({"what", "stand", "way"})
    assert not restrains.stands_in({"way"})


def test_who_does_it_may_be_a_company() -> None:
    (supplies,) = with_companies(words_of("supplies"))
    assert supplies.stands_in({stem("suppliers")})
    assert with_companies(words_of("grows")) == words_of("grows")


def words_of(text: str) -> tuple[AskedWord, ...]:
    return (AskedWord(text, (frozenset([stem(text)]),)),)
