"""Reads a conversation as OpenAI's clients send it: what is asked, and what was asked before."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.api.openai.bodies import Item, Part
from bot.api.openai.problems import NoQuestion, UnsupportedParameter

_TEXTS = ("text", "input_text")
_UNREAD = ("image_url", "input_image", "input_audio", "file", "input_file", "video_url")


@dataclass(frozen=True, slots=True)
class Talk:
    """The question, and the user's messages before it, oldest first."""

    question: str
    before: tuple[str, ...] = ()


def talk_of(said: str | Sequence[Item]) -> Talk:
    """What a client sent. Only the user's own messages count: what the assistant is said to have answered is neither
    proof nor needed, and nobody else gives orders.

    Raises NoQuestion, and UnsupportedParameter where the question has a picture, a sound or a file.
    """
    items = [Item(role="user", content=said)] if isinstance(said, str) else [each for each in said if _is_asked(each)]
    if items and any(part.type in _UNREAD for part in items[-1].content or () if isinstance(part, Part)):
        raise UnsupportedParameter("Only text is read: ask without pictures, sound or files.")
    texts = [text for each in items if (text := _text(each))]
    if not texts:
        raise NoQuestion("The last message of role user is the question; it must have text.")
    return Talk(texts[-1], tuple(texts[:-1]))


def _is_asked(item: Item) -> bool:
    return item.type == "message" and item.role == "user"


def _text(item: Item) -> str:
    if isinstance(item.content, str):
        return item.content
    return "\n".join(part.text for part in item.content or () if part.type in _TEXTS and part.text)
