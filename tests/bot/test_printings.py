"""Which printings say the same, and which figure is of now."""

from bot.printings import agrees, current_period, distinct
from ingest.domain import Period
from tests.bot.beehives import beehives
from tests.bot.books import book_of


def test_a_coarser_printing_of_a_figure_falls_away() -> None:
    book = book_of(
        "The widget market was valued at USD 2.47 billion in 2024.\n\nIt was worth USD 2.5 billion in 2024 already."
    )
    fine, coarse = book.quantities
    assert agrees(fine, coarse)
    assert [q.text for q in distinct(book.quantities)] == ["USD 2.47 billion"]


def test_now_is_the_base_year() -> None:
    sizes = [q for q in beehives().quantities if q.measure == "size" and q.period and not q.subject and not q.place]
    assert current_period(sizes, beehives()) == Period(2024, 2024)
