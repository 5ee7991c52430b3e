import pytest

from evals.specimen.layout import LAYOUTS, Layout


def test_layouts_are_numbered_as_they_stand() -> None:
    assert [layout.number for layout in LAYOUTS] == [0, 1, 2, 3]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_puts_most_units_in_one_place_and_some_elsewhere(layout: Layout) -> None:
    places = [layout.unit_place(number) for number in range(1, 101)]
    assert places.count(layout.unit_places[0]) == 80
    assert set(places) == set(layout.unit_places)


def test_the_layouts_differ_in_caption_separators_rules_and_missing_cells() -> None:
    assert len({layout.caption for layout in LAYOUTS}) == 4
    assert len({(layout.thousands, layout.point) for layout in LAYOUTS}) == 3
    assert {layout.rules for layout in LAYOUTS} == {"ruled", "horizontal", "borderless"}
    assert {layout.missing for layout in LAYOUTS} == {"–", "n.a.", "NA"}
    assert {place for layout in LAYOUTS for place in layout.unit_places} == {"caption", "header", "line", "note"}
