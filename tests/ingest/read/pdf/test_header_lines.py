import pytest

from tests.ingest.read.pdf.drawn import LEFT, STOPS, Drawing
from tests.ingest.read.pdf.headed import BODY, FOUR, HEADER, Head, only


def test_the_name_of_the_first_group_is_no_header() -> None:
    head = Head()
    table = head.under("Region | 2024 | 2025\nEurope\n  France | 5.0 | 5.5\n  Italy | 3.0 | 3.3", STOPS[:2])
    assert (table.header, table.rows[0][0]) == (("Region", "2024", "2025"), "Europe")


def test_a_sentence_above_a_table_is_no_header() -> None:
    head = Head()
    head.drawing.text(LEFT, head.top - 6, "The revenue of both regions grows, as the figures of the two years show.")
    table = head.under("Region | 2024 | 2025\nEurope | 5.0 | 5.5\nAsia | 3.0 | 3.3", STOPS[:2])
    assert table.header == ("Region", "2024", "2025")


@pytest.mark.parametrize("said", ["Year ended December 31,", "As of December 31,", "Three months ended June 30,"])
def test_a_line_that_says_of_what_time_the_years_below_are_heads_them(said: str) -> None:
    head = Head()
    head.drawing.text(330, head.top, said, 9, align="middle")
    table = head.under("| 2024 | 2023\nSales | 8.0 | 7.8\nCosts | 3.0 | 3.3", (300, 360))
    assert table.header == ("", f"{said} > 2024", f"{said} > 2023")


def test_the_first_line_of_a_header_may_stand_alone() -> None:
    head = Head()
    head.drawing.text(280, head.top - 6, "Lithium", 9, align="middle")
    head.drawing.text(380, head.top, "Nickel", 9, align="middle")
    head.drawing.text(460, head.top, "Cobalt", 9, align="middle")
    head.drawing.text(280, head.top + 6, "carbonate", 9, align="middle")
    head.drawing.text(LEFT, head.top + 6, "Land", 9)
    table = head.under("\nChile | 8.0 | 7.8 | 1.2\nPeru | 3.0 | 3.3 | 1.4", (300, 400, 480))
    assert table.header == ("Land", "Lithium carbonate", "Nickel", "Cobalt")


def test_a_larger_line_above_is_no_header() -> None:
    head = Head()
    head.drawing.text(LEFT, head.top - 4, "Subscribers", 11)
    table = head.under("| 2024 | 2023\nPostpaid | 8.0 | 7.8\nPrepaid | 3.0 | 3.3", (300, 380))
    assert (table.title, table.header) == ("Subscribers", ("", "2024", "2023"))


def test_ages_over_two_lines_are_headers() -> None:
    head = Head()
    for stop, upper, lower in zip(
        STOPS, ("Under 18", "18 to", "45 to", "65 and"), ("", "44", "64", "over"), strict=True
    ):
        head.drawing.text(stop, head.top, upper, 9, align="right")
        head.drawing.text(stop, head.top + 11, lower, 9, align="right")
    head.drawing.text(LEFT, head.top, "Region", 9)
    head.top += 11
    table = head.under(FOUR)
    assert table.header == ("Region", "Under 18", "18 to 44", "45 to 64", "65 and over")
    assert table.rows[0] == ("Europe", "8.0", "8.8", "3.0", "3.3")


def test_a_text_set_in_another_way_over_the_header_is_none_of_it() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(300, top, "Sales of the group", 9, bold=True)
    drawing.rows(top + 18, f"{HEADER}\n{BODY}")
    assert only(drawing).header == ("Region", "2024", "2025")


def test_the_first_line_of_a_header_may_stand_alone_left_of_its_figures() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(397, top, "Effective", 9, align="middle")
    drawing.rows(top + 10, "| Interest Rate | 2025\nNotes | 4.02% | 300.0\nLoans | 5.81% | 406.3", (422, 500))
    (table,) = drawing.read().tables
    assert table.header == ("", "Effective Interest Rate", "2025")


def test_units_below_a_header_are_no_figures() -> None:
    drawing = Drawing()
    drawing.rows(drawing.prose(70), "Name | Salary | Bonus\n | £000 | £000\nAshdown | 684 | 712\nOyelaran | 452 | 430")
    (table,) = drawing.read().tables
    assert table.header == ("Name", "Salary > £000", "Bonus > £000")


