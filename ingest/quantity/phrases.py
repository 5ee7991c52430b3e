"""Cuts the words of a unit into phrases and says what each does: opens, heads, completes, gives reasons."""

from collections.abc import Sequence

from ingest.quantity.clauses import Unit, is_verb
from ingest.quantity.complements import complements
from ingest.quantity.frame import Frame
from ingest.quantity.openings import subject_start
from ingest.quantity.phrase import Phrase
from ingest.quantity.stretches import split
from ingest.quantity.tokens import Token
from ingest.quantity.vocabulary import DETERMINERS, FUNCTION, MEASURES, PLAIN, PREPOSITIONS, VERBS, word_set

_FILLERS = word_set("about around approximately nearly roughly almost only some close up more less at")
_BEHIND_VERBS = PREPOSITIONS | DETERMINERS | _FILLERS


def phrases(unit: Unit, frame: Frame) -> list[Phrase]:
    """The phrases of a unit in order of the text."""
    tokens = unit.left
    openings, start = subject_start(tokens, unit.link, frame)
    verb = _verb(tokens, start)
    if verb == len(tokens) and _counts(unit) and _is_unknown_verb(tokens, start):
        verb -= 1
    head = split(tokens, start, verb, "head")
    rest = split(tokens, verb, len(tokens), "object")
    return [*openings, *head, *rest, *complements(unit)]


def _counts(unit: Unit) -> bool:
    """Whether the number counts things: "150 machines"."""
    numeral = unit.numeral.numeral if unit.numeral else None
    return numeral is not None and numeral.kind == "number" and bool(numeral.unit)


def _is_unknown_verb(tokens: Sequence[Token], start: int) -> bool:
    """Whether the word right before a count must be its verb: "hospitals and clinics operate 150 machines"."""
    if len(tokens) - start < 2:
        return False
    last, before = tokens[-1], tokens[-2]
    is_content = last.kind == "word" and last.text.islower() and last.low not in FUNCTION | PLAIN | MEASURES
    return is_content and before.kind in {"word", "place"} and before.low not in FUNCTION | PLAIN


def _verb(tokens: Sequence[Token], start: int) -> int:
    """Where the verb stands; behind a join it may come first: "and grew to"."""
    if start + 1 < len(tokens) and tokens[start].low in VERBS and tokens[start + 1].low in _BEHIND_VERBS:
        return start
    if start + 1 == len(tokens) and tokens[start].low in VERBS - MEASURES:
        return start
    return next((at for at in range(start, len(tokens)) if is_verb(tokens, at)), len(tokens))
