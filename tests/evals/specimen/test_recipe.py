import pytest

from evals.specimen.layout import TableKind
from evals.specimen.market import Market
from evals.specimen.markets import IMAGING, MARKETS
from evals.specimen.places import WORLD, country
from evals.specimen.recipe import FEWEST, TooManyTables, chosen, recipes

KINDS: set[TableKind] = {
    "history", "forecast", "volume", "share", "growth", "by years", "two measures", "price", "cross", "overview",
}  # fmt: skip


@pytest.mark.parametrize("market", MARKETS.values(), ids=MARKETS)
def test_a_full_edition_has_1590_tables_of_42_geographies(market: Market) -> None:
    found = chosen(market, 1590)
    assert len(found) == len(set(found)) == 1590
    assert len({recipe.geography for recipe in found}) == 42


@pytest.mark.parametrize("tables", [FEWEST, 40, 120, 200, 400, 1000, 1300])
def test_a_smaller_edition_has_every_kind(tables: int) -> None:
    found = chosen(IMAGING, tables)
    assert len(found) == tables
    assert {recipe.kind for recipe in found} == KINDS


def test_tables_keep_their_order() -> None:
    every = [*recipes(IMAGING, WORLD)]
    world = [recipe for recipe in chosen(IMAGING, 60) if recipe.geography == WORLD]
    assert world == sorted(world, key=every.index)


def test_countries_are_not_divided_by_country() -> None:
    assert "Country" not in {recipe.axis for recipe in recipes(IMAGING, country("Japan"))}


def test_more_tables_than_there_are_is_an_error() -> None:
    with pytest.raises(TooManyTables, match="at most"):
        chosen(IMAGING, 5000)
