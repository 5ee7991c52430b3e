"""Makes a book of a small report, read as ingest reads it."""

from dataclasses import replace

from bot.book import Book
from ingest.domain import Section, Table
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from ingest.versions import Version
from tests.bot.sources import report_of


def book_of(
    text: str, title: str = "Widget Market", tables: tuple[Table, ...] = (), sections: tuple[Section, ...] = ()
) -> Book:
    """A live report with one section and its tables, and whatever other sections."""
    report = report_of(text, title, ("Size",), tables)
    report = replace(report, sections=(*report.sections, *sections))
    version = Version("r", 1, "r-1", "digest", "reader", "model", 0, report.title)
    return Book(report, passages(report), quantities(report), item_lists(report), version)