def test_a_stretch_in_bold_over_the_figures_is_part_of_the_header() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(420, top, "Nine Months Ended September 30,", 9, bold=True, align="middle")
    drawing.rows(top + 14, "(in thousands) | | 2025 | 2024\nNet income | | 52 | 29\nOther | | 4 | 3")
    (table,) = drawing.read().tables
    assert table.header[1:] == tuple(f"Nine Months Ended September 30, > {year}" for year in (2025, 2024))


def test_titles_set_to_the_middle_of_a_high_header_count_once() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    for at, text in enumerate(("Amount in the", "consolidated", "statement of", "income", "before", "taxes")):
        drawing.text(460, top + 8 * at, text, 7, align="middle")
    for at, text in enumerate(("Other", "parts", "of all", "(Note)")):
        drawing.text(380, top + 8 * at + 12, text, 7, align="middle")
    drawing.rows(top + 52, "Sales | 118,642 | 142,311\nCosts | 41,877 | 40,105", (392, 472), size=7)
    (table,) = drawing.read().tables
    assert table.header[1:] == (
        "Other parts of all (Note)",
        "Amount in the consolidated statement of income before taxes",
    )


def test_a_number_over_what_it_counts_is_a_header_and_no_figure() -> None:
    drawing = Drawing()
    drawing.rows(
        drawing.prose(70), "Item | May 2025 | June 2025 | 12\n | | | months\nOak | 8.0 | 8.8 | 3.8", leading=12
    )
    (table,) = drawing.read().tables
    assert table.header == ("Item", "May 2025", "June 2025", "12 months")


@pytest.mark.parametrize("aside", ["(Millions of yen)", "(Percentages indicate year-on-year changes.)"])
def test_what_is_set_to_the_right_of_a_caption_is_said_of_the_table(aside: str) -> None:
    drawing = Drawing()
    top = drawing.lines(drawing.prose(70), "Results by segment")
    drawing.text(540, top - 24, aside, 10, align="right")
    drawing.rows(top, "Segment | 2024 | 2025\n | Sales | Sales\nTools | 8.0 | 8.8\nPumps | 3.0 | 3.3", (300, 380))
    (table,) = drawing.read().tables
    assert table.title.startswith("Results by segment")
    assert table.header == ("Segment", "2024 > Sales", "2025 > Sales")
    assert (table.unit == "Millions of yen") is ("yen" in aside)


def test_percent_change_over_the_last_columns_is_their_header_and_no_unit() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(490, top, "Percent Change", 9, align="middle")
    drawing.rows(
        top + 16, "Item | 2025 | 2024 | Reported | Constant\nOak | 8.0 | 7.1 | 14.0 | 15.9\nElm | 3.0 | 3.3 | 2.1 | 2.2"
    )
    (table,) = drawing.read().tables
    assert table.header == ("Item", "2025", "2024", "Percent Change > Reported", "Percent Change > Constant")


def test_the_first_line_of_a_header_may_be_set_to_the_right() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    drawing.text(422, top, "Number of", 9, align="right")
    drawing.rows(top + 10, "Tenant | Leases | Rent\nBrask | 22 | 300.0\nOrlo | 18 | 406.3", (422, 500))
    (table,) = drawing.read().tables
    assert table.header == ("Tenant", "Number of Leases", "Rent")


def test_a_header_between_those_of_two_lines_is_one_of_them() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    for middle, words in ((380, ("Change on", "2024 (%)")), (480, ("January–", "October 2025"))):
        for at, text in enumerate(words):
            drawing.text(middle, top + 9 * at, text, 7, align="middle")
    drawing.text(270, top + 4.5, "October 2025", 7, align="middle")
    drawing.rows(top + 20, "Exports | 4 320.7 | 5.5 | 39 279.9\nImports | 4 633.5 | 3.3 | 41 830.3", (290, 400, 500))
    (table,) = drawing.read().tables
    assert table.header[1] == "October 2025"
    assert table.header[2:] == ("Change on 2024 (%)", "January– October 2025")


def test_a_number_that_ends_a_header_set_close_to_the_next_is_no_figure() -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    for right, words in ((260, ("18 to", "44")), (296, ("45 to 64",)), (340, ("65 and", "over"))):
        for at, text in enumerate(words):
            drawing.text(right, top + 10 * at, text, 7, align="right")
    drawing.rows(top + 20, "2019 | 435,3 | 1.153,5 | 1.959,6\n2020 | 428,6 | 1.148,2 | 1.965,9", (260, 296, 340))
    (table,) = drawing.read().tables
    assert table.header[1:] == ("18 to 44", "45 to 64", "65 and over")
