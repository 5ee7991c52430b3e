"""Cuts the words of a unit into phrases and says what each does: opens, heads, completes, gives reasons."""

from collections.abc import Sequence

from ingest.quantity.clauses import Unit, is_verb
from ingest.quantity.complements import complements
from ingest.quantity.frame import Frame
from ingest.quantity.openings import subject_start
from ingest.quantity.phrase import Phrase
from ingest.quantity.stretches import split
from ingest.quantity.tokens import Token
from ingest.quantity.vocabulary import DETERMINERS, MEASURES, PREPOSITIONS, VERBS, word_set

_FILLERS = word_set("about around approximately nearly roughly almost only some close up more less at")
_BEHIND_VERBS = PREPOSITIONS | DETERMINERS | _FILLERS


def phrases(unit: Unit, frame: Frame) -> list[Phrase]:
    """The phrases of a unit in order of the text."""
    tokens = unit.left
    openings, start = subject_start(tokens, unit.link, frame)
    verb = _verb(tokens, start)
    head = split(tokens, start, verb, "head")
    rest = split(tokens, verb, len(tokens), "object")
    return [*openings, *head, *rest, *complements(unit)]


def _verb(tokens: Sequence[Token], start: int) -> int:
    """Where the verb stands; behind a join it may come first: "and grew to"."""
    if start + 1 < len(tokens) and tokens[start].low in VERBS and tokens[start + 1].low in _BEHIND_VERBS:
        return start
    if start + 1 == len(tokens) and tokens[start].low in VERBS - MEASURES:
        return start
    return next((at for at in range(start, len(tokens)) if is_verb(tokens, at)), len(tokens))
