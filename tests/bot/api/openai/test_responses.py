"""Responses, checked by the types of OpenAI's own library."""

from openai.types.responses import Response, ResponseStreamEvent
from pydantic import TypeAdapter

from bot.api.openai.responses import Responding
from bot.api.openai.usage import Tokens
from bot.message import message_of
from tests.bot.fakes import DECLINED, FIGURE

MESSAGE = message_of(FIGURE, lambda citation: "https://example.org")


def responding() -> Responding:
    return Responding("resp_0_c1", 1_700_000_000, "footnote", "c1")


def test_a_response_is_one_by_their_strict_types() -> None:
    whole = responding().whole(FIGURE, MESSAGE, Tokens(read=3, written=2))
    theirs = Response.model_validate_json(whole.model_dump_json())
    assert theirs.output_text == MESSAGE.text
    assert theirs.usage and theirs.usage.total_tokens == 5
    assert theirs.conversation and theirs.conversation.id == "c1"


def test_its_events_are_so_too_and_numbered_without_a_gap() -> None:
    begun = responding()
    events = [*begun.opening(), *begun.events(DECLINED, MESSAGE, Tokens()), begun.failure("It broke.")]
    theirs = [TypeAdapter(ResponseStreamEvent).validate_json(data) for _, data in events]
    assert [name for name, _ in events] == [event.type for event in theirs]
    assert [event.sequence_number for event in theirs] == list(range(len(theirs)))
