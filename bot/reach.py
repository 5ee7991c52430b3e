"""Where a report says how somebody is reached: sentences with an e-mail address or a phone number."""

import re
from collections.abc import Iterator
from typing import Literal

from bot.book import Book
from bot.readings import sentence_spans
from ingest.domain import Span

Way = Literal["e-mail address", "phone number"]

_PATTERNS: dict[Way, re.Pattern[str]] = {
    "e-mail address": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "phone number": re.compile(r"(?<![\w.,])(?:\+|\(?0)\d[\d\s()./-]{6,}\d(?![\w%])"),
}
_INVITES = re.compile(
    r"\b(?:contacts?|enquir\w+|inquir\w+|questions?|quer(?:y|ies)|call|ring|phone|tel(?:ephone)?|write|e-?mail|mail|ask"
    r"|reach|press|media|sales|orders?|subscriptions?|information|details|help)\b|:",
    re.IGNORECASE,
)
"""Says that it is there to be used."""


def ways_told(book: Book, way: Way | None = None) -> Iterator[tuple[Span, str]]:
    """The sentences that tell a way to reach somebody, in order; only those with one ``way``, where it is given."""
    patterns = [_PATTERNS[way]] if way else list(_PATTERNS.values())
    for number, section in enumerate(book.report.sections):
        for start, end in sentence_spans(section.text):
            text = section.text[start:end]
            if _INVITES.search(text) and any(pattern.search(text) for pattern in patterns):
                yield Span(number, start, end), text
