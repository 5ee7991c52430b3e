import time

import pytest

from ingest.words import STOPWORDS, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How big is the market?", ["How", "big", "is", "the", "market"]),
        ("point-of-care testing", ["point", "of", "care", "testing"]),
        ("the market's players' share", ["the", "market's", "players", "share"]),
        ("R&D and M&A, Sales & Marketing", ["R&D", "and", "M&A", "Sales", "&", "Marketing"]),
        ("USD 4,213.5 million in 2025", ["USD", "4,213.5", "million", "in", "2025"]),
        ("14.99% by 2032.", ["14.99", "by", "2032"]),
        ("the U.S. market", ["the", "U.S.", "market"]),
        ("360iResearch and 5G", ["360iResearch", "and", "5G"]),
        ("2023–2030", ["2023", "2030"]),
        ("Côte d’Ivoire", ["Côte", "d’Ivoire"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("?!…", []),
    ],
)
def test_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


def test_offsets_lead_back_to_the_printed_word() -> None:
    text = "The Côte market's R&D: 1,590 tables (point-of-care)."
    assert all(text[word.start : word.end] == word.text for word in words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("market", "Markets"),
        ("market's", "MARKET"),
        ("company’s", "companies"),
        ("analysis", "analyses"),
        ("1,590", "1590"),
        ("&", "and"),
        ("Türkiye", "turkiye"),
        ("imaging", "image"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("11.87", "1187"), ("1,5", "15"), ("region", "regional share"), ("US", "u.s.")]
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("text", ["US", "U.S.", "USA", "U.S.A."])
def test_the_country_is_not_the_pronoun(text: str) -> None:
    (word,) = words(f"in the {text} market")[2:3]
    assert word.stem == "u.s."
    assert word.stem not in STOPWORDS


def test_it_is_a_pronoun_and_information_technology_is_not() -> None:
    pronoun, _, department = words("it covers IT")
    assert pronoun.stem in STOPWORDS
    assert department.stem not in STOPWORDS


def test_a_shouted_question_has_pronouns() -> None:
    assert words("WHO MADE IT")[2].stem in STOPWORDS


@pytest.mark.parametrize("word", ["the", "does", "which", "how", "much", "very", "isn't"])
def test_function_words_are_stopwords_spelled_or_stemmed(word: str) -> None:
    assert word in STOPWORDS
    assert stem(word) in STOPWORDS


@pytest.mark.parametrize("word", ["market", "growth", "big", "report", "2025"])
def test_content_words_are_not_stopwords(word: str) -> None:
    assert stem(word) not in STOPWORDS


def test_cutting_words_takes_no_more_than_its_share_of_time() -> None:
    text = "The market's players expanded their point-of-care revenue by 14.99% to USD 4,213 million in 2025. " * 500
    # eight times the text takes eight times as long; were it quadratic, 64
    assert min(_seconds(text * 8) for _ in range(3)) < 24 * min(_seconds(text) for _ in range(3))


def _seconds(text: str) -> float:
    started = time.process_time()
    words(text)
    return time.process_time() - started


def test_industrial_is_of_a_part_and_not_of_the_industry() -> None:
    assert stem("Industrial") != stem("industry") == stem("industries")


def test_operating_is_of_a_profit_and_not_of_operations() -> None:
    assert stem("Operating") != stem("operations") == stem("operation")
