"""A small report with sentences, a list and a table of makers, for what is chosen among them."""

from bot.book import Book
from ingest.domain import Table
from tests.bot.books import book_of

TEXT = (
    "The widget market was valued at USD 2,500 million in 2024. Base year: 2024.\n\n"
    "Recycled oil sells for USD 5.10 per gallon, while virgin oil sells for USD 8.90 per gallon.\n\n"
    "Owners buy steel widgets because plastic ones break in the cold.\n\n"
    "Key players: Acme Ltd, Bolt Inc and Clamp GmbH."
)
TABLE = Table(
    "Sales of widgets (USD million)",
    ("Region", "2023", "2024"),
    (("Europe", "900", "1,000"), ("Asia", "700", "800"), ("Other", "600", "700"), ("Total", "2,200", "2,500")),
    "sales.csv",
)


def book() -> Book:
    return book_of(TEXT, tables=(TABLE,))
