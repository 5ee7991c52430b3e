import pycountry
import pytest

from ingest.regions import COUNTRY_ALIASES, REGION_ALIASES, region_members


def test_every_member_of_a_region_is_a_country() -> None:
    codes = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    for name, members in region_members().items():
        assert members and members <= codes, name


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("Europe", "Western Europe"),
        ("Asia-Pacific", "Southeast Asia"),
        ("Middle East and Africa", "GCC"),
        ("Americas", "Latin America"),
        ("Africa", "Sub-Saharan Africa"),
        ("Europe, Middle East and Africa", "Middle East and Africa"),
    ],
)
def test_a_region_has_the_members_of_its_parts(outer: str, inner: str) -> None:
    assert region_members()[inner] < region_members()[outer]


def test_no_spelling_stands_for_two_places() -> None:
    places: dict[str, set[str]] = {}
    for name, aliases in (*REGION_ALIASES.items(), *COUNTRY_ALIASES.items()):
        for alias in aliases.split("|"):
            places.setdefault(alias.casefold(), set()).add(name)
    assert {alias: names for alias, names in places.items() if len(names) > 1} == {}


def test_aliases_are_of_places_that_exist() -> None:
    assert set(REGION_ALIASES) <= {*region_members(), "World"}
    assert set(COUNTRY_ALIASES) <= {country.alpha_2 for country in pycountry.countries} | {"XK"}
