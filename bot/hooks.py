"""What a bot over reports calls of what stands around it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from bot.chain import Write
from bot.reader import Reader
from bot.tongues.hear import Heard
from bot.verify import Rejection, Verified
from bot.watch import NOBODY, Watch

History = Callable[[Reader, str], Sequence[tuple[str, str | None]]]
"""Reads back a reader's conversation: each question with the report that it was put to, None where unknown."""

IsKept = Callable[[Reader, str], bool]
"""Whether a reader's conversation is still in the records."""

Translate = Callable[[Heard, str], str | None]
"""Puts a question into English for the answer with an id; None where that cannot be done safely."""

Observe = Callable[[Verified], None]
"""Shown what verification made of a draft."""

TellRejected = Callable[[str, Sequence[Rejection]], None]
"""Told what verification took out of the answer with an id."""


@runtime_checkable
class Translator(Protocol):
    """A language model that speaks more than English."""

    def in_english(self, heard: Heard, answer: str) -> str | None:
        """As ``Translate``."""
        ...


@dataclass(frozen=True, slots=True)
class Hooks:
    """Who remembers, words and watches what a bot says; by default nobody.

    ``history`` reads back a conversation that this process has not seen; ``is_kept`` tells whether one is still in the
    records, from which other processes may delete it. ``write`` words what is drafted anew, ``translate`` puts into
    English what the glossary cannot read whole. ``observer`` is shown what verification made of each draft, with what
    it rejected, which no answer says; ``watch`` sees that too, and the steps; ``rejected`` is told what verification
    took out of an answer, before that is given. ``hands_over``: somebody takes leads, so that whoever gets no answer,
    or wants a person, is handed over also where the report names nobody.
    """

    history: History = lambda reader, conversation: ()
    is_kept: IsKept = lambda reader, conversation: True
    write: Write | None = None
    translate: Translate = lambda heard, answer: None
    observer: Observe = lambda verified: None
    watch: Watch = NOBODY
    rejected: TellRejected = lambda answer, rejections: None
    hands_over: bool = False


NO_HOOKS = Hooks()


def translate_of(write: Write | None) -> Translate:
    """How what words answers puts questions into English: not at all, unless it is a language model that can."""
    return write.in_english if isinstance(write, Translator) else lambda heard, answer: None
