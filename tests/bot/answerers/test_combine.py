"""Calculations with figures that only sentences place."""

from dataclasses import replace

import pytest

from bot.answerers.combine import combine
from bot.odds import Likely
from bot.retrieve import Found
from bot.understand import understand
from tests.bot.books import book_of

BOOK = book_of(
    "The widget market was valued at USD 2,500 million in 2024.\n\nThe median time to a decision was 287 days in 2024, "
    "down from 344 days in 2023. Recycled oil sells for USD 5.10 per gallon, while virgin oil sells for USD 8.90 per "
    "gallon."
)


def sure(figure: str) -> tuple[Likely, ...]:
    return (Likely(next(q for q in BOOK.quantities if q.text == figure), 0.9),)


def evidence(question: str, *parts: str, likeliest: str = "") -> Found:
    asked = understand(question, BOOK)
    return Found(asked, BOOK, likely=sure(likeliest) if likeliest else (), parts=tuple(map(sure, parts)))


def said(found: Found) -> str:
    draft = combine(found)
    return " ".join(sentence.text for block in draft.blocks for sentence in block.sentences) if draft else ""  # type: ignore[union-attr]


def test_two_parts_are_quoted_and_compared() -> None:
    text = said(evidence("How much cheaper is recycled oil than virgin oil?", "USD 5.10", "USD 8.90"))
    assert "Recycled oil sells for USD 5.10" in text
    assert "difference between USD 5.10 and USD 8.90" in text


def test_a_figure_is_compared_with_what_its_own_sentence_compares_it_with() -> None:
    text = said(evidence("How much quicker did decisions get?", likeliest="287 days"))
    assert "is 57 days" in text


@pytest.mark.parametrize(
    "found",
    [
        evidence("How long does a decision take?", likeliest="287 days"),
        evidence("How much cheaper is recycled oil than virgin oil?", "USD 5.10", "287 days"),
        evidence("How much cheaper is recycled oil than virgin oil?", "USD 5.10", "USD 5.10"),
        evidence("How much cheaper is recycled oil than virgin oil?"),
    ],
    ids=["no comparison", "unlike units", "one figure twice", "nothing found"],
)
def test_what_does_not_go_together_is_not_calculated(found: Found) -> None:
    assert combine(found) is None


def test_of_each_part_what_goes_with_the_others_is_chosen() -> None:
    found = evidence("How much cheaper is recycled oil than virgin oil?", "USD 5.10", "USD 8.90")
    days = replace(sure("287 days")[0], probability=0.5)
    price = replace(found.parts[1][0], probability=0.4)
    assert "difference between USD 5.10 and USD 8.90" in said(replace(found, parts=(found.parts[0], (days, price))))


def test_the_two_likeliest_of_a_sentence_are_compared_where_little_doubt_is_left() -> None:
    found = replace(evidence("How much cheaper is recycled oil than virgin oil?"), parts=())
    two = tuple(replace(sure(figure)[0], probability=0.3) for figure in ("USD 5.10", "USD 8.90"))
    assert "difference between USD 5.10 and USD 8.90" in said(replace(found, likely=two))
    doubtful = tuple(replace(each, probability=0.2) for each in two)
    assert combine(replace(found, likely=doubtful)) is None


def test_an_unlikely_part_is_not_calculated_with() -> None:
    found = evidence("How much cheaper is recycled oil than virgin oil?", "USD 5.10", "USD 8.90")
    unsure = tuple(tuple(replace(each, probability=0.1) for each in part) for part in found.parts)
    assert combine(replace(found, parts=unsure)) is None
