"""Cells of something else than what is asked for."""

import pytest

from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.strays import strays
from bot.understand import understand
from ingest.domain import Table
from tests.bot.accounts import accounts
from tests.bot.books import book_of


def strays_with(question: str, figure: str, answerer: str) -> bool:
    book = accounts()
    cited = next(q for q in book.quantities if q.text == figure)
    said = Sentence("As printed.", (evidence_of(book, cited),))
    return strays(Draft((Paragraph((said,)),), answerer=answerer), understand(question, book, None), book)


@pytest.mark.parametrize(
    ("question", "figure", "answerer", "is_stray"),
    [
        ("By how much did the operating profit of Drives grow?", "210", "combine", False),
        ("By how much did total operating profit grow?", "455", "combine", False),
        ("By how much did total operating profit grow?", "210", "combine", True),
        ("By how much did total spending grow?", "41", "combine", False),  # no total stands beside it
        ("What was the dividend per share in 2024?", "41", "quote", True),
        ("What were earnings per share in Q2 2024?", "$ 0.35", "quote", False),
        ("By how much did total operating profit grow?", "210", "tables", True),  # a level tells no change
        ("revenue and gross profit in Q2 2025", "290", "lookup", True),  # one of two things asked for
        ("research and development in Q2 2025", "75", "quote", False),
        ("revenue and growth in 2024", "455", "lookup", True),
    ],
)
def test_a_part_that_is_not_named_and_what_is_per_another_thing_stray(
    question: str, figure: str, answerer: str, is_stray: bool
) -> None:
    assert strays_with(question, figure, answerer) is is_stray


@pytest.mark.parametrize(
    ("question", "is_stray"),
    [
        ("operating profit of Valves in 2024", True),  # it names another row
        ("operating profit of Drives in 2024", False),
        ("operating profit of the workshop in 2024", False),  # perhaps by another word
    ],
)
def test_a_cell_beside_the_one_that_is_named_strays(question: str, is_stray: bool) -> None:
    assert strays_with(question, "210", "quote") is is_stray


@pytest.mark.parametrize(("word", "is_stray"), [("rural", True), ("urban", False), ("outlying", False)])
def test_a_column_beside_the_one_that_is_named_strays(word: str, is_stray: bool) -> None:
    header = ("Country", "Urban > 2024", "Rural > 2024")
    table = Table(
        "Broadband, % of households", header, (("Peru", "57.4%", "n/a"), ("Chile", "82.3%", "32.7%")), "t.csv"
    )
    book = book_of("None.", "Broadband databook", (table,))
    cited = next(q for q in book.quantities if q.text == "57.4%")
    said = Draft((Paragraph((Sentence("As printed.", (evidence_of(book, cited),)),)),), answerer="quote")
    assert strays(said, understand(f"{word} broadband in Peru 2024", book, None), book) is is_stray


def test_the_size_of_the_whole_market_is_not_that_of_things_it_never_speaks_of() -> None:
    book = book_of("The tidal energy market was worth USD 4.1 billion in 2024.", "Tidal Energy Market")
    said = Draft(
        (Paragraph((Sentence("As printed.", (evidence_of(book, book.quantities[0]),)),)),), answerer="likeliest"
    )
    assert strays(said, understand("ice cream market value 2024", book, None), book)
    assert not strays(said, understand("tidal energy market value 2024", book, None), book)


@pytest.mark.parametrize(("word", "is_stray"), [("rate", True), ("interest", False), ("money", False)])
def test_another_column_under_the_same_header_strays(word: str, is_stray: bool) -> None:
    header = ("Deposits", "2024 > Balance", "2024 > Interest", "2024 > Rate")
    table = Table(
        "Interest (USD thousand)", header, (("Time", "900", "31", "3.4%"), ("Sight", "400", "8", "2.0%")), "t.csv"
    )
    book = book_of("None.", "Bank report", (table,))
    cited = next(q for q in book.quantities if q.text == "31")
    said = Draft((Paragraph((Sentence("As printed.", (evidence_of(book, cited),)),)),), answerer="quote")
    assert strays(said, understand(f"what {word} was paid on time deposits in 2024", book, None), book) is is_stray


SIZES = Table(
    "Average price by screen size",
    ("", "2024", "2025"),
    (('27"', "$ 241", "$ 226"), ('32" and above', "$ 468", "$ 431"), ("All sizes", "$ 204", "$ 206")),
    "t.csv",
)


@pytest.mark.parametrize(("figure", "is_stray"), [("$ 206", True), ("$ 431", False)])
def test_a_size_that_is_asked_about_is_one_of_the_labels(figure: str, is_stray: bool) -> None:
    book = book_of("", tables=(SIZES,))
    cited = next(q for q in book.quantities if q.text == figure)
    draft = Draft((Paragraph((Sentence("As printed.", (evidence_of(book, cited),)),)),), answerer="lookup")
    assert strays(draft, understand("What did a 32-inch monitor cost in 2025?", book, None), book) is is_stray


