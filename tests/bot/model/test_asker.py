"""Asking within what is allowed, with a scripted model behind it."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from threading import Event
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import Field

from bot.model.asker import SPARED, Asker, Terms
from bot.model.breaker import Breaker
from bot.model.budget import Budget, Prices
from bot.model.calls import Calls
from bot.model.faults import Resting, Spent, TooLate, TooLong, Unreadable
from bot.model.reply import Rewriting
from bot.patience import GivenUp, Patience, patient
from bot.records import ModelUse

REPLY = json.dumps({"question": "How big?"})
ASKED = [HumanMessage("x" * 400)]


class ProviderError(Exception):
    """A provider's error with a status."""

    def __init__(self, status: int, text: str = "") -> None:
        super().__init__(text)
        self.status_code = status


class Provider(BaseChatModel):
    """Gives replies and raises errors in turn; the last for ever."""

    turns: list[Any]
    is_structured: bool = False
    asked: int = 0
    go: Event = Field(default_factory=Event)

    @property
    def _llm_type(self) -> str:
        return "provider"

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:  # noqa: ANN401
        self.go.wait(60)
        given = self.turns[min(self.asked, len(self.turns) - 1)]
        self.asked += 1
        if isinstance(given, Exception):
            raise given
        return ChatResult(
            generations=[ChatGeneration(message=given if isinstance(given, AIMessage) else AIMessage(given))]
        )

    def with_structured_output(self, schema: Any, **kwargs: Any) -> Runnable[Any, Any]:  # noqa: ANN401
        if not self.is_structured:
            raise NotImplementedError
        assert "$defs" not in json.dumps(schema)
        return RunnableLambda(lambda messages: {"raw": self.invoke(messages), "parsed": None})


@contextmanager
def asker_of(
    *turns: object,
    keep: Callable[[ModelUse], None] = lambda use: None,
    budget: Budget | None = None,
    hangs: bool = False,
    **given: bool,
) -> Iterator[tuple[Asker, Provider]]:
    provider, calls = Provider(turns=list(turns), **given), Calls()
    if not hangs:
        provider.go.set()
    terms = Terms(budget or Budget(lambda: (0, 0)), keep, Prices(Decimal(1), Decimal(2)), first_wait=0.001)
    try:
        yield Asker(provider, "p:m", calls, terms, Breaker(lambda: 0.0, failures=2)), provider
    finally:
        calls.close()


def test_what_it_took_is_kept_as_the_provider_counts_it() -> None:
    uses: list[ModelUse] = []
    usage = {"input_tokens": 120, "output_tokens": 30, "total_tokens": 150}
    with asker_of(AIMessage(REPLY, usage_metadata=usage), keep=uses.append) as (asker, _):  # type: ignore[arg-type]
        assert asker.ask(ASKED, Rewriting, "a1", 2).question == "How big?"
    (use,) = uses
    assert (use.answer, use.model, use.tokens_in, use.tokens_out) == ("a1", "p:m", 120, 30)
    assert (use.millionths, use.outcome) == (180, "answered")


