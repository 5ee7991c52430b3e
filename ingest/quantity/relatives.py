"""Reads what "which" stands for: the words right before it, which need not be the subject of their clause."""

from dataclasses import replace

from ingest.quantity.clauses import Unit, is_verb
from ingest.quantity.frame import Frame
from ingest.quantity.phrase import unit_tokens
from ingest.quantity.residue import own_name, residue
from ingest.quantity.subjects import Reading
from ingest.quantity.vocabulary import PREPOSITIONS


def relative(reading: Reading, before: Unit, frame: Frame) -> Reading:
    """A reading that "which" opens, with what ends the unit before as its subject: "lost share to Y, which held"."""
    tokens = unit_tokens(before)
    start = len(tokens)
    while start and not (tokens[start - 1].low in PREPOSITIONS | {","} or is_verb(tokens, start - 1)):
        start -= 1
    inner = tokens[start:]
    if start == 0 or not inner or any(token.kind in {"numeral", "time"} for token in inner) or reading.head:
        return reading
    place = next((token.place for token in inner if token.place), None)
    head = residue(inner, own_name(tokens, frame), (), start)
    if not head and place is None:
        return reading
    return replace(reading, head=(head,) if head else (), place=place or reading.place, pointer=None)
