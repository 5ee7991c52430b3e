from evals.specimen.contradiction import Contradiction, Planted
from evals.specimen.edition import Edition
from evals.specimen.spot import Said, Spot


def test_a_record_names_kind_places_and_figures(edition: Edition) -> None:
    table = edition.tables[1]
    spot, echo = Spot(table, 0, 0), Spot(table, 1, 0)
    contradiction = Contradiction("text", (Said("FAQ", "It is 4."), spot), "4", "5", (echo,))
    assert contradiction.record() == {
        "kind": "text",
        "places": [{"section": "FAQ", "sentence": "It is 4."}, spot.record()],
        "stated": "4",
        "expected": "5",
        "echoes": [echo.record()],
    }


def test_a_clean_edition_has_none_and_nothing_doubtful(edition: Edition) -> None:
    assert Planted(edition).contradictions == ()
    assert Planted(edition).doubtful == frozenset()
