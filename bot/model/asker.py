"""Asks a model within what is allowed: in time, not too often, not too dearly, and written down."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.runnables import Runnable
from langchain_core.utils.json_schema import dereference_refs
from pydantic import BaseModel
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from bot.model.breaker import Breaker
from bot.model.budget import Budget, Prices
from bot.model.calls import Calls
from bot.model.faults import Busy, ModelFault, Resting, TooLate, TooLong, is_passing, is_too_long, is_unsupported
from bot.model.reply import Proposal, Rewriting, read_reply
from bot.patience import check, seconds_left
from bot.records import ModelUse

R = TypeVar("R", Proposal, Rewriting)

TRIES = 3
"""Times one call is made; nothing was shown of the ones before."""

FIRST_WAIT, LONGEST_WAIT = 0.2, 4.0
"""Seconds before the second try and before any other, at most: a random part of it, twice as much each time."""

SPARED = 0.5
"""Seconds of an answer's time that no model gets: without them there would be no answer without the model either."""

CHARACTERS_PER_TOKEN = 4
"""Where a provider does not say what it used; English has four to five."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What each call is made under, and where it is written down."""

    budget: Budget
    keep: Callable[[ModelUse], None]
    prices: Prices = field(default_factory=Prices)
    first_wait: float = FIRST_WAIT


Form = Callable[[BaseChatModel, dict[str, Any]], Runnable[Any, Any]]
"""A model made to reply with JSON of a schema."""


def _by_schema(model: BaseChatModel, schema: dict[str, Any]) -> Runnable[Any, Any]:
    """By the structured output of its library. As a JSON schema and not as a class: a library would refuse a whole
    reply for one wrong field."""
    return model.with_structured_output(schema, include_raw=True)


def _as_json(model: BaseChatModel, schema: dict[str, Any]) -> Runnable[Any, Any]:
    """By the older form of OpenAI's protocol, which many servers have instead; some follow the schema in it too."""
    return model.bind(response_format={"type": "json_object", "schema": schema})


def _as_text(model: BaseChatModel, schema: dict[str, Any]) -> Runnable[Any, Any]:
    """By the words of the messages only."""
    return model


def _schema(kind: type[BaseModel]) -> dict[str, Any]:
    """Every field is required: small models leave out those that need not be there."""
    schema = dereference_refs(kind.model_json_schema(mode="serialization"))
    return {key: value for key, value in schema.items() if key != "$defs"}


class Asker:
    """Asks one model, by structured output where it has that, else for JSON in its text."""

    def __init__(
        self, model: BaseChatModel, name: str, calls: Calls, terms: Terms, breaker: Breaker | None = None
    ) -> None:
        self._model = model
        self._name = name
        self._calls = calls
        self._terms = terms
        self._breaker = breaker or Breaker(time.monotonic)
        self._forms = (_by_schema, *([_as_json] if model._llm_type == "openai-chat" else []), _as_text)

    def ask(self, messages: Sequence[BaseMessage], kind: type[R], answer: str, seconds: float) -> R:
        """The model's reply, read. Raises ModelFault, GivenUp, or what the provider's library raises."""
        check()
        self._terms.budget.check()
        if not self._breaker.admits():
            raise Resting("The model failed too often just now.")
        started = time.perf_counter()
        allowed = min(seconds, seconds_left() - SPARED)
        message: BaseMessage | None = None
        try:
            message = self._calls.run(lambda: self._replied(messages, kind), allowed)
            reply = read_reply(message, kind)
        except Busy:
            raise
        except BaseException as error:
            fault = TooLong("The model has no room for what it is asked.") if is_too_long(error) else error
            hurried = isinstance(fault, TooLate) and allowed < seconds
            if not isinstance(fault, TooLong) and not hurried:  # another question may be shorter, or have more time
                self._breaker.failed()
            asked = _estimate(messages) if isinstance(error, TooLate) else 0
            used = _used(message, messages) if message else (asked, 0)
            self._note(answer, used, time.perf_counter() - started, _outcome(fault))
            if fault is error:
                raise
            raise fault from error
        self._breaker.succeeded()
        self._note(answer, _used(message, messages), time.perf_counter() - started, "answered")
        return reply

    async def _replied(self, messages: Sequence[BaseMessage], kind: type[BaseModel]) -> BaseMessage:
        """The reply in the strictest form that is taken; one that was not taken is not asked for again."""
        for form in self._forms[:-1]:
            try:
                return await self._taken(form, messages, kind)
            except Exception as error:
                if is_too_long(error) or not (isinstance(error, NotImplementedError) or is_unsupported(error)):
                    raise
        return await self._taken(self._forms[-1], messages, kind)

    async def _taken(self, form: Form, messages: Sequence[BaseMessage], kind: type[BaseModel]) -> BaseMessage:
        reply = await self._tried(form(self._model, _schema(kind)), messages)
        if form in self._forms:  # it is taken where those before it were not
            self._forms = self._forms[self._forms.index(form) :]
        return reply

    async def _tried(self, model: Runnable[Any, Any], messages: Sequence[BaseMessage]) -> BaseMessage:
        retrying = AsyncRetrying(
            retry=retry_if_exception(is_passing),
            stop=stop_after_attempt(TRIES),
            wait=wait_random_exponential(multiplier=self._terms.first_wait, max=LONGEST_WAIT),
            reraise=True,
        )
        try:
            given: Any = await retrying(self._invoked, model, list(messages))
        except Exception as error:
            if cut := _cut_off(error):
                return cut
            raise
        reply: BaseMessage = given["raw"] if isinstance(given, dict) else given
        return reply

    async def _invoked(self, model: Runnable[Any, Any], messages: list[BaseMessage]) -> Any:  # noqa: ANN401
        if type(self._model)._agenerate is BaseChatModel._agenerate:  # it would block a thread nobody can end
            return await self._calls.in_thread(lambda: model.invoke(messages))
        return await model.ainvoke(messages)

    def _note(self, answer: str, tokens: tuple[int, int], seconds: float, outcome: str) -> None:
        self._terms.keep(
            ModelUse(
                answer=answer, model=self._name, tokens_in=tokens[0], tokens_out=tokens[1],
                millionths=self._terms.prices.cost(*tokens), seconds=round(seconds, 3), outcome=outcome,
            )
        )  # fmt: skip


def _cut_off(error: Exception) -> BaseMessage | None:
    """The reply that OpenAI's library holds back, raising an error, where structured output ended at its longest."""
    completion = getattr(error, "completion", None)
    choices, usage = getattr(completion, "choices", None), getattr(completion, "usage", None)
    if not choices:
        return None
    used = usage and UsageMetadata(
        input_tokens=usage.prompt_tokens, output_tokens=usage.completion_tokens, total_tokens=usage.total_tokens
    )
    return AIMessage(choices[0].message.content or "", usage_metadata=used)


def _outcome(error: BaseException) -> str:
    """A word for the records; what a provider says of an error may hold a key."""
    return type(error).__name__[:40] if isinstance(error, ModelFault | Exception) else "stopped"


def _estimate(messages: Sequence[BaseMessage]) -> int:
    return sum(len(message.text) for message in messages) // CHARACTERS_PER_TOKEN


def _used(reply: BaseMessage, messages: Sequence[BaseMessage]) -> tuple[int, int]:
    """Tokens in and out as the provider counts them, else estimated."""
    usage = reply.usage_metadata if isinstance(reply, AIMessage) else None
    if usage and usage["input_tokens"]:
        return usage["input_tokens"], usage["output_tokens"]
    return _estimate(messages), _estimate([reply])
