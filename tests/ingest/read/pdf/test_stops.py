from ingest.read.pdf.lines import Line, line_of
from ingest.read.pdf.rows import rows_of
from ingest.read.pdf.stops import columns_of, is_scattered, numbers_apart, units_apart, walls_between
from ingest.read.pdf.words import Box, Word


def lines(*rows: dict[float, str]) -> list[Line]:
    """Lines 14 points apart; each text begins where its key says."""
    words = [
        Word(text, Box(left, 14 * at, left + 5 * len(text), 14 * at + 9), 14 * at + 9, 9)
        for at, row in enumerate(rows, start=1)
        for left, text in row.items()
    ]
    return [line_of(row, ()) for row in rows_of(words)]


def test_columns_are_what_overlaps_in_rows_of_figures() -> None:
    columns = columns_of(lines({60: "Mali", 200: "5.1", 300: "7"}, {60: "Togo", 195: "15.1", 300: "8"}))
    assert [(box.left, box.right) for box in columns] == [(60, 80), (195, 215), (300, 305)]
    assert walls_between(columns) == [137.5, 257.5]


def test_the_numbers_of_rows_are_cut_off_their_names() -> None:
    rows = numbers_apart(lines({60: "1", 67: "Mali", 200: "5.1"}, {60: "2", 67: "Togo", 200: "7.2"}))
    assert [line.texts for line in rows] == [("1", "Mali", "5.1"), ("2", "Togo", "7.2")]


def test_labels_that_stand_about_are_scattered() -> None:
    assert is_scattered(lines({60: "16", 200: "15.1"}, {120: "12.5", 280: "18.9"}, {60: "14", 360: "9.9"}))


def test_a_table_with_gaps_and_names_is_not_scattered() -> None:
    assert not is_scattered(lines({60: "Mali", 200: "15.1"}, {60: "Togo", 280: "18.9"}, {60: "Peru", 360: "9.9"}))


def test_a_sign_in_a_column_of_units_is_cut_off_its_figure() -> None:
    rows = lines(
        {60: "Cost", 200: "$", 212: "8.8"}, {60: "Share", 200: "%", 260: "5"}, {60: "Ore", 200: "kg", 260: "7"}
    )
    assert rows[0].texts == ("Cost", "$ 8.8")
    assert [line.texts for line in units_apart(rows)] == [
        ("Cost", "$", "8.8"),
        ("Share", "%", "5"),
        ("Ore", "kg", "7"),
    ]


def test_signs_without_a_column_of_units_stay_with_their_figures() -> None:
    rows = lines({60: "Cost", 200: "$", 212: "8.8"}, {60: "Fuel", 200: "$", 212: "7.2"})
    assert [line.texts for line in units_apart(rows)] == [("Cost", "$ 8.8"), ("Fuel", "$ 7.2")]


def test_words_of_a_unit_are_not_cut_apart() -> None:
    rows = lines({60: "Ore", 200: "thousand", 245: "tonnes"}, {60: "Share", 200: "%"}, {60: "Fuel", 200: "kg"})
    assert units_apart(rows) == rows
