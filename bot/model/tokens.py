"""The words of a sentence that say something, in order, so that two sentences can be laid side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.wording import PLAIN, ROLES, TAILS, alike
from ingest.words import Word, words


@dataclass(frozen=True, slots=True)
class Token:
    """A word that says something, and whether what it begins may be left out at the end."""

    forms: frozenset[str]
    spelled: str
    opens_tail: bool = False


def tokens_of(text: str) -> list[Token]:
    """The words of a sentence that say something, in order."""
    found: list[Token] = []
    opened, end = False, 0
    for word in words(text):
        spelled = word.text.casefold()
        opened = opened or bool(re.search(r"[,;:—–]", text[end : word.start])) or spelled in ("because", "since")
        end = word.end
        opens = opened and spelled in TAILS
        opened = False
        if not {word.stem, spelled} & PLAIN or spelled in ROLES:
            found.append(Token(forms_of(word), spelled, opens))
        elif opens:
            found.append(Token(frozenset(), spelled, opens_tail=True))
    return found


def forms_of(word: Word) -> frozenset[str]:
    """What a word is compared by: its stem and spelling, and those that may stand for it."""
    return alike(word.stem) | alike(word.text.casefold())


def turned(tokens: Sequence[Token]) -> list[list[Token]]:
    """With the half in front that a word such as "because" begins."""
    return [[*tokens[at:], *tokens[:at]] for at, token in enumerate(tokens) if token.spelled in _FRONTED]


_FRONTED = frozenset("because since if when while although though until unless after before".split())
