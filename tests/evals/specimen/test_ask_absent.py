import re

from evals.specimen.ask_absent import ask_absent_segment, ask_coverage, ask_uncovered_place, ask_uncovered_year
from evals.specimen.contradiction import Planted
from evals.specimen.places import UNCOVERED
from tests.evals.specimen.asking import drafts


def test_years_outside_the_edition_are_declined(asked: Planted) -> None:
    market = asked.edition.market
    for draft in drafts(ask_uncovered_year, asked):
        assert not {int(year) for year in re.findall(r"\b\d{4}\b", draft.asked.text)} & {*market.years}
        assert draft.expect == {"declined": True}


def test_places_without_a_chapter_are_declined(asked: Planted) -> None:
    found = drafts(ask_uncovered_place, asked)
    assert found
    assert all(any(place in draft.asked.text for place in UNCOVERED) for draft in found)


def test_parts_of_other_markets_are_declined(asked: Planted) -> None:
    found = drafts(ask_absent_segment, asked)
    absent = [name.lower() for name in asked.edition.market.absent]
    assert found
    assert all(any(name in draft.asked.text.lower() for name in absent) for draft in found)


def test_coverage_may_be_given_or_not(asked: Planted) -> None:
    assert {draft.expect["declined"] for draft in drafts(ask_coverage, asked)} == {True, False}
