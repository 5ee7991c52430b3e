"""A fictional note on a market that shrinks: a sentence of two years, and a table of countries with their changes."""

from bot.book import Book
from ingest.domain import Table
from tests.bot.books import book_of

TEXT = (
    "Sales of peat briquettes in the four countries covered fell to EUR 214.6 million in 2024, from EUR 239.1 million"
    " in 2023.\n\nRules on emissions have changed twice in a decade. New plants and other developments are listed."
)
TABLE = Table(
    "Country table",
    ("Country", "2022 (kt)", "2023 (kt)", "2024 (kt)", "Change 2023-24"),
    (
        ("Estonia", "402", "371", "338", "-8.9%"),
        ("Latvia", "355", "349", "341", "-2.3%"),
        ("Finland", "611", "540", "441", "-18.3%"),
        ("Denmark", "92", "94", "90", "-4.3%"),
    ),
    "countries.csv",
)


def book() -> Book:
    return book_of(TEXT, "Peat Briquettes Market", tables=(TABLE,))
