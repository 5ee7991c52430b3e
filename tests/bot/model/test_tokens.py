"""The words of a sentence that say something."""

from bot.model.tokens import forms_of, tokens_of, turned
from ingest.words import words


def spelled(text: str) -> list[str]:
    return [token.spelled for token in tokens_of(text) if token.forms]


def test_small_words_are_left_out_and_roles_are_not() -> None:
    assert spelled("The demand is driven by a fall of numbers.") == ["demand", "driven", "by", "fall", "numbers"]


def test_words_alike_share_a_form() -> None:
    one, other = words("propels drives")
    assert forms_of(one) & forms_of(other)


def test_what_a_comma_and_a_word_such_as_because_begin_may_be_a_tail() -> None:
    tokens = tokens_of("Demand rises, because colonies die.")
    assert [token.spelled for token in tokens if token.opens_tail] == ["because"]


def test_a_half_that_a_word_begins_may_stand_in_front() -> None:
    (way,) = turned(tokens_of("Demand rises because colonies die."))
    assert [token.spelled for token in way] == ["because", "colonies", "die", "demand", "rises"]
