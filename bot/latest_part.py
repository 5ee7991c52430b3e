"""A part of a year that is named without its year, "sales in H1": that of the last year that the tables have it of."""

import re

from bot.book import Book
from bot.labelled import without_year_before
from ingest.domain import Cell, Period
from ingest.quantity.dates import label_time
from ingest.quantity.periods import read_mentions

_PART = re.compile(
    r"\b(?:(?:the )?(?:first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:half(?:[ -]year)?|quarter)"
    r"|[QH][1-4]|[1-4]Q|[12]H|[69]M|(?:the )?(?:mar(?:ch)?|june?|sept?(?:ember)?|dec(?:ember)?)[ -]quarter"
    r"|(?:the )?first (?:six|nine) months)\b"
    r"(?P<of>,? (?:of |in )?(?:(?P<now>this|the current)|(?:the )?(?:last|previous|prior))"
    r" (?:fiscal |financial )?year\b)?",
    re.IGNORECASE,
)


def dated(ask: str, book: Book) -> str:
    """A question with the year of the one part of a year that it names; as it is where it says more of time, or where
    no table has such a part."""
    found = list(_PART.finditer(ask))
    if len(found) != 1:
        return ask
    of, span = found[0]["of"], found[0].span()
    own = without_year_before(f"{ask[: span[0]]}{ask[span[1] :]}" if of else ask)
    if _SAYS_WHEN.search(own) or read_mentions(own):
        return ask
    time = label_time(found[0][0].removesuffix(of or "").lower().removeprefix("the "))
    if time is None or time.part is None:
        return ask
    kind, number = time.part.kind, time.part.number
    years = [
        q.period.last
        for q in book.quantities
        if isinstance(q.source, Cell) and _is(q.period, kind, number) and not q.forecast and q.period
    ]
    said = f"{number}M" if kind == "months" else f"{kind[0].upper()}{number}"
    if not years:
        return ask
    year = max(years) - (1 if of and not found[0]["now"] else 0)
    return f"{ask[: span[0]]}{said} {year}{ask[span[1] :]}"


_SAYS_WHEN = re.compile(
    r"\b(?:last|previous|prior|preceding|next|same|ago|earlier|before|each|every|by)\b", re.IGNORECASE
)
"""What may say by another time which one is meant, or that several are."""


def _is(period: Period | None, kind: str, number: int) -> bool:
    """Whether a period is such a part of a year, by the names tables have for it."""
    if period is None or period.end:
        return False
    same = {("half", 1): ("months", 6), ("months", 6): ("half", 1), ("quarter", 1): ("months", 3)}
    return (period.kind, period.part) in ((kind, number), same.get((kind, number)))
