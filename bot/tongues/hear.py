"""Reads a question in another language as an English one, and says which of its words it could not read."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.publisher import errand
from bot.tongues.detect import language_of
from bot.tongues.glossary import Language
from bot.tongues.pieces import Known, Piece, taken_apart
from bot.tongues.wording import worded

_SENTENCE = re.compile(r"(?<=[.!?؟।])\s+|(?<=[。！？])\s*")


@dataclass(frozen=True, slots=True)
class Heard:
    """A question in another language, ``text`` as typed: the English one it was read as, and its words that could not
    be read.

    ``ordered``: it gives the program orders, and asks nothing beside. ``turns``: of the words that were not read some
    would change the sense of others. ``places`` are those it names, in English.
    """

    text: str
    language: Language
    english: str
    unread: tuple[str, ...] = ()
    ordered: bool = False
    turns: bool = False
    places: tuple[str, ...] = ()


def hear(text: str, known: Callable[[], Known]) -> Heard | None:
    """A question as it is read; None for one that is in English. ``known``, the words of the reports, is asked for
    only where it is not."""
    language = language_of(text)
    if language is None:
        return None
    words = known()
    sentences = [taken_apart(part, language, words) for part in _SENTENCE.split(text) if part.strip()]
    asking = [pieces for pieces in sentences if not _is_order(pieces)]
    if len(asking) > 1:
        asking = [pieces for pieces in asking if any(piece.role not in _IDLE for piece in pieces)] or asking
    told = [(_request(pieces), worded(pieces), pieces) for pieces in asking]
    english = " ".join(request or text for request, text, _ in told)
    unread = [
        piece.said
        for request, text, pieces in told
        for piece in pieces
        if not request and (_is_unread(piece) or (_is_request(piece) and text not in _wholes(pieces)))
    ]
    said = [piece for request, _, pieces in told for piece in pieces if not request]
    return Heard(
        text, language, english, tuple(dict.fromkeys(unread)),
        ordered=not asking,
        turns=any(_is_unread(piece) and piece.role != "unknown" for piece in said),
        places=tuple(dict.fromkeys(piece.english for piece in said if piece.role == "place")),
    )  # fmt: skip


_IDLE = ("greeting", "small", "tense")


_OF_MARKET = ("measure", "most", "year", "number", "place", "market", "explain", "order", "not read")
_AROUND = ("whole", "report", "ask", "greeting", "small", "tense")


def _request(pieces: list[Piece]) -> str:
    """What a sentence asks of the publisher: in a phrase for it, where nothing in the sentence is of a market and
    whatever else it says is no matter; in a word that has other senses too, where it says nothing else."""
    requests = [piece for piece in pieces if _is_request(piece)]
    of_market = any(piece.role in _OF_MARKET for piece in pieces)
    phrase = next((piece for piece in requests if len(piece.said.split()) > 1 and not of_market), None)
    alone = all(piece.role in _AROUND for piece in pieces)
    request = phrase or (requests[0] if requests and alone else None)
    return request.english if request else ""


def _is_order(pieces: list[Piece]) -> bool:
    """Whether a sentence tells the program what to do: it has words of rules and of breaking them, or of prompts."""
    said = {piece.english for piece in pieces if piece.role == "order"}
    return "prompt" in said or "ignore" in said or {"say", "instructions"} <= said


def _is_request(piece: Piece) -> bool:
    """Whether a part may ask something of the publisher; in a sentence of a market it has another sense."""
    return piece.role == "whole" and errand(piece.english) is not None


def _wholes(pieces: list[Piece]) -> list[str]:
    return [piece.english for piece in pieces if piece.role == "whole"]


def _is_unread(piece: Piece) -> bool:
    """Whether a part is in no glossary or would change the sense of others; so would a number that is claimed."""
    claimed = piece.role == "number" and any(char.isdigit() for char in piece.said)
    return claimed or piece.role in ("unknown", "not read", "order")
