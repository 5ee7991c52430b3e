"""An answer in the shape of OpenAI's chat completions, whole and as chunks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.answer import Answer, Record
from bot.api.openai.usage import Tokens
from bot.message import ChatMessage, Cited


class UrlCitation(Record):
    """A mark from ``start_index`` to ``end_index`` of the text, in characters, and its source."""

    start_index: int
    end_index: int
    title: str
    url: str


class ChatAnnotation(Record):
    type: Literal["url_citation"] = "url_citation"
    url_citation: UrlCitation


class AssistantMessage(Record):
    """``refusal`` is never used: clients show it in place of the text, and what is declined says more than no."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None
    annotations: tuple[ChatAnnotation, ...]


class ChatChoice(Record):
    index: Literal[0] = 0
    message: AssistantMessage
    finish_reason: Literal["stop"] = "stop"
    logprobs: None = None


class ChatUsage(Record):
    """The tokens of a language model; all zero where none was asked."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class ChatCompletion(Record):
    """``footnote`` is the answer as ``POST /v1/ask`` gives it."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str
    choices: tuple[ChatChoice, ...]
    usage: ChatUsage
    footnote: Answer


class Delta(Record):
    role: Literal["assistant"] | None = None
    content: str | None = None
    annotations: tuple[ChatAnnotation, ...] | None = None


class ChunkChoice(Record):
    index: Literal[0] = 0
    delta: Delta
    finish_reason: Literal["stop"] | None = None
    logprobs: None = None


class ChatChunk(Record):
    id: str
    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    created: int
    model: str
    choices: tuple[ChunkChoice, ...]
    usage: ChatUsage | None = None
    footnote: Answer | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """A completion under way: its id, when it was begun (Unix time), and the model that was asked."""

    id: str
    created: int
    model: str

    def whole(self, answer: Answer, message: ChatMessage, tokens: Tokens) -> ChatCompletion:
        """All of it."""
        said = AssistantMessage(content=message.text, annotations=annotations(message.cited))
        return ChatCompletion(
            id=self.id, created=self.created, model=self.model, choices=(ChatChoice(message=said),),
            usage=_usage(tokens), footnote=answer,
        )  # fmt: skip

    def opening(self) -> str:
        """The chunk that says who speaks."""
        return self._written(Delta(role="assistant", content=""))

    def chunks(self, answer: Answer, message: ChatMessage, tokens: Tokens | None) -> Iterator[str]:
        """The chunks behind the opening: whole sentences, what they cite, the end, and the usage where wanted."""
        for piece in message.pieces:
            yield self._written(Delta(content=piece))
        if message.cited:
            yield self._written(Delta(annotations=annotations(message.cited)))
        ending = ChunkChoice(delta=Delta(), finish_reason="stop")
        yield self._chunk((ending,), footnote=answer)
        if tokens is not None:
            yield self._chunk((), usage=_usage(tokens))

    def _written(self, delta: Delta) -> str:
        return self._chunk((ChunkChoice(delta=delta),))

    def _chunk(
        self, choices: tuple[ChunkChoice, ...], usage: ChatUsage | None = None, footnote: Answer | None = None
    ) -> str:
        chunk = ChatChunk(
            id=self.id, created=self.created, model=self.model, choices=choices, usage=usage, footnote=footnote
        )
        return chunk.model_dump_json(exclude_none=True)


def annotations(cited: tuple[Cited, ...]) -> tuple[ChatAnnotation, ...]:
    """The marks as annotations."""
    return tuple(
        ChatAnnotation(
            url_citation=UrlCitation(start_index=each.start, end_index=each.end, title=each.title, url=each.url)
        )
        for each in cited
    )


def _usage(tokens: Tokens) -> ChatUsage:
    return ChatUsage(
        prompt_tokens=tokens.read, completion_tokens=tokens.written, total_tokens=tokens.read + tokens.written
    )
