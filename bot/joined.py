"""What a question joins by commas and "and", item by item: "revenue, operating profit and net debt in 2024"."""

import re

from bot.asked_times import LATEST, asked_times, blanked
from bot.book import Book
from bot.joints import JOINT, Joint, cut_at, joint_at

MOST = 5
"""Items at most: more than these are no list that somebody types."""

_OF = re.compile(r"\b(?:of|for|from|in|by|at|to|on|among)\s", re.IGNORECASE)
_OF_MARKET = re.compile(r"\b(?:(?:market|industry) (?:size|value|revenue|volume))\b", re.IGNORECASE)
"""What is of the whole market, whatever else is asked for: "market size and share of hospitals"."""
_ADDS = re.compile(
    r"(?:in|as|by|for|from|per|of|to|at|on|with|which|what|who|how|when|if|not|or|than|between|its|their|please|thanks)\b",
    re.IGNORECASE,
)
"""Begins what is added to the thing before, and no other thing: ", in percent"."""
_PER = re.compile(r"\bper(?: [\w-]+){1,2}\Z", re.IGNORECASE)
_BEFORE_TIME = re.compile(
    r"(?:\b(?:as|in|for|at|during|of|on|by|from|to|between|and|until|through|the|end|close|years?|fiscal|financial"
    r"|calendar|ended|ending|full|fy)\s+)*\Z",
    re.IGNORECASE,
)
"""What leads to a time: "at the end of 2024"."""


def items(ask: str, book: Book) -> list[str]:
    """What is joined by commas and "and", each with the times, and with what stands for all of them."""
    times = asked_times(ask, book)
    spans = [(time.start, time.end) for time in times] or [match.span() for match in LATEST.finditer(ask)]
    spans = [(start - len(leading(ask[:start])), end) for start, end in spans]
    rest = blanked(ask, spans).rstrip(" ?.!")
    parts = [part for part in _split(rest, book.items.joints) if re.search(r"\w{2}", part)]
    if not 1 < len(parts) <= MOST:
        return []
    parts = _shared(parts)
    when = " ".join(ask[a:b] for a, b in spans)
    return [f"{part} {when}".strip() for part in parts]


def _split(text: str, joints: frozenset[Joint]) -> list[str]:
    """The text cut where it is joined, but for where a label is: "research and development"."""
    found = [match for match in JOINT.finditer(text) if not _is_inside(text, match)]
    if all(match[0].strip() in ",;" for match in found):
        return [text]  # commas alone set off what is added to the thing before
    cuts = [match.span() for match in found if joint_at(text, *match.span()) not in joints]
    return cut_at(text, cuts)


def _is_inside(text: str, joint: re.Match[str]) -> bool:
    """Whether what is behind a joint belongs to the thing before: ", in percent", "per square metre and day"."""
    return bool(_ADDS.match(text, joint.end()) or _PER.search(text[: joint.start()]))


def _shared(parts: list[str]) -> list[str]:
    """The parts, each with what the first has before its "of", or the last from its own on: "imports and exports of
    wheat", "sales of primer and gloss"."""
    head, tail = _OF.search(parts[0]), _OF.search(parts[-1])
    if head is not None and not any(_OF.search(part) for part in parts[1:]):
        return [parts[0], *(f"{parts[0][: head.end()]}{part}" for part in parts[1:])]
    of_all = not any(_OF.search(part) or _OF_MARKET.search(part) for part in parts[:-1])
    if tail is not None and of_all:
        return [*(f"{part} {parts[-1][tail.start() :]}" for part in parts[:-1]), parts[-1]]
    return parts


def leading(before: str) -> str:
    """The words in front of a time that belong to it."""
    match = _BEFORE_TIME.search(before)
    return match[0] if match else ""