def test_how_long_something_takes_is_no_size() -> None:
    rates = Table("Key figures", ("", "2025"), (("Default rate", "3.1%"), ("Margin", "8.0%")), "t.csv")
    book = book_of("", tables=(rates,))
    cited = next(q for q in book.quantities if q.text == "3.1%")
    draft = Draft((Paragraph((Sentence("As printed.", (evidence_of(book, cited),)),)),), answerer="lookup")
    assert not strays(draft, understand("What was the 12-month default rate in 2025?", book, None), book)


def test_the_whole_is_not_likeliest_where_a_part_of_it_is_named() -> None:
    whole = Table("Key indicators", ("", "2024"), (("Market volume", "981 kilotons"),), "t.csv")
    parts = Table("Demand by use", ("", "2023"), (("Automotive", "12 kilotons"), ("Building", "30 kilotons")), "t.csv")
    book = book_of("", tables=(whole, parts))
    cited = next(q for q in book.quantities if q.text.startswith("981"))
    draft = Draft((Paragraph((Sentence("As printed.", (evidence_of(book, cited),)),)),), answerer="likeliest")
    assert strays(draft, understand("What volume went into automotive in 2024?", book, None), book)
    assert not strays(draft, understand("What was the volume in 2024?", book, None), book)


def cited(question: str, figure: str, table: Table) -> bool:
    book = book_of("None.", "Databook", (table,))
    quantity = next(q for q in book.quantities if q.text == figure)
    said = Sentence("As printed.", (evidence_of(book, quantity),))
    return strays(Draft((Paragraph((said,)),), answerer="quote"), understand(question, book, None), book)


def test_a_title_that_joins_two_things_says_nothing_of_the_one_that_another_column_is_of() -> None:
    header = ("Country", "Lockers > 2022", "Lockers > 2024", "Boxes > 2024")
    table = Table(
        "Lockers and boxes in operation", header, (("Peru", "31", "44", "29"), ("Chile", "8", "9", "7")), "t.csv"
    )
    assert cited("How many boxes did Peru have in 2022?", "31", table)
    assert not cited("How many lockers did Peru have in 2022?", "31", table)


def test_an_amount_is_no_margin() -> None:
    table = Table(
        "Results, EUR million", ("", "EBITA", "Sales"), (("Drives", "109.8", "940"), ("Pumps", "8", "70")), "t.csv"
    )
    assert cited("What EBITA margin had Drives?", "109.8", table)
    assert not cited("What EBITA had Drives?", "109.8", table)


def test_what_is_not_life_insurance_is_none() -> None:
    table = Table("Non-life insurance by line", ("", "Premiums"), (("Motor", "21"), ("Total non-life", "34")), "t.csv")
    assert cited("What premiums did life insurance bring in?", "34", table)
    assert not cited("What premiums did non-life insurance bring in?", "34", table)


def strays_from(question: str, row: str, answerer: str, header: str = "2024") -> bool:
    table = Table("Overview (CHF million)", ("", header), ((row, "168"), ("Sales", "900")), "t.csv")
    book = book_of("None.", "Annual accounts", (table,))
    cited = next(q for q in book.quantities if q.text == "168")
    said = Draft((Paragraph((Sentence("As printed.", (evidence_of(book, cited),)),)),), answerer=answerer)
    return strays(said, understand(question, book, None), book)


@pytest.mark.parametrize(
    ("question", "row", "is_stray"),
    [
        ("total sales in 2024", "Sales per employee", True),
        ("sales per employee in 2024", "Sales per employee", False),
        ("cost of sales in 2024", "Sales abroad", True),  # the term is told by none of its names
        ("cost of sales in 2024", "Cost of goods sold", False),
        ("headcount outside Germany in 2024", "Germany", True),
        ("headcount in Germany in 2024", "Germany", False),
    ],
)
def test_what_is_per_something_or_of_another_term_or_place_strays(question: str, row: str, is_stray: bool) -> None:
    assert strays_from(question, row, "combine") is is_stray


def test_a_kind_that_labels_tell_apart_is_not_the_thing() -> None:
    tables = (
        Table("Lime production", ("", "2024"), (("Germany", "4,930"),), "t.csv", unit="tonnes"),
        Table("Hydrated lime", ("", "2023"), (("Spain", "12"),), "t.csv", unit="tonnes"),
    )
    book = book_of("None.", "Yearbook", tables)
    cited = next(q for q in book.quantities if q.text == "4,930")
    said = Draft((Paragraph((Sentence("As printed.", (evidence_of(book, cited),)),)),), answerer="quote")
    assert strays(said, understand("hydrated lime in Germany 2024", book, None), book)
    assert not strays(said, understand("lime in Germany 2024", book, None), book)


def test_sentences_are_not_held_against_terms() -> None:
    book = book_of("Gross profit margin was 37% in 2024.", "Annual accounts")
    cited = book.quantities[0]
    said = Draft((Paragraph((Sentence("As printed.", (evidence_of(book, cited),)),)),), answerer="quote")
    assert not strays(said, understand("cost of sales in 2024", book, None), book)
