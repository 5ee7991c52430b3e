"""Whether a word names something."""

import pytest

from bot.grammar import agents, is_action, is_derived, parts_of_speech
from ingest.words import stem, words


@pytest.mark.parametrize(
    ("question", "word", "action"),
    [
        ("How much did keepers spend?", "spend", True),
        ("What did lawyers face in 2024?", "face", True),
        ("How big is the face cream market?", "face", False),
        ("How big are hospitals?", "hospitals", False),
        ("Who is Spend?", "Spend", False),
        ("How much did keepers spend on advertising?", "advertising", False),
        ("What were total billings?", "billings", False),
    ],
)
def test_a_verb_says_what_happens(question: str, word: str, action: bool) -> None:
    asked = next(each for each in words(question) if each.text == word)
    assert is_action(asked, question) is action


def test_a_plural_can_be_a_thing_though_the_dictionary_has_only_its_verb() -> None:
    assert "NOUN" in parts_of_speech("inks")


def test_an_unknown_word_is_of_no_part_of_speech() -> None:
    assert parts_of_speech("zxqv") == frozenset()


def test_a_verb_has_agents() -> None:
    assert stem("suppliers") in agents("supplies")
    assert stem("sellers") in agents("sells")
    assert not agents("Germany")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("shipped", "shipments", True), ("consumption", "consumed", True), ("growth", "grow", True),
        ("storage", "store", True), ("ship", "shop", False), ("port", "portal", False), ("car", "cargo", False),
    ],
)  # fmt: skip
def test_a_noun_is_derived_from_its_verb(one: str, other: str, expected: bool) -> None:
    assert is_derived(stem(one), stem(other)) is expected
