import pytest

from ingest.read.lines import lines_of
from ingest.read.textgrids import grid_at


def grid(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]] | None:
    found = grid_at(list(lines_of(text)), 0)
    return (found[0].header, found[0].rows) if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Region\t2023\nEurope\t5\nAsia\t7",
        "Region | 2023\nEurope | 5\nAsia | 7",
        "| Region | 2023 |\n|---|---|\n| Europe | 5 |\n| Asia | 7 |",
        "Region    2023\nEurope    5\nAsia      7",
    ],
)
def test_tabs_bars_and_runs_of_spaces_part_columns(text: str) -> None:
    assert grid(text) == (("Region", "2023"), (("Europe", "5"), ("Asia", "7")))


def test_a_list_of_labels_and_values_has_no_header() -> None:
    assert grid("Base year\t2024\nForecast\t2030") == (("", ""), (("Base year", "2024"), ("Forecast", "2030")))


def test_a_header_of_general_words_is_one() -> None:
    assert grid("Attribute\tDetails\nBase year\t2024") == (("Attribute", "Details"), (("Base year", "2024"),))


@pytest.mark.parametrize("text", ["One line", "Prose here.\nMore prose.", "Region | 2023", "- a  b\n- c  d"])
def test_prose_and_bullets_are_no_table(text: str) -> None:
    assert grid(text) is None


def test_names_that_open_with_a_year_head_their_columns() -> None:
    text = "Buyer\t2024 Premiums\t2024 Growth (%)\nResorts\t198\t13.1\nTowns\t121\t22.2"
    assert grid(text) == (
        ("Buyer", "2024 Premiums", "2024 Growth (%)"),
        (("Resorts", "198", "13.1"), ("Towns", "121", "22.2")),
    )
    same = "Widgets\t2024 units\nGadgets\t1999 units"
    assert grid(same) == (("", ""), (("Widgets", "2024 units"), ("Gadgets", "1999 units")))
