from dataclasses import replace

import pytest

from ingest.places import place_named
from ingest.quantity.antecedents import Background, Subject, in_frame, settle
from ingest.quantity.subjects import Reading

EUROPE = Subject(place="Europe")
SOFTWARE = Subject(head=("software",))


def test_a_silent_unit_goes_on_with_the_subject_before_it() -> None:
    assert settle(Reading(), "and", SOFTWARE, Background()) == SOFTWARE


def test_a_number_set_against_another_speaks_of_its_own() -> None:
    settled = settle(Reading(whole=("bottles",)), "against", SOFTWARE, Background())
    assert settled == Subject(whole=("bottles",))


@pytest.mark.parametrize(
    ("pointer", "last", "place", "head"),
    [
        ("it", EUROPE, "Europe", ()),
        ("region", EUROPE, "Europe", ()),
        ("region", SOFTWARE, None, ("the region",)),
        ("segment", SOFTWARE, None, ("software",)),
        ("former", SOFTWARE, None, ("the former",)),
    ],
)
def test_a_pointer_means_what_was_spoken_of_last(
    pointer: str, last: Subject, place: str | None, head: tuple[str, ...]
) -> None:
    settled = settle(Reading(pointer=pointer), "", None, Background(last=last))
    assert (settled.place, settled.head) == (place, head)


def test_the_market_is_the_narrower_one_the_talk_is_of() -> None:
    narrower = replace(EUROPE, market=True)
    assert settle(Reading(market=True), "", None, Background(last=narrower)).place == "Europe"
    assert settle(Reading(market=True), "", None, Background(last=EUROPE)).place is None


def test_the_world_is_more_than_a_report_on_one_place() -> None:
    settled = settle(Reading(market=True, whole_market=True, world=True), "", None, Background(scope=EUROPE))
    assert settled.world and settled.place is None


def test_a_part_is_inside_what_was_said_before() -> None:
    states = Reading(place=place_named("United States"))
    settled = settle(states, "with", Subject(place="North America"), Background())
    assert (settled.place, settled.outer) == ("United States", "North America")
    assert settled.path("share") == ("North America",) and settled.path("size") == ()


def test_a_reports_own_geography_is_not_recorded() -> None:
    assert in_frame("Germany", "Germany") is None
    assert in_frame("UK", None) == "United Kingdom"
    assert in_frame(None, "Germany") is None
