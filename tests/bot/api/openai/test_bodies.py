"""What a client may send."""

import pytest

from bot.api.openai.bodies import ChatRequest, ResponsesRequest
from bot.api.openai.problems import UnsupportedParameter


def test_tools_that_may_be_used_are_let_through() -> None:
    allowed = {"type": "allowed_tools", "mode": "auto", "tools": []}
    ResponsesRequest.model_validate({"model": "m", "input": "x", "tool_choice": allowed}).refuse_lies()
    with pytest.raises(UnsupportedParameter):
        forced = {"type": "allowed_tools", "mode": "required", "tools": []}
        ResponsesRequest.model_validate({"model": "m", "input": "x", "tool_choice": forced}).refuse_lies()


@pytest.mark.parametrize(
    "more",
    [
        {"n": True}, {"n": 1.5}, {"tool_choice": {}}, {"tool_choice": "any"},
        {"tool_choice": {"type": "allowed_tools", "allowed_tools": {"mode": "required"}}},
        {"response_format": "json"}, {"response_format": {"type": None}}, {"logprobs": 0}, {"modalities": "text"},
    ],
)  # fmt: skip
def test_only_what_the_schema_says_is_let_through(more: dict[str, object]) -> None:
    with pytest.raises(UnsupportedParameter):
        ChatRequest.model_validate({"model": "m", "messages": [], **more}).refuse_lies()


def test_a_conversation_is_named_by_its_id_or_in_an_object() -> None:
    for named in ("c1", {"id": "c1"}):
        request = ResponsesRequest.model_validate({"model": "m", "input": "x", "conversation": named})
        assert request.conversation_id == "c1"


def test_what_is_not_known_is_let_through() -> None:
    ChatRequest.model_validate({"model": "m", "messages": [], "verbosity": "low", "novel": [1]}).refuse_lies()
