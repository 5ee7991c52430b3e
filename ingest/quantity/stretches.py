"""Cuts a stretch of words into phrases, and sets aside the reasons and remarks in it."""

from collections.abc import Iterator, Sequence

from ingest.quantity.phrase import Phrase, Role
from ingest.quantity.tokens import Token
from ingest.quantity.vocabulary import AUXILIARIES, CAUSES, PREPOSITIONS, VERBS, word_set

_ENDS = frozenset({",", ";", ":"})
_REMARK_ENDS = _ENDS | {"with", "at", "that", "which"}
_PASSIVE = frozenset(word for word in CAUSES if word.endswith("ed")) | {"driven", "led", "due", "owing", "thanks"}
"""Causes only with "by" or "to" behind them: "led by Germany", but not "led with 41%"."""
_RATES = word_set("cagr growth rate share compound")
_BEING = word_set(
    """
    is are was were be been remains remained remain being as represents represent represented constitutes constituted
    """
)
_SUPERLATIVES = word_set(
    """
    largest biggest fastest fastest-growing faster-growing leading dominant highest most main major second-largest
    third-largest key top second third
    """
)


def split(tokens: Sequence[Token], start: int, end: int, role: Role, offset: int = 0) -> Iterator[Phrase]:
    """Tokens ``start`` to ``end`` cut at prepositions, verbs and asides; phrases count from ``offset``."""
    opened = at = start
    while at < end:
        if _opens_aside(tokens, at, start, role):
            close = _aside_end(tokens, at, end)
            yield from phrase(role, offset + opened, offset + at)
            yield Phrase("aside", offset + at, offset + close)
            opened = at = close
            continue
        is_cut = tokens[at].low in PREPOSITIONS or (role == "object" and tokens[at].low in VERBS | AUXILIARIES)
        if is_cut and at > opened:
            yield from phrase(role, offset + opened, offset + at)
            opened = at
        at += 1
    yield from phrase(role, offset + opened, offset + end)


def phrase(role: Role, start: int, end: int) -> Iterator[Phrase]:
    """The phrase, unless it is empty."""
    if start < end:
        yield Phrase(role, start, end)


def _aside_end(tokens: Sequence[Token], start: int, end: int) -> int:
    ends = _REMARK_ENDS if tokens[start - 1].low in _BEING else _ENDS
    return next((at for at in range(start + 1, end) if tokens[at].low in ends), end)


def _opens_aside(tokens: Sequence[Token], at: int, start: int, role: Role) -> bool:
    low = tokens[at].low
    before = tokens[at - 1].low if at else ""
    if low in CAUSES and not _leads_to_measure(tokens, at):
        return _is_cause(tokens, at, role) and (before == "," or at == start or role == "object")
    if role == "object" and low in {"the", "a", "an", "one", "among"} and before in _BEING:
        return any(token.low in _SUPERLATIVES for token in tokens[at + 1 : at + 5])
    if role != "head" or before != "," or low not in {"the", "a", "an"} or at <= start + 1:
        return False
    return at + 1 < len(tokens) and tokens[at + 1].kind != "place"  # "Germany, the UK and Sweden" is a list


def _leads_to_measure(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle leads up to the number itself: "reflecting a CAGR of"."""
    following = tokens[at + 1 : at + 6]
    return tokens[at].low.endswith("ing") and any(token.low in _RATES for token in following)


def _is_cause(tokens: Sequence[Token], at: int, role: Role) -> bool:
    low = tokens[at].low
    before = tokens[at - 1].low if at else ""
    if low in _PASSIVE and (at + 1 >= len(tokens) or tokens[at + 1].low not in {"by", "to"}):
        return False
    if before in AUXILIARIES or before.endswith("ly"):
        return low in {"due", "owing", "thanks", "attributed", "attributable"} and role == "object"
    return True
