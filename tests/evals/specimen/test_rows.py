from evals.specimen.layout import LAYOUTS
from evals.specimen.markets import IMAGING
from evals.specimen.places import WORLD, country
from evals.specimen.recipe import Recipe
from evals.specimen.rows import stubs

MODALITY = IMAGING.dimensions[0]


def test_groups_stand_above_their_members_and_the_total_last() -> None:
    rows = stubs(Recipe(WORLD, "history", MODALITY), IMAGING, LAYOUTS[0])
    assert [(row.label, row.depth, row.role) for row in rows[:2]] == [
        ("Computed tomography", 0, "subtotal"),
        ("Cardiac CT", 1, "leaf"),
    ]
    assert rows[1].path == ("Modality", "Computed tomography", "Cardiac CT")
    assert (rows[-1].label, rows[-1].role) == ("Total", "total")


def test_groups_are_mere_headings_where_the_layout_says_so() -> None:
    rows = stubs(Recipe(WORLD, "share", MODALITY), IMAGING, LAYOUTS[0])
    assert {row.role for row in rows if row.depth == 0 and row.label != "Mammography"} == {"heading", "total"}


def test_countries_of_the_world_stand_under_their_regions() -> None:
    rows = stubs(Recipe(WORLD, "history", "Country"), IMAGING, LAYOUTS[0])
    canada = next(row for row in rows if row.label == "Canada")
    assert (canada.path, canada.depth) == (("Country", "North America", "Canada"), 1)
    assert canada.part.geography == country("Canada")


def test_years_and_measures_can_be_rows() -> None:
    years = stubs(Recipe(WORLD, "by years", MODALITY), IMAGING, LAYOUTS[0])
    assert [row.label for row in years] == [str(year) for year in IMAGING.years]
    measures = stubs(Recipe(WORLD, "overview", None), IMAGING, LAYOUTS[0])
    assert measures[0].label == "Revenue (USD million)"
