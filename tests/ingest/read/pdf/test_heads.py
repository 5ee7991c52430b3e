import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.domain import Table
from tests.ingest.read.pdf.drawn import HEIGHT, LEFT, STOPS, Drawing

FOUR = "Europe | 8.0 | 8.8 | 3.0 | 3.3\nAsia | 10.0 | 11.2 | 4.0 | 4.4"
YEARS = "Region | 2024 | 2025 | 2024 | 2025\n"
TITLED = ("Region", "Revenue > 2024", "Revenue > 2025", "Units > 2024", "Units > 2025")


class Head:
    """A table whose upper header row is drawn by the test."""

    def __init__(self) -> None:
        self.drawing = Drawing()
        self.top = self.drawing.prose(70)

    def under(self, text: str, stops: tuple[float, ...] = STOPS) -> Table:
        self.drawing.rows(self.top + 14, text, stops)
        (table,) = self.drawing.read().tables
        return table


def test_titles_set_to_the_middle_of_their_columns() -> None:
    head = Head()
    head.drawing.text(330, head.top, "Revenue", 9, align="middle")
    head.drawing.text(490, head.top, "Units", 9, align="middle")
    assert head.under(YEARS + FOUR).header == TITLED


@pytest.mark.parametrize(("first", "second"), [("Revenue", "Units"), ("Revenue (USD million)", "Units (thousand)")])
def test_titles_set_to_the_left_of_their_first_column(first: str, second: str) -> None:
    head = Head()
    head.drawing.text(280, head.top, first, 9)
    head.drawing.text(440, head.top, second, 9)
    table = head.under(YEARS + FOUR)
    assert table.header == tuple(name.replace("Revenue", first).replace("Units", second) for name in TITLED)
    assert table.rows[0] == ("Europe", "8.0", "8.8", "3.0", "3.3")


def test_titles_with_a_rule_below() -> None:
    head = Head()
    for middle, left, right, title in ((330, 280, 380, "Revenue"), (490, 440, 540, "Units")):
        head.drawing.text(middle, head.top, title, 9, align="middle")
        head.drawing.rule(head.top + 3, left, right)
    assert head.under(YEARS + FOUR).header == TITLED


def test_a_rule_says_over_how_many_columns_a_title_goes() -> None:
    head = Head()
    head.drawing.text(360, head.top, "Revenue", 9, align="middle")
    head.drawing.rule(head.top + 3, 240, 460)
    table = head.under("Region | 2023 | 2024 | 2025 | Units\n" + FOUR)
    assert table.header == ("Region", "Revenue > 2023", "Revenue > 2024", "Revenue > 2025", "Units")


def test_one_title_over_all_columns() -> None:
    head = Head()
    head.drawing.text(410, head.top, "Revenue (USD million)", 9, align="middle")
    table = head.under("Region | 2023 | 2024 | 2025 | 2026\n" + FOUR)
    assert table.header == ("Region", *(f"Revenue (USD million) > {year}" for year in range(2023, 2027)))
    assert table.unit == "USD million"


def test_a_title_over_one_column_beside_titles_over_several() -> None:
    head = Head()
    head.drawing.text(340, head.top, "Revenue", 9, align="middle")
    head.drawing.rule(head.top + 3, 270, 384)
    table = head.under("Region | 2024 | 2025 | CAGR (%) | Share (%)\n" + FOUR)
    assert table.header == ("Region", "Revenue > 2024", "Revenue > 2025", "CAGR (%)", "Share (%)")


def test_a_header_that_runs_over_lines_is_one_text() -> None:
    drawing = Drawing()
    stops = (300.0, 400.0, 520.0)
    below = drawing.prose(70)
    drawing.rows(
        below, "| Revenue in | Share of the | CAGR\nRegion | 2024 | market (%) | 2024-2030 (%)", stops, leading=10
    )
    drawing.rows(below + 24, "Europe | 8.0 | 44.4 | 9.8\nAsia | 10.0 | 55.6 | 12.2\nOther | 1.0 | 0.1 | 2.0", stops)
    (table,) = drawing.read().tables
    assert table.header == ("Region", "Revenue in 2024", "Share of the market (%)", "CAGR 2024-2030 (%)")


