"""Sentences that say half of it."""

import pytest

from bot.leaning import announces, is_brief, is_lead_in, leans


@pytest.mark.parametrize(
    "said",
    [
        "It took over the Austrian retailer in September.",
        "Their number fell.",
        "This makes them dear.",
        "That is why sales fell.",
        "The reason is a fire.",
        "Another brake is the price.",
        "Yet the business is seasonal.",
    ],
)
def test_a_sentence_that_points_back_leans_on_the_one_before(said: str) -> None:
    assert leans(said)


@pytest.mark.parametrize(
    "said", ["Kites fly.", "The reason for the fall is a fire.", "Italy fell behind.", "That-side loaders sell well."]
)
def test_a_sentence_that_names_what_it_is_of_leans_on_none(said: str) -> None:
    assert not leans(said)


@pytest.mark.parametrize(
    "said",
    [
        "Growth is slower than we projected, and the reason is plain.",
        "Three things hold the sector back: rents, wages and tax are among them:",
        "Two forces are at work in this market.",
    ],
)
def test_a_sentence_that_only_opens_announces_the_next(said: str) -> None:
    assert announces(said)


def test_a_sentence_that_says_it_all_announces_nothing() -> None:
    assert not announces("Schools buy kites in spring because the wind is free.")


def test_a_few_words_are_brief() -> None:
    assert is_brief("Renovation carries the market.")
    assert not is_brief("Renovation carries the market for wool in Europe.")


def test_a_lead_in_says_nothing_without_its_list() -> None:
    assert is_lead_in("The companies it names are: ")
    assert not is_lead_in("The companies it names are: Acme and Bolt.")
