"""Figures side by side: a measure for each part of the market, each place, or each quarter."""

import re

from bot.answerers.ranking import ranked_parts, table_of
from bot.cite import evidence_of
from bot.evidence import Draft, Grid, Paragraph, Sentence
from bot.match import matching, without_periods
from bot.phrase import amount, sentence
from bot.printings import distinct
from bot.retrieve import Found
from ingest.domain import Quantity

_EACH = re.compile(
    r"\b(?:by(?! (?:how|what)\b)|per|for each|of each|each|across|of (?:all |the )?different"
    r"|of (?:all |the )?various|with their|and their|their)\b",
    re.IGNORECASE,
)
_QUARTERLY = re.compile(r"\b(?:by|per|each|every) (?:quarter|half)\b|\bquarterly\b|\bhalf-yearly\b", re.IGNORECASE)
MOST = 24
"""Rows shown at most."""


def breakdown(found: Found) -> Draft | None:
    """The measure asked for of every part of the class asked for, the highest first, or of every quarter, in order."""
    question = found.question
    if _QUARTERLY.search(question.ask):
        return _by_quarter(found)
    if not _EACH.search(question.ask) or question.claims:
        return None
    ranked = ranked_parts(question, found.book)
    return Draft((table_of(ranked[:MOST], found.book),), answerer="breakdown") if ranked else None


def _by_quarter(found: Found) -> Draft | None:
    asked = without_periods(found.question)
    parts = [q for q in matching(asked, found.book) if q.period and q.period.kind in ("quarter", "half")]
    ordered = sorted(distinct(parts), key=_time)
    if len(ordered) < 2:
        return None
    rows = tuple(((str(q.period), amount(q)), (evidence_of(found.book, q),)) for q in ordered[:MOST])
    first = Sentence(sentence(ordered[-1], found.book, found.book.until), (evidence_of(found.book, ordered[-1]),))
    label = ordered[0].label or ordered[0].measure
    return Draft((Paragraph((first,)), Grid(label, ("", label), rows)), answerer="breakdown")


def _time(quantity: Quantity) -> tuple[int, int]:
    period = quantity.period
    return (period.first, period.part or 0) if period else (0, 0)