def test_what_no_provider_counts_is_estimated() -> None:
    uses: list[ModelUse] = []
    with asker_of(REPLY, keep=uses.append) as (asker, _):
        asker.ask(ASKED, Rewriting, "a1", 2)
    assert (uses[0].tokens_in, uses[0].tokens_out) == (100, len(REPLY) // 4)


@pytest.mark.parametrize("error", [ProviderError(429), ProviderError(503), ConnectionResetError()])
def test_what_may_pass_is_tried_again(error: Exception) -> None:
    with asker_of(error, error, REPLY) as (asker, provider):
        assert asker.ask(ASKED, Rewriting, "a1", 2).question == "How big?"
    assert provider.asked == 3


@pytest.mark.parametrize(("error", "times"), [(ProviderError(401), 1), (ProviderError(500), 3), (ValueError("odd"), 1)])
def test_other_errors_are_raised_at_once_and_lasting_ones_in_the_end(error: Exception, times: int) -> None:
    with asker_of(error) as (asker, provider), pytest.raises(type(error)):
        asker.ask(ASKED, Rewriting, "a1", 2)
    assert provider.asked == times


@pytest.mark.parametrize(("status", "tries"), [(400, 1), (422, 1), (500, 3)])
def test_a_server_without_structured_output_is_asked_for_plain_text_from_then_on(status: int, tries: int) -> None:
    with asker_of(*[ProviderError(status)] * tries, REPLY, is_structured=True) as (asker, provider):
        for times in (tries + 1, tries + 2):
            assert asker.ask(ASKED, Rewriting, "a1", 2).question == "How big?"
            assert provider.asked == times


def test_structured_output_is_used_where_there_is_one() -> None:
    with asker_of(REPLY, is_structured=True) as (asker, _):
        assert asker.ask(ASKED, Rewriting, "a1", 2).question == "How big?"


def test_a_call_that_is_too_late_is_given_up_and_counted() -> None:
    uses: list[ModelUse] = []
    with asker_of(REPLY, keep=uses.append, hangs=True) as (asker, provider):
        with pytest.raises(TooLate):
            asker.ask(ASKED, Rewriting, "a1", 0.05)
        assert (uses[0].tokens_in, uses[0].outcome) == (100, "TooLate")
        provider.go.set()  # the call itself cannot be cancelled: its thread ends when it does


def test_a_reply_that_cannot_be_read_is_counted_too() -> None:
    uses: list[ModelUse] = []
    usage = {"input_tokens": 120, "output_tokens": 30, "total_tokens": 150}
    with asker_of(AIMessage("no", usage_metadata=usage), keep=uses.append) as (asker, _), pytest.raises(Unreadable):  # type: ignore[arg-type]
        asker.ask(ASKED, Rewriting, "a1", 2)
    assert (uses[0].tokens_in, uses[0].tokens_out, uses[0].millionths) == (120, 30, 180)


def test_a_model_without_room_is_asked_once_and_not_left_alone() -> None:
    uses: list[ModelUse] = []
    full = ProviderError(400, "maximum context length is 2048 tokens")
    with asker_of(full, full, full, REPLY, keep=uses.append, is_structured=True) as (asker, provider):
        for _ in range(3):
            with pytest.raises(TooLong):
                asker.ask(ASKED, Rewriting, "a1", 2)
        assert asker.ask(ASKED, Rewriting, "a1", 2).question == "How big?"
    assert provider.asked == 4
    assert [use.outcome for use in uses] == ["TooLong"] * 3 + ["answered"]


def test_after_failures_in_a_row_it_is_left_alone() -> None:
    with asker_of("garbage") as (asker, provider):
        for _ in range(2):
            with pytest.raises(Unreadable):
                asker.ask(ASKED, Rewriting, "a1", 2)
        with pytest.raises(Resting):
            asker.ask(ASKED, Rewriting, "a1", 2)
    assert provider.asked == 2


def test_with_its_budget_used_it_is_not_asked() -> None:
    with asker_of(REPLY, budget=Budget(lambda: (10, 0), tokens=10)) as (asker, provider), pytest.raises(Spent):
        asker.ask(ASKED, Rewriting, "a1", 2)
    assert provider.asked == 0


def test_a_model_gets_no_more_time_than_the_answer_has_and_is_not_blamed_for_it() -> None:
    with asker_of(REPLY, hangs=True) as (asker, provider):
        for _ in range(3):  # as many failures would have it left alone
            started = time.monotonic()
            with patient(Patience(SPARED + 0.05)), pytest.raises(TooLate):
                asker.ask(ASKED, Rewriting, "a1", 20)
            assert time.monotonic() - started < 15
        provider.go.set()
        assert asker.ask(ASKED, Rewriting, "a1", 20).question == "How big?"


def test_a_model_is_not_asked_when_nobody_waits() -> None:
    patience = Patience(60)
    patience.give_up()
    with asker_of(REPLY) as (asker, provider), patient(patience), pytest.raises(GivenUp):
        asker.ask(ASKED, Rewriting, "a1", 2)
    assert provider.asked == 0
