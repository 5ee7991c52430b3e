"""A scripted chat model, and what it can see of an answer in the messages it is sent."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

from bot.model.asker import Asker, Terms
from bot.model.breaker import Breaker
from bot.model.budget import Budget
from bot.model.calls import Calls
from bot.model.writer import Writer
from bot.records import ModelUse

Script = Callable[[Sequence[BaseMessage]], str]
"""What a model replies to messages; it may raise."""


class Scripted(BaseChatModel):
    """A chat model without tools that replies by a script, at once."""

    script: Script
    asked: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,  # noqa: ANN401
    ) -> ChatResult:
        self.asked.append(messages)
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self.script(messages)))])

    async def _agenerate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:  # noqa: ANN401
        return self._generate(messages)


@dataclass(frozen=True)
class Line:
    """A sentence of the draft as a model sees it."""

    text: str
    evidence: tuple[int, ...]
    operation: str | None = None
    operands: tuple[int, ...] = ()


@dataclass(frozen=True)
class Seen:
    """What a model is shown."""

    question: str
    draft: tuple[Line, ...]
    evidence: dict[int, str]
    figures: dict[int, str]
    refused: str = ""
    again: bool = False


_BLOCK = re.compile(r"^([^\n]+):\n<<(\w+)\n(.*?)\n\2>>", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"- (.*) \(evidence ([\d, ]*)(?:; calculation: (\w+) of figures ([\d, ]+))?\)")


def seen(messages: Sequence[BaseMessage]) -> Seen:
    """The blocks of the messages, read."""
    blocks = {name: text for name, _, text in _BLOCK.findall(messages[-1].text)}
    draft = tuple(
        Line(text, _numbers(evidence), operation or None, _numbers(operands))
        for text, evidence, operation, operands in _LINE.findall(blocks.get("draft", ""))
    )
    refused = next((text for name, text in blocks.items() if name.startswith("refused")), "")
    return Seen(
        blocks.get("question", ""),
        draft,
        _numbered(blocks.get("evidence", "")),
        _numbered(blocks.get("figures to calculate with", "")),
        refused,
        bool(refused),
    )


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def _numbered(text: str) -> dict[int, str]:
    return {int(number): line for number, line in re.findall(r"^(\d+)\. (?:\[[^\]]*\] )?(.*)$", text, re.MULTILINE)}


def sentence(text: str, *evidence: int, operation: str | None = None, operands: Sequence[int] = ()) -> dict[str, Any]:
    """A sentence as a model sends it."""
    calculation = {"operation": operation, "operands": list(operands)} if operation else None
    return {"text": text, "evidence": list(evidence), "calculation": calculation}


def sent(*sentences: dict[str, Any]) -> str:
    """A whole reply."""
    return json.dumps({"sentences": sentences})


@contextmanager
def writer_of(script: Script, keep: Callable[[ModelUse], None] = lambda use: None) -> Iterator[Writer]:
    """A writer whose model follows a script, with all the rest of it real."""
    calls = Calls()
    terms = Terms(Budget(lambda: (0, 0)), keep, first_wait=0.0)
    asker = Asker(Scripted(script=script), "scripted:model", calls, terms, Breaker(lambda: 0.0, failures=10**9))
    try:
        yield Writer(asker, 10.0)
    finally:
        calls.close()
