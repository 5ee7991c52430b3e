"""A small text with figures of several sorts, and a way to pick one."""

from bot.book import Book
from bot.statement import Statement

TEXT = (
    "The widget market was valued at USD 2,500 million in 2024. Base year: 2024.\n\n"
    "A steel widget cost USD 14 in 2024, compared with USD 11 in 2021. Acme employs 2,340 people at seven plants.\n\n"
    "Acme bought Bolt for USD 61 million in May 2024. In Germany, 38% of fitters use steel widgets."
)


def statement(figure: str, book: Book) -> Statement:
    return next(s for s in book.statements if s.sense.quantity.text == figure)
