"""The words a model may use that are not the report's."""

import pytest

from bot.model.wording import CONDITIONS, LIMITS, MARKUP, NEGATIONS, PLAIN, ROLES, UNSURE, WITH_FIGURES, alike, is_set
from ingest.words import stem


def test_no_word_that_turns_or_limits_what_is_said_is_plain() -> None:
    turning = NEGATIONS | (LIMITS - {"may"}) | CONDITIONS
    assert not turning & PLAIN
    assert not turning & WITH_FIGURES
    assert "expected" in UNSURE
    assert "by" in ROLES & PLAIN


@pytest.mark.parametrize(("one", "other"), [("drive", "propels"), ("because", "since"), ("largest", "biggest")])
def test_one_word_may_stand_for_another(one: str, other: str) -> None:
    assert alike(stem(one)) & alike(stem(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rise", "fall"),
        ("largest", "smallest"),
        ("before", "after"),
        ("all", "some"),
        ("more", "less"),
        ("buy", "sell"),
    ],
)
def test_none_stands_for_its_contrary(one: str, other: str) -> None:
    assert not alike(stem(one)) & alike(stem(other))


@pytest.mark.parametrize(
    "text",
    [
        "See https://evil.example.", "See www.evil.example.", "Ask sales@evil.example.", "[Here](x) it is.",
        "![](//evil.example/p.png)", "<b>Bold</b>", "<img src=x>", "It is **bold**.", "A `code` word.",
        "See evil.com now.", "javascript:alert(1)", "# Heading", "- item",
    ],
)  # fmt: skip
def test_links_and_markup_are_found(text: str) -> None:
    assert MARKUP.search(text)


@pytest.mark.parametrize(
    "text",
    ["It grew by 4.2% to USD 1.3 billion.", "The U.S. market, e.g. in 2024, grew.", "Up to 400 °C (R&D)."],
)
def test_plain_sentences_have_none(text: str) -> None:
    assert not MARKUP.search(text)


def test_set_phrases_are_known() -> None:
    assert is_set("Yes. The CAGR is 13.2%.")
    assert is_set("No, the report does not say USD 5.")
    assert not is_set("Yesterday it grew.")
    assert not is_set("Nordic sales grew.")
