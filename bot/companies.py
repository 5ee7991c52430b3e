"""Whose report it is: the companies that its opening, its titles and its rows name by what ends their names."""

import re
from collections.abc import Iterator
from itertools import takewhile

from bot import vocabulary
from bot.cells import names_at
from bot.items import stems_of
from ingest.domain import HEADER_STEP, Report

_PLAIN_MARKS = frozenset({"group", "company", "holdings"})
"""Ends of companies' names that other names have too."""

_OPENING = 1500
"""Characters at the beginning of a report in which it says whose it is."""

_TITLES = 6
"""Tables whose titles may say so."""


def company_stems(report: Report, labels: frozenset[str]) -> frozenset[str]:
    """The stems of the name of the company whose report it is, also as rows have it ("Profit of owners of Acme AG").

    ``labels`` are the stems of all names of rows and columns: a name that only ends in "group" is none of theirs.
    """
    opening = " ".join((report.title, *(section.text for section in report.sections[:2])))[:_OPENING]
    titles = " ".join(table.title for table in report.tables[:_TITLES])
    owned = (row[names_at(table)].partition(" of ")[2] for table in report.tables for row in table.rows)
    found = {each for name in _owned_by(report) for each in stems_of(name)}
    told = ". ".join(filter(None, (*_told(report), *owned)))
    for name, mark in _names(f"{opening} {titles} {told}"):
        found |= stems_of(name) - (labels if mark in _PLAIN_MARKS else frozenset())
    return frozenset(found)


def _owned_by(report: Report) -> Iterator[str]:
    """Whose owners rows speak of: "Profit attributable to shareholders of Telvanta"."""
    rows = (row[names_at(table)] for table in report.tables for row in table.rows)
    yield from (match["name"] for row in rows if (match := _OWNED.search(row)))


_OWNED = re.compile(
    r"\b(?:share|stock)?(?:holders|owners|members|shareowners) of (?!the |our |parent\b|equity\b)"
    r"(?P<name>[A-Z][\w&’'-]+)"
)


def _told(report: Report) -> Iterator[str]:
    """What a list of properties says the company's name is: "Company name: | Acme Tools Co., Ltd."."""
    for table in report.tables[:_TITLES]:
        lines = (tuple(header.split(HEADER_STEP)[0] for header in table.header), *table.rows)
        yield from (line[1] for line in lines if len(line) > 1 and _NAME_OF.fullmatch(line[0].strip()))


_NAME_OF = re.compile(
    r"(?:(?:legal |exact )?name of (?:the )?(?:listed )?|the )?(?:company|registrant|issuer)(?:['’]s)?(?: name)?\W*",
    re.IGNORECASE,
)


def _names(text: str) -> Iterator[tuple[str, str]]:
    """The names in a text that end as companies' do, with that end: ("Acme Tools", "inc")."""
    words = text.split()
    for at, word in enumerate(words):
        mark = word.strip(".,;:()’'").lower()
        if mark in vocabulary.COMPANY_MARKS and (word[:1].isupper() or len(mark) > 2):
            before = takewhile(lambda other: other[:1].isupper(), reversed(words[max(at - 4, 0) : at]))
            yield " ".join(reversed(list(before))), mark