def test_a_bracket_that_is_open_goes_on_in_the_line_below() -> None:
    drawing = Drawing()
    stops = (300.0, 420.0)
    below = drawing.prose(70)
    drawing.rows(below, "| Revenue (EUR | Units (thousand\nRegion | thousand) | pieces)", stops, leading=11)
    drawing.rows(below + 28, "Europe | 8.0 | 44.4\nAsia | 10.0 | 55.6", stops)
    (table,) = drawing.read().tables
    assert table.header == ("Region", "Revenue (EUR thousand)", "Units (thousand pieces)")


def test_years_that_stand_near_are_columns_of_their_own() -> None:
    head = Head()
    table = head.under("Region | 2024 | 2025 | 2026 | 2027\n" + FOUR, (230, 256, 282, 308))
    assert table.header == ("Region", "2024", "2025", "2026", "2027")


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


def test_times_that_stand_near_are_not_parted_from_what_they_are_of() -> None:
    head = Head()
    head.drawing.text(460, head.top - 10, "Change,", 9, align="middle")
    head.drawing.text(460, head.top, "Q4 2023 –", 9, align="middle")
    for stop, text in ((300, "Q3"), (380, "Q4")):
        head.drawing.text(stop, head.top + 10, text, 9, align="right")
    head.drawing.text(460, head.top + 10, "Q4 2024, %", 9, align="middle")
    table = head.under("\nSales | 8.0 | 7.8 | 2.0\nCosts | 3.0 | 3.3 | 4.0", (300, 380, 478))
    assert table.header == ("", "Q3", "Q4", "Change, Q4 2023 – Q4 2024, %")


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


def test_a_rule_drawn_in_pieces_is_one() -> None:
    head = Head()
    head.drawing.text(390, head.top, "Years ended June 30,", 9, align="middle")
    for left, right in ((270, 347), (350, 470), (473, 544)):
        head.drawing.rule(head.top + 3, left, right)
    assert head.under(YEARS.replace("Region", "") + FOUR).header[1:] == tuple(
        f"Years ended June 30, > {year}" for year in ("2024", "2025", "2024", "2025")
    )


def test_headers_near_each_other_end_with_their_columns() -> None:
    rows = "Region | 2024 | 2025 | Chg% | In all days\nEurope | 8.0 | 8.8 | 10 | 33.5\nAsia | 9.0 | 9.9 | 10 | 37.1"
    table = Head().under(rows, (300, 380, 430, 478))
    assert table.header == ("Region", "2024", "2025", "Chg%", "In all days")


def test_how_sure_a_time_is_belongs_to_it() -> None:
    head = Head()
    head.drawing.text(335, head.top, "2024/25 Proj.", 9, align="middle")
    table = head.under("Item | May | June | 2023/24\nStocks | 8.0 | 8.8 | 9.1\nUse | 9.0 | 9.9 | 9.4", (300, 380, 460))
    assert table.header[1:3] == ("2024/25 Proj. > May", "2024/25 Proj. > June")


def test_a_title_is_over_the_names_left_and_right_of_the_one_below_it() -> None:
    head = Head()
    head.drawing.text(420, head.top - 8, "Sales of", 9, align="middle")
    for middle, text in ((340, "(Mail)"), (420, "(Goods)"), (500, "(Fares)")):
        head.drawing.text(middle, head.top + 3, text, 9, align="middle")
    table = head.under("\nNorth | 8.0 | 8.8 | 9.1\nSouth | 3.0 | 3.3 | 4.4", (350, 430, 510))
    assert table.header == ("", "Sales of > (Mail)", "Sales of > (Goods)", "Sales of > (Fares)")


def test_titles_of_one_and_of_two_lines_set_to_one_middle_stand_beside_each_other() -> None:
    head = Head()
    head.drawing.text(330, head.top - 5, "Freight", 9, align="middle")
    head.drawing.text(490, head.top - 10, "Mail and", 9, align="middle")
    head.drawing.text(490, head.top, "parcels", 9, align="middle")
    table = head.under(YEARS + FOUR)
    assert table.header == tuple(
        name.replace("Revenue", "Freight").replace("Units", "Mail and parcels") for name in TITLED
    )


