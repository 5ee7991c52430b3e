"""Reads what a model replied: a record of pydantic out of structured output, a tool's arguments, or plain text."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeGuard, TypeVar

from langchain_core.messages import BaseMessage
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.model.faults import Unreadable

R = TypeVar("R", bound=BaseModel)

LONGEST = 40_000
"""Characters of a reply that are read; longer ones are no answer."""

MOST_OPENINGS = 200
"""Brackets at which a record is looked for."""

_THOUGHT = re.compile(
    r"</(?:think\w*|thought\w*|reason\w*|analysis|reflection)>|\[/THINK\]|<\|channel\|>final<\|message\|>",
    re.IGNORECASE,
)
"""Ends what a model writes to itself before its reply; some templates begin it unseen."""


class Reply(BaseModel):
    """What a model may send; fields it adds are not read."""

    model_config = ConfigDict(frozen=True, extra="ignore", json_schema_serialization_defaults_required=True)


def _number(value: object) -> object:
    """The number in "[3]", "q3", "evidence 3" or 3.0."""
    if isinstance(value, str) and re.fullmatch(r"\D*\d{1,4}\D*", value):
        return int(re.sub(r"\D", "", value))
    return value


def _numbers(value: object) -> object:
    """Those of a list, of "1, 2", or of a single one."""
    if value is None:
        return ()
    listed = re.split(r"[,;]|\band\b", value) if isinstance(value, str) else value
    return tuple(map(_number, listed if isinstance(listed, list | tuple) else (listed,)))


class ProposedCalculation(Reply):
    """An operation by its name and figures by their numbers: the model does no arithmetic."""

    operation: str
    operands: tuple[int, ...] = Field(min_length=2, max_length=20)

    @field_validator("operands", mode="before")
    @classmethod
    def read_numbers(cls, value: object) -> object:
        """Models write numbers in many ways."""
        return _numbers(value)


class ProposedSentence(Reply):
    """A sentence with the numbers of its evidence."""

    text: str = Field(min_length=1, max_length=1000)
    evidence: tuple[int, ...] = Field(default=(), max_length=40)
    calculation: ProposedCalculation | None = None

    @field_validator("evidence", mode="before")
    @classmethod
    def read_numbers(cls, value: object) -> object:
        """Models write numbers in many ways."""
        return _numbers(value)

    @field_validator("calculation", mode="before")
    @classmethod
    def leave_out_no_calculation(cls, value: object) -> object:
        """Many fill in what is left open, with {} or "none"; the sentence is then checked as one that has none."""
        return value if _is_of(ProposedCalculation, value) else None


class Proposal(Reply):
    """The sentences a model proposes."""

    sentences: tuple[ProposedSentence, ...] = Field(max_length=30)

    @field_validator("sentences", mode="before")
    @classmethod
    def leave_out_unreadable(cls, value: object) -> object:
        """One sentence that cannot be read does not lose the others; where none can, it is no proposal."""
        if isinstance(value, str):  # a list inside a text, as some fill in the arguments of a tool
            value = next((found for found, *_ in _decoded(value)), value)
        listed = [value] if isinstance(value, dict) else value
        readable = tuple(each for each in listed if _is_of(ProposedSentence, each)) if _is_list(listed) else ()
        return readable or listed


def _is_list(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    return isinstance(value, list | tuple)


def _is_of(kind: type[Reply], value: object) -> bool:
    try:
        kind.model_validate(value)
    except ValidationError:
        return False
    return True


class Rewriting(Reply):
    """A follow-up as a question that stands alone."""

    question: str = Field(min_length=1, max_length=400)


def read_reply(message: BaseMessage, kind: type[R]) -> R:
    """The record a message holds: the last that says something, for what comes before it is a draft or the form that
    was asked for. Of a list without its frame, or cut off, what is whole. Raises Unreadable."""
    for text in _texts(message):
        records, pieces = _read(text, kind)
        likeliest_last = (_record(kind, pieces), *records)
        telling = [record for record in likeliest_last if record and any(record.model_dump().values())]
        if telling or records:
            return (telling or records)[-1]
    raise Unreadable(f"The model sent no {kind.__name__}.")


def _record(kind: type[R], found: object) -> R | None:
    try:
        return kind.model_validate({"sentences": found} if isinstance(found, list) else found)
    except ValidationError:
        return None


def _texts(message: BaseMessage) -> Iterator[str]:
    """What may hold the record, the likeliest first: arguments of tools, the text behind its thoughts, all text."""
    yield from (json.dumps(call["args"]) for call in getattr(message, "tool_calls", ()))
    yield from (call["args"] or "" for call in getattr(message, "invalid_tool_calls", ()))
    yield from (_THOUGHT.split(message.text)[-1], message.text)


def _read(text: str, kind: type[R]) -> tuple[list[R], list[object]]:
    """The records of a text in order, and the objects outside of them."""
    records: list[R] = []
    pieces: list[object] = []
    end = 0
    for found, start, stop in _decoded(text):
        if start < end:
            continue
        if record := _record(kind, found):
            records.append(record)
            end = stop
        elif isinstance(found, dict):
            pieces.append(found)
    return records, pieces


def _decoded(text: str) -> Iterator[tuple[Any, int, int]]:
    """All JSON in a text with its start and end, in order, what is inside other JSON behind that."""
    if len(text) > LONGEST:
        return
    plain = re.sub(r",(?=\s*[}\]])", "", text)
    decoder = json.JSONDecoder(strict=False)
    for match in islice(_OPENING.finditer(plain), MOST_OPENINGS):
        try:
            found, end = decoder.raw_decode(plain, match.start())
        except (ValueError, RecursionError):
            continue
        yield found, match.start(), end


_OPENING = re.compile(r'\{|(?<!":)(?<!": )\[')
"""Of an object, and of a list that is no part of one."""
