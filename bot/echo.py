"""Finds where a sentence rejects the user's own words, so that a premise can be denied but never asserted."""

import re
from collections.abc import Iterator

from bot.claims import Range, read_claims
from bot.question import Question
from bot.readings import folded
from ingest.quantity.frame import UNFRAMED

_NEGATION = re.compile(r"\b(?:no|not|none|neither|nor|never|cannot|\w+n't)\b")
_PLAIN = """
a an any anything the of for in on at to from by about over under and or as that this it its is was be been are were
has have had figure figures number numbers value values amount data market markets share shares size growth rate cagr
compound annual revenue sales forecast estimate estimates volume price increase ratio year years period say says said
give gives given state stated states mention mentions mentioned name names list lists cover covers include includes
contain contains speak speaks show shows publish published report reports reported grow grew reach reached hold held
breakdown information chapter between answer
"""
_BRIDGE = frozenset(_PLAIN.split())
"""Words that may stand between the negation and what it rejects; any other word could turn its sense."""
_QUOTED = re.compile(r'"[^"]*"')
_TOKEN = re.compile(r'[^\s,;:.!?()—–"]+|[,;:.!?()—–]')


def heard(question: Question) -> str:
    """The user's words with the periods and places they were understood to name, and those of the questions before.

    "And in Japan?" after a question about 2024 asks for Japan in 2024: an answer may say that it has neither.
    """
    understood = (*map(str, question.periods), *question.places)
    before = heard(question.previous) if question.previous else ""
    return " ; ".join(part for part in (question.text, *understood, before) if part)


def asked_for(question: Question) -> tuple[str, ...]:
    """What of a question an answer may say the report does not have: its words, periods, places and claimed figures."""
    asked = (question.text.rstrip(" ?!."), question.ask.rstrip(" ?!."))
    words = (*(word.text for word in question.words), *(claim.text for claim in question.claims))
    return tuple(dict.fromkeys((*asked, *words, *map(str, question.periods), *question.places)))


def rejected(text: str, echo: tuple[str, ...], question: str) -> list[Range]:
    """Where the cleaned sentence repeats words of the question under a negation; offsets into its folded text.

    "It is not 19% but 14.99%" rejects 19%; "not only 19%", "no doubt 19%" and "Is it not 19%?" do not. Words that are
    not in the question are never rejected, nor are echoes without a number, time or place: those need no source.
    """
    sentence = folded(text)
    if "?" in sentence:
        return []
    parts = [part for part in echo if _verbatim(part, question) and not read_claims(part, UNFRAMED).bare]
    found = sorted(span for part in parts for span in _occurrences(folded(part), sentence))
    bridges = [*found, *(match.span() for match in _QUOTED.finditer(sentence))]
    return [span for span in found if _is_rejected(sentence, span[0], bridges)]


def _verbatim(part: str, question: str) -> bool:
    return bool(folded(part)) and any(_occurrences(folded(part), folded(question)))


def _occurrences(part: str, text: str) -> Iterator[Range]:
    pattern = rf"(?<!\w)(?<!\d[.,]){re.escape(part)}(?!\w)(?![.,]\d)"
    return (match.span() for match in re.finditer(pattern, text))


def _is_rejected(sentence: str, at: int, bridges: list[Range]) -> bool:
    """Whether a negation reaches the echo over words that cannot turn its sense, quoted words and other echoes."""
    negations = [match for match in _NEGATION.finditer(sentence) if match.end() <= at]
    if not negations:
        return False
    between = (
        token[0]
        for token in _TOKEN.finditer(sentence, negations[-1].end(), at)
        if not any(start <= token.start() < end for start, end in bridges)
    )
    return all(word in _BRIDGE for word in between)
