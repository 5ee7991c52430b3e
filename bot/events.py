"""What a question says has happened, and whether sentences tell that it did: nothing is explained of what the report
does not say."""

import re
from collections.abc import Iterable, Iterator

from bot.book import Book
from bot.direction import way
from ingest.words import STOPWORDS, Word, words

_SAME = (
    "buy bought acquire acquired acquires acquisition purchase purchased purchases takeover"
    " sell sold sells divest divested divestment dispose disposed disposal offload offloaded",
    "leave left exit exited exits withdraw withdrew withdrawn withdrawal quit quits pull pulled abandon abandoned",
    "close closed closes closing closure shut shuts shutdown mothballed",
    "open opened opens opening reopened inaugurated started launched",
    "merge merged merges merger merging",
    "ban banned bans prohibit prohibited outlaw outlawed forbid forbade forbidden",
    "sue sued sues lawsuit litigation court",
    "fail failed fails bankrupt bankruptcy insolvent insolvency administration collapse collapsed creditors",
    "delay delayed delays postpone postponed postponement",
    "cancel cancelled canceled cancels cancellation",
    "relocate relocated relocation moved",
    "dismiss dismissed sacked redundancies layoffs",
    "resign resigned resigns resignation stepped",
)
_EVENTS: dict[str, int] = {word: number for number, same in enumerate(_SAME) for word in same.split()}
"""Words that say that a thing happened, by their spelling → which."""

_HAPPENED = re.compile(
    r"\b(?:why|how come|when|what made|for what reason)\b.*?\b(?:did|has|have|had|was|were)\s+", re.IGNORECASE
)
"""Asks for the reason or the day of something past."""

_MORE = re.compile(r"\s+(?:more|less|fewer|better|worse)\b", re.IGNORECASE)
"""Behind a verb: how much is done, and not whether."""


def is_untold(ask: str, sentences: Iterable[str]) -> bool:
    """Whether a question asks of something that it says has happened, and no sentence says that such a thing has."""
    behind = _behind(ask)
    said = next((word for word in behind[1:] if _what(word) is not None), None)
    if said is None or _MORE.match(ask[said.end :]):
        return False
    return not any(_what(word) == _what(said) for text in sentences for word in words(text))


def is_contrary(ask: str, book: Book) -> bool:
    """Whether a question asks why something rose that the report only says has fallen, or the other way round."""
    behind = _behind(_GONE.sub(lambda gone: "risen" if gone["up"] else "fallen", ask))
    at = next((at for at, word in enumerate(behind) if at and way(word)), None)
    if at is None:
        return False
    of = next((of for of, word in enumerate(behind[:at]) if of and word.text.lower() in _OF), at)
    named = [word for word in behind[:of] if word.stem not in STOPWORDS | book.market_stems]
    ways = set(_ways(named[-1], book)) if named else set()
    return bool(ways) and way(behind[at]) not in ways


_GONE = re.compile(r"\b(?:gone|went|go|going|come|came)\s+(?:(?P<up>up)|down)\b", re.IGNORECASE)
_OF = frozenset("of per in for at from among".split())
"""Behind the word for what rose or fell."""


def _behind(ask: str) -> list[Word]:
    """The words behind the auxiliary verb of a question for a reason or a day; none where it is another."""
    asking = _HAPPENED.search(ask)
    return [word for word in words(ask) if word.start >= asking.end()] if asking else []


def _ways(named: Word, book: Book) -> Iterator[str]:
    """Which ways the report's sentences on something say that anything goes."""
    for _, text in book.sentences:
        said = words(text)
        if any(word.stem == named.stem for word in said):
            yield from (found for word in said if (found := way(word)))


def _what(word: Word) -> int | None:
    return _EVENTS.get(word.text.lower())
