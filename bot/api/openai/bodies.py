"""What a client of OpenAI's API may send, and what is refused because accepting it would be a lie.

Parameters that are not named here are let through and change nothing: answers have no temperature and no seed.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

from bot.api.bodies import Identifier, Text
from bot.api.openai.problems import UnsupportedParameter

Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


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


class StreamOptions(BaseModel):
    """``include_usage``: a last chunk tells the tokens."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    include_usage: bool | None = None


class ChatRequest(BaseModel):
    """A chat: the last message of the user is the question, those before it are the conversation.

    ``model`` is a report's id, or ``footnote`` for the whole library. System and developer messages are not obeyed.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    model: Name = Field(examples=["footnote"])
    messages: tuple[Item, ...] = Field(examples=[[{"role": "user", "content": "How big is the market?"}]])
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    n: int | None = None
    tool_choice: JsonValue = None
    function_call: JsonValue = None
    response_format: JsonValue = None
    modalities: JsonValue = None
    logprobs: bool | None = None

    def refuse_lies(self) -> None:
        """Raises UnsupportedParameter for what cannot be done as asked."""
        _refuse_copies(self.n)
        _refuse_tools(self.tool_choice, "tool_choice")
        _refuse_tools(self.function_call, "function_call")
        _refuse_format(self.response_format, "response_format")
        if isinstance(self.modalities, list) and "audio" in self.modalities:
            raise UnsupportedParameter("Answers are text: leave audio out of modalities.")
        if self.logprobs:
            raise UnsupportedParameter("Answers have no probabilities of tokens: leave logprobs out.")


class ConversationId(BaseModel):
    """A conversation by its id."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Annotated[Identifier, StringConstraints(max_length=64)]


class ResponsesRequest(BaseModel):
    """A question: ``input`` is its text, or the conversation's items, of which the last of the user is the question.

    ``previous_response_id`` goes on behind that response, ``conversation`` in the conversation that one named.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    model: Name = Field(examples=["footnote"])
    input: Text | tuple[Item, ...] = Field(examples=["How big is the market?"])
    stream: bool | None = None
    previous_response_id: Name | None = None
    conversation: Annotated[Identifier, StringConstraints(max_length=64)] | ConversationId | None = None
    background: bool | None = None
    prompt: JsonValue = None
    text: JsonValue = None
    tool_choice: JsonValue = None

    def refuse_lies(self) -> None:
        """Raises UnsupportedParameter for what cannot be done as asked."""
        if self.background:
            raise UnsupportedParameter("An answer is given at once: leave background out.")
        if self.prompt is not None:
            raise UnsupportedParameter("There are no prompt templates here: send the question as input.")
        if self.previous_response_id and self.conversation:
            raise UnsupportedParameter("Send previous_response_id or conversation, not both.")
        _refuse_tools(self.tool_choice, "tool_choice")
        _refuse_format(self.text.get("format") if isinstance(self.text, dict) else None, "text.format")

    @property
    def conversation_id(self) -> str | None:
        """The id of ``conversation`` however it was written."""
        return self.conversation.id if isinstance(self.conversation, ConversationId) else self.conversation


def _refuse_copies(n: int | None) -> None:
    if n is not None and n != 1:
        raise UnsupportedParameter("A question has one answer: leave n out, or send 1.")


def _refuse_tools(choice: JsonValue, name: str) -> None:
    """Tools that may be used are let through: none ever is."""
    mode = choice.get("mode") if isinstance(choice, dict) and choice.get("type") == "allowed_tools" else choice
    if mode not in (None, "none", "auto"):
        raise UnsupportedParameter(f"No tool is ever called here: send {name} as none or auto, or leave it out.")


def _refuse_format(wanted: JsonValue, name: str) -> None:
    if isinstance(wanted, dict) and wanted.get("type") not in (None, "text"):
        raise UnsupportedParameter(
            f"The message is text: leave {name} out. The answer as JSON is beside it, in the field footnote."
        )
