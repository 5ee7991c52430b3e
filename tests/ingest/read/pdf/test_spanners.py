import pytest

from tests.ingest.read.pdf.headed import FOUR, TITLED, YEARS, Head


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


def test_a_rule_drawn_in_pieces_is_one() -> None:
    head = Head()
    head.drawing.text(390, head.top, "Years ended June 30,", 9, align="middle")
    for left, right in ((270, 347), (350, 470), (473, 544)):
        head.drawing.rule(head.top + 3, left, right)
    assert head.under(YEARS.replace("Region", "") + FOUR).header[1:] == tuple(
        f"Years ended June 30, > {year}" for year in ("2024", "2025", "2024", "2025")
    )


def test_a_title_is_over_the_columns_within_the_walls_of_its_cell() -> None:
    head = Head()
    head.drawing.text(400, head.top, "Dividend", 9, align="middle")
    for x in (240, 550):
        head.drawing.wall(x, head.top - 12, head.top + 4)
    table = head.under("Region | First | Second | Third | Total\n" + FOUR)
    assert table.header == ("Region", *(f"Dividend > {name}" for name in ("First", "Second", "Third", "Total")))


@pytest.mark.parametrize(
    "titles, at, grid, header",
    [
        (
            {"Value": 290, "Weight": 420},
            (260, 320, 400, 460, 540),
            "Country | 2024 | 2025 | 2024 | 2025 | % of total\nSpain | 14 | 13 | 121 | 109 | 9.7\n"
            "Chile | 21 | 23 | 178 | 191 | 7.5",
            ("Value > 2024", "Value > 2025", "Weight > 2024", "Weight > 2025", "% of total"),
        ),
        (
            {"Quarter": 320, "Full year": 510},
            (260, 330, 400, 470, 550),
            "Item | 4Q25 | 3Q25 | 2Q25 | FY2025 | FY2024\nLoss | 14 | 13 | 12 | 50 | 49\nCost | 21 | 23 | 22 | 90 | 88",
            ("Quarter > 2Q25", "Full year > FY2025", "Full year > FY2024"),
        ),
    ],
    ids=["names that come again", "names of one form"],
)
def test_titles_are_over_names_that_are_alike(
    titles: dict[str, float], at: tuple[float, ...], grid: str, header: tuple[str, ...]
) -> None:
    head = Head()
    for title, x in titles.items():
        head.drawing.text(x, head.top, title, 9, align="middle")
    assert head.under(grid, at).header[-len(header) :] == header


def test_titles_beside_each_other_within_walls_are_not_over_all_columns() -> None:
    head = Head()
    head.drawing.text(330, head.top, "Revenue", 9, align="middle")
    head.drawing.text(490, head.top, "Units", 9, align="middle")
    for x in (240, 550):
        head.drawing.wall(x, head.top - 12, head.top + 4)
    assert head.under(YEARS + FOUR).header == TITLED


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


def test_titles_over_names_that_begin_anew_though_the_last_has_fewer() -> None:
    head = Head()
    for x, title in ((243, "Sales"), (391, "EBIT"), (508, "EBIT margin")):
        head.drawing.text(x, head.top, title, 9, align="middle")
    rows = (
        "Home | 1,842.3 | 1,838.9 | 0.2 | 148.9 | 160.2 | (7.1) | 8.1 | 8.7\n"
        "Pet | 1,016.8 | 972.4 | 4.6 | 92.7 | 84.1 | 10.2 | 9.1 | 8.6"
    )
    names = "Item | 2025 | 2024 | Change | 2025 | 2024 | Change | 2025 | 2024\n"
    table = head.under(names + rows, (217, 269, 315, 363, 411, 461, 505, 549))
    assert table.header[4:7] == ("EBIT > 2025", "EBIT > 2024", "EBIT > Change")
    assert table.header[7:] == ("EBIT margin > 2025", "EBIT margin > 2024")
