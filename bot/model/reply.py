"""Reads what a model replied: a record of pydantic out of structured output, a tool's arguments, or plain text."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeVar

from langchain_core.messages import BaseMessage
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.model.faults import Unreadable

R = TypeVar("R", bound=BaseModel)

LONGEST = 40_000
"""Characters of a reply that are read; longer ones are no answer."""

MOST_OPENINGS = 200
"""Brackets at which a record is looked for."""


class Reply(BaseModel):
    """What a model may send; fields it adds are not read."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def _number(value: object) -> object:
    """The number in "[3]", "q3" or 3.0."""
    if isinstance(value, str) and (match := re.fullmatch(r"\W*[a-zA-Z]?(\d{1,4})\W*", value)):
        return int(match[1])
    return value


class ProposedCalculation(Reply):
    """An operation by its name and figures by their numbers: the model does no arithmetic."""

    operation: str
    operands: tuple[int, ...] = Field(min_length=2, max_length=20)

    @field_validator("operands", mode="before")
    @classmethod
    def read_numbers(cls, value: object) -> object:
        """Models write numbers in many ways."""
        return tuple(map(_number, value)) if isinstance(value, list | tuple) else value


class ProposedSentence(Reply):
    """A sentence with the numbers of its evidence."""

    text: str = Field(min_length=1, max_length=1000)
    evidence: tuple[int, ...] = Field(default=(), max_length=40)
    calculation: ProposedCalculation | None = None

    @field_validator("evidence", mode="before")
    @classmethod
    def read_numbers(cls, value: object) -> object:
        """Models write numbers in many ways."""
        listed = value if isinstance(value, list | tuple) else (() if value is None else (value,))
        return tuple(map(_number, listed))


class Proposal(Reply):
    """The sentences a model proposes."""

    sentences: tuple[ProposedSentence, ...] = Field(max_length=30)

    @field_validator("sentences", mode="before")
    @classmethod
    def leave_out_unreadable(cls, value: object) -> object:
        """One sentence that cannot be read does not lose the others; where none can, it is no proposal."""
        readable = tuple(filter(_is_sentence, value)) if isinstance(value, list | tuple) else ()
        return readable or value


def _is_sentence(value: object) -> bool:
    try:
        ProposedSentence.model_validate(value)
    except ValidationError:
        return False
    return True


class Rewriting(Reply):
    """A follow-up as a question that stands alone."""

    question: str = Field(min_length=1, max_length=400)


def read_reply(message: BaseMessage, kind: type[R]) -> R:
    """The record a message holds. Raises Unreadable."""
    for found in _objects(message):
        try:
            return kind.model_validate(found)
        except ValidationError:
            continue
    raise Unreadable(f"The model sent no {kind.__name__}.")


def _objects(message: BaseMessage) -> Iterator[Any]:
    for call in getattr(message, "tool_calls", ()):
        yield call["args"]
    text = message.text[: LONGEST + 1]
    if len(text) > LONGEST:
        return
    decoder = json.JSONDecoder()
    for match in islice(_OPENING.finditer(text), MOST_OPENINGS):
        try:
            found, _ = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            continue
        yield {"sentences": found} if isinstance(found, list) else found


_OPENING = re.compile(r"[{\[]")
