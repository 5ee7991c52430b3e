"""Texts and the stems they have."""

from bot.asked import AskedWord
from bot.incidence import Incidence

TEXTS = Incidence([frozenset({"steel", "widget"}), frozenset({"comput", "tomographi"}), frozenset()])
CT = AskedWord("CT", (frozenset({"ct"}), frozenset({"comput", "tomographi"})))


def test_texts_are_found_by_any_of_some_stems() -> None:
    assert TEXTS.have_any({"widget", "oil"}).tolist() == [True, False, False]
    assert not TEXTS.have_any(()).any()


def test_stems_are_counted() -> None:
    assert TEXTS.count({"steel", "widget", "oil"}).tolist() == [2, 0, 0]
    assert TEXTS.sizes.tolist() == [2, 2, 0]


def test_a_word_is_said_where_all_of_one_spelling_stand() -> None:
    half = AskedWord("steel oil", (frozenset({"steel", "oil"}),))
    assert TEXTS.say((CT, half)).tolist() == [[False, False], [True, False], [False, False]]
    assert TEXTS.say(()).shape == (3, 0)


def test_no_texts_say_nothing() -> None:
    assert Incidence([]).say((CT,)).shape == (0, 1)
