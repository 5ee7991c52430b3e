"""Cuts a sentence into words, marks, numerals, times and places."""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.domain import Period
from ingest.found import Found
from ingest.places import Place, find_places
from ingest.quantity.frame import Frame
from ingest.quantity.numeral import Numeral
from ingest.quantity.numerals import read_numerals
from ingest.quantity.periods import Mention, read_mentions

TokenKind = Literal["word", "mark", "numeral", "time", "place"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a stretch already understood; ``low`` is its text in lower case."""

    text: str
    low: str
    start: int
    end: int
    kind: TokenKind
    numeral: Numeral | None = None
    mention: Mention | None = None
    place: Place | None = None

    @property
    def period(self) -> Period | None:
        """The period a time token names, None when it cannot be told."""
        return self.mention.period if self.mention else None


_PIECE = re.compile(r"[^\W_]+(?:['’&./+-][^\W_]+)*(?:['’](?!\w))?|[,;:()\[\]|%–—/&\"“”-]|\.\.\.|\S")
_NOUNS = frozenset({"IT", "WHO", "A"})
"""Names that lower case would turn into pronouns and articles; "A" only where it cannot be the article ("A and B")."""
_LISTED = re.compile(r"\s*(?:,|and\b|&|or\b)")
_NAMED_NUMBER = re.compile(r"[A-Za-z][ -]\Z")
"""What stands before a number that belongs to a name: "Type 2 diabetes", "the top 5"."""
_OWNING = re.compile(r"['’]s?(?!\w)")
_POSSESSIVE = re.compile(r"['’]s?\Z")


def read_tokens(text: str, frame: Frame) -> list[Token]:
    """The tokens of one sentence, in order."""
    mentions = read_mentions(text, frame)
    spans = [(mention.start, mention.end) for mention in mentions]
    numerals = read_numerals(text, frame.decimal_comma, spans)
    known = [_time(mention, text) for mention in mentions] + [_numeral(numeral, text) for numeral in numerals]
    if not numerals:
        known = [token for token in known if token.kind == "time"]
    closed = [(token.start, token.end) for token in known]
    known += [_place(found, text) for found in find_places(text) if not _overlaps(found, closed)]
    return _filled(sorted(known, key=lambda token: token.start), text)


def _overlaps(found: Found[Place], closed: list[tuple[int, int]]) -> bool:
    return any(start < found.end and found.start < end for start, end in closed)


def _filled(known: list[Token], text: str) -> list[Token]:
    tokens: list[Token] = []
    position = 0
    for token in known:
        tokens += _plain(text, position, token.start)
        tokens.append(token)
        position = token.end
    return tokens + _plain(text, position, len(text))


def _plain(text: str, start: int, end: int) -> list[Token]:
    return [_piece(match) for match in _PIECE.finditer(text, start, end)]


def _piece(match: re.Match[str]) -> Token:
    printed = match[0]
    is_name = bool(_NAMED_NUMBER.search(match.string, max(0, match.start() - 2), match.start())) and printed.isdigit()
    kind: TokenKind = "word" if is_name or any(char.isalpha() for char in printed) else "mark"
    low = (
        printed
        if printed in _NOUNS and (printed != "A" or _LISTED.match(match.string, match.end()))
        else _POSSESSIVE.sub("", printed.lower())
    )
    return Token(printed, low, match.start(), match.end(), kind)


def _time(mention: Mention, text: str) -> Token:
    printed = text[mention.start : mention.end]
    return Token(printed, printed.lower(), mention.start, mention.end, "time", mention=mention)


def _numeral(numeral: Numeral, text: str) -> Token:
    return Token(numeral.text, numeral.text.lower(), numeral.start, numeral.end, "numeral", numeral=numeral)


def _place(found: Found[Place], text: str) -> Token:
    possessive = _OWNING.match(text, found.end)
    end = possessive.end() if possessive else found.end
    return Token(
        text[found.start : end], text[found.start : found.end].lower(), found.start, end, "place", place=found.value
    )
