"""Reports to be lied about, read as ingest reads them, and questions on them."""

import json
from functools import cache
from pathlib import Path

from bot.book import Book
from ingest.read.find import find_reports
from ingest.read.report import read_report
from tests.bot.beehives import beehives, book_of_report

ROOT = Path(__file__).parents[3]


@cache
def book(report: str) -> Book:
    """A report of the evals' library, or the invented one."""
    if report == "beehives":
        return beehives()
    (source,) = find_reports(next((ROOT / "evals" / "library" / "dev").glob(f"{report}*")))
    return book_of_report(read_report(source))


@cache
def questions(report: str) -> tuple[str, ...]:
    """The questions with known answers on a report that are asked first in a conversation."""
    found = []
    for file in sorted((ROOT / "evals" / "questions").glob("dev-library*.jsonl")):
        asked = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        found += [each["turns"][0] for each in asked if each["report"] == report]
    return tuple(dict.fromkeys(found))
