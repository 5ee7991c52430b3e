"""The words that visitors agree to."""

import pytest

from bot.consent import is_wording, wording, wordings


def test_there_are_words_in_every_language_of_the_widget() -> None:
    assert set(wordings()) == {"en", "de", "fr", "es", "ar"}
    assert len(set(wordings().values())) == len(wordings())


@pytest.mark.parametrize(("tag", "language"), [("de", "de"), ("de-AT", "de"), ("FR", "fr"), ("ja", "en"), ("", "en")])
def test_a_language_without_words_gets_the_english_ones(tag: str, language: str) -> None:
    assert wording(tag) == wordings()[language]


def test_only_our_own_words_are_agreed_to() -> None:
    assert is_wording(f" {wording('ar')}\n")
    assert not is_wording(wording("en").replace("stored", "sold"))
    assert not is_wording("")
