import random
from dataclasses import replace

import pytest

from evals.specimen.markets import IMAGING
from evals.specimen.table import Meaning
from evals.specimen.wording import Phrases, measure, misspelt, subject, within, worded

TOTAL = Meaning("size", "money", 10**6, "2025", None, (), "USD")


def test_a_question_is_worded_in_several_ways() -> None:
    phrases = Phrases(("how high is the revenue in {year}?",), ("revenue {year}",))
    asked = [worded(phrases, random.Random(n), year=2025) for n in range(80)]
    assert {tag for one in asked for tag in one.tags} == {"terse", "long", "typo"}
    assert all("2025" in one.text for one in asked)
    assert len({one.text for one in asked}) > 5


def test_a_typing_error_leaves_names_and_years_alone() -> None:
    for seed in range(20):
        words = misspelt("largest market share of Mammography in 2025", random.Random(seed)).split()
        assert words[-4:] == ["of", "Mammography", "in", "2025"]
        assert words != ["largest", "market", "share", "of", "Mammography", "in", "2025"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), "the outpatient imaging services market"),
        (("Computed tomography", "Cardiac CT"), "Cardiac CT"),
        (("Mammography",), "Mammography"),
        (("Computed tomography", "Cardiac CT", "Oncology"), "Cardiac CT in Oncology"),
        (("Mammography", "Oncology"), "Mammography in Oncology"),
    ],
)
def test_a_part_of_the_market_is_named_by_its_inmost_names(names: tuple[str, ...], said: str) -> None:
    assert subject(replace(TOTAL, subject=names), IMAGING) == said


@pytest.mark.parametrize(
    ("place", "said"), [("Japan", "in Japan"), ("G7", "in the G7"), ("Netherlands", "in the Netherlands")]
)
def test_places_have_their_articles(place: str, said: str) -> None:
    assert within(place, random.Random(0)) == said


def test_measures_have_several_names() -> None:
    volume = replace(TOTAL, measure="volume", kind="number", currency=None, unit="procedures")
    assert "volume in procedures" in {measure(volume, random.Random(n)) for n in range(30)}
