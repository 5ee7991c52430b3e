"""An answer in the shape of OpenAI's responses, whole and as events."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from pydantic import Field, JsonValue

from bot.answer import Answer, Record
from bot.api.openai.usage import Tokens
from bot.message import ChatMessage


class UrlCitationAnnotation(Record):
    """A mark from ``start_index`` to ``end_index`` of the text, in characters, and its source."""

    type: Literal["url_citation"] = "url_citation"
    start_index: int
    end_index: int
    title: str
    url: str


class OutputText(Record):
    type: Literal["output_text"] = "output_text"
    text: str
    annotations: tuple[UrlCitationAnnotation, ...] = ()
    logprobs: tuple[()] = ()


class OutputMessage(Record):
    type: Literal["message"] = "message"
    id: str
    role: Literal["assistant"] = "assistant"
    status: Literal["in_progress", "completed"]
    content: tuple[OutputText, ...]


class TokenDetails(Record):
    cached_tokens: int = 0
    cache_write_tokens: int = 0


class WrittenDetails(Record):
    reasoning_tokens: int = 0


class ResponseUsage(Record):
    """The tokens of a language model; all zero where none was asked."""

    input_tokens: int
    input_tokens_details: TokenDetails = TokenDetails()
    output_tokens: int
    output_tokens_details: WrittenDetails = WrittenDetails()
    total_tokens: int


class ResponseFault(Record):
    code: Literal["server_error"] = "server_error"
    message: str


class InConversation(Record):
    id: str


class PlainFormat(Record):
    type: Literal["text"] = "text"


class TextFormat(Record):
    format: PlainFormat = PlainFormat()


class ModelResponse(Record):
    """``conversation`` goes on with this one, ``footnote`` is the answer as ``POST /v1/ask`` gives it."""

    id: str
    object: Literal["response"] = "response"
    created_at: int
    status: Literal["in_progress", "completed", "failed"]
    model: str
    output: tuple[OutputMessage, ...] = ()
    error: ResponseFault | None = None
    incomplete_details: None = None
    instructions: None = None
    metadata: dict[str, JsonValue] = Field(default_factory=dict)
    parallel_tool_calls: bool = False
    previous_response_id: str | None = None
    conversation: InConversation
    temperature: None = None
    top_p: None = None
    text: TextFormat = TextFormat()
    tool_choice: Literal["none"] = "none"
    tools: tuple[()] = ()
    truncation: Literal["disabled"] = "disabled"
    usage: ResponseUsage | None = None
    footnote: Answer | None = None


@dataclass(frozen=True, slots=True)
class Responding:
    """A response under way: its id, when it was begun (Unix time), the model, and what it goes on with."""

    id: str
    created: int
    model: str
    conversation: str
    previous: str | None = None
    _numbers: Iterator[int] = field(default_factory=count)

    def whole(self, answer: Answer, message: ChatMessage, tokens: Tokens) -> ModelResponse:
        """All of it."""
        usage = ResponseUsage(
            input_tokens=tokens.read, output_tokens=tokens.written, total_tokens=tokens.read + tokens.written
        )
        done = self._message("completed", _text(message))
        return self._response("completed", output=(done,), usage=usage, footnote=answer)

    def opening(self) -> Iterator[tuple[str, str]]:
        """The events before there is an answer, each a name and its data."""
        for name in ("response.created", "response.in_progress"):
            yield self._event(name, response=self._response("in_progress"))

    def events(self, answer: Answer, message: ChatMessage, tokens: Tokens) -> Iterator[tuple[str, str]]:
        """The events of the answer: whole sentences, what they cite, and all of it."""
        whole = self.whole(answer, message, tokens)
        done = whole.output[0]
        text = done.content[0]
        at = {"item_id": done.id, "output_index": 0, "content_index": 0}
        yield self._event("response.output_item.added", output_index=0, item=self._message("in_progress"))
        yield self._event("response.content_part.added", **at, part=OutputText(text=""))
        for piece in message.pieces:
            yield self._event("response.output_text.delta", **at, delta=piece, logprobs=())
        for number, annotation in enumerate(text.annotations):
            yield self._event(
                "response.output_text.annotation.added", **at, annotation_index=number, annotation=annotation
            )
        yield self._event("response.output_text.done", **at, text=text.text, logprobs=())
        yield self._event("response.content_part.done", **at, part=text)
        yield self._event("response.output_item.done", output_index=0, item=done)
        yield self._event("response.completed", response=whole)

    def failure(self, said: str) -> tuple[str, str]:
        """The event that ends a response which came to nothing."""
        return self._event("response.failed", response=self._response("failed", error=ResponseFault(message=said)))

    def _message(self, status: Literal["in_progress", "completed"], *content: OutputText) -> OutputMessage:
        return OutputMessage(id=f"msg_{self.id.removeprefix('resp_')}", status=status, content=content)

    def _response(self, status: Literal["in_progress", "completed", "failed"], **more: object) -> ModelResponse:
        begun = ModelResponse(
            id=self.id, created_at=self.created, model=self.model, status=status, previous_response_id=self.previous,
            conversation=InConversation(id=self.conversation),
        )  # fmt: skip
        return begun.model_copy(update=more)

    def _event(self, name: str, **data: object) -> tuple[str, str]:
        event = {"type": name, "sequence_number": next(self._numbers), **data}
        return name, Event.model_validate(event).model_dump_json()


class Event(Record, extra="allow"):
    """One event of the stream: what it has besides is by its type."""

    type: str
    sequence_number: int


def _text(message: ChatMessage) -> OutputText:
    cited = tuple(
        UrlCitationAnnotation(start_index=each.start, end_index=each.end, title=each.title, url=each.url)
        for each in message.cited
    )
    return OutputText(text=message.text, annotations=cited)
