"""An invented edition of tables only: lathes by modality and trade, for a region and its countries."""

from functools import cache

from bot.answerers.tables import tables
from bot.book import Book
from bot.retrieve import Found
from bot.tabled import tabled
from bot.understand import understand
from bot.verify import Verified, verify
from ingest.domain import Table
from tests.bot.books import book_of

YEARS = ("2022", "2023", "2024")
MODALITY = Table(
    "Table 4: Germany – market revenue by modality, 2022–2024 (EUR thousand)",
    ("Modality", *YEARS, "CAGR 2022–2024 (%)"),
    (
        ("Turning lathes (TL)", "1,000", "1,100", "1,250", "11.8"),
        ("Heavy turning", "600", "640", "700", "8.0"),
        ("Light turning", "400", "460", "550", "17.3"),
        ("Milling", "900", "1,150", "1,200", "15.5"),
        ("Bores 400 to 650 mm", "300", "310", "330", "4.9"),
        ("Total", "2,200", "2,560", "2,780", "12.4"),
    ),
    "t.csv",
    unit="EUR thousand",
    depths=(0, 1, 1, 0, 0, 0),
)
CROSSED = Table(
    "Table 5: Germany – market revenue by modality and trade, 2024 (EUR thousand)",
    ("Modality", "Ship repair", "Rail", "Total"),
    (
        ("Turning lathes", "800", "450", "1,250"),
        ("Milling", "500", "700", "1,200"),
        ("Total", "1,300", "1,150", "2,450"),
    ),
    "t.csv",
    unit="EUR thousand",
)
COUNTRIES = Table(
    "Table 6: World – market revenue by country, 2022–2024 (EUR thousand)",
    ("Country", *YEARS),
    (
        ("Germany", "2,200", "2,560", "2,780"),
        ("France", "1,900", "2,100", "2,300"),
        ("Japan", "2,500", "2,600", "2,650"),
        ("Total", "6,600", "7,260", "7,730"),
    ),
    "t.csv",
    unit="EUR thousand",
)
CONFLICT = Table(
    "Table 7: France – market revenue by modality, 2022–2024 (EUR thousand)",
    ("Modality", *YEARS),
    (
        ("Turning lathes", "700", "800", "900"),
        ("Milling", "1,200", "1,300", "1,400"),
        ("Total", "1,900", "2,100", "2,300"),
    ),
    "t.csv",
    unit="EUR thousand",
)
AGAIN = Table(
    "Table 8: France – market revenue by modality, 2024 (EUR thousand)",
    ("Modality", "2024"),
    (("Turning lathes", "950"), ("Milling", "1,400"), ("Total", "2,300")),
    "t.csv",
    unit="EUR thousand",
)


@cache
def lathes() -> Book:
    """The edition, read as ingest reads it."""
    tables = (MODALITY, CROSSED, COUNTRIES, CONFLICT, AGAIN)
    return book_of("An edition of tables about lathes.", "Lathe Market", tables)


def told(question: str) -> Verified | None:
    """What the tables alone answer, verified; None where they leave the question to others."""
    asked = understand(question, lathes())
    draft = tables(Found(asked, lathes(), tabled=tabled(asked, lathes())))
    return verify(draft, asked) if draft else None
