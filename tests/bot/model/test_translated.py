"""Translations by a model, held against what the glossary read."""

import pytest

from bot.model.translated import translation_fault
from bot.tongues.hear import Heard, hear
from bot.tongues.pieces import known_by
from tests.bot.model.fakes import writer_of

ASKED = "Wie hoch war der Umsatz mit Bienenkörben in Japan 2024?"


def heard(text: str) -> Heard:
    found = hear(text, lambda: known_by(frozenset()))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("english", "fault"),
    [
        ("How high were beehive sales in Japan in 2024?", ""),
        ("How high were beehive sales in Japan in 2025?", "numbers"),
        ("How high were beehive sales in Japan?", "numbers"),
        ("How high were beehive sales in China in 2024?", "places"),
        ("How high were beehive sales in 2024?", "places"),
        ("Wie hoch war der Umsatz in Japan 2024?", "English"),
        ("", "English"),
    ],
)
def test_a_translation_keeps_numbers_and_places(english: str, fault: str) -> None:
    why = translation_fault(english, heard(ASKED))
    assert fault in why
    assert bool(fault) == bool(why)


def test_words_that_turn_the_sense_are_not_left_to_a_model() -> None:
    assert "sense" in translation_fault("How big is the market?", heard("Wie groß ist der Markt ohne Bienenkörbe?"))


def test_a_model_translates_what_the_glossary_cannot_read() -> None:
    with writer_of(lambda _: '{"question": "How high were beehive sales in Japan in 2024?"}') as writer:
        assert writer.in_english(heard(ASKED), "a1") == "How high were beehive sales in Japan in 2024?"
    with writer_of(lambda _: '{"question": "How high were beehive sales in Japan in 2031?"}') as writer:
        assert writer.in_english(heard(ASKED), "a1") is None
    with writer_of(lambda _: "no JSON") as writer:
        assert writer.in_english(heard(ASKED), "a1") is None
