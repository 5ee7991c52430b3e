"""Cuts what stands behind a number: what it is a part of, where, and what is only said about it."""

from collections.abc import Iterator, Sequence

from ingest.quantity.clauses import Unit, has_verb, is_verb
from ingest.quantity.phrase import Phrase
from ingest.quantity.stretches import phrase, split
from ingest.quantity.tokens import Token
from ingest.quantity.vocabulary import (
    AUXILIARIES,
    CAUSES,
    DETERMINERS,
    EXCLUDING,
    MEASURES,
    PLAIN,
    PREPOSITIONS,
    VERBS,
    word_set,
)

_STOPS = word_set("; : ) which that who where while whereas but as because since when")
_LEADING_UP = word_set("with at holding accounting commanding representing capturing generating having boasting for")
_GOES_ON = EXCLUDING | {"in", "across", "for", "of"}
_PER = word_set("per / a an each")


def complements(unit: Unit) -> Iterator[Phrase]:
    """The phrases behind a unit's number."""
    right = unit.right
    offset = len(unit.left) + 1
    if right and not has_verb(unit.left):
        yield from _predicated(unit, offset)
        return
    end = next((at for at in range(len(right)) if _ends(right, at)), len(right))
    yield from _cut(unit, 0, end, offset)
    yield from phrase("aside", offset + end, offset + len(right))


def _predicated(unit: Unit, offset: int) -> Iterator[Phrase]:
    """What is said of a number without a verb before it: "60% were hospitals", "With 60%, hospitals led"."""
    right = unit.right
    closes = right[0].low in {",", ")"} and unit.left and unit.left[-1].low in {",", "("}
    start = 1 if closes else 0
    comma = next((at for at in range(start, len(right)) if right[at].low == ","), len(right))
    verb = next((at for at in range(comma + 1, len(right)) if is_verb(right, at)), None)
    if _only_leads_up(unit.left) and verb is not None:
        yield from _cut(unit, start, comma, offset)
        yield from split(right, comma + 1, verb, "head", offset)
        where = next((at for at in range(verb, len(right)) if right[at].kind == "place"), len(right))
        yield from phrase("aside", offset + verb, offset + where)
        yield from phrase("whole", offset + where, offset + min(where + 1, len(right)))
        yield from phrase("aside", offset + where + 1, offset + len(right))
        return
    end = next((at for at in range(start, len(right)) if right[at].low in _STOPS | CAUSES | {","}), len(right))
    yield from _cut(unit, start, end, offset)
    yield from phrase("aside", offset + end, offset + len(right))


def _only_leads_up(left: Sequence[Token]) -> bool:
    """Whether the words before a number only lead up to it: "With a", "At", "Accounting for"."""
    fillers = _LEADING_UP | DETERMINERS | PLAIN | PREPOSITIONS | MEASURES
    return bool(left) and left[0].low in _LEADING_UP and all(token.low in fillers for token in left)


def _cut(unit: Unit, start: int, end: int, offset: int) -> Iterator[Phrase]:
    """The phrases between ``start`` and ``end`` right of a number; "per tonne" only says what a price is for."""
    right = unit.right
    money = bool(unit.numeral and unit.numeral.numeral and unit.numeral.numeral.kind == "money")
    opened = start
    for at in range(start + 1, end + 1):
        if at == end or right[at].low in PREPOSITIONS or right[at - 1].low in VERBS | AUXILIARIES | {","}:
            priced = money and right[opened].low in _PER
            only_verbs = all(token.low in VERBS | AUXILIARIES for token in right[opened:at])
            yield from phrase("aside" if priced or only_verbs else "whole", offset + opened, offset + at)
            opened = at


def _ends(right: Sequence[Token], at: int) -> bool:
    """Whether what the number is a part of ends here."""
    low = right[at].low
    if low in _STOPS | CAUSES | AUXILIARIES:
        return True
    if low == ",":
        return at + 1 >= len(right) or right[at + 1].low not in _GOES_ON
    return at > 0 and is_verb(right, at) and right[at - 1].kind != "time" and low != "holding"
