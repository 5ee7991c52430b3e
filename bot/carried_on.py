"""Sentences with those beside them that they cannot be understood without."""

import re
from collections.abc import Sequence

from bot.book import Book
from bot.causes import CAUSE
from bot.leaning import announces, is_brief, leans
from bot.readings import sentence_spans
from ingest.domain import Span


def beside(span: Span, book: Book) -> tuple[Span | None, Span | None]:
    """The sentences right before and behind one in its paragraph."""
    text = book.report.sections[span.section].text
    spans: Sequence[tuple[int, int]] = sentence_spans(text)
    at = next((n for n, (start, end) in enumerate(spans) if start <= span.start < end), None)
    if at is None:
        return None, None
    before = spans[at - 1] if at and "\n" not in text[spans[at - 1][1] : spans[at][0]] else None
    behind = spans[at + 1] if at + 1 < len(spans) and "\n" not in text[spans[at][1] : spans[at + 1][0]] else None
    return (Span(span.section, *before) if before else None, Span(span.section, *behind) if behind else None)


def completed(spans: Sequence[Span], book: Book, why: bool, most: int) -> list[Span]:
    """Sentences in reading order, with those they cannot be understood without: at most so many. ``why``: a reason is
    asked for, which may stand in the next sentence."""
    wanted = list(dict.fromkeys(spans))
    for span in spans:
        text = book.text_at(span)
        before, behind = beside(span, book)
        if before and leans(text):
            wanted.append(before)
        opens = before is None and is_brief(text)
        reasoned = not CAUSE.search(text) and behind and _gives_reason(book.text_at(behind))
        if behind and (announces(text) or (why and (opens or reasoned))):
            wanted.append(behind)
    return sorted(dict.fromkeys(wanted[: max(most, len(spans))]), key=lambda span: (span.section, span.start))


def _gives_reason(text: str) -> bool:
    return bool(_REASONS.search(text)) or (bool(CAUSE.search(text)) and leans(text))


_REASONS = re.compile(r"\b(?:reasons?|causes?|explanations?|culprits?)\b", re.IGNORECASE)
