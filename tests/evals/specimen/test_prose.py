import random

import pytest

from evals.specimen.cube import grow
from evals.specimen.layout import LAYOUTS
from evals.specimen.market import Unit
from evals.specimen.markets import IMAGING
from evals.specimen.places import WORLD, geographies
from evals.specimen.printing import Press
from evals.specimen.prose import Author, said


@pytest.fixture(scope="module")
def author() -> Author:
    return Author(Press(grow(IMAGING, 3), LAYOUTS[0], random.Random(0)), random.Random(0))


def test_sentences_say_what_they_claim(author: Author) -> None:
    for geography in geographies()[:8]:
        for paragraph in author.opening(geography):
            for sentence in paragraph.sentences:
                assert sentence.claims
                assert all(claim.said in sentence.text for claim in sentence.claims)


def test_the_first_of_a_dimension_is_the_largest(author: Author) -> None:
    ranked = author.ranked(WORLD, IMAGING.dimensions[1], 2025)
    values = [claim.value for _, claim in ranked]
    assert values == sorted(values, reverse=True)
    assert ranked[0][0] in author.leader(WORLD, IMAGING.dimensions[1], 2025).text


def test_a_fall_is_told_without_its_sign(author: Author) -> None:
    sentence = author.turn(WORLD, 2020)
    assert sentence.claims[0].value < 0
    assert "-" not in sentence.text
    assert "fell" in sentence.text or "fall" in sentence.text


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (Unit("USD million", 10**6, 1, "USD"), "USD 4.2 million"),
        (Unit("USD per unit", 1, 2, "USD"), "USD 4.2"),
        (Unit("tonnes", 1, 0, noun="tonnes"), "4.2 tonnes"),
        (Unit("%", 1, 1), "4.2%"),
    ],
)
def test_digits_are_said_with_their_unit(unit: Unit, text: str) -> None:
    assert said("4.2", unit) == text
