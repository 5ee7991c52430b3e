import pytest

from ingest.places import contains, find_places, place_named

NAMED = [
    ("in the U.S. market", ["United States"]), ("the US", ["United States"]), ("the us market", ["United States"]),
    ("market in japan and china?", ["Japan", "China"]), ("Turkey", ["Türkiye"]), ("Türkiye", ["Türkiye"]),
    ("Asia Pacific", ["Asia-Pacific"]), ("APAC", ["Asia-Pacific"]), ("Asia-Pacific", ["Asia-Pacific"]),
    ("Europe, Middle East & Africa", ["Europe, Middle East and Africa"]), ("EMEA", ["Europe, Middle East and Africa"]),
    ("the Middle East & Africa", ["Middle East and Africa"]), ("MEA", ["Middle East and Africa"]),
    ("North American hospitals", ["North America"]), ("Latin American countries", ["Latin America"]),
    ("European", ["Europe"]), ("Chinese makers", ["China"]), ("the UK's share", ["United Kingdom"]),
    ("UAE", ["United Arab Emirates"]),
    ("South Korea", ["South Korea"]), ("Korean", ["South Korea"]), ("Russia", ["Russia"]), ("Vietnam", ["Vietnam"]),
    ("Papua New Guinea", ["Papua New Guinea"]), ("GCC", ["GCC"]), ("the EU", ["European Union"]), ("ASEAN", ["ASEAN"]),
    ("United States tariffs", ["United States"]), ("global", ["World"]), ("worldwide", ["World"]),
    ("Jordan", ["Jordan"]),
    ("LAMEA", ["Latin America, Middle East and Africa"]), ("Czech Republic", ["Czech Republic"]), ("Texas", ["Texas"]),
]  # fmt: skip
NOT_NAMED = [
    "tell us", "US$ 5bn", "US dollars", "Swiss francs", "a turkey sandwich", "in it", "polish the lens", "world-class",
    "Indian rupees", "chad", "jordan shoes", "", "USD 5 billion", "Austrianism",
]  # fmt: skip
INSIDE = [
    ("Asia-Pacific", "Japan"), ("APAC", "Southeast Asia"), ("Europe", "Germany"), ("European Union", "France"),
    ("World", "Kenya"), ("Americas", "Brazil"), ("Americas", "North America"), ("EMEA", "Middle East"),
    ("Asia", "India"),
    ("United States", "Texas"), ("North America", "Texas"), ("Nordics", "Sweden"), ("GCC", "UAE"), ("G7", "Japan"),
    ("Middle East and Africa", "South Africa"), ("Latin America", "Mexico"), ("Japan", "Japan"), ("BRICS", "China"),
    ("United Kingdom", "Scotland"), ("Europe", "Northern Ireland"),
]  # fmt: skip
OUTSIDE = [
    ("Ireland", "Northern Ireland"),
    ("Japan", "Asia-Pacific"), ("Europe", "Japan"), ("European Union", "United Kingdom"), ("Western Europe", "Poland"),
    ("nowhere", "Japan"), ("Europe", "nowhere"), ("South America", "Mexico"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_a_place_is_found_by_any_of_its_names(text: str, names: list[str]) -> None:
    found = find_places(text)
    assert [place.value.name for place in found] == names
    assert all(text[place.start : place.end].strip() for place in found)


@pytest.mark.parametrize("text", NOT_NAMED)
def test_pronouns_currencies_and_words_are_no_places(text: str) -> None:
    assert find_places(text) == []


@pytest.mark.parametrize(("outer", "inner"), INSIDE)
def test_a_place_contains_what_lies_in_it(outer: str, inner: str) -> None:
    assert contains(outer, inner)


@pytest.mark.parametrize(("outer", "inner"), OUTSIDE)
def test_a_place_does_not_contain_what_lies_elsewhere(outer: str, inner: str) -> None:
    assert not contains(outer, inner)


def test_a_place_knows_its_kind_and_what_is_around_it() -> None:
    japan = place_named("japan")
    assert japan is not None
    assert japan.kind == "country"
    assert {"East Asia", "Asia-Pacific", "World"} <= set(japan.within)
    assert place_named("the moon") is None


def test_every_country_is_in_the_world() -> None:
    assert contains("World", "Tuvalu")


def test_nations_of_the_united_kingdom_are_places_and_what_only_sounds_like_one_is_not() -> None:
    assert [place.value.name for place in find_places("Scottish and Welsh sales, and Northern Ireland")] == [
        "Scotland",
        "Wales",
        "Northern Ireland",
    ]
    assert find_places("New South Wales, New England and the Bank of Scotland") == []
    assert find_places("sales in new south wales") == []


@pytest.mark.parametrize("text", ["British Columbia", "French fries", "Brazil nuts", "U.S. Treasury securities"])
def test_other_things_named_after_a_nation_are_none(text: str) -> None:
    assert find_places(text) == []


def test_a_region_of_the_trade_is_one_place() -> None:
    assert [place.value.name for place in find_places("South Asia & Pacific")] == ["South Asia and Pacific"]
    assert contains("South Asia & Pacific", "India")


@pytest.mark.parametrize(
    ("text", "names"), [("Extra-EU exports", []), ("Non-US sales", []), ("EU exports", ["European Union"])]
)
def test_all_but_a_place_is_not_that(text: str, names: list[str]) -> None:
    assert [found.value.name for found in find_places(text)] == names
