import pytest

from ingest.domain import Table
from ingest.quantity.grids import is_empty
from ingest.quantity.groups import Standing, part_name, stack_of, standings


def stood(text: str) -> list[str]:
    """Each row with the rows that head it: "France < Europe"; "=" before a row that sums the innermost of them up. Rows
    are lines whose cells are parted by bars; two blanks before a name are a step inwards."""
    lines = text.strip("\n").splitlines()
    rows = tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)
    depths = tuple((len(line) - len(line.lstrip())) // 2 for line in lines)
    table = Table("", ("",) * len(rows[0]), rows, "t.csv", depths=depths if any(depths) else ())
    found = standings(stack_of(table, 0, range(1, len(rows[0])), is_empty, comma=False))
    return [_line(rows, row, standing) for row, standing in enumerate(found)]


def _line(rows: tuple[tuple[str, ...], ...], row: int, standing: Standing) -> str:
    heads = [rows[head][0] for head in standing.groups]
    return ("=" if standing.total else "") + " < ".join([rows[row][0], *heads[::-1]])


def test_indented_rows_are_parts_of_the_row_above_them() -> None:
    assert stood("Europe | 5\n  France | 3\n    Paris | 1\n  Italy | 2\nAsia | 7") == [
        "Europe",
        "France < Europe",
        "Paris < France < Europe",
        "Italy < Europe",
        "Asia",
    ]


def test_rows_below_a_name_without_figures_are_its_group() -> None:
    assert stood("Europe |\nFrance | 3\nItaly | 2\nAsia |\nJapan | 7") == [
        "Europe",
        "France < Europe",
        "Italy < Europe",
        "Asia",
        "Japan < Asia",
    ]


def test_a_group_name_with_indented_rows_ends_where_they_do() -> None:
    assert stood("Europe |\n  France | 3\n  Italy | 2\nWorld | 9")[-1] == "World"


@pytest.mark.parametrize(
    "total", ["Total", "Subtotal", "Sub-total", "All", "Total Europe", "Europe, total", "Europe total"]
)
def test_a_total_sums_its_group_up(total: str) -> None:
    assert stood(f"Europe |\nFrance | 31\nItaly | 22\n{total} | 53\nAsia |\nJapan | 70")[3] == f"={total} < Europe"


def test_a_total_indented_with_its_group_sums_it_up() -> None:
    found = stood("Europe |\n  France | 3\n  Italy | 2\n  Total | 5\nAsia | 7")
    assert found[3:] == ["=Total < Europe", "Asia"]


def test_a_total_that_is_not_the_sum_of_the_last_group_is_that_of_all() -> None:
    text = "Europe |\nFrance | 31\nItaly | 22\nAsia |\nJapan | 70\nChina | 41\nTotal | 164"
    assert stood(text)[-1] == "Total"
    assert stood(text.replace("164", "111"))[-1] == "=Total < Asia"


def test_what_follows_a_subtotal_is_no_part_of_its_group() -> None:
    assert stood("Europe |\nFrance | 3\nItaly | 2\nSubtotal | 5\nWorld | 9")[-1] == "World"


@pytest.mark.parametrize(
    "name", ["– France", "- France", "• France", "of which: France", "o/w France", "thereof France"]
)
def test_a_mark_before_a_name_makes_it_a_part(name: str) -> None:
    assert stood(f"Europe | 5\n{name} | 3\nAsia | 7") == ["Europe", f"{name} < Europe", "Asia"]


def test_rows_that_add_up_to_the_row_above_them_are_its_parts() -> None:
    assert stood("Europe | 5.1 | 6.2\nFrance | 3.0 | 4.1\nItaly | 2.1 | 2.1\nAsia | 7.0 | 8.8") == [
        "Europe",
        "France < Europe",
        "Italy < Europe",
        "Asia",
    ]


def test_a_sum_may_be_off_by_what_is_rounded() -> None:
    text = "Europe | 51 | 62\nFrance | 30 | 40\nItaly | 20 | 21\nAsia | 70 | 88"
    assert stood(text)[1] == "France < Europe"
    assert stood(text.replace("51", "54"))[1] == "France"


def test_one_column_that_adds_up_by_chance_makes_no_parts() -> None:
    assert stood("Europe | 51 | 99\nFrance | 30 | 40\nItaly | 21 | 22\nAsia | 70 | 88")[1] == "France"


def test_small_whole_numbers_add_up_too_easily() -> None:
    assert stood("Europe | 3 | 4\nFrance | 2 | 2\nItaly | 1 | 2\nAsia | 7 | 8")[1] == "France"


def test_a_total_in_the_first_row_heads_nothing() -> None:
    assert stood("World | 51 | 62\nEurope | 30 | 40\nAsia | 21 | 22") == ["World", "Europe", "Asia"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("– Cardiac CT", "Cardiac CT"),
        ("of which: Cardiac", "Cardiac"),
        ("Including software", "software"),
        ("-5 °C", "-5 °C"),
        ("Thereofia", "Thereofia"),
        (" Cardiac ", "Cardiac"),
        ("Incline", "Incline"),
    ],
)
def test_the_name_of_a_part_is_without_its_mark(text: str, name: str) -> None:
    assert part_name(text) == name
