"""The glossaries."""

from pathlib import Path

import pytest

from bot.tongues import glossary
from bot.tongues.glossary import DROPPED, Language, languages
from bot.tongues.tokens import tokens
from ingest.places import place_named

CODES = "ar de es fr hi it ja ko nl pl pt ru tr zh".split()


def of(code: str) -> Language:
    return next(each for each in languages() if each.code == code)


def english(code: str, phrase: str) -> str | None:
    language = of(code)
    said = tokens(phrase, language.spaced)
    found = language.longest(said)
    return found[1].english if found and found[0] == len(said) else None


def test_there_is_one_for_each_language() -> None:
    assert [each.code for each in languages()] == CODES


@pytest.mark.parametrize("code", CODES)
def test_each_has_what_everybody_asks_for(code: str) -> None:
    said = {entry.english for _, entry in of(code).phrases}
    needed = "market size; market share; growth rate; compound annual growth rate; revenue; price; companies; regions"
    assert set(needed.split("; ")) | {"Europe", "Germany", "Japan", "largest", "not", "ignore"} <= said
    assert "{}" in of(code).said


@pytest.mark.parametrize("code", CODES)
def test_its_places_are_places(code: str) -> None:
    named = {entry.english for _, entry in of(code).phrases if entry.role == "place"}
    assert {name for name in named if place_named(name) is None} - {"world"} == set()


@pytest.mark.parametrize("code", CODES)
def test_each_phrase_is_found_again(code: str) -> None:
    language = of(code)
    for phrase, entry in language.phrases:
        found = language.longest(tokens(phrase.replace("*", ""), language.spaced))
        assert found is not None or entry.english == DROPPED, phrase


@pytest.mark.parametrize(
    ("code", "phrase", "said"),
    [
        ("de", "Wachstumsraten", "growth rate"),
        ("de", "Deutschlands", "Germany"),
        ("ru", "в Японии", None),
        ("ru", "Японии", "Japan"),
        ("pl", "w Hiszpanii", None),
        ("pl", "Hiszpanii", "Spain"),
        ("ar", "السوق", "market"),
        ("ar", "وألمانيا", "Germany"),
        ("zh", "复合年增长率", "compound annual growth rate"),
        ("tr", "şirketler", "companies"),
        ("de", "Quark", None),
    ],
)
def test_words_are_found_with_their_endings_and_prefixes(code: str, phrase: str, said: str | None) -> None:
    assert english(code, phrase) == said


def test_a_role_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "xx.txt").write_text("said: {}\nsorry: -\n[nonsense]\nmarket: marko\n", encoding="utf-8")
    with pytest.raises(ValueError, match="nonsense"):
        glossary._read(tmp_path / "xx.txt")
