import pytest

from evals.specimen.columns import heads, marked, milestones
from evals.specimen.layout import LAYOUTS, TableKind
from evals.specimen.markets import IMAGING
from evals.specimen.places import WORLD
from evals.specimen.recipe import Recipe


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("history", ("2019",), ("2025",)),
        ("forecast", ("2025",), ("CAGR 2025–2033 (%)",)),
        ("volume", ("2019",), ("2025*",)),
        ("share", ("2019",), ("2033",)),
        ("growth", ("2025",), ("2033",)),
        ("by years", ("Computed tomography",), ("Total",)),
        ("cross", ("Oncology",), ("Total",)),
        ("two measures", ("Revenue (USD million)", "2019"), ("Volume (thousand procedures)", "2033")),
    ],
)
def test_columns_follow_the_kind(kind: TableKind, first: tuple[str, ...], last: tuple[str, ...]) -> None:
    found = heads(Recipe(WORLD, kind, IMAGING.dimensions[0], 2025), IMAGING, LAYOUTS[0])
    assert (found[0].path, found[-1].path) == (first, last)


def test_layouts_may_mark_estimates_and_forecasts() -> None:
    assert [marked(year, IMAGING, LAYOUTS[1]) for year in (2024, 2025, 2026)] == ["2024", "2025E", "2026F"]
    assert marked(2026, IMAGING, LAYOUTS[0]) == "2026"


def test_milestones_are_in_order() -> None:
    assert milestones(IMAGING) == (2019, 2025, 2029, 2033)
