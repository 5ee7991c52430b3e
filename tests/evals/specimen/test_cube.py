import pytest

from evals.specimen.cube import Cube, apportioned, grow
from evals.specimen.markets import IMAGING
from evals.specimen.places import WORLD, country, groups, regions


@pytest.fixture(scope="module")
def cube() -> Cube:
    return grow(IMAGING, 3)


@pytest.mark.parametrize("level", ["size", "volume"])
def test_every_division_adds_up_to_the_whole(cube: Cube, level: str) -> None:
    whole = cube.amount(level, WORLD, 2025)
    for dimension in IMAGING.dimensions:
        leaves = [cube.amount(level, WORLD, 2025, ((dimension.name, path),)) for path in dimension.leaves]
        outer = [cube.amount(level, WORLD, 2025, ((dimension.name, (name,)),)) for name, _ in dimension.groups]
        assert sum(leaves) == sum(outer) == whole


def test_the_regions_add_up_to_the_world_in_every_year(cube: Cube) -> None:
    for year in IMAGING.years:
        assert sum(cube.amount("size", region, year) for region in regions()) == cube.amount("size", WORLD, year)


def test_a_group_is_the_sum_of_its_countries(cube: Cube) -> None:
    group = groups()[0]
    parts = sum(cube.amount("volume", country(name), 2030) for name in group.members)
    assert cube.amount("volume", group, 2030) == parts


def test_a_crossing_adds_up_to_either_side(cube: Cube) -> None:
    first, second = IMAGING.crossed
    row = (first.name, ("Magnetic resonance", "Brain MRI"))
    crossed = [cube.amount("size", WORLD, 2025, (row, (second.name, path))) for path in second.leaves]
    assert sum(crossed) == cube.amount("size", WORLD, 2025, (row,))


def test_the_same_seed_gives_the_same_cube_and_another_another() -> None:
    assert grow(IMAGING, 3).leaves == grow(IMAGING, 3).leaves
    assert grow(IMAGING, 3).leaves != grow(IMAGING, 4).leaves


def test_parts_are_whole_and_add_up() -> None:
    assert apportioned(10, [1, 1, 1]) == [4, 3, 3]
    assert sum(apportioned(9_999, [0.3, 7.1, 2.2, 0.01])) == 9_999
