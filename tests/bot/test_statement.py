"""What stands right around a figure."""

from bot.statement import BEFORE, BEHIND, Statement
from ingest.domain import Table
from tests.bot.books import book_of


def around(text: str, figure: str) -> Statement:
    return next(s for s in book_of(text).statements if s.sense.quantity.text == figure)


STAFF = Table("Makers", ("Maker", "Staff"), (("Apiscan", "390"), ("Broodline", "410")), "makers.csv")
PRICES = "Scales sold for USD 340 apiece in 2024, against USD 395 in 2023, and thermometers for USD 52."


def test_a_clause_ends_where_another_figure_s_begins() -> None:
    assert around(PRICES, "USD 52").clause >= {"thermomet"}
    assert "scale" not in around(PRICES, "USD 52").clause


def test_what_another_figure_is_compared_with_is_earlier() -> None:
    assert around(PRICES, "USD 395").earlier
    assert not around(PRICES, "USD 340").earlier


def test_a_cell_has_its_column_s_header_and_its_table_s_title() -> None:
    cell = next(s for s in book_of("None.", tables=(STAFF,)).statements)
    assert "staff" in cell.header
    assert cell.text == "Makers. Apiscan; Staff: 390"
    assert cell.text[cell.start : cell.end] == "390"


def test_a_sentence_is_told_under_its_heading_and_a_long_one_is_cut() -> None:
    told = around(PRICES, "USD 52")
    assert told.text.endswith("and thermometers for USD 52.")
    assert told.text[told.start : told.end] == "USD 52"
    long = around(f"Scales, {'very ' * 200}heavy, sold for USD 340 apiece in 2024{', and so on' * 90}.", "USD 340")
    assert long.text[long.start : long.end] == "USD 340"
    assert (long.start, len(long.text)) == (BEFORE, long.end + BEHIND)


def test_what_was_once_is_left_behind() -> None:
    text = "Insurers pay for 19% of visits, up from 6% in 2022. Prices start from USD 30."
    assert around(text, "6%").is_left_behind
    assert not around(text, "19%").is_left_behind
    assert not around(text, "USD 30").is_left_behind


def test_the_row_of_a_total_is_known() -> None:
    table = Table("Sales", ("Maker", "2024"), (("Apiscan", "390"), ("All makers", "800"), ("World", "800")), "s.csv")
    assert [each.total for each in book_of("None.", tables=(table,)).statements] == [False, True, True]


def test_the_total_of_what_the_title_names_is_one() -> None:
    rows = (("Savings", "6"), ("Time deposits", "3"), ("Total deposits", "9"), ("Total loans", "8"))
    book = book_of("None.", tables=(Table("Deposits by type", ("", "2024"), rows, "s.csv"),))
    assert [each.total for each in book.statements] == [False, False, True, False]
