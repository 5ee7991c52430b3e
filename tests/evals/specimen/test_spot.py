from evals.specimen.edition import Edition
from evals.specimen.spot import Said, Spot, spots


def test_a_figure_is_found_wherever_it_is_printed(edition: Edition) -> None:
    found = spots(edition)
    assert max(len(places) for places in found.values()) > 1
    for meaning, places in found.items():
        assert {place.cell.meaning for place in places} == {meaning}
    assert sum(map(len, found.values())) == sum(1 for table in edition.tables for _ in table.printed())


def test_places_are_named_as_they_are_printed(edition: Edition) -> None:
    table = edition.tables[1]
    assert Spot(table, 0, 1).record() == {"table": 2, "row": "North America", "column": "2020"}
    assert Spot(table).record() == {"table": 2, "row": "", "column": ""}
    assert Said("FAQ", "It is 4.").record() == {"section": "FAQ", "sentence": "It is 4."}
