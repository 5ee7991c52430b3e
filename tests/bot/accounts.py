"""An invented company's accounts: a statement of half a year, a balance sheet, regions, and prices by month."""

from functools import cache

from bot.book import Book
from ingest.domain import Table
from tests.bot.books import book_of

STATEMENT = Table(
    "Consolidated statements of operations",
    (
        "",
        "Three months ended June 30, 2025",
        "Three months ended June 30, 2024",
        "Six months ended June 30, 2025",
        "Six months ended June 30, 2024",
    ),
    (
        ("Revenues:", "", "", "", ""),
        ("Licences", "300", "280", "590", "550"),
        ("Services", "120", "110", "230", "215"),
        ("Total revenues", "420", "390", "820", "765"),
        ("Cost of revenues:", "", "", "", ""),
        ("Licences", "60", "58", "119", "115"),
        ("Gross profit", "290", "261", "566", "513"),
        ("Research and development", "75", "71", "149", "140"),
        ("Net income per share:", "", "", "", ""),
        ("Basic", "$ 0.42", "$ 0.37", "$ 0.81", "$ 0.72"),
        ("Diluted", "$ 0.40", "$ 0.35", "$ 0.78", "$ 0.69"),
    ),
    "t.csv",
    unit="USD thousand, except per share data",
    depths=(0, 1, 1, 2, 0, 1, 0, 0, 0, 1, 1),
)
BALANCE = Table(
    "Consolidated balance sheets",
    ("", "June 30, 2025", "December 31, 2024"),
    (
        ("Inventories", "940", "910"),
        ("Current portion of long-term debt", "50", "45"),
        ("Long-term debt, net of current portion", "1,200", "1,260"),
    ),
    "t.csv",
    unit="USD thousand",
)
SEGMENTS = Table(
    "Operating profit by segment",
    ("Segment", "2024", "2023"),
    (("Drives", "210", "190"), ("Pumps", "95", "120"), ("Valves", "150", "80"), ("Total", "455", "390")),
    "t.csv",
    unit="USD thousand",
)
PRICES = Table(
    "Average pump prices, financial year ended 31 March",
    ("", "Unit", "2022/23", "2023/24"),
    (("Petrol", "pence per litre", "161.8", "146.3"), ("Diesel", "pence per litre", "178.4", "154.9")),
    "t.csv",
)
STAFF = Table(
    "Employees by site, 31 December 2024",
    ("Site", "Number", "Change in %"),
    (("Norte", "1,106", "2.0"), ("Centro", "488", "-3.1"), ("Sul", "2,314", "0.4"), ("Total", "3,908", "0.5")),
    "t.csv",
)
RECORD = Table(
    "Five-year record",
    ("", "2024", "2023", "2022", "2021", "2020"),
    (
        ("Dividends", "41", "38", "44", "20", "31"),
        ("Investments", "9", "8", "7", "6", "5"),
        ("Remaining performance obligations", "111", "104", "98", "87", "99"),
    ),
    "t.csv",
    unit="USD thousand",
)
ORDERS = Table(
    "Order intake and order backlog",
    ("", "Q1 2025", "Q2 2025", "LTM"),
    (
        ("Order intake", "", "", ""),
        ("Drives", "12", "14", "51"),
        ("Order backlog (end of quarter)", "", "", ""),
        ("Drives", "80", "84", ""),
    ),
    "t.csv",
    unit="USD thousand",
    depths=(0, 1, 0, 1),
)


TARIFF = Table(
    "Average selling prices",
    ("Product", "2023", "2024"),
    (("Drives", "410", "430"), ("Pumps", "96", "99"), ("Valves", "12", "11")),
    "t.csv",
    unit="USD per piece",
)


@cache
def accounts() -> Book:
    """A book of these tables."""
    text = "Acmetron, Inc. is invented, and so are its figures. Sales in Japan fell by 2% in 2024."
    return book_of(
        text, "Acmetron quarterly report", (STATEMENT, BALANCE, SEGMENTS, PRICES, STAFF, RECORD, ORDERS, TARIFF)
    )
