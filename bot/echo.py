"""Finds where a sentence rejects the user's own words, so that a premise can be denied but never asserted."""

import re

from bot.readings import folded

Range = tuple[int, int]

_NEGATION = re.compile(r"\b(?:no|not|none|neither|nor|never|cannot|\w+n't)\b")
_PLAIN = """
a an any the of for in on at to from by about over under and or as that this it its is was be been are were has have
had figure figures number value values amount data market markets share shares size growth rate cagr revenue sales
forecast estimate estimates volume price year years period say says said give gives given state stated states
mention mentions mentioned name names list lists cover covers include includes contain contains speak speaks show
shows publish published report reports reported grow grew reach reached hold held breakdown information chapter
"""
_BRIDGE = frozenset(_PLAIN.split())
"""Words that may stand between the negation and what it rejects; any other word could turn its sense."""
_TOKEN = re.compile(r"[^\s,;:.!?()—–]+|[,;:.!?()—–]")


def rejected(text: str, echo: tuple[str, ...], question: str) -> list[Range]:
    """Where the cleaned sentence repeats words of the question under a negation; offsets into its folded text.

    Empty when any echo is not verbatim in the question, or stands anywhere in the sentence where it is not rejected:
    "It is not 19% but 14.99%" rejects 19%; "not only 19%", "no doubt 19%" and "Is it not 19%?" do not.
    """
    sentence = folded(text)
    if not echo or "?" in sentence or not all(_verbatim(part, folded(question)) for part in echo):
        return []
    found = sorted(span for part in echo for span in _occurrences(folded(part), sentence))
    return found if found and all(_is_rejected(sentence, start, found) for start, _ in found) else []


def _verbatim(part: str, question: str) -> bool:
    return bool(folded(part)) and bool(_occurrences(folded(part), question))


def _occurrences(part: str, text: str) -> list[Range]:
    pattern = rf"(?<!\w)(?<!\d[.,]){re.escape(part)}(?!\w)(?![.,]\d)"
    return [match.span() for match in re.finditer(pattern, text)]


def _is_rejected(sentence: str, at: int, echoes: list[Range]) -> bool:
    """Whether a negation reaches the echo over words that cannot turn its sense, and over other echoes."""
    negations = [match for match in _NEGATION.finditer(sentence) if match.end() <= at]
    if not negations:
        return False
    between = (
        token[0]
        for token in _TOKEN.finditer(sentence, negations[-1].end(), at)
        if not any(start <= token.start() < end for start, end in echoes)
    )
    return all(word in _BRIDGE for word in between)
