"""An answer worded by a model: better, or as it was; never wrong, late or missing."""

import time
from collections.abc import Sequence
from threading import Event

import pytest
from langchain_core.exceptions import ContextOverflowError
from langchain_core.messages import BaseMessage

from bot.chain import Inquiry, answer_chain
from bot.records import ModelUse
from bot.verify import Verified
from tests.bot.beehives import answer, asked, beehives, retrieval
from tests.bot.model.fakes import Script, seen, sent, sentence, writer_of

SIZE = "How big was the market in 2024?"
WORDED = "In 2024, the beehive monitoring market was valued at USD 468.0 million."


def worded(script: Script, text: str, *before: str, uses: list[ModelUse] | None = None) -> Verified:
    """The whole chain with a scripted model."""
    previous = asked(before[-1], *before[:-1]) if before else None
    with writer_of(script, keep=(uses if uses is not None else []).append) as writer:
        return answer_chain(retrieval(), writer).invoke(Inquiry(text, beehives(), previous, before, "a1"))


def same(one: Verified, other: Verified) -> bool:
    return (one.text, one.citations, one.blocks, one.answerer) == (
        other.text,
        other.citations,
        other.blocks,
        other.answerer,
    )


def test_a_model_words_an_answer_and_is_named() -> None:
    verified = worded(lambda _: sent(sentence(WORDED, 1)), SIZE)
    assert verified.text == f"{WORDED[:-1]} [1]."
    assert verified.status == "answered"
    assert verified.answerer == "model"
    assert verified.citations == answer(SIZE).citations


def test_what_is_refused_is_asked_for_once_more_with_the_reason() -> None:
    asked_for: list[str] = []
    read: list[str] = []

    def script(messages: Sequence[BaseMessage]) -> str:
        shown = seen(messages)
        read.append(messages[-1].text)
        asked_for.append(shown.refused)
        return sent(sentence(WORDED if shown.again else WORDED.replace("2024", "2023"), 1))

    assert worded(script, SIZE).answerer == "model"
    assert len(asked_for) == 2
    assert "is of 2024" in asked_for[1]
    assert read[1].startswith(read[0])


def test_what_is_refused_twice_leaves_the_answer_as_it_was() -> None:
    times: list[int] = []

    def script(messages: Sequence[BaseMessage]) -> str:
        times.append(1)
        return sent(sentence(WORDED.replace("468.0", "486.0"), 1))

    assert same(worded(script, SIZE), answer(SIZE))
    assert len(times) == 2


def test_of_two_replies_the_better_is_kept() -> None:
    def script(messages: Sequence[BaseMessage]) -> str:
        good, bad = sentence(WORDED, 1), sentence("Scales are worth USD 1 billion.", 1)
        return sent(bad) if seen(messages).again else sent(good, bad)

    assert worded(script, SIZE).text == f"{WORDED[:-1]} [1]."


def test_each_call_is_kept_for_the_answer() -> None:
    uses: list[ModelUse] = []
    worded(lambda _: sent(sentence(WORDED, 1)), SIZE, uses=uses)
    assert [(use.answer, use.model, use.outcome) for use in uses] == [("a1", "scripted:model", "answered")]


@pytest.mark.parametrize(
    "reply", ["", "no", "{}", "null", "[]", '{"sentences": []}', '{"sentences": null}', '{"sentences": [{"text": ""}]}']
)
def test_a_reply_that_says_nothing_changes_nothing(reply: str) -> None:
    assert same(worded(lambda _: reply, SIZE), answer(SIZE))


@pytest.mark.parametrize("error", [RuntimeError, KeyError, ValueError, TimeoutError, StopIteration, RecursionError])
def test_whatever_a_model_raises_the_answer_comes(error: type[Exception]) -> None:
    def script(messages: Sequence[BaseMessage]) -> str:
        raise error("odd")

    assert same(worded(script, SIZE), answer(SIZE))


def without_room(times: int, lengths: list[int]) -> Script:
    """Has no room for the first messages; words the answer of those behind."""

    def script(messages: Sequence[BaseMessage]) -> str:
        lengths.append(len(messages[-1].text))
        if len(lengths) <= times:
            raise ContextOverflowError("no room")
        return sent(sentence(WORDED, 1))

    return script


def test_a_model_without_room_is_given_less_once() -> None:
    lengths: list[int] = []
    before = "How big is the market in Europe in 2024? " * 20
    assert worded(without_room(1, lengths), SIZE, before).answerer == "model"
    first, second = lengths
    assert second < first - len(before) / 2


def test_a_model_without_room_for_the_least_changes_nothing() -> None:
    lengths: list[int] = []
    assert same(worded(without_room(9, lengths), SIZE), answer(SIZE))
    assert len(lengths) == 2


def test_a_model_that_hangs_is_given_up() -> None:
    go = Event()

    def script(messages: Sequence[BaseMessage]) -> str:
        go.wait(60)
        return sent(sentence(WORDED, 1))

    started = time.perf_counter()
    with writer_of(script) as writer:
        writer._seconds = 0.1
        verified = answer_chain(retrieval(), writer).invoke(Inquiry(SIZE, beehives()))
        assert time.perf_counter() - started < 30
        assert same(verified, answer(SIZE))
        go.set()


def follow_up(question: str) -> Script:
    def script(messages: Sequence[BaseMessage]) -> str:
        return f'{{"question": "{question}"}}' if "last message" in messages[-1].text else sent()

    return script


FIRST = "How big is the market in Europe in 2024?"


def test_a_follow_up_that_was_not_understood_is_answered_in_the_words_of_the_conversation() -> None:
    assert answer("redo that with 2030", FIRST).status == "declined"
    verified = worded(follow_up("How big is the market in Europe in 2030?"), "redo that with 2030", FIRST)
    assert verified.status == "answered"
    assert "USD 350.1 million in 2030" in verified.text
    assert verified.answerer == answer("How big is the market in Europe in 2030?").answerer


def test_a_follow_up_that_is_declined_as_written_out_keeps_the_first_decline() -> None:
    declined = answer("redo that with 2031", FIRST)
    assert same(worded(follow_up("How big is the market in Europe in 2031?"), "redo that with 2031", FIRST), declined)


def test_a_follow_up_that_was_understood_is_not_written_out() -> None:
    verified = worded(follow_up("How big is the market in Europe in 2024?"), "and in 2030?", FIRST)
    assert same(verified, answer("and in 2030?", FIRST))


@pytest.mark.parametrize(
    "question", ["How big was the market in 2024?", "How big is the market in Japan in 2030?", "What is Apiscan worth?"]
)
def test_a_follow_up_with_words_nobody_said_stays_declined(question: str) -> None:
    first, last = "How big is the market in Germany?", "and tariffs?"
    declined = answer(last, first)
    assert declined.status == "declined"
    assert same(worded(follow_up(question), last, first), declined)


def test_without_questions_before_nothing_is_written_out() -> None:
    calls: list[str] = []

    def script(messages: Sequence[BaseMessage]) -> str:
        calls.append(messages[-1].text)
        return sent()

    assert worded(script, "How big is the market in Japan?").status == "declined"
    assert not calls


@pytest.mark.parametrize("message", ["Hi", "Who can I contact?", "List the end users", "What's the weather in Paris?"])
def test_what_needs_no_wording_is_not_sent(message: str) -> None:
    calls: list[int] = []

    def script(messages: Sequence[BaseMessage]) -> str:
        calls.append(1)
        return sent()

    assert same(worded(script, message), answer(message))
    assert not calls
