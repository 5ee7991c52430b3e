"""Reads what stands before a unit's subject: joining words, who says it, and opening phrases."""

from collections.abc import Sequence

from ingest.quantity.clauses import is_verb
from ingest.quantity.frame import Frame
from ingest.quantity.phrase import Phrase, Role
from ingest.quantity.tokens import Token
from ingest.quantity.vocabulary import (
    AUXILIARIES,
    CAUSES,
    FUNCTION,
    PLAIN,
    PREPOSITIONS,
    REPORTING,
    VOICES,
    word_set,
)
from ingest.words import stem

_LINKS = word_set(
    """
    , ; : ( ) | – — and or but while whereas which that who whose followed ahead up down compared versus vs plus to from
    ...
    """
)
_JOINING = word_set("by with to of closely including against , followed ahead")
_OWN_VOICE = FUNCTION | REPORTING | PLAIN | VOICES | word_set("our looking forward ahead figures")
_BREAKDOWN = word_set("by based basis terms segmented respect perspective")
_BREAKDOWN_OPENERS = word_set("by based on in when with from segmented")
_CLAUSES = word_set("while although though as since if when because whereas after before once")
_CONDITIONS = word_set("if without excluding except unless assuming")
_ASIDES = CAUSES | _CLAUSES | {"despite", "along", "compared", "owing", "looking", "unlike"}
_OTHER_OPENERS = word_set(
    """
    based according despite between amid along apart including compared under depending following segmented owing
    looking unlike
    """
)
_OPENERS = PREPOSITIONS | _CLAUSES | _CONDITIONS | CAUSES | _OTHER_OPENERS
_UP_TO_TIME = word_set("the year of end early late mid -")
_FARTHEST_VOICE = 12
"""Words within which "analysts estimate that" ends."""


def subject_start(tokens: Sequence[Token], link: str, frame: Frame) -> tuple[list[Phrase], int]:
    """The opening phrases of a unit's left side, and where its subject begins."""
    start = _behind_voice(tokens, _behind_links(tokens, link), frame)
    found: list[Phrase] = []
    while start < len(tokens) and (end := _opening_end(tokens, start) or _title_end(tokens, start)) is not None:
        found.append(Phrase(_role(tokens, start, frame), start, end))
        start = end
        while start < len(tokens) and tokens[start].low in {",", ":", "and", "but"}:
            start += 1
    return found, start


def _behind_links(tokens: Sequence[Token], link: str) -> int:
    start = 0
    while start < len(tokens) and tokens[start].low in _LINKS:
        start += 1
    joins = link in {"followed", "ahead", "with", "including", "against"}
    if joins or (start and tokens[start - 1].low in {"compared", "followed"}):
        while start < len(tokens) and tokens[start].low in _JOINING:
            start += 1
    return start


def _behind_voice(tokens: Sequence[Token], start: int, frame: Frame) -> int:
    """Behind "our analysts estimate that": what is said, not who says it, if it is the report that says it."""
    for at in range(start, min(start + _FARTHEST_VOICE, len(tokens))):
        before = tokens[start:at]
        said = tokens[at].low == "that" and any(token.low in REPORTING for token in before)
        if said or (_expects(tokens, at) and before and not any(token.low in AUXILIARIES for token in before)):
            return at + 1 if _is_own_voice(before, frame) else start
    return start


def _expects(tokens: Sequence[Token], at: int) -> bool:
    """Whether "expects the market to" stands here."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at].low in REPORTING and following in {"the", "global", "this"}


def _is_own_voice(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether it is the report, its analysts or its publisher that speaks, not somebody it quotes."""
    words = [token for token in tokens if token.kind == "word" and token.low not in _OWN_VOICE]
    return all(stem(token.low) in frame.publisher for token in words)


def _role(tokens: Sequence[Token], start: int, frame: Frame) -> Role:
    low = tokens[start].low
    if low in _CONDITIONS:
        return "opening"
    if low in _BREAKDOWN_OPENERS and any(token.low in _BREAKDOWN for token in tokens[start : start + 4]):
        return "dimension"
    if low == "according":
        comma = _next(tokens, start, {","})
        return "aside" if _is_own_voice(tokens[start + 1 : comma], frame) else "opening"
    return "aside" if low in _ASIDES else "opening"


def _opening_end(tokens: Sequence[Token], start: int) -> int | None:
    """Where the phrase that opens at ``start``, before the subject, ends; None when the subject begins here."""
    first = tokens[start]
    comma = _next(tokens, start, {",", ":"})
    if _is_adverb(first) or (first.kind == "time" and comma < len(tokens) and tokens[comma].low == ","):
        return start + 1 if comma == start + 1 else None
    if first.low not in _OPENERS:
        return None
    if comma < len(tokens) and (first.low in _CLAUSES or not _has_verb(tokens, start, comma)):
        return comma
    return _short_opening(tokens, start)


def _is_adverb(token: Token) -> bool:
    if token.low in _OPENERS:
        return False
    return token.low.endswith("ly") or token.low in PLAIN or bool(token.place and token.place.kind == "world")


def _title_end(tokens: Sequence[Token], start: int) -> int | None:
    """Where the title of a line ends: "Revenue by end user:" before "hospitals 52%"."""
    colon = _next(tokens, start, {":"})
    return colon if start < colon < len(tokens) - 1 and not _has_verb(tokens, start, colon) else None


def _next(tokens: Sequence[Token], start: int, marks: set[str]) -> int:
    return next((at for at in range(start, len(tokens)) if tokens[at].low in marks), len(tokens))


def _has_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(is_verb(tokens, at) for at in range(start + 1, end))


def _short_opening(tokens: Sequence[Token], start: int) -> int | None:
    """In "In 2024 the market": the time or place right behind the preposition, without a comma."""
    at = start + 1
    while at < len(tokens) and tokens[at].low in _UP_TO_TIME:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].kind not in {"time", "place"}:
        return None
    goes_on = tokens[at + 1].low in PREPOSITIONS | {"and", "&", "or", "/", "-"}
    return None if goes_on or is_verb(tokens, at + 1) else at + 1
