"""Questions in other languages, put into English."""

import pytest

from bot.languages import in_english

VOCABULARY = frozenset("beekeeping market tariffs report".split())


@pytest.mark.parametrize(
    ("asked", "english"),
    [
        ("Wie groß ist der Markt im Jahr 2025?", "how big is the market in 2025?"),
        ("Welche Unternehmen sind im Bericht genannt?", "which companies are in the report named?"),
        ("Quelle est la taille du marché en 2030 ?", "what is the size of the market in 2030 ?"),
        ("¿Cuál será el tamaño del mercado en 2032?", "¿what will be the size of the market in 2032?"),
        ("Quanto vale il mercato nel 2026?", "how much is the market in 2026?"),
        ("Qual é o tamanho do mercado em 2025?", "what is the size of the market in 2025?"),
    ],
)
def test_what_is_asked_is_put_into_english(asked: str, english: str) -> None:
    assert in_english(asked, VOCABULARY) == english


@pytest.mark.parametrize("asked", ["How big is the market in Las Vegas?", "market size 2025", "What is the CAGR?", ""])
def test_english_is_left_alone(asked: str) -> None:
    assert in_english(asked, VOCABULARY) is None


def test_a_long_word_that_is_nearly_one_of_the_report_is_taken_for_it() -> None:
    assert in_english("Wie groß ist der Markt für Beekeepings?", VOCABULARY) == "how big is the market for beekeeping?"