def test_words_typed_one_blank_apart_are_one_title() -> None:
    head = Head()
    head.drawing.canvas.setFont("Courier", 9)
    for at, line in enumerate(
        (
            "Item          Freight and mail      Fares",
            "              2023        2024       2024",
            "Sales          8.0         8.8        9.9",
            "Costs          3.0         3.3        4.4",
        )
    ):
        head.drawing.canvas.drawString(LEFT, HEIGHT - head.top - 12 * at, line)
    (table,) = head.drawing.read().tables
    assert table.header == ("Item", "Freight and mail > 2023", "Freight and mail > 2024", "Fares > 2024")


@pytest.mark.parametrize("first", ["Passengers/", "North vs.", "Mail &"])
def test_a_header_that_ends_in_a_sign_goes_on_below(first: str) -> None:
    drawing = Drawing()
    top = drawing.prose(70)
    rows = f" | {first} | {first}\nItem | ships | trains\nSales | 8.0 | 8.8\nCosts | 3.0 | 3.3"
    drawing.rows(top, rows, (300, 400), leading=18)
    (table,) = drawing.read().tables
    assert table.header == ("Item", f"{first} ships", f"{first} trains")


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


def test_a_unit_that_goes_on_below_is_parted_from_the_header_right_behind_it() -> None:
    head = Head()
    head.drawing.text(LEFT, head.top, "Year (EUR", 9)
    head.drawing.text(LEFT, head.top + 11, "million)", 9)
    head.drawing.text(150, head.top, "Hospitals", 9, align="right")
    head.drawing.text(220, head.top, "Clinics", 9, align="right")
    head.top += 11
    table = head.under("2024 | 8.0 | 3.0\n2025 | 8.8 | 3.3", (150, 220))
    assert table.header == ("Year (EUR million)", "Hospitals", "Clinics")


def test_headers_that_touch_are_two() -> None:
    head = Head()
    head.drawing.text(LEFT, head.top, "Year", 9)
    head.drawing.text(180, head.top, "Pultrusion", 9, align="right")
    head.drawing.text(180.9, head.top, "Filament winding", 9)
    head.top += 3
    right = 180.9 + stringWidth("Filament winding", "Helvetica", 9)
    assert head.under("2024 | 8.0 | 3.0\n2025 | 8.8 | 3.3", (180, right)).header == (
        "Year",
        "Pultrusion",
        "Filament winding",
    )


def test_two_times_that_are_compared_are_one_title() -> None:
    head = Head()
    head.drawing.text(300, head.top, "2025", 9, align="right")
    head.drawing.text(380, head.top, "2024", 9, align="right")
    head.drawing.text(490, head.top, "2025 vs. 2024", 9, align="middle")
    table = head.under("Region | Sales | Sales | $ Change | % Change\n" + FOUR)
    assert table.header[3:] == ("2025 vs. 2024 > $ Change", "2025 vs. 2024 > % Change")


def test_a_column_of_changes_is_under_no_time_beside_it() -> None:
    head = Head()
    head.drawing.text(310, head.top, "FY 2025", 9, align="middle")
    head.drawing.text(440, head.top, "FY 2024", 9, align="middle")
    stops = (290, 350, 420, 480, 560)
    rows = "Europe | 8.0 | 35.0 | 3.0 | 36.2 | 5.7\nAsia | 10.0 | 25.1 | 4.0 | 29.5 | 6.8"
    table = head.under("Region | Sales | Share | Sales | Share | Growth (%)\n" + rows, stops)
    assert table.header[1:] == (
        "FY 2025 > Sales",
        "FY 2025 > Share",
        "FY 2024 > Sales",
        "FY 2024 > Share",
        "Growth (%)",
    )


def test_titles_over_columns_set_right_stand_in_the_middle_of_all() -> None:
    """Where the columns begin says little: they are as wide as their longest figures."""
    head = Head()
    stops = (293, 333, 373, 413, 453, 493, 539)
    for left, year in ((272, "2024"), (348, "2030"), (471, "2035")):
        head.drawing.text(left, head.top, year, 9, bold=True)
    rows = "Lockers | 187 | 212 | 268 | 305 | 251 | 372 | 468"
    more = "Parcels | 3,140 | 4,050 | 5,820 | 7,210 | 4,630 | 8,240 | 11,650"
    table = head.under(f"Indicator | Actual | Low | Base | High | Low | Base | High\n{rows}\n{more}", stops)
    assert [name.split(" > ")[0] for name in table.header[1:]] == ["2024"] + ["2030"] * 3 + ["2035"] * 3
