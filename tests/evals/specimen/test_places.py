import pytest

from evals.specimen.places import UNCOVERED, WEIGHTS, WORLD, chapter_of, country, geographies, groups, is_rest, regions


def test_there_are_forty_two_geographies() -> None:
    found = geographies()
    assert len(found) == 42
    assert len({geography.name for geography in found}) == 42
    assert not [geography for geography in found if is_rest(geography.name)]


def test_the_regions_together_are_the_world() -> None:
    assert tuple(name for region in regions() for name in region.members) == WORLD.members


def test_groups_have_only_places_that_are_covered() -> None:
    assert {name for group in groups() for name in group.members} <= set(WEIGHTS)
    assert not set(UNCOVERED) & set(WEIGHTS)


@pytest.mark.parametrize(("name", "chapter"), [("Brazil", "Latin America"), ("Egypt", "Middle East & Africa")])
def test_a_country_stands_in_the_chapter_of_its_region(name: str, chapter: str) -> None:
    assert chapter_of(country(name)) == chapter


def test_groups_share_a_chapter_and_the_world_is_no_place() -> None:
    assert {chapter_of(group) for group in groups()} == {"Country groups"}
    assert WORLD.place is None
    assert country("Japan").place == "Japan"
