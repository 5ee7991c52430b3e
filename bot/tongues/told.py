"""What an asker in another language is told beside the answer, or in place of one."""

from collections.abc import Sequence

from bot.answer import Block, CitedText, ParagraphBlock
from bot.compose import handoff
from bot.routing.compose import noted, stated
from bot.tongues.hear import Heard
from bot.verify import Verified
from ingest.domain import Contact

WORDS = 4
"""Words named at most."""


def told(verified: Verified, heard: Heard) -> Verified:
    """An answer with a line, in the asker's language, that it is in English and how the question was read."""
    return noted(verified, heard.language.said.format(heard.english))


def not_read(heard: Heard, suggestions: Sequence[str], person: Contact | None) -> Verified:
    """That a question could not be read, and which of its words could not; nothing is guessed."""
    words = " ".join(f"“{word}”" for word in heard.unread[:WORDS])
    which = f"I could not read {words} in this question" if words else "I could not read this question"
    return _declined(heard, f"{which}, and do not guess. Please ask in English.", suggestions, person)


def no_question(suggestions: Sequence[str]) -> Verified:
    """That orders are no question."""
    text = "I can only say what the report says; this is not a question it can answer."
    return stated(text, "out_of_scope", tuple(suggestions), answerer="talk")


def _declined(heard: Heard, text: str, suggestions: Sequence[str], person: Contact | None) -> Verified:
    lines = tuple(CitedText(text=line) for line in (text, heard.language.sorry))
    blocks: tuple[Block, ...] = (ParagraphBlock(sentences=lines), *((handoff(person),) if person else ()))
    return stated(blocks, "unclear", tuple(suggestions), answerer="talk")
