"""The words people ask with."""

import pytest

from bot import vocabulary
from ingest.words import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("players", "companies"), ("regions", "geographies"), ("challenges", "restraints"), ("kg", "kilos")],
)
def test_words_for_one_thing_stand_for_one_another(one: str, other: str) -> None:
    groups = (*vocabulary.CLASS_STEMS, *vocabulary.UNITS)
    assert any({stem(one), stem(other)} <= group for group in groups)


@pytest.mark.parametrize(("one", "other"), [("drivers", "restraints"), ("regions", "companies"), ("kg", "tonne")])
def test_words_for_different_things_do_not(one: str, other: str) -> None:
    groups = (*vocabulary.CLASS_STEMS, *vocabulary.UNITS)
    assert not any({stem(one), stem(other)} <= group for group in groups)


@pytest.mark.parametrize("word", ["please", "market", "report", "biggest", "tell", "worth"])
def test_words_that_only_ask_constrain_nothing(word: str) -> None:
    assert vocabulary.is_frame(word)


@pytest.mark.parametrize("word", ["hospital", "sensor", "drone", "profitability", "imports", "computers", "public"])
def test_words_that_name_something_are_no_asking_words(word: str) -> None:
    assert not vocabulary.is_frame(word)


def test_topics_are_classes() -> None:
    assert set(vocabulary.TOPICS) <= set(vocabulary.CLASSES)
