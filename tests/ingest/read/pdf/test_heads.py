import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.ingest.read.pdf.drawn import HEIGHT, LEFT, Drawing
from tests.ingest.read.pdf.headed import FOUR, TITLED, YEARS, Head


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


def test_times_that_stand_near_are_not_parted_from_what_they_are_of() -> None:
    head = Head()
    head.drawing.text(460, head.top - 10, "Change,", 9, align="middle")
    head.drawing.text(460, head.top, "Q4 2023 –", 9, align="middle")
    for stop, text in ((300, "Q3"), (380, "Q4")):
        head.drawing.text(stop, head.top + 10, text, 9, align="right")
    head.drawing.text(460, head.top + 10, "Q4 2024, %", 9, align="middle")
    table = head.under("\nSales | 8.0 | 7.8 | 2.0\nCosts | 3.0 | 3.3 | 4.0", (300, 380, 478))
    assert table.header == ("", "Q3", "Q4", "Change, Q4 2023 – Q4 2024, %")


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


def test_a_word_that_is_broken_at_a_hyphen_goes_on() -> None:
    drawing = Drawing()
    rows = " | Quarter-to- | Manufac-\nItem | quarter | turing\nSales | 8.0 | 8.8\nCosts | 3.0 | 3.3"
    drawing.rows(drawing.prose(70), rows, leading=11)
    (table,) = drawing.read().tables
    assert table.header == ("Item", "Quarter-to-quarter", "Manufacturing")


def test_a_text_that_cannot_end_goes_on_in_a_line_that_is_further_off() -> None:
    drawing = Drawing()
    rows = "Item | Q2 2025 | Change on | Share of\n | | year (%) | State, Q2\n | | | 2025 (%)\nSales | 8.0 | 8.8 | 7.1"
    drawing.rows(drawing.prose(70), rows, leading=14.5)
    (table,) = drawing.read().tables
    assert table.header == ("Item", "Q2 2025", "Change on year (%)", "Share of State, Q2 2025 (%)")


def test_a_year_over_the_middle_of_its_quarters_is_that_of_all() -> None:
    head = Head()
    stops = (280.0, 350.0, 420.0, 490.0)
    head.drawing.text(370, head.top - 10, "Fiscal 2024", 9, align="middle")
    for stop, name in zip(stops, ("First", "Second", "Third", "Fourth"), strict=True):
        head.drawing.text(stop - 12, head.top, name, 9, align="middle")
        head.drawing.text(stop - 12, head.top + 10, "Quarter", 9, align="middle")
    table = head.under("\nSales | 8.0 | 8.8 | 9.1 | 9.4\nCosts | 3.0 | 3.3 | 4.4 | 4.8", stops)
    assert table.header[1:] == tuple(f"Fiscal 2024 > {name} Quarter" for name in ("First", "Second", "Third", "Fourth"))


def test_headers_a_blank_apart_that_both_end_with_their_columns_are_two() -> None:
    head = Head()
    head.drawing.text(300, head.top, "Pultrusion", 9, align="right")
    head.drawing.text(366, head.top, "Filament winding", 9, align="right")
    table = head.under("\n2018 | 141 544 | 34 | 45 125\n2019 | 152 876 | 36 | 48 664", (300, 366, 480))
    assert table.header[1:3] == ("Pultrusion", "Filament winding")
