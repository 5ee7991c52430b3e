"""What a client of OpenAI's API may send, and what is refused because accepting it would be a lie.

Parameters that are not named here are let through and change nothing: answers have no temperature and no seed.
"""

from collections.abc import Callable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StrictBool, StringConstraints, WithJsonSchema

from bot.api.bodies import WORDS, Identifier, Text
from bot.api.openai.problems import UnsupportedParameter

Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]

_NULL: JsonValue = {"type": "null"}
_WORDS: JsonValue = {"type": "string", "pattern": WORDS}
_TEXTUAL: JsonValue = {
    "type": "object",
    "properties": {"type": {"enum": ["text", "input_text"]}, "text": _WORDS},
    "required": ["type", "text"],
}
_ASKED: JsonValue = {
    "type": "object",
    "properties": {
        "type": {"const": "message"},
        "role": {"const": "user"},
        "content": {"anyOf": [_WORDS, {"type": "array", "contains": _TEXTUAL}]},
    },
    "required": ["role", "content"],
}
_FREE: JsonValue = {"properties": {"mode": {"const": "auto"}}, "type": "object"}
_FREE_TOOLS: JsonValue = {
    "type": "object",
    "properties": {"type": {"const": "allowed_tools"}, "mode": {"const": "auto"}, "allowed_tools": _FREE},
    "required": ["type"],
}
_TEXT: JsonValue = {"type": "object", "properties": {"type": {"const": "text"}}}
_TEXT_OR_NONE: JsonValue = {"anyOf": [_TEXT, _NULL]}
_BOTH: JsonValue = {
    "not": {
        "properties": {"previous_response_id": {"type": "string"}, "conversation": {"type": ["string", "object"]}},
        "required": ["previous_response_id", "conversation"],
    }
}


def _only(*allowed: JsonValue) -> WithJsonSchema:
    """The schema says what is let through; what is not is refused in our own words."""
    return WithJsonSchema({"anyOf": [*allowed, _NULL]})


Tools = Annotated[JsonValue, _only({"enum": ["none", "auto"]}, _FREE_TOOLS)]
Format = Annotated[JsonValue, _only(_TEXT)]
Never = Annotated[JsonValue, _only({"const": False})]


class Part(BaseModel):
    """A piece of a message; only text is read."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: str
    text: Text | None = None


class Item(BaseModel):
    """A message, or another item of a conversation, which is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: str = "message"
    role: str | None = None
    content: Text | tuple[Part, ...] | None = None


Items = Annotated[tuple[Item, ...], Field(json_schema_extra={"contains": _ASKED})]


class StreamOptions(BaseModel):
    """``include_usage``: a last chunk tells the tokens."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    include_usage: StrictBool | None = None


class ChatRequest(BaseModel):
    """A chat: the last message of the user is the question, those before it are the conversation.

    ``model`` is a report's id, or ``footnote`` for the whole library. System and developer messages are not obeyed.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    model: Name = Field(examples=["footnote"])
    messages: Items = Field(examples=[[{"role": "user", "content": "How big is the market?"}]])
    stream: StrictBool | None = None
    stream_options: StreamOptions | None = None
    n: Annotated[JsonValue, _only({"const": 1})] = None
    tool_choice: Tools = None
    function_call: Tools = None
    response_format: Format = None
    modalities: Annotated[JsonValue, _only({"type": "array", "items": {"const": "text"}})] = None
    logprobs: Never = None

    def refuse_lies(self) -> None:
        """Raises UnsupportedParameter for what cannot be done as asked."""
        for value, accepts, remedy in (
            (self.n, _is_one, "A question has one answer: leave n out, or send 1."),
            (self.tool_choice, _is_free, _NO_TOOL.format("tool_choice")),
            (self.function_call, _is_free, _NO_TOOL.format("function_call")),
            (self.response_format, _is_text, _NO_FORMAT.format("response_format")),
            (self.modalities, _are_texts, "Answers are text: leave audio out of modalities."),
            (self.logprobs, _is_false, "Answers have no probabilities of tokens: leave logprobs out."),
        ):
            _refuse(value, accepts, remedy)


class ConversationId(BaseModel):
    """A conversation by its id."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Annotated[Identifier, StringConstraints(max_length=64)]


class ResponsesRequest(BaseModel):
    """A question: ``input`` is its text, or the conversation's items, of which the last of the user is the question.

    ``previous_response_id`` goes on behind that response, ``conversation`` in the conversation that one named.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", json_schema_extra={"allOf": [_BOTH]})

    model: Name = Field(examples=["footnote"])
    input: Annotated[Text, WithJsonSchema(_WORDS)] | Items = Field(examples=["How big is the market?"])
    stream: StrictBool | None = None
    previous_response_id: Name | None = None
    conversation: Annotated[Identifier, StringConstraints(max_length=64)] | ConversationId | None = None
    background: Never = None
    prompt: Annotated[JsonValue, WithJsonSchema(_NULL)] = None
    text: Annotated[JsonValue, _only({"type": "object", "properties": {"format": _TEXT_OR_NONE}})] = None
    tool_choice: Tools = None

    def refuse_lies(self) -> None:
        """Raises UnsupportedParameter for what cannot be done as asked."""
        for value, accepts, remedy in (
            (self.background, _is_false, "An answer is given at once: leave background out."),
            (self.prompt, _is_nothing, "There are no prompt templates here: send the question as input."),
            (self.text, _has_text_format, _NO_FORMAT.format("text.format")),
            (self.tool_choice, _is_free, _NO_TOOL.format("tool_choice")),
        ):
            _refuse(value, accepts, remedy)
        if self.previous_response_id and self.conversation:
            raise UnsupportedParameter("Send previous_response_id or conversation, not both.")

    @property
    def conversation_id(self) -> str | None:
        """The id of ``conversation`` however it was written."""
        return self.conversation.id if isinstance(self.conversation, ConversationId) else self.conversation


_NO_TOOL = "No tool is ever called here: send {} as none or auto, or leave it out."
_NO_FORMAT = "The message is text: leave {} out. The answer as JSON is beside it, in the field footnote."


def _refuse(value: JsonValue, accepts: Callable[[JsonValue], bool], remedy: str) -> None:
    if value is not None and not accepts(value):
        raise UnsupportedParameter(remedy)


def _is_one(value: JsonValue) -> bool:
    return value == 1 and not isinstance(value, bool)


def _is_false(value: JsonValue) -> bool:
    return value is False


def _is_nothing(value: JsonValue) -> bool:
    return value is None


def _are_texts(value: JsonValue) -> bool:
    return isinstance(value, list) and all(each == "text" for each in value)


def _is_text(value: JsonValue) -> bool:
    return isinstance(value, dict) and value.get("type", "text") == "text"


def _has_text_format(value: JsonValue) -> bool:
    return isinstance(value, dict) and (value.get("format") is None or _is_text(value["format"]))


def _is_free(choice: JsonValue) -> bool:
    """Tools that may be used are let through: none ever is."""
    if not isinstance(choice, dict):
        return choice in ("none", "auto")
    among = choice.get("allowed_tools", {})
    modes = (choice.get("mode", "auto"), among.get("mode", "auto") if isinstance(among, dict) else None)
    return choice.get("type") == "allowed_tools" and modes == ("auto", "auto")
