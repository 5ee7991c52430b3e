from decimal import Decimal

import pytest

from evals.specimen.aim import Aim, Part, exact, unit_of
from evals.specimen.cube import Cube, grow
from evals.specimen.markets import FIBRE, IMAGING
from evals.specimen.places import WORLD, country
from ingest.domain import Measure


@pytest.fixture(scope="module")
def cube() -> Cube:
    return grow(IMAGING, 3)


def value(cube: Cube, measure: Measure, first: int, last: int) -> Decimal:
    found = exact(Aim(WORLD, WORLD, measure, (), first, last), cube)
    assert found is not None
    return found


def test_revenue_is_the_cube_in_the_unit_printed(cube: Cube) -> None:
    assert value(cube, "size", 2025, 2025) == Decimal(cube.amount("size", WORLD, 2025)) / 1000


def test_price_is_revenue_for_one_thing(cube: Cube) -> None:
    revenue, volume = value(cube, "size", 2025, 2025) * 10**6, value(cube, "volume", 2025, 2025) * 10**3
    assert abs(value(cube, "price", 2025, 2025) - revenue / volume) < Decimal("0.0001")


def test_a_growth_rate_leads_from_its_first_year_to_its_last(cube: Cube) -> None:
    rate = value(cube, "cagr", 2025, 2033) / 100
    end = value(cube, "size", 2025, 2025) * (1 + rate) ** 8
    assert abs(end - value(cube, "size", 2033, 2033)) < Decimal("0.001")


def test_the_first_year_has_no_growth(cube: Cube) -> None:
    assert exact(Aim(WORLD, WORLD, "growth", (), 2019, 2019), cube) is None


def test_the_share_of_the_whole_is_all(cube: Cube) -> None:
    assert value(cube, "share", 2025, 2025) == 100


def test_rows_and_columns_narrow_an_aim() -> None:
    aim = Aim(WORLD, WORLD).narrowed(Part(geography=country("Japan"), subject=(("Payer", ("Public insurance",)),)))
    meaning = aim.narrowed(Part(measure="cagr", first=2025, last=2033)).meaning(IMAGING)
    assert (meaning.place, meaning.subject, meaning.period) == ("Japan", ("Public insurance",), "2025-2033")
    assert (meaning.kind, meaning.scale, meaning.currency) == ("percent", 1, None)


def test_units_follow_the_measure() -> None:
    assert unit_of("size", FIBRE).words == "EUR thousand"
    assert unit_of("volume", FIBRE).words == "tonnes"
    assert unit_of("price", FIBRE).words == "EUR per tonne"
    assert unit_of("growth", FIBRE).words == "%"
